import { describe, expect, it } from 'vitest'
import { branchDayOf, exceptionsOf, planBookDay } from '../../../src/domain/branch/branch-day.js'
import type { Agreement } from '../../../src/domain/customer/contact.js'
import type { Customer } from '../../../src/domain/customer/customer.js'
import { day } from '../../../src/domain/day.js'
import { fenOfYuan } from '../../../src/domain/money.js'
import { aContact, aCustomer, aHolding } from '../../support/customers.js'
import { CALENDAR as calendar, POLICY as policy } from '../../support/rules.js'

const MONDAY = day('2026-11-23')
const WEEK = { from: MONDAY, to: MONDAY }
const branch = (...books: readonly (readonly Customer[])[]) =>
  branchDayOf(
    books.map((customers, at) =>
      planBookDay({ managerId: `M${at + 1}`, customers, changes: [] }, policy, calendar, MONDAY, WEEK),
    ),
    policy,
    MONDAY,
  )
const quiet = { contacts: [aContact('2026-11-20')] }
const flow = (on: string, yuan: number) => ({
  on: day(on),
  netFen: fenOfYuan(yuan),
  ownCount: 1,
  ownAbsFen: fenOfYuan(Math.abs(yuan)),
})
const promise = (on: string, over: Partial<Agreement> = {}): Agreement => ({
  id: 'p1',
  kind: 'promise',
  on: day(on),
  madeOn: day('2026-11-10'),
  state: 'open',
  ...over,
})

it('a branch in order has nothing to look at', () => {
  const said = branch([aCustomer('C1', quiet)], [aCustomer('C2', quiet)])
  expect(exceptionsOf(said)).toBe(0)
  expect(said.byManager).toEqual([
    { managerId: 'M1', covered: 1, of: 1 },
    { managerId: 'M2', covered: 1, of: 1 },
  ])
})

describe('large movements', () => {
  it.each([
    { case: 'of Friday', on: '2026-11-20', yuan: 200_000, told: 1 },
    { case: 'of the weekend', on: '2026-11-21', yuan: -250_000, told: 1 },
    { case: 'of Thursday', on: '2026-11-19', yuan: 300_000, told: 0 },
    { case: 'a yuan too small', on: '2026-11-20', yuan: 199_999, told: 0 },
  ])('$case: $told', ({ on, yuan, told }) => {
    expect(branch([aCustomer('C1', { ...quiet, flows: [flow(on, yuan)] })]).movements).toHaveLength(told)
  })

  it('of whom may not be contacted go to the head, the largest first', () => {
    const silent = aCustomer('C1', { ...quiet, doNotContact: true, flows: [flow('2026-11-20', 200_000)] })
    const larger = aCustomer('C2', { ...quiet, flows: [flow('2026-11-20', -900_000)] })
    expect(branch([silent], [larger]).movements.map((m) => m.managerId)).toEqual(['M2', 'M1'])
  })
})

describe('maturities nobody has contacted', () => {
  it.each([
    { case: 'in seven days', on: '2026-11-30', contact: '2026-10-01', told: 1 },
    { case: 'in eight days', on: '2026-12-01', contact: '2026-10-01', told: 0 },
    { case: 'spoken with 30 days before', on: '2026-11-30', contact: '2026-10-31', told: 0 },
    { case: 'spoken with 31 days before', on: '2026-11-30', contact: '2026-10-30', told: 1 },
  ])('$case: $told', ({ on, contact, told }) => {
    const customer = aCustomer('C1', { contacts: [aContact(contact)], holdings: [aHolding(on)] })
    expect(branch([customer]).uncontacted).toHaveLength(told)
  })
})

describe('overdue', () => {
  it.each([
    { tier: 'A', yuan: 2_000_000, told: 1 },
    { tier: 'B', yuan: 500_000, told: 1 },
    { tier: 'C', yuan: 499_999, told: 0 },
  ])('tier $tier: $told', ({ yuan, told }) => {
    const customer = aCustomer('C1', { aumFen: fenOfYuan(yuan), contacts: [aContact('2026-09-01')] })
    expect(branch([customer]).overdue).toHaveLength(told)
  })

  it('due today is not overdue, and counts as covered', () => {
    const said = branch([aCustomer('C1', { contacts: [aContact('2026-11-16')] })])
    expect(said.overdue).toEqual([])
    expect(said.byTier[0]).toEqual({ tier: 'A', covered: 1, of: 1 })
  })

  it('a working day later it is, and does not', () => {
    const said = branch([aCustomer('C1', { contacts: [aContact('2026-11-13')] })])
    expect(said.overdue).toMatchObject([{ managerId: 'M1', due: { overdueWorkingDays: 1 } }])
    expect(said.byTier[0]).toEqual({ tier: 'A', covered: 0, of: 1 })
  })
})

describe('promises', () => {
  it.each([
    { case: 'of Friday, open', one: promise('2026-11-20'), told: 1 },
    { case: 'of today', one: promise('2026-11-23'), told: 0 },
    { case: 'of Friday, kept', one: promise('2026-11-20', { state: 'kept' }), told: 0 },
    { case: 'a reminder', one: promise('2026-11-20', { kind: 'task' }), told: 0 },
  ])('$case: $told', ({ one, told }) => {
    expect(branch([aCustomer('C1', { ...quiet, agreements: [one] })]).broken).toHaveLength(told)
  })
})

it('the contacts of the period are counted for whoever made them', () => {
  const contacts = [
    aContact('2026-11-23', { id: 'a' }),
    aContact('2026-11-23', { id: 'b', reached: false }),
    aContact('2026-11-23', { id: 'c', managerId: 'M9' }),
    aContact('2026-11-20', { id: 'd' }),
  ]
  expect(branch([aCustomer('C1', { contacts })]).contacts).toEqual([
    { managerId: 'M1', reached: 1, attempts: 1 },
  ])
})
