import { findCustomer, withCustomers } from '../domain/book.js'
import type { Customer } from '../domain/customer/customer.js'
import type { Day } from '../domain/day.js'
import { isOwnTransaction } from '../domain/ledger/fold-transactions.js'
import { withKnown } from '../domain/ledger/transaction-feed.js'
import type { ReadRow } from './import-rows.js'
import type { ImportRun, Taker } from './import-run.js'
import { groupedBy } from './merge-row.js'
import { paddedForms } from './number-twins.js'
import {
  type CustomerTransactions,
  type KeptTransaction,
  NO_TRANSACTIONS,
  putTransactions,
  settled,
  transactionsOf,
} from './transaction-store.js'

/** Rows that are held in memory together: the transactions of a manager are read and written once for all of them. */
const HELD_ROWS = 300_000

/** Folds transactions into what the rules need of them; a row that is known already changes nothing. */
export function transactionsTaker(run: ImportRun<'transactions'>): Taker<'transactions'> {
  let held = new Map<string, ReadRow<'transactions'>[]>()
  let count = 0
  let until: Day | undefined
  const flush = async () => {
    const groups = held
    held = new Map()
    count = 0
    for (const [managerId, rows] of groups) await takeOfManager(run, managerId, rows)
  }
  return {
    async take(rows) {
      for (const row of rows) {
        const managerId = run.draft.ownerOf(row.row.customerId)
        if (managerId === undefined) {
          run.reject(row, 'customerId', run.noCustomer(row.row.customerId))
          continue
        }
        if (until === undefined || row.row.on > until) until = row.row.on
        const group = held.get(managerId)
        if (group === undefined) held.set(managerId, [row])
        else group.push(row)
        count++
      }
      if (count >= HELD_ROWS) await flush()
    },
    async finish() {
      await flush()
      if (until === undefined) return
      const before = run.draft.feed()
      const feed = withKnown(before, { on: run.today, until })
      if (feed !== before) await run.draft.putFeed(feed)
    },
  }
}

async function takeOfManager(
  run: ImportRun<'transactions'>,
  managerId: string,
  rows: readonly ReadRow<'transactions'>[],
): Promise<void> {
  const kept = new Map(await transactionsOf(run.draft, managerId, () => run.breathe()))
  const holders = run.hasEarlier ? await holdersOf(run, kept) : new Map<string, Holder>()
  const book = await run.draft.book(managerId)
  const changed = new Map<string, Customer>()
  for (const [customerId, group] of groupedBy(rows, ({ row }) => row.customerId)) {
    await run.breathe()
    const strayed = group.flatMap(({ row }) => {
      const holder = holders.get(row.id)
      return holder === undefined || holder.customerId === customerId ? [] : [holder]
    })
    for (const { customerId: formerId, row } of strayed) {
      run.replaced(formerId, row)
      const former = kept.get(formerId)!
      settle(formerId, { ...former, rows: former.rows.filter((other) => other.id !== row.id) })
    }
    const before = kept.get(customerId) ?? NO_TRANSACTIONS
    const known = group.filter((row) => !isTwin(run, row, holders))
    const after = takeOfCustomer(run, before, known, new Set(strayed.map(({ row }) => row.id)))
    if (after !== before) settle(customerId, after)
  }
  if (changed.size === 0) return
  await putTransactions(run.draft, managerId, kept, () => run.breathe())
  await run.draft.putBook(withCustomers(book, [...changed.values()]))

  function settle(customerId: string, transactions: CustomerTransactions): void {
    const now = settled(transactions, run.rules.policy, run.today)
    kept.set(customerId, now.transactions)
    const customer = changed.get(customerId) ?? findCustomer(book, customerId)
    if (customer !== undefined) changed.set(customerId, { ...customer, flows: now.flows })
  }
}

/** Whether the row's id was kept as a number and is a known one with leading zeros, which is then said. */
function isTwin(
  run: ImportRun<'transactions'>,
  row: ReadRow<'transactions'>,
  holders: ReadonlyMap<string, Holder>,
): boolean {
  if (row.numberIds?.includes('id') !== true) return false
  const twin = paddedForms(row.row.id).find((id) => holders.has(id))
  if (twin !== undefined) run.rejectTwin(row, 'id', twin)
  return twin !== undefined
}

/** The customer's transactions with the rows taken; the same object where none changed anything. */
function takeOfCustomer(
  run: ImportRun<'transactions'>,
  before: CustomerTransactions,
  rows: readonly ReadRow<'transactions'>[],
  strayed: ReadonlySet<string>,
): CustomerTransactions {
  const older = new Set(Object.values(before.older).flat())
  const byId = new Map(before.rows.map((row) => [row.id, row]))
  let hasChanged = false
  for (const { row } of rows) {
    const current = byId.get(row.id)
    if (older.has(row.id)) {
      run.count('unchanged') // too old for what it says to matter
      continue
    }
    const balanceFen = row.balanceFen === undefined ? current?.balanceFen : (row.balanceFen ?? undefined)
    const isOwn =
      row.summary === undefined && current !== undefined
        ? current.isOwn
        : isOwnTransaction(run.rules.policy, row.summary ?? undefined)
    const next: KeptTransaction = {
      id: row.id,
      on: row.on,
      amountFen: row.amountFen,
      ...(balanceFen !== undefined && { balanceFen }),
      isOwn,
      broughtBy: current?.broughtBy ?? run.number,
      changedBy: run.number,
    }
    if (current !== undefined && saysTheSame(current, next)) {
      run.count('unchanged')
      continue
    }
    byId.set(row.id, next)
    hasChanged = true
    if (current === undefined && !strayed.has(row.id)) run.count('created')
    else run.count('updated')
    if (current !== undefined) run.replaced(row.customerId, current)
  }
  return hasChanged ? { ...before, rows: [...byId.values()] } : before
}

function saysTheSame(a: KeptTransaction, b: KeptTransaction): boolean {
  return a.on === b.on && a.amountFen === b.amountFen && a.balanceFen === b.balanceFen && a.isOwn === b.isOwn
}

interface Holder {
  readonly customerId: string
  readonly row: KeptTransaction
}

/** Whose each transaction is, of all that a manager's customers have: a corrected file may give it to another. */
async function holdersOf(
  run: ImportRun<'transactions'>,
  kept: ReadonlyMap<string, CustomerTransactions>,
): Promise<ReadonlyMap<string, Holder>> {
  const holders = new Map<string, Holder>()
  for (const [customerId, { rows }] of kept) {
    for (const row of rows) holders.set(row.id, { customerId, row })
    await run.breathe()
  }
  return holders
}
