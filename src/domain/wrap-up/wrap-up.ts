import type { Book } from '../book.js'
import { type BriefItem, planBrief } from '../brief/plan-brief.js'
import type { Customer } from '../customer/customer.js'
import { openDeferral } from '../customer/deferral.js'
import type { Day } from '../day.js'
import { largeMovements, type Movement, movementKey } from '../ledger/movements.js'
import type { Opened } from '../manager/desk.js'
import type { Sources } from '../occasions/sources.js'
import type { Policy } from '../policy.js'
import type { WorkingCalendar } from '../working-days.js'

/** The evening of one manager's day (Handbook §3, The evening wrap-up). */
export interface WrapUp {
  readonly day: Day
  /** Customers who were spoken with today, in the order of the book. */
  readonly reached: readonly Customer[]
  /** Customers who were tried today and not reached. */
  readonly tried: readonly Customer[]
  /** Meetings agreed today. */
  readonly meetings: number
  /** Put off or skipped today. */
  readonly putOff: readonly Customer[]
  /** What is still on today's list, the most urgent first, within and beyond the day's capacity. */
  readonly left: readonly { readonly item: BriefItem; readonly customer: Customer }[]
  /** Opened from a card or by name today, without a contact of today, in the order in which they were opened. */
  readonly opened: readonly Customer[]
  /** Large movements of today, where the day is worked (Handbook §9); do-not-contact customers' go to the head alone. */
  readonly movements: readonly Movement[]
  /** The next working day and its first three. */
  readonly tomorrow: {
    readonly day: Day
    readonly first: readonly { readonly item: BriefItem; readonly customer: Customer }[]
  }
}

/** How many of tomorrow's list are told this evening. */
const FIRST_OF_TOMORROW = 3

export function planWrapUp(
  book: Book,
  policy: Policy,
  calendar: WorkingCalendar,
  today: Day,
  known: { readonly opened?: Opened; readonly sources?: Partial<Sources> } = {},
): WrapUp {
  const { customers } = book
  const sources = known.sources === undefined ? {} : { sources: known.sources }
  const byId = new Map(customers.map((customer) => [customer.id, customer]))
  const rowsOf = (items: readonly BriefItem[]) =>
    items.map((item) => ({ item, customer: byId.get(item.customerId)! })) // a brief names customers of its book
  const ofToday = (customer: Customer) =>
    customer.contacts.filter((c) => c.on === today && c.withdrawn === undefined)
  const reached = customers.filter((customer) => ofToday(customer).some((c) => c.reached))
  const spokenWith = new Set(reached)
  const tomorrow = calendar.next(today)
  const movements = calendar.isWorkingDay(today)
    ? largeMovements(customers, { from: today, to: today }, policy).filter((m) => !m.customer.doNotContact)
    : []
  // What is told this evening is not told again tomorrow.
  const reported = new Set(known.sources?.movementsReported)
  for (const { customer, on } of movements) reported.add(movementKey(customer.id, on))
  const sourcesOfTomorrow = { ...known.sources, movementsReported: reported }
  return {
    day: today,
    reached,
    tried: customers.filter((customer) => !spokenWith.has(customer) && ofToday(customer).length > 0),
    meetings: customers.reduce(
      (sum, customer) => sum + ofToday(customer).filter((c) => c.outcome === 'appointment').length,
      0,
    ),
    putOff: customers.filter((customer) => openDeferral(customer, today)?.madeOn === today),
    left: rowsOf(planBrief(book, policy, calendar, today, { ...sources, full: true }).items),
    opened: openedWithoutContact(known.opened, byId, today),
    movements,
    tomorrow: {
      day: tomorrow,
      first: rowsOf(
        planBrief(book, policy, calendar, tomorrow, { sources: sourcesOfTomorrow }).items.slice(
          0,
          FIRST_OF_TOMORROW,
        ),
      ),
    },
  }
}

function openedWithoutContact(
  opened: Opened | undefined,
  byId: ReadonlyMap<string, Customer>,
  today: Day,
): readonly Customer[] {
  if (opened?.day !== today) return []
  return opened.customerIds.flatMap((id) => {
    const customer = byId.get(id)
    const isLogged = customer?.contacts.some((c) => c.on === today && c.withdrawn === undefined)
    return customer === undefined || isLogged ? [] : [customer]
  })
}
