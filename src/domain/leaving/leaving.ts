import { cadence } from '../cadence/cadence.js'
import type { Customer } from '../customer/customer.js'
import { addDays, type Day, daysBetween } from '../day.js'
import { countedTo, type TransactionFeed } from '../ledger/transaction-feed.js'
import type { Fen } from '../money.js'
import type { Policy } from '../policy.js'
import type { RfmScore } from '../rfm/rfm.js'
import type { WorkingCalendar } from '../working-days.js'
import { balanceFalling, type MonthEnd } from './balance-falling.js'
import { type Silence, silence } from './silence.js'

/** Why a customer may be leaving, the gravest first (Handbook §8.12). */
export const LEAVING_CAUSES = ['matured-gone', 'balance-falling', 'silence', 'overdue-contact'] as const
export type LeavingCause = (typeof LEAVING_CAUSES)[number]

/** Of what matured lately and is decided: how much, and how much of it is known to have gone (Handbook §8.6). */
export interface MaturedMoney {
  readonly maturedFen: Fen
  readonly goneFen: Fen
}

/** A cause with the figures that it rests on. */
export type Cause =
  | (MaturedMoney & { readonly kind: 'matured-gone' })
  | { readonly kind: 'balance-falling'; readonly monthEnds: readonly MonthEnd[] }
  | (Silence & { readonly kind: 'silence' })
  /** Shown beside another; alone it makes nobody leave. */
  | { readonly kind: 'overdue-contact'; readonly dueOn: Day; readonly overdueWorkingDays: number }

/** A customer who may be leaving. */
export interface Leaving {
  readonly customer: Customer
  /** The gravest first; none where the segment alone says so. */
  readonly causes: readonly Cause[]
  readonly score: RfmScore
  /** Days without an own transaction, as far as those of the bank are known; absent where none is known. */
  readonly quietDays?: number
}

export interface LeavingFacts {
  /** Of the whole branch, against which each customer is scored. */
  readonly scores: ReadonlyMap<string, RfmScore>
  readonly feed: TransactionFeed
  /** Undefined where nothing matured lately that is decided. */
  readonly maturedMoney: (customer: Customer) => MaturedMoney | undefined
}

/** Who may be leaving: by the first cause, at risk without one last, then by id. */
export function leaving(
  customers: readonly Customer[],
  facts: LeavingFacts,
  policy: Policy,
  calendar: WorkingCalendar,
  today: Day,
): readonly Leaving[] {
  const found: Leaving[] = []
  for (const customer of customers) {
    const score = facts.scores.get(customer.id)
    if (score === undefined) continue
    const causes = causesOf(customer, facts, policy, calendar, today)
    if (score.segment !== 'at-risk' && !causes.some(({ kind }) => kind !== 'overdue-contact')) continue
    found.push({ customer, causes, score, ...quietOf(customer, facts.feed, today) })
  }
  return found.sort((a, b) => rankOf(a) - rankOf(b) || (a.customer.id < b.customer.id ? -1 : 1))
}

/** What makes one customer leave, the gravest first. */
export function causesOf(
  customer: Customer,
  { feed, maturedMoney }: Pick<LeavingFacts, 'feed' | 'maturedMoney'>,
  policy: Policy,
  calendar: WorkingCalendar,
  today: Day,
): readonly Cause[] {
  const { flows } = customer
  const money = maturedMoney(customer)
  const isGone =
    money !== undefined &&
    money.maturedFen > 0 &&
    money.goneFen * 100 >= money.maturedFen * policy.leaving.goneFromPercent
  const monthEnds = balanceFalling(flows, today, policy.leaving.fallingMonthEnds)
  const silent = silence(flows, policy, today, countedTo(feed, today))
  const due = cadence(customer, policy, calendar, today)
  return [
    ...(isGone ? [{ kind: 'matured-gone', ...money } as const] : []),
    ...(monthEnds === undefined ? [] : [{ kind: 'balance-falling', monthEnds } as const]),
    ...(silent === undefined ? [] : [{ kind: 'silence', ...silent } as const]),
    ...(due.kind !== 'none' && due.overdueWorkingDays > 0
      ? [
          {
            kind: 'overdue-contact',
            dueOn: due.dueOn,
            overdueWorkingDays: due.overdueWorkingDays,
          } as const,
        ]
      : []),
  ]
}

/** An account without a transaction of the customer's own for long. */
export interface Sleeping {
  readonly customer: Customer
  readonly quietDays: number
}

/** Accounts that sleep (Handbook §9), the larger assets first; without any known transaction that is not known. */
export function sleepingAccounts(
  customers: readonly Customer[],
  feed: TransactionFeed,
  policy: Policy,
  today: Day,
): readonly Sleeping[] {
  const latest = addDays(countedTo(feed, today), -policy.sleepingAfterDays)
  return customers
    .flatMap((customer) => {
      const last = lastOwn(customer, today)
      const { quietDays } = quietOf(customer, feed, today)
      return last === undefined || last > latest || quietDays === undefined ? [] : [{ customer, quietDays }]
    })
    .sort(
      (a, b) =>
        (b.customer.aumFen ?? -1) - (a.customer.aumFen ?? -1) || (a.customer.id < b.customer.id ? -1 : 1),
    )
}

function quietOf(customer: Customer, feed: TransactionFeed, today: Day): Pick<Leaving, 'quietDays'> {
  const last = lastOwn(customer, today)
  return last === undefined ? {} : { quietDays: daysBetween(last, countedTo(feed, today)) }
}

function lastOwn({ flows }: Customer, today: Day): Day | undefined {
  return flows.findLast((flow) => flow.ownCount > 0 && flow.on <= today)?.on
}

function rankOf({ causes: [first] }: Leaving): number {
  return first === undefined ? LEAVING_CAUSES.length : LEAVING_CAUSES.indexOf(first.kind)
}
