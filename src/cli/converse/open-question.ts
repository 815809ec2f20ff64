export const QUESTION_KINDS = ['customer', 'confirm', 'when', 'outcome', 'step', 'choice'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

/** A question that the conversation keeps open, as far as its kept state tells. */
export interface OpenQuestion {
  /** The same as long as it is the same question. */
  readonly id: string
  readonly kind: QuestionKind
  /** Ids of what may be chosen; absent: what stands on its buttons. */
  readonly options?: readonly string[]
  /** It is dropped by whatever is said next: that it is gone does not make the message its answer. */
  readonly lapses?: true
}

/** What a replay needs to know of a conversation from its kept state (JSON). */
export interface ConversationView {
  /** Under which key the conversation with a manager is kept. */
  keyOf(managerId: string): string
  /** The question that is open; undefined where there is none. */
  openQuestionOf(memory: unknown): OpenQuestion | undefined
  /** What the last message was read as, in view of what is talked about; undefined where nothing is known of it. */
  intentOf(memory: unknown): string | undefined
}
