import { describe, expect, it } from 'vitest'
import { planBrief } from '../../../src/domain/brief/plan-brief.js'
import type { Customer } from '../../../src/domain/customer/customer.js'
import { day } from '../../../src/domain/day.js'
import { fenOfYuan } from '../../../src/domain/money.js'
import { planWrapUp } from '../../../src/domain/wrap-up/wrap-up.js'
import { aContact, aCustomer, aHolding } from '../../support/customers.js'
import { CALENDAR as calendar, POLICY as policy } from '../../support/rules.js'

const MONDAY = day('2026-11-23')
const TUESDAY = day('2026-11-24')
const SATURDAY = day('2026-11-28')

const evening = (customers: readonly Customer[], known: Parameters<typeof planWrapUp>[4] = {}, on = MONDAY) =>
  planWrapUp({ managerId: 'M1', customers, changes: [] }, policy, calendar, on, known)
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)
const rows = (list: ReturnType<typeof evening>['left']) => list.map(({ item }) => item.customerId)
const flow = (on: string, yuan: number) => ({
  on: day(on),
  netFen: fenOfYuan(yuan),
  ownCount: 1,
  ownAbsFen: fenOfYuan(Math.abs(yuan)),
})

describe('the evening', () => {
  it('tells who was reached, who was tried, and what is left', () => {
    const met = aCustomer('C1', { contacts: [aContact('2026-11-23', { outcome: 'appointment' })] })
    const tried = aCustomer('C2', {
      contacts: [aContact('2026-11-23', { reached: false, outcome: 'no-answer' })],
    })
    const both = aCustomer('C3', {
      contacts: [aContact('2026-11-23', { id: 'a', reached: false }), aContact('2026-11-23', { id: 'b' })],
    })
    const left = aCustomer('C4')
    const said = evening([met, tried, both, left])
    expect(ids(said.reached)).toEqual(['C1', 'C3'])
    expect(ids(said.tried)).toEqual(['C2'])
    expect(said.meetings).toBe(1)
    expect(rows(said.left).toSorted()).toEqual(['C2', 'C4'])
  })

  it('a contact taken back was never made', () => {
    const said = evening([aCustomer('C1', { contacts: [aContact('2026-11-23', { withdrawn: true })] })])
    expect(said.reached).toEqual([])
    expect(rows(said.left)).toEqual(['C1'])
  })

  it('what is left counts beyond the day’s capacity', () => {
    const many = Array.from({ length: policy.dailyCapacity + 3 }, (_, i) => aCustomer(`C${100 + i}`))
    expect(evening(many).left).toHaveLength(policy.dailyCapacity + 3)
  })

  it.each([
    { case: 'opened, nothing logged', opened: MONDAY, contacts: [], asks: ['C1'] },
    { case: 'opened and called', opened: MONDAY, contacts: [aContact('2026-11-23')], asks: [] },
    {
      case: 'opened and tried',
      opened: MONDAY,
      contacts: [aContact('2026-11-23', { reached: false })],
      asks: [],
    },
    {
      case: 'opened, the call of another day',
      opened: MONDAY,
      contacts: [aContact('2026-11-20')],
      asks: ['C1'],
    },
    { case: 'opened on another day', opened: day('2026-11-20'), contacts: [], asks: [] },
  ])('$case', ({ opened, contacts, asks }) => {
    const said = evening([aCustomer('C1', { contacts })], {
      opened: { day: opened, customerIds: ['C1', 'C9'] },
    })
    expect(ids(said.opened)).toEqual(asks)
  })

  it('names tomorrow’s first three', () => {
    const four = ['C1', 'C2', 'C3', 'C4'].map((id) => aCustomer(id, { holdings: [aHolding('2026-11-25')] }))
    const { tomorrow } = evening(four)
    expect(tomorrow.day).toBe(TUESDAY)
    expect(rows(tomorrow.first)).toEqual(['C1', 'C2', 'C3'])
    expect(evening(four, {}, day('2026-11-27')).tomorrow.day).toBe('2026-11-30')
  })
})

describe('a large movement', () => {
  const moved = aCustomer('C1', { contacts: [aContact('2026-11-23')], flows: [flow('2026-11-23', -200_000)] })

  it('of today is shown this evening, and not again tomorrow', () => {
    const said = evening([moved])
    expect(said.movements.map((m) => m.netFen)).toEqual([fenOfYuan(-200_000)])
    expect(rows(said.tomorrow.first)).toEqual([])
    const book = { managerId: 'M1', customers: [moved], changes: [] }
    expect(planBrief(book, policy, calendar, TUESDAY).items).toHaveLength(1)
  })

  it.each([
    { case: 'a yuan less', customer: { ...moved, flows: [flow('2026-11-23', -199_999)] }, on: MONDAY },
    { case: 'of yesterday', customer: { ...moved, flows: [flow('2026-11-22', -200_000)] }, on: MONDAY },
    { case: 'on a day off', customer: { ...moved, flows: [flow('2026-11-28', -200_000)] }, on: SATURDAY },
    { case: 'of whom may not be contacted', customer: { ...moved, doNotContact: true }, on: MONDAY },
  ])('$case is not', ({ customer, on }) => {
    expect(evening([customer], {}, on).movements).toEqual([])
  })
})
