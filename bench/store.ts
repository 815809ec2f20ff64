import { mkdir, mkdtemp, open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bookKind } from '../src/adapters/lowdb/book-kind.js'
import { decodeDocument, encodeDocument } from '../src/adapters/lowdb/document.js'
import { openStore } from '../src/adapters/lowdb/store.js'
import type { Book } from '../src/domain/book.js'
import type { Store } from '../src/ports/store.js'
import { aBigBook, aContact } from '../test/contract/builders.js'

const CUSTOMERS = 1_000
const CHANGES = 150

/**
 * One acknowledged contact after another in a book of 1,000 customers with ten contacts and three holdings each, against a loop
 * that does nothing but append as many bytes as a line of the log has and fsync them, and one that writes the whole book; times in
 * milliseconds.
 */
export async function benchStore(): Promise<Record<string, number>> {
  const folder = await mkdtemp(join(tmpdir(), 'daybook-bench-'))
  try {
    const home = join(folder, 'home')
    let ids = 0
    const options = { log: { warn: () => {} }, newId: () => `id${++ids}`, now: () => new Date() }
    const store = await openStore(home, options)
    await store.bank.transact((draft) => draft.putBook(aBigBook('m1', CUSTOMERS)))
    const change = (n: number) =>
      store.books.change('m1', (book) => ({ book: withOneMore(book, n), result: n }))

    const first = await timed(() => change(0))
    const changes = await times(CHANGES, change)
    const { size } = await stat(join(home, 'books', 'm1.json'))
    const together = await logsOfMany(store)
    const small = await times(CHANGES, (n) => store.conversations.write('chat', { step: n }))
    const journal = await timed(() =>
      Promise.all(
        Array.from({ length: 1_000 }, () =>
          store.journal.append({ at: options.now().toISOString(), managerId: 'm1', act: 'book.view' }),
        ),
      ),
    )
    await store.close()

    const bare = await bareFsyncLoop(join(folder, 'bare'), Buffer.alloc(size, 'x'))
    const bareSmall = await bareFsyncLoop(join(folder, 'bare-small'), Buffer.alloc(100, 'x'))
    const bareAppend = await bareAppendLoop(join(folder, 'bare-append'), Buffer.alloc(2_000, 'x'))
    return {
      customers: CUSTOMERS,
      bookBytes: size,
      ...(await codec()),
      firstChangeAfterImportMs: first,
      changesPerSecond: 1_000 / mean(changes),
      bareAppendsPerSecond: 1_000 / mean(bareAppend),
      changesToBareAppends: mean(bareAppend) / mean(changes),
      turnsOf16ManagersPerSecond: together,
      turnsOf16ManagersToBareAppends: (together * mean(bareAppend)) / 1_000,
      changeMedianMs: quantile(changes, 0.5),
      changeP99Ms: quantile(changes, 0.99),
      bareFsyncsPerSecond: 1_000 / mean(bare),
      bareFsyncMedianMs: quantile(bare, 0.5),
      changeToBareMedian: quantile(changes, 0.5) / quantile(bare, 0.5),
      dialogStateMedianMs: quantile(small, 0.5),
      bareSmallFsyncMedianMs: quantile(bareSmall, 0.5),
      journalEntriesPerSecond: 1_000 / (journal / 1_000),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Turns a second of managers who speak at once, each a contact, where the conversation stands, a key and a line of the journal. */
async function logsOfMany(store: Store): Promise<number> {
  const managers = Array.from({ length: 16 }, (_, n) => `w${n}`)
  for (const id of managers) {
    await store.bank.transact((draft) => {
      const { customers, ...book } = aBigBook(id, 100)
      return draft.putBook({
        ...book,
        customers: customers.map((one) => ({ ...one, id: `${id}-${one.id}` })),
      })
    })
  }
  const turn = (managerId: string, n: number) => {
    const at = new Date().toISOString()
    return store.turns.once({ managerId, keys: [`${managerId}-${n}`], at }, async () => {
      await store.books.change(managerId, (book) => ({ book: withOneMore(book, n), result: undefined }))
      await store.conversations.write(`chat-${managerId}`, { step: n })
      await store.journal.append({ at, managerId, act: 'contact.log' })
      return { result: undefined, answer: '已记' }
    })
  }
  const each = 50
  const ms = await timed(() =>
    Promise.all(
      managers.map(async (id) => {
        for (let n = 0; n < each; n++) await turn(id, n)
      }),
    ),
  )
  return (managers.length * each) / (ms / 1_000)
}

/** What the processor does in a write and in a read, without the disk. */
async function codec(): Promise<Record<string, number>> {
  let book = aBigBook('m1', CUSTOMERS)
  const cold = await timed(() => encodeDocument(bookKind, 'm1', book))
  const warm = await times(50, (n) => {
    book = withOneMore(book, n)
    return encodeDocument(bookKind, 'm1', book)
  })
  const bytes = Buffer.concat(encodeDocument(bookKind, 'm1', book))
  const parse = await times(20, () => decodeDocument(bookKind, 'm1', bytes))
  const json = await times(20, () => JSON.parse(bytes.toString()) as unknown)
  return {
    encodeColdMs: cold,
    encodeOneChangedMs: quantile(warm, 0.5),
    parseMedianMs: quantile(parse, 0.5),
    jsonParseMedianMs: quantile(json, 0.5),
  }
}

function withOneMore(book: Book, n: number): Book {
  const at = (n * 37) % book.customers.length
  const customer = book.customers[at]!
  const contact = aContact({ id: `new-${n}`, note: '电话里说下周三来网点。' })
  return {
    ...book,
    customers: book.customers.with(at, { ...customer, contacts: [...customer.contacts, contact] }),
  }
}

async function bareFsyncLoop(folder: string, bytes: Buffer): Promise<number[]> {
  await mkdir(folder)
  return times(CHANGES, async (n) => {
    const file = await open(join(folder, `${n % 2}`), 'w')
    await file.writeFile(bytes)
    await file.sync()
    await file.close()
  })
}

async function bareAppendLoop(path: string, bytes: Buffer): Promise<number[]> {
  return times(CHANGES, async () => {
    const file = await open(path, 'a')
    await file.writeFile(bytes)
    await file.datasync()
    await file.close()
  })
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function times(count: number, work: (n: number) => unknown): Promise<number[]> {
  const all: number[] = []
  for (let n = 1; n <= count; n++) all.push(await timed(() => work(n)))
  return all
}

function mean(all: readonly number[]): number {
  return all.reduce((sum, one) => sum + one, 0) / all.length
}

function quantile(all: readonly number[], share: number): number {
  return all.toSorted((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share))]!
}
