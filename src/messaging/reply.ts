/** What the assistant says at once, whole in words and, where that reads better, as a card. */
export interface Reply {
  /** The answer in plain words: what a terminal prints, a screen reader reads and a card falls back to. */
  readonly text: string
  /** Adaptive card, schema 1.5. */
  readonly card?: AdaptiveCard
  /** The notification line of a card. Names no customer (Handbook §7). */
  readonly summary?: string
  /** The facts behind the answer, for `--json`. */
  readonly data?: unknown
}

export interface AdaptiveCard {
  readonly type: 'AdaptiveCard'
  readonly version: '1.5'
  readonly [property: string]: unknown
}
