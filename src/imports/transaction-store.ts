import type { Day } from '../domain/day.js'
import { parseDay } from '../domain/day.js'
import type { DayFlow } from '../domain/ledger/day-flow.js'
import { daysStillNeeded, foldTransactions } from '../domain/ledger/fold-transactions.js'
import type { Fen } from '../domain/money.js'
import type { Policy } from '../domain/policy.js'
import type { BankDraft } from '../ports/ports.js'
import { groupedBy } from './merge-row.js'

/** One transaction that was folded, kept so that a file imported again changes nothing and an import can be undone. */
export interface KeptTransaction {
  readonly id: string
  readonly on: Day
  readonly amountFen: Fen
  readonly balanceFen?: Fen
  readonly isOwn: boolean
  /** The import that brought it, and the one that changed it last. */
  readonly broughtBy: number
  readonly changedBy: number
}

/** The transactions of one customer, in the order in which they were booked. */
export interface CustomerTransactions {
  readonly rows: readonly KeptTransaction[]
  /** Ids of those that are too old to matter to the rules, by the import that brought them. */
  readonly older: Readonly<Record<number, readonly string[]>>
}

/** All that is kept for the customers of one manager. */
export type ManagerTransactions = ReadonlyMap<string, CustomerTransactions>

export const NO_TRANSACTIONS: CustomerTransactions = { rows: [], older: {} }

/** As it is written: `[id, day, amount, balance, own, brought by, changed by]`, for there may be a million. */
type WrittenRow = readonly [string, string, number, number | null, 0 | 1, number, number]
interface WrittenNote {
  readonly version: 1
  readonly customers: Readonly<
    Record<
      string,
      { readonly rows: readonly WrittenRow[]; readonly older: Readonly<Record<number, readonly string[]>> }
    >
  >
}

/** @param breathe awaited after each customer: a manager's may have a hundred thousand rows */
export async function transactionsOf(
  draft: BankDraft,
  managerId: string,
  breathe: () => Promise<void> = async () => {},
): Promise<ManagerTransactions> {
  const note = (await draft.note(noteOf(managerId))) as WrittenNote | undefined // nobody else writes this note
  const transactions = new Map<string, CustomerTransactions>()
  for (const [customerId, { rows, older }] of Object.entries(note?.customers ?? {})) {
    transactions.set(customerId, { rows: rows.map(readRow), older })
    await breathe()
  }
  return transactions
}

/** @param breathe awaited after each customer */
export async function putTransactions(
  draft: BankDraft,
  managerId: string,
  transactions: ManagerTransactions,
  breathe: () => Promise<void> = async () => {},
): Promise<void> {
  const customers: Record<string, WrittenNote['customers'][string]> = {}
  for (const [customerId, { rows, older }] of transactions) {
    customers[customerId] = { rows: rows.map(writtenRow), older }
    await breathe()
  }
  await draft.putNote(noteOf(managerId), { version: 1, customers } satisfies WrittenNote)
}

/** The rows the rules may still ask for, the others as ids alone; and what the kept rows fold into. */
export function settled(
  { rows, older }: CustomerTransactions,
  policy: Pick<Policy, 'rfm' | 'idleMoney'>,
  today: Day,
): { readonly transactions: CustomerTransactions; readonly flows: readonly DayFlow[] } {
  const flows = foldTransactions(rows)
  const needed = daysStillNeeded(flows, policy, today)
  if (flows.length === needed.size) return { transactions: { rows, older }, flows }
  const aged = groupedBy(
    rows.filter((row) => !needed.has(row.on)),
    (row) => String(row.broughtBy),
  )
  const olderNow: Record<number, readonly string[]> = { ...older }
  for (const [number, group] of aged) {
    olderNow[Number(number)] = [...(older[Number(number)] ?? []), ...group.map((row) => row.id)]
  }
  return {
    transactions: { rows: rows.filter((row) => needed.has(row.on)), older: olderNow },
    flows: flows.filter((flow) => needed.has(flow.on)),
  }
}

/** Lets the transactions of customers follow them from one manager's note to others'. */
export async function moveTransactions(
  draft: BankDraft,
  from: string,
  moves: readonly { readonly customerId: string; readonly to: string }[],
): Promise<void> {
  const source = new Map(await transactionsOf(draft, from))
  const going = moves.filter(({ customerId }) => source.has(customerId))
  if (going.length === 0) return
  for (const [to, group] of groupedBy(going, (move) => move.to)) {
    const target = new Map(await transactionsOf(draft, to))
    for (const { customerId } of group) {
      target.set(customerId, source.get(customerId)!)
      source.delete(customerId)
    }
    await putTransactions(draft, to, target)
  }
  await putTransactions(draft, from, source)
}

function noteOf(managerId: string): string {
  return `transactions-${managerId}`
}

function readRow([id, on, amountFen, balanceFen, own, broughtBy, changedBy]: WrittenRow): KeptTransaction {
  return {
    id,
    on: parseDay(on)!, // written from days and sums alone
    amountFen: amountFen as Fen,
    ...(balanceFen !== null && { balanceFen: balanceFen as Fen }),
    isOwn: own === 1,
    broughtBy,
    changedBy,
  }
}

function writtenRow(row: KeptTransaction): WrittenRow {
  return [
    row.id,
    row.on,
    row.amountFen,
    row.balanceFen ?? null,
    row.isOwn ? 1 : 0,
    row.broughtBy,
    row.changedBy,
  ]
}
