import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.js'
import { fenOfYuan } from '../../../src/domain/money.js'
import { reviewDue, reviewsOfDay, reviewWeek } from '../../../src/domain/review/due-reviews.js'
import { aContact, aCustomer, aHolding } from '../../support/customers.js'
import { CALENDAR, POLICY, TODAY } from '../../support/rules.js'

const RULES = { policy: POLICY, calendar: CALENDAR }
const reviewed = (on: string) => aContact(on, { review: { holdings: [] } })
const dueOn = (over: Parameters<typeof aCustomer>[1], today = TODAY) =>
  reviewDue(aCustomer('C1', over), RULES, today)?.dueOn
const withMoney = (id: string, over: Parameters<typeof aCustomer>[1] = {}) =>
  aCustomer(id, { holdings: [aHolding('2027-09-01')], assignedOn: day('2026-10-01'), ...over })

describe('when a wealth review is due', () => {
  it.each([
    ['half a year after the last', { contacts: [reviewed('2026-05-20')] }, '2026-11-20'],
    ['clipped to the month’s end', { contacts: [reviewed('2025-08-31')] }, '2026-02-28'],
    ['moved on to a working day', { contacts: [reviewed('2026-05-21')] }, '2026-11-23'],
    ['30 calendar days after the assignment', { assignedOn: day('2026-10-20') }, '2026-11-19'],
    [
      'of a review, not of any contact',
      { assignedOn: day('2026-10-20'), contacts: [aContact('2026-11-02')] },
      '2026-11-19',
    ],
  ])('%s', (_, over, on) => {
    expect(dueOn(over)).toBe(on)
  })

  it('today for the never assigned, whatever day it is', () => {
    const { assignedOn: _, ...unassigned } = aCustomer('C1')
    expect(reviewDue(unassigned, RULES, day('2026-11-22'))?.dueOn).toBe('2026-11-22')
  })

  it.each([
    ['who asked for quiet', { doNotContact: true }],
    ['of tier C', { aumFen: fenOfYuan(499_999.99) }],
    ['whose assets are unknown', { aumFen: undefined as never }],
  ])('never for those %s', (_, over) => {
    expect(dueOn(over)).toBeUndefined()
  })

  it('without consent to marketing all the same', () => {
    expect(dueOn({ marketingConsent: false, assignedOn: day('2026-10-20') })).toBe('2026-11-19')
  })

  it('half a year after a skip on or after the due day; a skip before it changes nothing', () => {
    const skipped = (madeOn: string) =>
      [{ id: 'd', kind: 'skip', madeOn: day(madeOn), reason: '出国' }] as const
    expect(dueOn({ assignedOn: day('2026-10-20'), deferrals: skipped('2026-11-20') })).toBe('2027-05-20')
    expect(dueOn({ assignedOn: day('2026-10-20'), deferrals: skipped('2026-11-18') })).toBe('2026-11-19')
  })
})

describe('the reviews of a day', () => {
  const ids = (customers: readonly ReturnType<typeof aCustomer>[], today = TODAY) =>
    reviewsOfDay(customers, RULES, today).map(({ customer }) => customer.id)

  it('let a customer with money in another currency alone go before one without any', () => {
    const dollars = { holdings: [aHolding('2027-09-01', { currency: 'USD' })] }
    expect(ids([withMoney('C1', { holdings: [] }), withMoney('C2', dollars)])).toEqual(['C2', 'C1'])
  })

  it('are two: earliest due first, A before B, then by id, those without holdings last', () => {
    const b = { aumFen: fenOfYuan(600_000) }
    const book = [
      withMoney('C0', { holdings: [], assignedOn: day('2026-01-05') }),
      withMoney('C1', b),
      withMoney('C2'),
      withMoney('C3'),
      withMoney('C4', { assignedOn: day('2026-09-01'), ...b }),
    ]
    expect(ids(book)).toEqual(['C4', 'C2'])
    expect(ids(book.slice(0, 1))).toEqual(['C0'])
  })

  it('stay two when one of them was done this morning', () => {
    const book = ['C1', 'C2', 'C3'].map((id) => withMoney(id))
    expect(ids([withMoney('C1', { contacts: [reviewed(TODAY)] }), ...book.slice(1)])).toEqual(['C1', 'C2'])
  })

  it('make room for the next where one was put off before today', () => {
    const deferrals = [
      { id: 'd', kind: 'snooze', madeOn: day('2026-11-20'), until: day('2026-11-25') },
    ] as const
    const book = [withMoney('C1', { deferrals }), withMoney('C2'), withMoney('C3')]
    expect(ids(book)).toEqual(['C2', 'C3'])
    expect(ids(book, day('2026-11-25'))).toEqual(['C1', 'C2'])
  })

  it('are none on a day off', () => {
    expect(ids([withMoney('C1')], day('2026-11-22'))).toEqual([])
  })
})

describe('the reviews of a week', () => {
  const book = Array.from({ length: 12 }, (_, at) => withMoney(`C${10 + at}`))

  it.each([
    ['2026-11-23', 10, 2],
    ['2026-11-27', 2, 10],
    ['2026-11-28', 0, 12],
  ])('on %s have room for %s, and %s are behind', (today, room, behind) => {
    const week = reviewWeek(book, RULES, day(today))
    expect([week.room, week.rows.length, week.behind]).toEqual([room, room, behind])
  })
})
