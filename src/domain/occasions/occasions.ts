import { agreement } from './agreement.js'
import { cadenceDue } from './cadence-due.js'
import { maturity } from './maturity.js'
import type { Occasion } from './occasion.js'

/**
 * Everything that calls for a contact, in the order in which the reasons of one priority are told (Handbook §3). A new
 * occasion is a file and a line here.
 */
export const OCCASIONS = [maturity, agreement, cadenceDue] as const satisfies readonly Occasion[]

/** What is answered on a day off as well: it fell due before and stayed open. */
export const OPEN_ON_DAYS_OFF = [agreement, cadenceDue] as const satisfies readonly Occasion[]
