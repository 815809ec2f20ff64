import { canonical } from '../../domain/fingerprint.js'
import type { JournalEntry } from '../../ports/ports.js'
import { REMAINDER_KINDS, type RemainderKind } from '../../ports/remainder.js'
import type { Store } from '../../ports/store.js'

/** A note of the home that is moved into: where it is begun and not ended, nobody may serve it. */
export const MOVE_NOTE = 'move'

/** Each draft of a database asks whose every customer is: not for one book alone. */
const BOOKS_AT_ONCE = 50
const LINES_AT_ONCE = 1_000

export const MOVED_KINDS = [
  'managers',
  'products',
  'handed-in',
  'feed',
  'books',
  'desks',
  'campaigns',
  ...REMAINDER_KINDS,
  'journal',
] as const
export type MovedKind = (typeof MOVED_KINDS)[number]

/** How much of a kind there is, and what it comes to. */
export interface Sum {
  readonly count: number
  /** SHA-256 over what is kept, in its order. */
  readonly hash: string
}

export type Sums = Readonly<Record<MovedKind, Sum>>

export type MoveResult =
  | { readonly status: 'moved'; readonly sums: Sums; readonly resumed: boolean }
  /** Something is kept there that this move did not bring. */
  | { readonly status: 'not-empty' }
  /** The journal of the home that is moved does not hold: that is looked into first. */
  | { readonly status: 'journal-broken'; readonly line: number }
  /** What was copied is not the same: somebody wrote to one of the two meanwhile. */
  | { readonly status: 'differs'; readonly kinds: readonly MovedKind[] }

/** SHA-256, as `node:crypto` makes it. */
export interface Hashing {
  update(text: string): unknown
  digest(encoding: 'hex'): string
}

export interface MoveOptions {
  readonly newHash: () => Hashing
  readonly progress?: (kind: MovedKind, done: number, of: number) => void
}

/**
 * Copies all that is kept in one home to another that is empty, and holds the two against each other. Nothing is taken
 * from the first. What was stopped in the midst goes on where it was when it is run again.
 */
export async function moveStore(
  from: Store,
  to: Store,
  { newHash, progress = () => {} }: MoveOptions,
): Promise<MoveResult> {
  const { broken } = await from.journal.verify()
  if (broken !== undefined) return { status: 'journal-broken', line: broken.line }
  const begun = isBegun(await to.remainder.read('notes', MOVE_NOTE))
  if (!begun && !(await isEmpty(to))) return { status: 'not-empty' }
  if (!begun) await to.remainder.put('notes', MOVE_NOTE, { state: 'begun' })
  await copyBank(from, to)
  await copyBooks(from, to, progress)
  await copyDesks(from, to, progress)
  for (const branchId of await from.campaigns.branchIds()) {
    const campaigns = await from.campaigns.read(branchId)
    await to.campaigns.change(branchId, () => ({ campaigns, result: undefined }))
  }
  for (const kind of REMAINDER_KINDS) await copyRemainder(from, to, kind, progress)
  await copyJournal(from, to, progress)
  const [was, is] = [await sumsOf(from, newHash), await sumsOf(to, newHash)]
  const kinds = MOVED_KINDS.filter((kind) => was[kind].hash !== is[kind].hash)
  if (kinds.length > 0) return { status: 'differs', kinds }
  await to.remainder.put('notes', MOVE_NOTE, { state: 'ended' })
  return { status: 'moved', sums: is, resumed: begun }
}

/** Whether a move into this home was begun and not ended. */
export async function isHalfMoved({ remainder }: Pick<Store, 'remainder'>): Promise<boolean> {
  return isBegun(await remainder.read('notes', MOVE_NOTE))
}

function isBegun(note: unknown): boolean {
  return typeof note === 'object' && note !== null && Reflect.get(note, 'state') === 'begun'
}

async function isEmpty(store: Store): Promise<boolean> {
  if (store.managers.all().length > 0 || store.products.all().length > 0) return false
  if ((await store.books.managerIds()).length + (await store.desks.managerIds()).length > 0) return false
  if ((await store.journal.end()).lines > 0) return false
  const kept = await Promise.all(REMAINDER_KINDS.map((kind) => store.remainder.keys(kind)))
  return kept.every((keys) => keys.length === 0)
}

async function copyBank(from: Store, to: Store): Promise<void> {
  await to.bank.transact(async (draft) => {
    await draft.putManagers(from.managers.all())
    await draft.putProducts(from.products.all())
    await draft.putHandedIn(from.handedIn.all())
    await draft.putFeed(from.feed.current())
  })
}

type Progress = NonNullable<MoveOptions['progress']>

async function copyBooks(from: Store, to: Store, progress: Progress): Promise<void> {
  const ids = await from.books.managerIds()
  const there = new Set(await to.books.managerIds())
  for (let at = 0; at < ids.length; at += BOOKS_AT_ONCE) {
    progress('books', at, ids.length)
    const some = ids.slice(at, at + BOOKS_AT_ONCE)
    // Books of one transaction are there together: where the last is, all are.
    if (there.has(some.at(-1)!) && (await areSame(from, to, some))) continue
    await to.bank.transact(async (draft) => {
      for (const id of some) await draft.putBook(await from.books.read(id))
    })
  }
}

async function areSame(from: Store, to: Store, ids: readonly string[]): Promise<boolean> {
  for (const id of ids)
    if (canonical(await from.books.read(id)) !== canonical(await to.books.read(id))) return false
  return true
}

async function copyDesks(from: Store, to: Store, progress: Progress): Promise<void> {
  const ids = await from.desks.managerIds()
  for (const [at, id] of ids.entries()) {
    progress('desks', at, ids.length)
    const desk = await from.desks.read(id)
    if (canonical(await to.desks.read(id)) === canonical(desk)) continue
    await to.desks.change(id, () => ({ desk, result: undefined }))
  }
}

async function copyRemainder(from: Store, to: Store, kind: RemainderKind, progress: Progress): Promise<void> {
  const keys = await from.remainder.keys(kind)
  for (const [at, key] of keys.entries()) {
    if (isOwn(kind, key)) continue
    progress(kind, at, keys.length)
    await to.remainder.put(kind, key, await from.remainder.read(kind, key))
  }
}

/** The note of a move is not moved. */
function isOwn(kind: MovedKind, key: string): boolean {
  return kind === 'notes' && key === MOVE_NOTE
}

/** Lines that are there already are the first ones. */
async function copyJournal(from: Store, to: Store, progress: Progress): Promise<void> {
  const { lines: of } = await from.journal.end()
  const { lines: there } = await to.journal.end()
  let at = 0
  let some: JournalEntry[] = []
  const append = async () => {
    if (some.length > 0) await to.remainder.append(some)
    some = []
    progress('journal', at, of)
  }
  for await (const entry of from.journal.entries()) {
    if (at++ < there) continue
    some.push(entry)
    if (some.length === LINES_AT_ONCE) await append()
  }
  await append()
}

/** What a home comes to, kind by kind: the same for the same, wherever it is kept. */
export async function sumsOf(store: Store, newHash: () => Hashing): Promise<Sums> {
  const sums = new Map<MovedKind, Sum>()
  const sum = async (kind: MovedKind, things: Iterable<unknown> | AsyncIterable<unknown>) => {
    const hash = newHash()
    let count = 0
    for await (const thing of things) {
      hash.update(`${canonical({ thing })}\n`)
      count++
    }
    sums.set(kind, { count, hash: hash.digest('hex') })
  }
  await sum('managers', store.managers.all())
  await sum('products', store.products.all())
  await sum('handed-in', Object.entries(store.handedIn.all()))
  await sum('feed', store.feed.current())
  await sum('books', each(await store.books.managerIds(), store.books.read))
  await sum('desks', each(await store.desks.managerIds(), store.desks.read))
  await sum('campaigns', each(await store.campaigns.branchIds(), store.campaigns.read))
  for (const kind of REMAINDER_KINDS) {
    const keys = (await store.remainder.keys(kind)).filter((key) => !isOwn(kind, key))
    await sum(
      kind,
      each(keys, (key) => store.remainder.read(kind, key)),
    )
  }
  await sum('journal', store.journal.entries())
  return Object.fromEntries(sums) as Record<MovedKind, Sum> // one of each was put in
}

async function* each(
  keys: readonly string[],
  read: (key: string) => Promise<unknown>,
): AsyncIterable<readonly [string, unknown]> {
  for (const key of keys) yield [key, await read(key)]
}
