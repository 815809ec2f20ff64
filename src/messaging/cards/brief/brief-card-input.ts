import type { Day } from '../../../domain/day.js'
import type { Locale } from '../../../domain/manager/manager.js'
import type { BriefView } from '../../../usecases/brief/show-brief.js'
import type { Acting } from './brief-acts.js'

export interface BriefCardInput {
  readonly view: BriefView
  readonly locale: Locale
  /** The day it is; the brief may be for another. */
  readonly today: Day
  /** 0 for the first page. */
  readonly page?: number
  /** Buttons that act on a row; absent where nothing can be pressed, and on the list of another day. */
  readonly acting?: Acting
}
