import type { Day } from '../../day.js'
import type { Profile } from '../profile-fields.js'

/** The fields of a profile that a manager records by message. What the bank's systems own is not among them. */
export const RECORDED_FIELDS = [
  'phone',
  'email',
  'address',
  'birthday',
  'birthdayMonthDay',
  'lunarBirthday',
  'occupation',
  'company',
  'preferredChannel',
  'family',
  'avoid',
  'hobbies',
  'preference',
  'notes',
  'doNotContact',
  'marketingConsent',
  'sensitiveConsent',
] as const satisfies readonly (keyof Profile)[]
export type RecordedField = (typeof RECORDED_FIELDS)[number]

/**
 * One fact as a manager told it. Never deleted: one that was taken back is kept, marked `withdrawn`. `set` takes the
 * place of what stood before, `added` stands beside it.
 */
export interface RecordedFact {
  readonly id: string
  readonly on: Day
  /** ISO 8601 instant. */
  readonly at: string
  /** Who told it. */
  readonly managerId: string
  readonly field: RecordedField
  readonly how: 'set' | 'added'
  /** As text; `true` and `false` for a permission. Absent where nothing was known. */
  readonly before?: string
  readonly after: string
  readonly withdrawn?: true
}
