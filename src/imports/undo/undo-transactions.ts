import { findCustomer, withCustomers } from '../../domain/book.js'
import type { Customer } from '../../domain/customer/customer.js'
import type { Day } from '../../domain/day.js'
import { knownUpTo } from '../../domain/ledger/transaction-feed.js'
import type { Policy } from '../../domain/policy.js'
import type { BankDraft } from '../../ports/ports.js'
import type { UndoStep } from '../import-record.js'
import {
  type CustomerTransactions,
  type KeptTransaction,
  NO_TRANSACTIONS,
  putTransactions,
  settled,
  transactionsOf,
} from '../transaction-store.js'
import type { TakenBack } from './taken-back.js'

/** Takes back the transactions of one import: those it brought go, those it replaced come back. */
export async function undoTransactions(
  draft: BankDraft,
  number: number,
  steps: readonly UndoStep[],
  policy: Pick<Policy, 'rfm' | 'idleMoney'>,
  today: Day,
): Promise<TakenBack> {
  const replaced = new Map(steps.map((step) => [step.id, step]))
  const kept: string[] = []
  let undone = 0
  let until: Day | undefined
  for (const { id: managerId } of draft.managers()) {
    const transactions = new Map(await transactionsOf(draft, managerId))
    const touched = new Set<string>()
    for (const [customerId, { rows, older }] of transactions) {
      const mine = rows.filter((row) => row.changedBy === number)
      kept.push(
        ...rows.filter((row) => row.broughtBy === number && row.changedBy !== number).map((row) => row.id),
      )
      const aged = older[number] ?? []
      if (mine.length + aged.length === 0) continue
      undone += mine.length + aged.length
      const gone = new Set(mine.map((row) => row.id))
      const { [number]: _aged, ...rest } = older
      transactions.set(customerId, { rows: rows.filter((row) => !gone.has(row.id)), older: rest })
      touched.add(customerId)
      for (const row of mine) putBack(transactions, replaced.get(row.id), touched)
    }
    for (const { rows } of transactions.values())
      for (const { on } of rows) if (until === undefined || on > until) until = on
    if (touched.size > 0) await fold(draft, managerId, transactions, touched, policy, today)
  }
  await draft.putFeed(knownUpTo(draft.feed(), until))
  return { undone, kept }
}

/** Puts a replaced row where it was; its place among the rows of its day is the last. */
function putBack(
  transactions: Map<string, CustomerTransactions>,
  step: UndoStep | undefined,
  touched: Set<string>,
): void {
  if (step?.customerId === undefined) return
  const { rows, older } = transactions.get(step.customerId) ?? NO_TRANSACTIONS
  transactions.set(step.customerId, { rows: [...rows, step.before as KeptTransaction], older }) // a step of transactions holds one
  touched.add(step.customerId)
}

async function fold(
  draft: BankDraft,
  managerId: string,
  transactions: Map<string, CustomerTransactions>,
  touched: ReadonlySet<string>,
  policy: Pick<Policy, 'rfm' | 'idleMoney'>,
  today: Day,
): Promise<void> {
  const book = await draft.book(managerId)
  const changed: Customer[] = []
  for (const customerId of touched) {
    const now = settled(transactions.get(customerId) ?? NO_TRANSACTIONS, policy, today)
    transactions.set(customerId, now.transactions)
    const customer = findCustomer(book, customerId)
    if (customer !== undefined) changed.push({ ...customer, flows: now.flows })
  }
  await putTransactions(draft, managerId, transactions)
  await draft.putBook(withCustomers(book, changed))
}
