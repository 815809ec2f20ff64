import type { Day } from '../../../domain/day.js'
import type { Reason } from '../../../domain/occasions/reason.js'

/** One reason in words: what calls for the contact, how pressing it is, and what to do about it. */
export interface ReasonWords {
  readonly text: string
  readonly tone: 'urgent' | 'plain'
  readonly nextStep: string
}

/** What a sentence is made with: the reason's sum and days as they are said. */
export interface Told {
  readonly sum: string
  readonly day: (of: Day) => string
  readonly date: (of: Day) => string
  readonly moment: (on: Day, time: string | undefined) => string
}

// A reason type may stand for several kinds, so the member is looked for by the kinds it covers.
type Of<K extends Reason['kind'], R = Reason> = R extends { readonly kind: infer Kinds }
  ? K extends Kinds
    ? R
    : never
  : never
/** A sentence for every kind, so that a missing one does not compile. */
export type Sentences = { readonly [K in Reason['kind']]: (reason: Of<K>, told: Told) => ReasonWords }

export const urgent = (text: string, nextStep: string): ReasonWords => ({ text, tone: 'urgent', nextStep })
export const plain = (text: string, nextStep: string): ReasonWords => ({ text, tone: 'plain', nextStep })
export const join = (...parts: readonly (string | false | undefined)[]) => parts.filter((p) => p).join(' ')
