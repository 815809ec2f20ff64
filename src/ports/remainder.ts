import type { JournalEntry } from './ports.js'

export const REMAINDER_KINDS = ['conversations', 'notes', 'turns', 'unclear'] as const
/**
 * `conversations` by their keys; `notes` of the importer by their names; `turns`: what was done, by manager, as
 * `{hour: {hash of a key: answer}}`; `unclear`: the phrases, under one key.
 */
export type RemainderKind = (typeof REMAINDER_KINDS)[number]

/** What is kept beside books, desks, campaigns and the bank's tables, for whoever copies all of it to another home. */
export interface Remainder {
  /** Ascending. */
  keys(kind: RemainderKind): Promise<readonly string[]>
  /** Plain JSON; undefined where nothing is kept. */
  read(kind: RemainderKind, key: string): Promise<unknown>
  /** Of another home, as it was read there; durable when the promise resolves. */
  put(kind: RemainderKind, key: string, value: unknown): Promise<void>
  /** Lines in their order, whoever they tell of; durable when the promise resolves. */
  append(entries: readonly JournalEntry[]): Promise<void>
}
