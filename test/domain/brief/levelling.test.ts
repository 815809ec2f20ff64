import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Brief, planBrief } from '../../../src/domain/brief/plan-brief.js'
import type { Contact } from '../../../src/domain/customer/contact.js'
import type { Customer } from '../../../src/domain/customer/customer.js'
import { addDays, type Day, day } from '../../../src/domain/day.js'
import { fenOfYuan } from '../../../src/domain/money.js'
import { aContact, aCustomer, aHolding } from '../../support/customers.js'
import { CALENDAR, POLICY } from '../../support/rules.js'

/** The working days before National Day 2026. */
const FIVE = ['2026-09-23', '2026-09-24', '2026-09-28', '2026-09-29', '2026-09-30'].map(day)

/** A customer of tier C whose monthly contact falls `index` days into the holiday. */
function falling(index: number, over: Partial<Customer> = {}): Customer {
  return aCustomer(`f${String(index).padStart(3, '0')}`, {
    aumFen: fenOfYuan(300_000),
    contacts: [aContact(addDays(day('2026-09-01'), index % 7))],
    ...over,
  })
}

/** Someone overdue throughout. */
const overdue = (index: number) => aCustomer(`o${index}`, { contacts: [aContact('2026-09-01')] })

const planFor = (customers: readonly Customer[], today: Day): Brief =>
  planBrief({ managerId: 'M1', customers, changes: [] }, POLICY, CALENDAR, today)

const namesOf = (brief: Brief) => brief.items.map((item) => item.customerId)
const perDay = (customers: readonly Customer[]) => FIVE.map((on) => namesOf(planFor(customers, on)).sort())

describe('before a long holiday', () => {
  it('what falls into it is spread over the five working days, earliest due first', () => {
    const customers = Array.from({ length: 10 }, (_, n) => falling(n))
    expect(perDay(customers)).toEqual([
      ['f000', 'f007'],
      ['f001', 'f008'],
      ['f002', 'f009'],
      ['f003', 'f004'],
      ['f005', 'f006'],
    ])
  })

  it('due and overdue days stay, and the reason names the holiday', () => {
    const [item] = planFor([falling(3)], day('2026-09-23')).items
    expect(item).toMatchObject({ dueOn: '2026-10-08', overdueWorkingDays: 0, priority: 2 })
    expect(item?.reasons).toMatchObject([{ kind: 'cadence', beforeHoliday: '2026-10-01' }])
  })

  it.each([
    ['2026-09-22', 'a day earlier than the five'],
    ['2026-10-03', 'in the holiday'],
    ['2026-09-25', 'a day off between the five'],
  ])('nothing is brought forward on %s, %s', (today) => {
    expect(planFor([falling(0), falling(1)], day(today)).items).toEqual([])
  })

  it.each([
    ['2026-09-30', 'Mid-Autumn is no long holiday to level for', '2026-09-25', '2026-09-24'],
    ['2026-05-03', 'Labour Day neither', '2026-05-01', '2026-04-30'],
  ])('%s: %s', (_, __, dueOn, today) => {
    const customer = aCustomer('c1', { contacts: [aContact(addDays(day(dueOn), -7))] })
    expect(planFor([customer], day(today)).items).toEqual([])
  })

  it('a holiday joined to National Day belongs to it', () => {
    // In 2023 the days off run from Mid-Autumn on 29 September to 6 October; the 30th is a Saturday in between.
    const customer = aCustomer('c1', { contacts: [aContact('2023-09-23')] })
    expect(planFor([customer], day('2023-09-25')).items).toMatchObject([{ dueOn: '2023-10-07' }])
  })

  it("only the room that a day's own list leaves is filled", () => {
    const customers = [
      ...Array.from({ length: 18 }, (_, n) => overdue(n)),
      ...Array.from({ length: 30 }, (_, n) => falling(n)),
    ]
    for (const on of FIVE) expect(planFor(customers, on)).toMatchObject({ items: { length: 20 }, cut: 0 })
    const brought = FIVE.flatMap((on) => namesOf(planFor(customers, on)).filter((id) => id.startsWith('f')))
    expect(new Set(brought).size).toBe(10)
  })

  it('a full list leaves none, and counts nothing as cut for it', () => {
    const customers = [...Array.from({ length: 21 }, (_, n) => overdue(n)), falling(0)]
    expect(planFor(customers, day('2026-09-28'))).toMatchObject({ cut: 1 })
    expect(namesOf(planFor(customers, day('2026-09-28')))).not.toContain('f000')
  })

  it('who is on the list for something else gets the regular contact with it', () => {
    const customer = falling(3, { holdings: [aHolding('2026-09-24')] })
    const reasons = planFor([customer], day('2026-09-23')).items[0]?.reasons
    expect(reasons?.map((reason) => reason.kind)).toEqual(['maturity', 'cadence'])
  })

  it('what was worked off on one day does not change whose turn it is on the next', () => {
    const customers = Array.from({ length: 10 }, (_, n) => falling(n))
    const undone = perDay(customers)
    const done = new Map<string, Contact>()
    for (const [index, on] of FIVE.entries()) {
      const asNow = customers.map((c) => ({
        ...c,
        contacts: [...c.contacts, ...(done.has(c.id) ? [done.get(c.id)!] : [])],
      }))
      const names = namesOf(planFor(asNow, on)).sort()
      expect(names).toEqual(undone[index])
      for (const id of names) done.set(id, aContact(on))
    }
  })

  it('during the day the list does not grow by what was done', () => {
    const customers = [
      ...Array.from({ length: 18 }, (_, n) => overdue(n)),
      ...Array.from({ length: 30 }, (_, n) => falling(n)),
    ]
    const afterFiveCalls = customers.map((c, n) =>
      n < 5 ? { ...c, contacts: [...c.contacts, aContact('2026-09-23')] } : c,
    )
    expect(namesOf(planFor(afterFiveCalls, FIVE[0]!))).toHaveLength(15)
  })

  it('nobody is lost, nobody comes twice, and no day is over capacity, as long as there is room', () => {
    fc.assert(
      fc.property(fc.nat(19), fc.nat(100), (busy, holiday) => {
        const customers = [
          ...Array.from({ length: busy }, (_, n) => overdue(n)),
          ...Array.from({ length: holiday }, (_, n) => falling(n)),
        ]
        const brought = FIVE.flatMap((on) => {
          const { items, cut } = planFor(customers, on)
          expect(items.length).toBeLessThanOrEqual(POLICY.dailyCapacity)
          expect(cut).toBe(0)
          return items.map((item) => item.customerId).filter((id) => id.startsWith('f'))
        })
        expect(new Set(brought).size).toBe(brought.length)
        expect(brought.length).toBe(Math.min(holiday, 5 * (POLICY.dailyCapacity - busy)))
      }),
      { numRuns: 15 },
    )
  })
})
