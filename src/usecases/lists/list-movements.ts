import { findCustomer } from '../../domain/book.js'
import type { Day, Period } from '../../domain/day.js'
import { largeMovements, type Movement } from '../../domain/ledger/movements.js'
import { type AmountRange, CNY, type Fen, fen, fenOfYuan, isInRange } from '../../domain/money.js'
import { type Policy, TIERS } from '../../domain/policy.js'
import type { WorkingCalendar } from '../../domain/working-days.js'
import type { Books } from '../../ports/ports.js'

export interface ListMovementsDeps {
  readonly books: Books
  readonly policy: Policy
  readonly calendar: WorkingCalendar
}

export interface MovementQuery {
  /** Absent: from the last working day before today to today. */
  readonly period?: Period
  /** Compared with the sum without its sign. Where it is given it takes the place of the policy's line, for all tiers. */
  readonly amount?: AmountRange
  readonly direction?: 'in' | 'out'
  readonly customerIds?: readonly string[]
}

export interface MovementList {
  readonly period: Period
  readonly query: MovementQuery
  /** The latest day first, of one day the largest. */
  readonly rows: readonly Movement[]
  readonly inFen: Fen
  /** Without its sign. */
  readonly outFen: Fen
  /** The sum that counts as large where none was asked for. */
  readonly fromFen: Fen
}

/** The large sums in or out of the manager's own customers, net of each day (Handbook §3, §9). */
export function listMovements({ books, policy, calendar }: ListMovementsDeps) {
  return async (managerId: string, query: MovementQuery, today: Day): Promise<MovementList> => {
    const book = await books.read(managerId)
    const { amount, direction, customerIds } = query
    const customers =
      customerIds === undefined ? book.customers : customerIds.flatMap((id) => findCustomer(book, id) ?? [])
    const period = query.period ?? { from: calendar.previous(today), to: today }
    const rows = largeMovements(customers, period, asked(policy, amount))
      .filter(({ netFen }) => direction === undefined || netFen > 0 === (direction === 'in'))
      .filter(({ netFen }) => amount === undefined || isInRange(amount, fen(Math.abs(netFen)), CNY))
      .toSorted(latestThenLargest)
    const sum = (of: readonly Movement[]) => fen(of.reduce((total, m) => total + Math.abs(m.netFen), 0))
    return {
      period,
      query,
      rows,
      inFen: sum(rows.filter((m) => m.netFen > 0)),
      outFen: sum(rows.filter((m) => m.netFen < 0)),
      fromFen: policy.largeMovement.fromFen,
    }
  }
}

/** Who names a sum decides what is large. */
function asked(policy: Policy, amount: AmountRange | undefined): Policy {
  if (amount === undefined) return policy
  const fromFen = fen(Math.max(1, fenOfYuan(amount.min ?? 0)))
  return { ...policy, largeMovement: { fromFen, tiers: TIERS } }
}

function latestThenLargest(a: Movement, b: Movement): number {
  if (a.on !== b.on) return a.on < b.on ? 1 : -1
  return Math.abs(b.netFen) - Math.abs(a.netFen) || (a.customer.id < b.customer.id ? -1 : 1)
}
