import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { importPath } from '../../src/adapters/files/import-path.js'
import type { OpenFile } from '../../src/adapters/files/opened-file.js'
import type { Book } from '../../src/domain/book.js'
import { fingerprint } from '../../src/domain/fingerprint.js'
import type { Store } from '../../src/ports/store.js'
import { HELD, hostileFile } from './hostile-files.js'
import { IMPORT_DAY, IMPORT_RULES, importText } from './imports.js'

export interface HostileRun {
  readonly seed: number
  readonly count: number
  readonly isLong?: boolean
  readonly open: OpenFile
  /** Where the files are written. */
  readonly folder: string
  readonly onFile?: (done: number) => void
}

export interface HostileFound {
  /** Every way in which what must hold did not. */
  readonly broken: readonly string[]
  readonly applied: number
  /** Files by the reason that was told first. */
  readonly reasons: Readonly<Record<string, number>>
  readonly slowestMs: number
  readonly slowest: string
}

/** Fills an empty store with those whom hostile files name. */
export async function fillForHostile({ bank }: Store): Promise<void> {
  const rows = HELD.managers.map((id) => `${id},经理${id},0101`)
  await importText(bank, 'managers', `客户经理号,姓名,网点号\n${rows.join('\n')}\n`)
  const customers = HELD.customers.map((id, at) => `${id},客户${at},${HELD.managers[at % 2]}`)
  await importText(bank, 'customers', `客户号,姓名,客户经理号\n${customers.join('\n')}\n`)
}

/**
 * Imports hostile files one after another: each gives a report, and leaves the books as they were or as the report says
 * they are.
 */
export async function takeHostile(store: Store, run: HostileRun): Promise<HostileFound> {
  mkdirSync(run.folder, { recursive: true })
  const { bank } = store
  const take = importPath({
    bank,
    rules: IMPORT_RULES,
    open: run.open,
    rejectedFolder: join(run.folder, 'rejected'),
  })
  const broken: string[] = []
  const reasons: Record<string, number> = {}
  let applied = 0
  let slowestMs = 0
  let slowest = ''
  let before = await everything(store)
  for (let at = 0; at < run.count; at++) {
    const file = hostileFile(run.seed, at, run.isLong)
    const path = join(run.folder, file.name)
    writeFileSync(path, file.bytes)
    const begun = performance.now()
    try {
      const { report } = await take(file.kind, path, {
        today: IMPORT_DAY,
        at: '2026-11-23T01:00:00Z',
        partial: at % 2 === 0,
      })
      const after = await everything(store)
      const first = report.rejected[0]
      reasons[first?.code ?? 'none'] = (reasons[first?.code ?? 'none'] ?? 0) + 1
      if (report.applied) applied++
      else if (first === undefined) broken.push(`${at} (${file.how}): not applied, and no reason`)
      else if (after.text !== before.text)
        broken.push(`${at} (${file.how}): not applied, and the books changed`)
      const brought =
        file.kind === 'managers' ||
        file.kind === 'customers' ||
        file.kind === 'holdings' ||
        file.kind === 'contacts'
      if (report.applied && brought && after.of[file.kind] !== before.of[file.kind] + report.created)
        broken.push(`${at} (${file.how}): ${report.created} created, but not in the books`)
      before = after
    } catch (error) {
      broken.push(`${at} (${file.how}): ${error instanceof Error ? error.message : String(error)}`)
      before = await everything(store)
    }
    const ms = performance.now() - begun
    if (ms > slowestMs) [slowestMs, slowest] = [ms, `${at}: ${file.how}`]
    run.onFile?.(at + 1)
  }
  return { broken, applied, reasons, slowestMs: Math.round(slowestMs), slowest }
}

/** What a book says, worked out once for as long as it is the same object. */
const said = new WeakMap<Book, { readonly text: string; readonly of: readonly [number, number, number] }>()

function bookSays(book: Book) {
  const known = said.get(book)
  if (known !== undefined) return known
  const { customers } = book
  const holdings = customers.reduce((sum, one) => sum + one.holdings.length, 0)
  const contacts = customers.reduce((sum, one) => sum + one.contacts.length, 0)
  const says = { text: fingerprint(customers), of: [customers.length, holdings, contacts] as const }
  said.set(book, says)
  return says
}

/** All that an import may change, and how many there are of what it brings. */
async function everything(store: Store) {
  const managers = store.managers.all()
  const books = await Promise.all(managers.map(async ({ id }) => bookSays(await store.books.read(id))))
  const sum = (at: 0 | 1 | 2) => books.reduce((all, { of }) => all + of[at], 0)
  return {
    text: [fingerprint(managers), ...books.map(({ text }) => text)].join(' '),
    of: { managers: managers.length, customers: sum(0), holdings: sum(1), contacts: sum(2) },
  }
}
