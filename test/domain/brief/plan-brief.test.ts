import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { briefJson } from '../../../src/domain/brief/brief-json.js'
import { planBrief } from '../../../src/domain/brief/plan-brief.js'
import type { Agreement } from '../../../src/domain/customer/contact.js'
import type { Customer } from '../../../src/domain/customer/customer.js'
import { day } from '../../../src/domain/day.js'
import { fenOfYuan } from '../../../src/domain/money.js'
import { aContact, aCustomer, aHolding } from '../../support/customers.js'
import { CALENDAR, POLICY, TODAY } from '../../support/rules.js'

const planFor = (customers: readonly Customer[], today: string = TODAY, full = false) =>
  planBrief({ managerId: 'M1', customers, changes: [] }, POLICY, CALENDAR, day(today), { full })

const kindsOf = (customer: Customer, today: string = TODAY) =>
  planFor([customer], today).items.flatMap((item) => item.reasons.map((reason) => reason.kind))

/** Due on 2026-11-20, so overdue by a day on TODAY. */
const overdue = [aContact('2026-11-13')]
const promise: Agreement = {
  id: 'a1',
  kind: 'promise',
  on: day('2026-11-20'),
  madeOn: day('2026-11-12'),
  state: 'open',
}

describe('a brief', () => {
  it('shows a customer once, with all reasons merged and the most urgent first', () => {
    const customer = aCustomer('c1', {
      contacts: overdue,
      holdings: [aHolding('2026-11-24'), aHolding('2026-11-30')],
      agreements: [promise],
      birthday: day('1980-11-24'),
      cardLevel: 'none',
    })
    const [item, ...others] = planFor([customer]).items
    expect(others).toEqual([])
    expect(item?.reasons.map((reason) => [reason.kind, reason.priority])).toEqual([
      ['maturity', 1],
      ['maturity', 1],
      ['promise', 1],
      ['cadence', 2],
      ['birthday', 2],
      ['vip-without-card', 3],
    ])
    expect(item).toMatchObject({
      tier: 'A',
      dueOn: '2026-11-20',
      overdueWorkingDays: 1,
      priority: 1,
      scoreFacts: { atStakeFen: fenOfYuan(2_000_000), brokenPromise: true },
    })
  })

  it('orders by the score, and equal scores by customer id', () => {
    const due = (id: string) => aCustomer(id, { contacts: [aContact('2026-11-16')] })
    const customers = [
      due('c3'),
      due('c1'),
      aCustomer('c2', { contacts: overdue }),
      aCustomer('c4', { contacts: overdue, holdings: [aHolding('2026-11-24')] }),
    ]
    expect(planFor(customers).items.map((item) => item.customerId)).toEqual(['c4', 'c2', 'c1', 'c3'])
  })

  it('is cut at the capacity, and counts what is cut', () => {
    const customers = Array.from({ length: 23 }, (_, n) => aCustomer(`c${n}`))
    expect(planFor(customers)).toMatchObject({ items: { length: 20 }, cut: 3 })
    expect(planFor(customers, TODAY, true)).toMatchObject({ items: { length: 23 }, cut: 0 })
    expect(planFor(customers.slice(0, 20))).toMatchObject({ items: { length: 20 }, cut: 0 })
  })

  it('has nothing to say of a quiet book', () => {
    expect(planFor([aCustomer('c1', { contacts: [aContact('2026-11-20')] })])).toMatchObject({
      items: [],
      cut: 0,
    })
  })
})

describe('a contact of today', () => {
  it('takes the customer off where the customer was reached, whoever made it', () => {
    const contacts = [...overdue, aContact(TODAY, { managerId: 'H100' })]
    expect(planFor([aCustomer('c1', { contacts, holdings: [aHolding('2026-11-24')] })]).items).toEqual([])
  })

  it('leaves the customer on where nobody answered, and shows the attempts', () => {
    const missed = aContact(TODAY, { id: 'k1', reached: false, outcome: 'no-answer', channel: 'call' })
    const withdrawn = aContact(TODAY, { id: 'k2', withdrawn: true })
    const [item] = planFor([aCustomer('c1', { contacts: [...overdue, missed, withdrawn] })]).items
    expect(item?.attempts).toEqual([{ contactId: 'k1', channel: 'call', outcome: 'no-answer' }])
  })
})

describe('do not contact', () => {
  const of = (over: Partial<Customer>) => aCustomer('c1', { doNotContact: true, contacts: overdue, ...over })

  it('leaves maturities alone, as a service notice', () => {
    const customer = of({
      holdings: [aHolding('2026-11-24')],
      agreements: [promise],
      birthday: day('1980-11-24'),
    })
    const [item] = planFor([customer]).items
    expect(item).toMatchObject({ dueOn: null, overdueWorkingDays: 0, serviceNoticeOnly: true })
    expect(item?.reasons).toMatchObject([{ kind: 'maturity', serviceNoticeOnly: true }])
  })

  it('without a maturity there is nothing', () => {
    expect(planFor([of({ agreements: [promise] })]).items).toEqual([])
  })
})

describe('the due day of a row', () => {
  it('is shown where it lies ahead, too', () => {
    const customer = aCustomer('c1', {
      contacts: [aContact('2026-11-20')],
      holdings: [aHolding('2026-11-24')],
    })
    expect(planFor([customer]).items).toMatchObject([{ dueOn: '2026-11-27', overdueWorkingDays: 0 }])
  })

  it('is null for a tier without cadence', () => {
    const customer = aCustomer('c1', { aumFen: fenOfYuan(1), holdings: [aHolding('2026-11-24')] })
    expect(planFor([customer]).items).toMatchObject([{ dueOn: null, tier: 'E' }])
  })
})

describe('on a day off', () => {
  it('nothing falls, but what is due or was promised before stays', () => {
    const customer = aCustomer('c1', {
      contacts: overdue,
      agreements: [promise],
      birthday: day('1980-11-23'),
    })
    expect(kindsOf(customer, '2026-11-22')).toEqual(['promise', 'cadence'])
    expect(planFor([customer], '2026-11-22').workingDay).toBe(false)
  })
})

describe('a year without a calendar file', () => {
  it.each([
    ['2026-12-30', false, 'the next working day has data'],
    ['2026-12-31', true, 'the next working day has none'],
    ['2027-01-05', true, 'the day has none'],
  ])('makes the brief of %s provisional: %s (%s)', (today, isProvisional) => {
    expect(planFor([], today).provisional).toBe(isProvisional)
  })

  it('marks the rows whose days lie in it', () => {
    const customers = [
      aCustomer('c1', { contacts: [aContact('2026-12-04')], holdings: [aHolding('2027-01-06')] }),
      aCustomer('c2', { contacts: [aContact('2026-11-30')], holdings: [aHolding('2026-12-07')] }),
    ]
    const { items } = planFor(customers, '2026-12-07')
    expect(items.map((item) => [item.customerId, item.provisional])).toEqual([
      ['c1', true],
      ['c2', false],
    ])
  })
})

describe('what the manager put off', () => {
  const snooze = { id: 'd1', kind: 'snooze', madeOn: day('2026-11-23'), until: day('2026-11-30') } as const
  const skip = { id: 'd1', kind: 'skip', madeOn: day('2026-11-23'), reason: '出差' } as const
  // Assigned so late that no wealth review is due yet.
  const contacted = { contacts: overdue, assignedOn: day('2026-11-16') }

  it.each([
    ['2026-11-23', [], 'the day itself'],
    ['2026-11-27', [], 'the day before it comes back'],
    ['2026-11-30', ['cadence', 'snoozed'], 'the day it comes back, still overdue'],
    ['2026-12-03', ['cadence', 'snoozed'], 'it never ages out'],
  ])('a snooze to Monday shows on %s as %o: %s', (today, kinds) => {
    expect(kindsOf(aCustomer('c1', { ...contacted, deferrals: [snooze] }), today)).toEqual(kinds)
  })

  it('a snooze to a day off comes back on the next working day', () => {
    const deferrals = [{ ...snooze, until: day('2026-11-28') }]
    expect(kindsOf(aCustomer('c1', { contacts: overdue, deferrals }), '2026-11-30')).toContain('snoozed')
  })

  it('keeps due and overdue days', () => {
    const customer = aCustomer('c1', { contacts: overdue, deferrals: [snooze] })
    expect(planFor([customer], '2026-11-30').items).toMatchObject([
      { dueOn: '2026-11-20', overdueWorkingDays: 6 },
    ])
  })

  it('lets through what is P1 on a later day, and hides it on its own', () => {
    const customer = aCustomer('c1', {
      contacts: overdue,
      deferrals: [snooze],
      holdings: [aHolding('2026-11-24')],
    })
    expect(kindsOf(customer, '2026-11-23')).toEqual([])
    expect(kindsOf(customer, '2026-11-24')).toEqual(['maturity'])
  })

  it('is over once the customer was spoken with', () => {
    const since = { ...contacted, contacts: [...overdue, aContact('2026-11-25')], deferrals: [snooze] }
    expect(kindsOf(aCustomer('c1', since), '2026-11-30')).toEqual([])
    expect(kindsOf(aCustomer('c1', since), '2026-12-02')).toEqual(['cadence'])
  })

  it('a skip starts the rhythm anew and hides nothing else of later days', () => {
    const customer = aCustomer('c1', { contacts: overdue, deferrals: [skip], birthday: day('1980-11-25') })
    expect(kindsOf(customer, '2026-11-23')).toEqual([])
    expect(kindsOf(customer, '2026-11-24')).toEqual(['birthday'])
    expect(kindsOf(customer, '2026-11-27')).toEqual([])
    expect(kindsOf(customer, '2026-11-30')).toEqual(['cadence'])
  })

  it('one that was taken back hides nothing, and the last of two counts', () => {
    expect(
      kindsOf(aCustomer('c1', { contacts: overdue, deferrals: [{ ...snooze, withdrawn: true }] })),
    ).toEqual(['cadence'])
    const deferrals = [snooze, { ...snooze, id: 'd2', madeOn: day('2026-11-24'), until: day('2026-11-25') }]
    expect(kindsOf(aCustomer('c1', { contacts: overdue, deferrals }), '2026-11-25')).toEqual([
      'cadence',
      'snoozed',
    ])
  })
})

describe('the brief as data', () => {
  it('gives sums in yuan and the parts of the score', () => {
    const customer = aCustomer('c1', {
      contacts: overdue,
      holdings: [aHolding('2026-11-24', { amountFen: fenOfYuan(123_456.78) })],
    })
    const json = JSON.parse(JSON.stringify(briefJson(planFor([customer]))))
    expect(json).toMatchObject({
      managerId: 'M1',
      day: '2026-11-23',
      cut: 0,
      items: [
        {
          customerId: 'c1',
          tier: 'A',
          dueOn: '2026-11-20',
          overdueWorkingDays: 1,
          reasons: [
            { kind: 'maturity', priority: 1, amount: 123_456.78, atStake: 123_456.78, notice: 'day-before' },
            { kind: 'cadence', priority: 2 },
          ],
        },
      ],
    })
    expect(JSON.stringify(json)).not.toContain('Fen')
  })

  it('the score is the sum of its parts, and falls along the list', () => {
    const some = fc.record({
      aum: fc.constantFrom(60_000, 250_000, 600_000, 3_000_000),
      ago: fc.nat(120),
      matures: fc.nat(31),
      sum: fc.nat(900_000),
    })
    fc.assert(
      fc.property(fc.array(some, { maxLength: 40 }), (people) => {
        const customers = people.map(({ aum, ago, matures, sum }, n) =>
          aCustomer(`c${n}`, {
            aumFen: fenOfYuan(aum),
            contacts: [aContact(new Date(Date.UTC(2026, 10, 23 - ago)).toISOString().slice(0, 10))],
            holdings: [
              aHolding(new Date(Date.UTC(2026, 10, 23 + matures)).toISOString().slice(0, 10), {
                amountFen: fenOfYuan(sum),
              }),
            ],
          }),
        )
        const { items } = briefJson(planFor(customers, TODAY, true))
        items.forEach((item, n) => {
          expect(Object.values(item.scoreParts).reduce((a, b) => a + b, 0)).toBe(item.score)
          if (n > 0) expect(items[n - 1]!.score).toBeGreaterThanOrEqual(item.score)
        })
      }),
    )
  })
})
