import type { Day } from '../domain/day.js'
import type { Locale } from '../domain/manager/manager.js'
import type { Command, OpenQuestion, Frame as QuestionFrame } from '../language/context.js'
import type { Intent } from '../language/intents.js'

/** Changed whenever what is kept below changes its meaning: what another version kept is forgotten, but for the memory. */
export const STATE_VERSION = 2

/** When something was said or asked. */
export interface When {
  /** ISO 8601 instant. */
  readonly at: string
  readonly day: Day
  readonly turn: number
}

/** Something of the talk, and when it was said. */
export interface Kept<T> extends When {
  readonly value: T
}

/** A question that waits for its answer. */
export interface AskedQuestion {
  /** What an answer is read by. */
  readonly open: OpenQuestion
  /** Which question a pressed button answers. */
  readonly promptId: string
  /** When it was last put. */
  readonly put: When
  /** Whether it was said since then, after something else, that it is still open. */
  readonly reminded: boolean
  /** Nothing hangs on it: it is let go where the manager goes on to something else. */
  readonly passing: boolean
}

/** A conversation that is under way; plain JSON. */
export interface OpenFlow {
  readonly flow: string
  readonly version: number
  readonly state: unknown
  /** Id of the change that it ends in. */
  readonly changeId: string
  readonly question?: AskedQuestion
}

/** What is being talked of just now: what the next message may leave out. */
export interface Focus {
  /** The last question, as it was understood. */
  readonly asked?: Kept<QuestionFrame>
  /** The last wish to write something. */
  readonly wish?: Kept<QuestionFrame>
  /** The last list of several. */
  readonly list?: Kept<{ readonly of: 'customers' | 'products'; readonly ids: readonly string[] }>
  /** The one customer last shown or written about. */
  readonly customer?: Kept<string>
  /** Several who were last named or shown together. */
  readonly group?: Kept<readonly string[]>
  readonly product?: Kept<string>
  /** Changes of this conversation, oldest first. */
  readonly written?: readonly Kept<string>[]
  /** The last words that were not understood, and the readings that were offered. */
  readonly unclear?: Kept<{ readonly id: string; readonly text: string; readonly intents: readonly Intent[] }>
}

/** What is remembered of a conversation for as long as it lasts. */
export interface Memory {
  /** The language last spoken. */
  locale?: Locale
  /** The language that was asked for in answers, whatever is written; it lapses when the setting is changed. */
  answersIn?: Locale
  /** The newest brief in the chat. */
  brief?: { cardId: string; day: Day; page: number; locale?: Locale }
  /** Lines of the playbook shown before, by customer or topic, newest last. */
  said?: Readonly<Record<string, readonly string[]>>
  /** Lines shown for a customer and not yet followed by a contact, by the customer's id. */
  proposed?: Readonly<Record<string, { readonly on: Day; readonly lines: readonly string[] }>>
}

/** Where one conversation stands between two turns. */
export interface ConversationState {
  readonly version: typeof STATE_VERSION
  readonly managerId: string
  readonly turn: number
  readonly memory: Memory
  /** The flows that are open, the newest last. */
  readonly stack: readonly OpenFlow[]
  readonly focus: Focus
  /** What the last message was read as. */
  readonly said?: { readonly turn: number; readonly intent: Intent }
  /** What of a message is still to be done when the question that is open has been answered. */
  readonly rest?: Kept<readonly { readonly command: Command; readonly turnId: string }[]>
}

export function emptyState(managerId: string, memory: Memory = {}): ConversationState {
  return { version: STATE_VERSION, managerId, turn: 0, memory, stack: [], focus: {} }
}

/** What was kept, as far as it can be used: of another version, or another manager's, the language alone. */
export function parseState(kept: unknown, managerId: string): ConversationState {
  if (typeof kept !== 'object' || kept === null) return emptyState(managerId)
  const state = kept as Partial<ConversationState> // whatever a program of ours wrote; the version tells which
  if (state.version !== STATE_VERSION || state.managerId !== managerId) {
    const locale = state.memory?.locale
    return emptyState(managerId, locale === undefined ? {} : { locale })
  }
  return kept as ConversationState // written by this version
}
