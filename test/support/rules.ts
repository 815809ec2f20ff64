import { loadCalendar } from '../../src/config/calendar.js'
import { loadPolicy } from '../../src/config/policy.js'
import { loadSensitiveWords } from '../../src/config/sensitive-words.js'
import { day } from '../../src/domain/day.js'
import { type OccasionContext, occasionContext } from '../../src/domain/occasions/occasion.js'
import type { Sources } from '../../src/domain/occasions/sources.js'

/** The shipped policy and calendar: the rules are tested with the numbers they are shipped with. */
export const POLICY = loadPolicy('data/policy.json')
export const CALENDAR = loadCalendar('data/calendar')
export const SENSITIVE_WORDS = loadSensitiveWords('data/sensitive.json')

/** A Monday without holidays near. */
export const TODAY = day('2026-11-23')

export function contextOn(today: string = TODAY, sources: Partial<Sources> = {}): OccasionContext {
  return occasionContext(POLICY, CALENDAR, day(today), sources)
}
