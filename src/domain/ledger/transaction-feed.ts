import type { Day } from '../day.js'

/** How far the bank's transactions were known on the day of an import. */
export interface KnownSince {
  readonly on: Day
  /** The last day for which any transaction of the bank had been imported by then. */
  readonly until: Day
}

/** Every import that brought later transactions than all before it, oldest first; `until` ascends. */
export type TransactionFeed = readonly KnownSince[]

/** Two years of an import every working day. */
const MOST_KEPT = 520

/** The feed after an import on `on` whose last transaction is of `until`. */
export function withKnown(feed: TransactionFeed, { on, until }: KnownSince): TransactionFeed {
  const last = feed.at(-1)
  if (last === undefined) return [{ on, until }]
  if (until <= last.until) return feed
  const others = last.on === on ? feed.slice(0, -1) : feed
  return [...others, { on, until }].slice(-MOST_KEPT)
}

/** The feed where nothing later than `until` is known any more, because an import was taken back; undefined: nothing is. */
export function knownUpTo(feed: TransactionFeed, until: Day | undefined): TransactionFeed {
  if (until === undefined) return []
  const kept = feed.filter((one) => one.until <= until)
  const [tooFar] = feed.slice(kept.length)
  return tooFar === undefined || kept.at(-1)?.until === until ? kept : [...kept, { on: tooFar.on, until }]
}

/**
 * The day up to which silence is counted: the last one for which any transaction of the bank is known, where that is
 * before today (Handbook §8.12). Days whose transactions have not come yet say nothing of a customer.
 */
export function countedTo(feed: TransactionFeed, today: Day): Day {
  const until = feed.at(-1)?.until
  return until !== undefined && until < today ? until : today
}

/**
 * Since when it is known that a day without transactions had come: the day itself where the first import told of it,
 * later where a file of the days after brought it. The same after a restart, for it hangs on the imports alone.
 */
export function knownOn(feed: TransactionFeed, of: Day): Day {
  const at = feed.findIndex(({ until }) => until >= of)
  const learned = at <= 0 ? of : feed[at]!.on
  return learned > of ? learned : of
}
