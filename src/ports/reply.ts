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
  /** Whom or what it shows, row by row: what "the second one" of the next message may mean. */
  readonly shows?: Shown
  /** The rows of a list, to be shown from another row on; absent where there are none. */
  readonly more?: More
  /** The same with the name of the manager beside each row. @param managerOf by customer id; undefined: nothing is said */
  readonly named?: (managerOf: (customerId: string) => string | undefined) => Reply
}

/** How far a list was shown, and its rows. */
export interface More {
  /** Rows on the card, from the first. */
  readonly shown: number
  readonly all: number
  /** The rows from `from`, counted from 0; as many as a card takes where no number is asked for. */
  rest(from: number, count?: number): Reply
}

export interface Shown {
  readonly of: 'customers' | 'products'
  /** In the order of the rows; one may stand in several. */
  readonly ids: readonly string[]
}

/** @param rows customers or products, or rows that are about one customer each */
export function shows(
  of: Shown['of'],
  rows: readonly ({ readonly id: string } | { readonly customer: { readonly id: string } })[],
): Shown {
  return { of, ids: rows.map((row) => ('customer' in row ? row.customer.id : row.id)) }
}

export interface AdaptiveCard {
  readonly type: 'AdaptiveCard'
  readonly version: '1.5'
  readonly [property: string]: unknown
}
