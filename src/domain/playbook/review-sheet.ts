/** What a phone call is looked at for (录音评估表, Handbook §5). */
export const CRITERIA = [
  'opening',
  'purpose',
  'benefit',
  'question',
  'listening',
  'two-times',
  'close',
  'compliance',
] as const
export type CriterionId = (typeof CRITERIA)[number]

export interface Criterion {
  readonly id: CriterionId
  readonly name: string
  /** Points of a hundred. */
  readonly weight: number
  /** What good looks like. */
  readonly good: string
  /** What to try next time. */
  readonly tip: string
  /**
   * Signs that it was done, in groups: each group one of whose phrases (the phrase language of the claim check) is
   * found in a line of the manager counts an equal part. Empty for what is measured otherwise.
   */
  readonly signs: readonly (readonly string[])[]
  /** Only this many of the manager's first (positive) or last (negative) lines are looked at. */
  readonly within?: number
}

export interface ReviewSheet {
  readonly criteria: readonly Criterion[]
  /** The manager's share of all that is said: up to `good` full marks, from `poor` on none, in between in proportion. */
  readonly talkShare: { readonly good: number; readonly poor: number }
  /** Where the customer's words are not there: letters (Chinese) or words (English) of one line of the manager. */
  readonly lineLength: { readonly good: number; readonly poor: number }
}
