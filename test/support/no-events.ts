import type { PushMinuteDeps } from '../../src/delivery/push-minute.js'

/** Nothing has happened that is told of. */
export const NO_EVENTS: PushMinuteDeps['events'] = {
  alert: new Set(),
  'hand-over': new Set(),
  meetingsOf: () => [],
  look: async () => false,
}

/** Nothing but what comes every morning. */
export const BRIEFS_ONLY = {
  kinds: ['brief'],
  cutOffOf: () => '11:30',
  meetingSheetMinutes: 60,
  events: NO_EVENTS,
} as const
