import type { Customer } from '../customer/customer.js'
import { isWithin, type Period } from '../day.js'
import { addFen, CNY, type Currency, type Fen, fen } from '../money.js'

/** What one manager did in a period, counted from the contacts written down (Handbook §3, Friday's results). */
export interface Results {
  readonly contacts: number
  readonly calls: number
  /** Of the calls; the others are attempts. */
  readonly callsReached: number
  readonly visits: number
  /** WeChat, text messages and mails. */
  readonly messages: number
  readonly reached: number
  /** Different customers who were reached. */
  readonly customersReached: number
  /** Meetings that were agreed. */
  readonly meetings: number
  readonly closed: number
  /** Sums of what was closed, yuan first; closings without a sum are in `closed` alone. */
  readonly closedSums: readonly { readonly currency: Currency; readonly amountFen: Fen }[]
  readonly promisesKept: number
}

/** A promise counts to the period in which it was due, for the day on which it was kept is not written down. */
export function resultsOf(customers: readonly Customer[], managerId: string, period: Period): Results {
  const sums = new Map<Currency, Fen>()
  const count = {
    contacts: 0,
    calls: 0,
    callsReached: 0,
    visits: 0,
    messages: 0,
    reached: 0,
    meetings: 0,
    closed: 0,
  }
  const reached = new Set<string>()
  let promisesKept = 0
  for (const customer of customers) {
    for (const contact of customer.contacts) {
      if (contact.managerId !== managerId || contact.withdrawn || !isWithin(period, contact.on)) continue
      count.contacts++
      if (contact.channel === 'call') {
        count.calls++
        if (contact.reached) count.callsReached++
      } else if (contact.channel === 'visit') count.visits++
      else if (contact.channel !== undefined) count.messages++
      if (contact.reached) {
        count.reached++
        reached.add(customer.id)
      }
      if (contact.outcome === 'appointment') count.meetings++
      if (contact.outcome !== 'closed') continue
      count.closed++
      if (contact.amountFen === undefined) continue
      const currency = contact.currency ?? CNY
      sums.set(currency, addFen(sums.get(currency) ?? fen(0), contact.amountFen))
    }
    promisesKept += customer.agreements.filter(
      (a) => a.kind === 'promise' && a.state === 'kept' && a.on !== undefined && isWithin(period, a.on),
    ).length
  }
  return { ...count, customersReached: reached.size, promisesKept, closedSums: sumsInOrder(sums) }
}

/** The results of one manager with the customers of several books, each of which was counted alone. */
export function addResults(parts: readonly Results[]): Results {
  const sum = (of: (part: Results) => number) => parts.reduce((total, part) => total + of(part), 0)
  const sums = new Map<Currency, Fen>()
  for (const { currency, amountFen } of parts.flatMap((part) => part.closedSums))
    sums.set(currency, addFen(sums.get(currency) ?? fen(0), amountFen))
  return {
    contacts: sum((part) => part.contacts),
    calls: sum((part) => part.calls),
    callsReached: sum((part) => part.callsReached),
    visits: sum((part) => part.visits),
    messages: sum((part) => part.messages),
    reached: sum((part) => part.reached),
    meetings: sum((part) => part.meetings),
    closed: sum((part) => part.closed),
    customersReached: sum((part) => part.customersReached),
    promisesKept: sum((part) => part.promisesKept),
    closedSums: sumsInOrder(sums),
  }
}

function sumsInOrder(sums: ReadonlyMap<Currency, Fen>): Results['closedSums'] {
  const yuanFirst = (currency: Currency) => (currency === CNY ? '' : currency)
  return [...sums]
    .map(([currency, amountFen]) => ({ currency, amountFen }))
    .sort((a, b) => (yuanFirst(a.currency) < yuanFirst(b.currency) ? -1 : 1))
}
