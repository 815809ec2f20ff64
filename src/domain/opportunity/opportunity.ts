import type { Objection } from '../customer/contact.js'
import type { Day, Moment } from '../day.js'
import type { ProductKind } from '../ledger/holding.js'
import type { Currency, Fen } from '../money.js'

/** The seven steps (Handbook §5), in their order. */
export const STEPS = [1, 2, 3, 4, 5, 6, 7] as const
export type Step = (typeof STEPS)[number]

/** The order and meaning of the steps that an opportunity was written under. */
export const FLOW_VERSION = 1

export const OPPORTUNITY_STATES = ['open', 'won', 'lost', 'postponed'] as const
export type OpportunityState = (typeof OPPORTUNITY_STATES)[number]

/** The three questions of MAN: can pay, decides, needs it. */
export const MAN_QUESTIONS = ['money', 'authority', 'need'] as const
export type ManQuestion = (typeof MAN_QUESTIONS)[number]

/** `ask` is unknown as well, and set down as the next question; neither ever counts as yes (Handbook §5). */
export const MAN_ANSWERS = ['yes', 'no', 'unknown', 'ask'] as const
export type ManAnswer = (typeof MAN_ANSWERS)[number]

export type Man = Readonly<Record<ManQuestion, ManAnswer>>

/** How interested the customer was in what was shown. */
export const INTERESTS = [1, 2, 3, 4, 5] as const
export type Interest = (typeof INTERESTS)[number]

export interface NamedProduct {
  readonly productId?: string
  readonly productName: string
  readonly kind?: ProductKind
}

export interface ShownProduct extends NamedProduct {
  readonly on: Day
  readonly interest?: Interest
}

export const REACTIONS = ['open', 'resolved', 'accepted'] as const

export interface RaisedObjection {
  readonly kind: Objection
  readonly on: Day
  /** The line of the playbook it was answered with. */
  readonly answeredWith?: string
  readonly reaction: (typeof REACTIONS)[number]
}

export const MOVE_KINDS = [
  'open',
  'advance',
  'back',
  'skip',
  'pause',
  'resume',
  'win',
  'lose',
  'postpone',
] as const

/** One step of the way, never changed afterwards. */
export interface Move {
  readonly kind: (typeof MOVE_KINDS)[number]
  readonly on: Day
  readonly from: Step
  readonly to: Step
}

/** What came of it. */
export type Outcome =
  | {
      readonly kind: 'won'
      readonly on: Day
      readonly product: NamedProduct
      readonly amountFen: Fen
      readonly currency: Currency
      readonly startsOn: Day
    }
  | { readonly kind: 'lost'; readonly on: Day; readonly reason: string }
  | { readonly kind: 'postponed'; readonly on: Day; readonly until: Day; readonly reason?: string }

/** A chance of a sale with one customer, and how far it has come. */
export interface Opportunity {
  readonly id: string
  readonly customerId: string
  readonly flowVersion: number
  readonly openedOn: Day
  /** What it is about: a need in words, a product, or both. */
  readonly need?: string
  readonly product?: NamedProduct
  readonly step: Step
  readonly state: OpportunityState
  /** The flow was left; the place is kept. */
  readonly paused?: true
  readonly man: Man
  readonly amountFen?: Fen
  readonly currency?: Currency
  /** The customer was spoken with about it. */
  readonly reachedOn?: Day
  /** The meeting that was agreed. */
  readonly appointment?: Moment
  /** Where no meeting was agreed: the day of the next contact. */
  readonly nextOn?: Day
  readonly metOn?: Day
  readonly shown: readonly ShownProduct[]
  readonly objections: readonly RaisedObjection[]
  readonly outcome?: Outcome
  /** Oldest first; the first is its opening. */
  readonly history: readonly Move[]
  /** The last day on which a step was made or a fact was added. */
  readonly progressOn: Day
}

/** What an opportunity begins with; of the need and the product at least one is said. */
export interface Opening {
  readonly id: string
  readonly customerId: string
  readonly need?: string
  readonly product?: NamedProduct
  readonly amountFen?: Fen
  readonly currency?: Currency
  readonly man?: Man
}

export const MAN_UNKNOWN: Man = { money: 'unknown', authority: 'unknown', need: 'unknown' }

export function openOpportunity(opening: Opening, today: Day): Opportunity {
  return {
    man: MAN_UNKNOWN,
    ...opening,
    flowVersion: FLOW_VERSION,
    openedOn: today,
    step: 1,
    state: 'open',
    shown: [],
    objections: [],
    history: [{ kind: 'open', on: today, from: 1, to: 1 }],
    progressOn: today,
  }
}
