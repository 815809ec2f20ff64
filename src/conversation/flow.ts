import type { Book } from '../domain/book.js'
import type { Day } from '../domain/day.js'
import type { Locale, Manager } from '../domain/manager/manager.js'
import type { Answer, OpenQuestion } from '../language/context.js'

/** What a flow may look at. */
export interface View {
  readonly manager: Manager
  readonly locale: Locale
  readonly today: Day
  /** Wall-clock time of the manager, `HH:mm`. */
  readonly now: string
  /** The manager's book as it is at this step. */
  readonly book: Book
}

/** A question as a flow puts it. */
export interface Question<S = unknown> {
  readonly open: OpenQuestion
  /** What the asking says and shows; plain JSON, drawn by the dialogs. */
  readonly say: S
  /** Nothing is written by the answer: the question may be passed over. */
  readonly passing?: true
}

/** What a flow does next. */
export type Next =
  | { readonly kind: 'ask'; readonly question: Question }
  /** Something is done outside; the flow goes on with what came of it. */
  | { readonly kind: 'run'; readonly act: string; readonly input: object }
  /** The flow is over; `say` where something is left to be said. */
  | { readonly kind: 'end'; readonly say?: string }

/** A conversation as data: the same state and view always give the same next step. State is plain JSON. */
export interface Flow<S = unknown, B = unknown> {
  readonly name: string
  /** Raised when the meaning of its state changes; a state of another version begins anew. */
  readonly version: number
  begin(input: B, view: View): S
  next(state: S, view: View): Next
  /** The state after an answer to the question that `next` asked; undefined: the answer leaves the flow. */
  take(state: S, answer: Answer, view: View): S | undefined
  /** The state after something was done outside. */
  ran?(state: S, result: unknown, view: View): S
  /** What is said where it is left; undefined: nothing. @param how by the manager's word, or by an answer that turns it down */
  left(state: S, view: View, how: 'cancelled' | 'refused'): string | undefined
  /** What is done where the manager leaves it, before that is said. */
  onLeft?(state: S, view: View): Extract<Next, { kind: 'run' }> | undefined
  /** What would not be written where its question grows too old; undefined: nothing would be, and it may stay. */
  unwritten?(state: S, view: View): string | undefined
  /** The input to begin anew with, from a state of another version; undefined: it is let go. */
  renew?(state: unknown): B | undefined
}

/** Flows of any state in one table; each is given back only what it made itself. */
export type AnyFlow = Flow
