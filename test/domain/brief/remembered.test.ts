import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Book } from '../../../src/domain/book.js'
import { planBrief } from '../../../src/domain/brief/plan-brief.js'
import type { Customer } from '../../../src/domain/customer/customer.js'
import { addDays, type Day, day } from '../../../src/domain/day.js'
import { NO_SOURCES, type Sources } from '../../../src/domain/occasions/sources.js'
import { n } from '../../oracle/plain-days.js'
import { randomBank } from '../../oracle/random-bank.js'
import { booksOf, productsOf } from '../../oracle/to-domain.js'
import { aContact, aHolding } from '../../support/customers.js'
import { CALENDAR, POLICY } from '../../support/rules.js'

const TODAY = day('2026-11-23')
const bank = randomBank(11, n(TODAY), 40)
const BOOK = booksOf(bank, POLICY.bankPostings)[0]! // the bank is drawn with customers
const SOURCES: Sources = { ...NO_SOURCES, products: productsOf(bank) }

const CHANGES: readonly ((customer: Customer, at: number) => Customer)[] = [
  (customer, at) => ({ ...customer, contacts: [...customer.contacts, aContact(TODAY, { id: `k${at}` })] }),
  (customer, at) => ({
    ...customer,
    contacts: [...customer.contacts, aContact(TODAY, { id: `k${at}`, reached: false, outcome: 'no-answer' })],
  }),
  (customer) => ({ ...customer, holdings: [...customer.holdings, aHolding(addDays(TODAY, 3))] }),
  (customer) => ({ ...customer, doNotContact: !customer.doNotContact }),
  (customer) => ({ ...customer, birthday: addDays(TODAY, 1) }),
  (customer) => ({
    ...customer,
    deferrals: [
      ...(customer.deferrals ?? []),
      { id: 'd', kind: 'snooze', madeOn: TODAY, until: addDays(TODAY, 2) },
    ],
  }),
]

const plan = (book: Book, on: Day, sources: Sources) =>
  planBrief(book, POLICY, CALENDAR, on, { full: true, sources })

/** Of objects that nothing has been worked out for. */
const anew = (book: Book, on: Day) => plan(structuredClone(book), on, structuredClone(SOURCES))

describe('a brief that is planned again', () => {
  it('is the one that would be planned anew, whatever was changed in between', () => {
    const step = fc.record({
      at: fc.nat(BOOK.customers.length - 1),
      change: fc.nat(CHANGES.length - 1),
      later: fc.nat(3),
    })
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
        let book = BOOK
        for (const { at, change, later } of steps) {
          book = {
            ...book,
            customers: book.customers.map((one, n) => (n === at ? CHANGES[change]!(one, at) : one)),
          }
          const on = addDays(TODAY, later)
          expect(plan(book, on, SOURCES)).toEqual(anew(book, on))
        }
      }),
      { numRuns: 15 },
    )
  })

  it('works out nothing of customers who are as they were', () => {
    let looks = 0
    const watched = BOOK.customers.map(
      (customer) =>
        new Proxy(customer, {
          get(of, name) {
            if (name === 'holdings') looks++
            return Reflect.get(of, name) as unknown
          },
        }),
    )
    const book = { ...BOOK, customers: watched }
    const first = plan(book, TODAY, SOURCES)
    const atFirst = looks
    looks = 0
    expect(planBrief(book, POLICY, CALENDAR, TODAY, { sources: SOURCES }).items).toEqual(
      first.items.slice(0, POLICY.dailyCapacity),
    )
    expect(looks).toBeLessThan(atFirst / 3)
  })

  it('follows what is handed in', () => {
    const before = plan(BOOK, TODAY, SOURCES)
    const gift = {
      id: 'g',
      name: '挂历',
      from: TODAY,
      to: addDays(TODAY, 30),
      tiers: ['A', 'B', 'C', 'D'] as const,
    }
    const after = { ...SOURCES, gifts: [gift] }
    expect(plan(BOOK, TODAY, after)).toEqual(plan(structuredClone(BOOK), TODAY, structuredClone(after)))
    expect(plan(BOOK, TODAY, SOURCES)).toEqual(before)
  })
})
