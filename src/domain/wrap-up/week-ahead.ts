import type { Book } from '../book.js'
import { rankItems } from '../brief/plan-brief.js'
import type { Agreement } from '../customer/contact.js'
import type { Customer } from '../customer/customer.js'
import { addDays, type Day, isWithin, type Period, weekOf } from '../day.js'
import { type Maturity, maturities } from '../ledger/maturities.js'
import { occasionContext } from '../occasions/occasion.js'
import type { Sources } from '../occasions/sources.js'
import { type Proposal, proposalsOf } from '../plan/propose.js'
import type { Policy } from '../policy.js'
import type { WorkingCalendar } from '../working-days.js'

/** Monday's look at the week (Handbook §3): its maturities and the plan. */
export interface WeekAhead {
  /** From today to Sunday. */
  readonly period: Period
  readonly maturities: readonly Maturity[]
  /** Open meetings, calls, promises and reminders of the week, the earliest first. */
  readonly agreed: readonly {
    readonly customer: Customer
    readonly agreement: Agreement & { readonly on: Day }
  }[]
  /** Whom a value plan is proposed for: the first of them. */
  readonly proposals: readonly Proposal[]
  /** The working days left, each with the customers who come onto the list that day and were not on it before. */
  readonly days: readonly { readonly day: Day; readonly count: number }[]
}

export function planWeekAhead(
  book: Book,
  policy: Policy,
  calendar: WorkingCalendar,
  today: Day,
  sources: Partial<Sources> = {},
): WeekAhead {
  const period = { from: today, to: weekOf(today).to }
  const seen = new Set<string>()
  const days: { day: Day; count: number }[] = []
  for (let day = period.from; day <= period.to; day = addDays(day, 1)) {
    if (!calendar.isWorkingDay(day)) continue
    const listed = rankItems(book.customers, occasionContext(policy, calendar, day, sources))
    const fresh = listed.filter(({ customer }) => !seen.has(customer.id))
    for (const { customer } of fresh) seen.add(customer.id)
    days.push({ day, count: fresh.length })
  }
  return {
    period,
    maturities: maturities(book.customers, { period }, policy, calendar, today),
    agreed: agreedWithin(book.customers, period),
    proposals: proposalsOf(book.customers, policy, today).slice(0, policy.plan.proposalsAWeek),
    days,
  }
}

function agreedWithin(customers: readonly Customer[], period: Period): WeekAhead['agreed'] {
  return customers
    .flatMap((customer) =>
      customer.agreements.flatMap((agreement) => {
        const { on, state } = agreement
        return state === 'open' && on !== undefined && isWithin(period, on)
          ? [{ customer, agreement: { ...agreement, on } }]
          : []
      }),
    )
    .sort((a, b) => {
      const [left, right] = [momentKey(a.agreement), momentKey(b.agreement)]
      return left < right ? -1 : left > right ? 1 : 0
    })
}

function momentKey({ on, time, id }: Agreement): string {
  return `${on} ${time ?? '24:00'} ${id}`
}
