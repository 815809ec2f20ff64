import type { Day } from '../domain/day.js'
import type { Locale } from '../domain/manager/manager.js'
import type { Policy } from '../domain/policy.js'
import type { WorkingCalendar } from '../domain/working-days.js'
import type { SampleWords } from './words.js'

/** What every part of the sample is drawn against. */
export interface Scene {
  readonly today: Day
  /** The working day the stories are set on: today, or the next that is worked. */
  readonly stage: Day
  readonly calendar: WorkingCalendar
  readonly policy: Policy
  readonly words: SampleWords
  readonly managerId: string
  readonly locale: Locale
}

/** The language in which the manager of the scene keeps notes. */
export function languageOf(scene: Scene): 'zh' | 'en' {
  return scene.locale === 'zh-CN' ? 'zh' : 'en'
}

/** `count` working days before the stage; the stage itself for 0. */
export function workingDaysAgo(scene: Scene, count: number): Day {
  let at = scene.stage
  for (let i = 0; i < count; i++) at = scene.calendar.previous(at)
  return at
}
