import type { Channel, Objection, Outcome } from '../domain/customer/contact.js'
import type { Day, Moment, Period } from '../domain/day.js'
import type { ProductKind } from '../domain/ledger/holding.js'
import type { AmountRange } from '../domain/money.js'
import type { Modality } from './clauses/properties.js'

export const LANGUAGES = ['zh', 'en'] as const

export type Language = (typeof LANGUAGES)[number]

/** The fields of a customer that a message can state. */
export const FACT_FIELDS = [
  'phone',
  'email',
  'address',
  'birthday',
  'occupation',
  'company',
  'family',
  'hobby',
  'risk',
  'preference',
  'need',
  'other',
] as const

export type FactField = (typeof FACT_FIELDS)[number]

/**
 * One fact, in the shortest words of the message that state it, with their negation; a phone as digits, a birthday as
 * `YYYY-MM-DD` or `MM-DD`. Without a value only the field was named (改下单位), and the value is to be asked for.
 */
export interface Fact {
  readonly field: FactField
  readonly value?: string
}

/** What was promised to the customer; without a day it is open-ended. */
export interface ReportedPromise {
  readonly due?: Day
}

/** How sure each part of a reported contact is, 0 to 1: 0.95 and more where words say it, less where it was learnt. */
export interface Sureness {
  readonly outcome: number
  readonly channel?: number
  readonly when?: number
  readonly amount?: number
  readonly objection?: number
  readonly promise?: number
}

/** One contact as it was told, for one customer. */
export interface ReportedContact {
  /** Sorted ids; several where the name fits several, none where the book has no such name. */
  readonly customers: readonly string[]
  /** The words that named the customer, for an answer like "I do not know 高总". */
  readonly mention?: string
  /** How this contact was made; never how the next one will be. */
  readonly channel?: Channel
  readonly reached: boolean
  readonly outcome: Outcome
  /** The appointment or the next contact that was agreed. */
  readonly when?: Moment
  /** When the manager means to turn to the customer again, where nothing was agreed. */
  readonly meantNext?: Moment
  readonly amount?: AmountRange
  readonly objection?: Objection
  readonly promise?: ReportedPromise
  readonly sure?: Sureness
}

/** Something spoken of that did not happen: a plan, a wish, a condition, a question. */
export interface NonEvent {
  readonly is: Exclude<Modality, 'told'>
  readonly customers: readonly string[]
  /** The words that named the customer. */
  readonly mention?: string
  /** The day it is planned or wished for. */
  readonly when?: Moment
}

/** A promise that the manager says has been kept: 利率表已经发了. */
export interface KeptPromise {
  readonly customers: readonly string[]
  readonly mention?: string
}

/** What a message says besides its intent. A slot that is not mentioned is absent. */
export interface Slots {
  readonly customers?: readonly string[]
  readonly period?: Period
  readonly when?: Moment
  readonly amount?: AmountRange
  readonly productKinds?: readonly ProductKind[]
  readonly contacts?: readonly ReportedContact[]
  readonly fact?: Fact
}

/** Words of the message that name somebody, and whom they may mean in this book. */
export interface Mention {
  readonly text: string
  /** Offsets into the text as the manager typed it; `end` is exclusive. */
  readonly start: number
  readonly end: number
  readonly customers: readonly string[]
  /** Where it names nobody of the book: whom it sounds or is spelt like, to be asked about. */
  readonly maybe?: readonly string[]
  /** The id of the manager who is meant, where it names a colleague; `customers` is empty then. */
  readonly colleague?: string
}

/** A name that was not in the book as typed, and the nearest one that is. */
export interface NearestName {
  readonly said: string
  readonly meant: string
  readonly customers: readonly string[]
}
