import type { Asked } from './asked.js'
import type { Intent } from './intents.js'
import type { KeptPromise, Language, Mention, NearestName, NonEvent, Slots } from './slots.js'

export type { Intent } from './intents.js'

export interface RankedIntent {
  readonly intent: Intent
  readonly confidence: number
}

/** What decided a reading: a named rule, or the classifier with the features that weighed most. */
export interface Explanation {
  readonly by: 'rule' | 'classifier' | 'reject'
  readonly rule?: string
  readonly features?: readonly { readonly feature: string; readonly weight: number }[]
  /** The text as it was read after typing errors were mended and names, days and sums were masked. */
  readonly readAs: string
}

/** One message as it was understood. */
export interface Reading {
  readonly text: string
  readonly language: Language
  readonly intent: Intent
  /** 0 to 1. Below 0.5 the manager is asked before anything is done. */
  readonly confidence: number
  readonly slots: Slots
  readonly mentions?: readonly Mention[]
  /** The two next readings that ask for something, for buttons where this one is unsure. */
  readonly nearest?: readonly RankedIntent[]
  readonly didYouMean?: readonly NearestName[]
  /** What the message speaks of and does not report as having happened. */
  readonly nonEvents?: readonly NonEvent[]
  readonly keptPromises?: readonly KeptPromise[]
  /** Whom or what it is about comes from what was said before: nothing is written before that was shown. */
  readonly presumes?: true
  /** What it asks besides the slots, read for its intent. */
  readonly asked?: Asked
  readonly explain?: Explanation
}
