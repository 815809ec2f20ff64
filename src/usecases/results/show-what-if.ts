import type { Book } from '../../domain/book.js'
import {
  aDay,
  callsAhead,
  type OtherIntervals,
  type WhatIfDays,
  whatIfDays,
  withIntervals,
} from '../../domain/cadence/what-if.js'
import type { Day } from '../../domain/day.js'
import type { Policy } from '../../domain/policy.js'
import type { WorkingCalendar } from '../../domain/working-days.js'
import type { Books, Desks } from '../../ports/ports.js'
import { eachBook } from './asked-books.js'

export interface ShowWhatIfDeps {
  readonly books: Books
  readonly desks: Desks
  readonly policy: Policy
  readonly calendar: WorkingCalendar
}

/** Calls a working day of one manager. */
export interface ManagerWhatIf {
  readonly managerId: string
  readonly now: number
  /** With the other intervals. */
  readonly changed: number
  /** Customers on one brief of theirs. */
  readonly capacity: number
  /** Calls really logged in the working days up to today, and those of them that reached somebody. */
  readonly made: number
  readonly reached: number
}

export interface WhatIf extends Pick<WhatIfDays, 'isProvisional'> {
  readonly others: OtherIntervals
  /** By manager id. */
  readonly managers: readonly ManagerWhatIf[]
}

/**
 * What other intervals of tiers would ask of the managers (Handbook §8.11). `colleagues` are those whose books are looked
 * through for calls that the managers made: a customer who was handed over since takes none of them along.
 */
export function showWhatIf({ books, desks, policy, calendar }: ShowWhatIfDeps) {
  return async (
    managerIds: readonly string[],
    others: OtherIntervals,
    today: Day,
    colleagues: readonly string[] = [],
  ): Promise<WhatIf> => {
    const days = whatIfDays(policy, calendar, today)
    const otherwise = withIntervals(policy, others)
    const made = new Map(managerIds.map((id) => [id, { calls: 0, reached: 0 }]))
    const from = days.back[0]!
    const count = ({ customers }: Book): void => {
      for (const { contacts } of customers)
        for (const { channel, on, managerId, reached, withdrawn } of contacts) {
          const own = made.get(managerId)
          if (own === undefined || channel !== 'call' || withdrawn || on < from || on > today) continue
          own.calls++
          if (reached) own.reached++
        }
    }
    const elsewhere = colleagues.filter((id) => !made.has(id))
    await eachBook(books, elsewhere, count)
    const each = await eachBook(books, managerIds, (book) => {
      count(book)
      const { customers } = book
      return {
        now: aDay(callsAhead(customers, policy, calendar, today, days.ahead), days.ahead),
        changed: aDay(callsAhead(customers, otherwise, calendar, today, days.ahead), days.ahead),
      }
    })
    const managers: ManagerWhatIf[] = []
    for (const [managerId, { now, changed }] of each) {
      const { settings } = await desks.read(managerId)
      const { calls, reached } = made.get(managerId)!
      managers.push({
        managerId,
        now,
        changed,
        capacity: settings.capacity ?? policy.dailyCapacity,
        made: aDay(calls, days.back),
        reached: aDay(reached, days.back),
      })
    }
    return { others, isProvisional: days.isProvisional, managers }
  }
}
