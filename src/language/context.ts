import type { Channel, Objection, Outcome } from '../domain/customer/contact.js'
import type { Put } from '../domain/customer/defer.js'
import type { StatedFact } from '../domain/customer/facts/check-fact.js'
import type { ToldField } from '../domain/customer/facts/completeness.js'
import type { Moment } from '../domain/day.js'
import type { Product } from '../domain/ledger/product.js'
import type { Locale } from '../domain/manager/manager.js'
import type { AmountRange } from '../domain/money.js'
import type { Step } from '../domain/opportunity/opportunity.js'
import type { MeetingRef } from './meeting-ref.js'
import type { SettingsWish } from './particulars/read-settings.js'
import type { Intent, Reading } from './reading.js'
import type { PracticeEnd } from './requests.js'
import type { SaleTold } from './sale-words.js'
import type { Fact, ReportedContact } from './slots.js'

/** Everything of a reported contact but who it was with. */
export type Told = Omit<ReportedContact, 'customers' | 'mention'>

/** What the manager was asked and has not answered: what of it an answer is read by. */
export type OpenQuestion =
  | {
      readonly kind: 'customer'
      readonly said: string
      readonly candidates: readonly string[]
      /** The words fit nobody; the candidates only sound or are spelt like them. */
      readonly guessed?: true
    }
  | {
      readonly kind: 'confirm'
      readonly customers: readonly string[]
      /** When what is shown would be: an answer may name another time. */
      readonly when?: Moment
    }
  /** Something more, offered after what was written: a yes, a no or another time answers it, and nothing else. */
  | { readonly kind: 'offer'; readonly customers: readonly string[]; readonly when: Moment }
  | {
      readonly kind: 'when'
      readonly customers: readonly string[]
      /** Ids of the offered days, in their order; `open` for none yet. */
      readonly choices: readonly string[]
      /** A day has to be named, of today or later. */
      readonly dayNeeded?: true
    }
  | { readonly kind: 'outcome'; readonly customerId: string; readonly choices: readonly Outcome[] }
  | {
      readonly kind: 'put-off'
      readonly customers: readonly string[]
      readonly choices: readonly { readonly id: string; readonly put: Put }[]
    }
  | { readonly kind: 'meeting'; readonly meetings: readonly MeetingRef[] }
  | {
      readonly kind: 'opportunity'
      readonly customerId: string
      readonly choices: readonly { readonly id: string; readonly names: readonly string[] }[]
    }
  | { readonly kind: 'step'; readonly customerId: string; readonly step: Step; readonly productId?: string }
  | { readonly kind: 'lost'; readonly customerId: string }
  | { readonly kind: 'fact'; readonly customerId: string; readonly field: ToldField }
  | { readonly kind: 'setting'; readonly setting: 'brief-time' | 'locale' | 'capacity' }
  /** A practised call, in which whatever is said is a line of it. */
  | { readonly kind: 'line' }
  /** Which of the things that were written. */
  | { readonly kind: 'entry'; readonly entries: readonly number[] }

/** What words at a step of a sale come to, all at once. */
export interface ToldAtStep {
  readonly text: string
  readonly sale: SaleTold
  readonly objections: readonly Objection[]
  /** How a contact went, where the words say so. */
  readonly report?: Told
  readonly productId?: string
  readonly amount?: AmountRange
  readonly when?: Moment
  /** The sale itself is put off to `when`, and not a talk in it. */
  readonly postponed?: true
  /** What is to be known of the customer from now on. */
  readonly fact?: StatedFact
}

/** The answer to the open question. Each kind of question takes its own. */
export type Answer =
  | { readonly kind: 'customer'; readonly customerId: string }
  | { readonly kind: 'confirm'; readonly yes: boolean }
  /** Somebody else is meant: of the customers in `not`, or of the only one where that is absent. */
  | {
      readonly kind: 'instead'
      readonly not?: readonly string[]
      readonly said: string
      readonly candidates: readonly string[]
    }
  /** Without a moment: none is set yet. */
  | { readonly kind: 'when'; readonly moment?: Moment }
  | { readonly kind: 'outcome'; readonly told: Told }
  | { readonly kind: 'put'; readonly put: Put }
  | { readonly kind: 'meeting'; readonly meeting: MeetingRef }
  /** The id of a pressed or named choice. */
  | { readonly kind: 'choice'; readonly id: string }
  | { readonly kind: 'told'; readonly told: ToldAtStep }
  | { readonly kind: 'reason'; readonly text: string }
  | { readonly kind: 'fact'; readonly stated: StatedFact }
  | { readonly kind: 'line'; readonly text: string; readonly end?: PracticeEnd }
  | { readonly kind: 'entry'; readonly at: number }
  /** None of what is offered. */
  | { readonly kind: 'none-of-these' }

/** Something that was written in this conversation and still stands, as it stands now. */
export interface WrittenThing {
  readonly kind:
    | 'contact'
    | 'task'
    | 'appointment'
    | 'callback'
    | 'promise'
    | 'fact'
    | 'put-off'
    | 'skip'
    | 'setting'
    | 'sale'
  /** The change it belongs to. */
  readonly changeId: string
  /** Id of the contact, the agreement, the fact or the deferral. */
  readonly entryId?: string
  readonly customerId?: string
  /** Of an agreement, or of what a contact agreed. */
  readonly when?: Moment
  readonly told?: Told
  readonly fact?: Fact
  readonly setting?: 'brief-time' | 'daily-limit' | 'language' | 'pause' | 'other'
  /** Turns since it was written or last spoken of. */
  readonly age: number
  /** The turn in which it was first written. */
  readonly made: number
  /** Of the things written by one message, its place in it, from 0. */
  readonly at: number
}

/** The question that was last answered, as it was understood. */
export interface Frame {
  readonly intent: Intent
  readonly text: string
  readonly slots: Reading['slots']
  readonly asked?: Reading['asked']
  readonly mentions?: Reading['mentions']
}

/** What a message may lean on: all of it ids and plain values. */
export interface Context {
  readonly question?: OpenQuestion
  /** The list last shown, in the order of its rows. */
  readonly list?: { readonly of: 'customers' | 'products'; readonly ids: readonly string[] }
  /** The one customer who is being spoken of. */
  readonly customer?: string
  /** Several who were last spoken of together: 她俩, both. */
  readonly group?: readonly string[]
  readonly product?: string
  readonly asked?: Frame
  /** The last wish to write something, done or not. */
  readonly wish?: Frame
  /** What was written, oldest first. */
  readonly written: readonly WrittenThing[]
  /** Something was written since the last question was answered. */
  readonly wroteLast: boolean
  /** Readings that were offered for words that were not understood, in their order, in the turn before. */
  readonly offered?: { readonly text: string; readonly intents: readonly Intent[] }
  readonly products: readonly Product[]
  /** The other managers of the branch. */
  readonly colleagues: readonly { readonly id: string; readonly name: string }[]
  /** Meetings and reminders that are open, of the whole book; asked for only where one may be meant. */
  readonly meetings: () => readonly (MeetingRef & {
    readonly kind: 'appointment' | 'callback' | 'task' | 'promise'
  })[]
}

/** What of a written thing a message changes. Absent parts stay as they are. */
export interface Patch {
  readonly customer?: { readonly said: string; readonly candidates: readonly string[] }
  readonly when?: Moment
  readonly amount?: AmountRange
  readonly channel?: Channel
  /** How the contact went after all. */
  readonly told?: Told
  /** Of a fact. */
  readonly stated?: StatedFact
  /** Of a setting. */
  readonly setting?: SettingsWish
}

/** One thing that a message asks for, in the order said. */
export type Command =
  /** Fits the question that is open, and says nothing else. */
  | { readonly kind: 'answer'; readonly answer: Answer }
  /** A wish, a report or a question of its own. */
  | { readonly kind: 'wish'; readonly reading: Reading }
  /** Changes something that was written. `of`: places in `Context.written`; several are a question, none too. */
  | {
      readonly kind: 'amend'
      readonly of: readonly number[]
      readonly patch: Patch
      readonly reading: Reading
    }
  /** Takes something back that was written. */
  | {
      readonly kind: 'take-back'
      /** Places in `Context.written`; undefined: the last change, whatever it was. */
      readonly of?: readonly number[]
      /** Called off (取消, cancel), rather than never meant (撤销, undo). */
      readonly callsOff: boolean
      readonly reading: Reading
    }
  /** Leaves what is open. */
  | { readonly kind: 'cancel' }
  /** Goes on with what is open. */
  | { readonly kind: 'resume' }
  /** Could not be read, or is no more than a sound: 嗯, whatever, a picture. */
  | { readonly kind: 'unclear'; readonly reading: Reading }
  /** Holds more than anybody says in one breath: nothing of it is read. */
  | { readonly kind: 'too-much' }

/** A message as it was understood in its place. */
export interface Interpretation {
  readonly reading: Reading
  /** The language that the words are in; undefined where they are of none. */
  readonly spoken: Locale | undefined
  readonly commands: readonly Command[]
}
