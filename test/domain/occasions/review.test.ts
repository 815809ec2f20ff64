import { describe, expect, it } from 'vitest'
import { planBrief } from '../../../src/domain/brief/plan-brief.js'
import { why } from '../../../src/domain/brief/why.js'
import { day } from '../../../src/domain/day.js'
import { aContact, aCustomer, aHolding } from '../../support/customers.js'
import { CALENDAR, POLICY, TODAY } from '../../support/rules.js'

const customer = (id: string, over: Parameters<typeof aCustomer>[1] = {}) =>
  aCustomer(id, {
    holdings: [aHolding('2027-09-01')],
    assignedOn: day('2026-10-01'),
    contacts: [aContact('2026-11-18')],
    ...over,
  })
const bookOf = (...customers: readonly ReturnType<typeof aCustomer>[]) => ({
  managerId: 'M1',
  customers,
  changes: [],
})
const reviewed = (book: ReturnType<typeof bookOf>, today = TODAY) =>
  planBrief(book, POLICY, CALENDAR, today)
    .items.filter(({ reasons }) => reasons.some(({ kind }) => kind === 'review'))
    .map(({ customerId }) => customerId)

describe('wealth reviews on the brief', () => {
  it('are two a day, of the whole book', () => {
    expect(reviewed(bookOf(customer('C1'), customer('C2'), customer('C3')))).toEqual(['C1', 'C2'])
  })

  it('a third does not come up where one of the two was spoken with today', () => {
    const done = customer('C1', { contacts: [aContact(TODAY, { review: { holdings: [] } })] })
    expect(reviewed(bookOf(done, customer('C2'), customer('C3')))).toEqual(['C2'])
    expect(reviewed(bookOf(done, customer('C2'), customer('C3')), day('2026-11-24'))).toEqual(['C2', 'C3'])
  })

  it('are explained: who is there for a review, and who is not yet', () => {
    const book = bookOf(customer('C1'), customer('C2'), customer('C3'))
    expect(why('C1', book, POLICY, CALENDAR, TODAY)).toMatchObject({
      listed: true,
      item: { reasons: [{ kind: 'review', dueOn: '2026-11-02' }] },
    })
    expect(why('C3', book, POLICY, CALENDAR, TODAY)?.listed).toBe(false)
  })
})

describe('value plans on the brief', () => {
  const FIRST = day('2026-11-02')
  const plan = {
    id: 'p1',
    metric: 'aum',
    target: 1,
    due: day('2027-03-01'),
    steps: [{ id: 's1', care: 'emotional', on: day('2026-11-19'), test: { what: 'visit' } }],
    state: 'running',
    drafted: { on: FIRST, by: 'M1' },
    started: { on: FIRST, by: 'H1', value: 1 },
    checks: [],
    earlier: [],
  } as const
  const kinds = (over: object, today = TODAY) =>
    planBrief(
      bookOf(customer('C1', { assignedOn: day('2026-11-02'), plans: [{ ...plan, ...over }] })),
      POLICY,
      CALENDAR,
      today,
    ).items.flatMap(({ reasons }) => reasons.map(({ kind }) => kind))

  it.each([
    ['2026-11-19', false],
    ['2026-11-20', true],
    ['2026-11-21', true],
  ])('an overdue step is there from the day after its day, a day off included: %s', (today, there) => {
    const checks = [{ on: day('2026-11-19'), by: 'M1', verdict: 'on-track' }] as const
    expect(kinds({ checks }, day(today)).includes('plan-step')).toBe(there)
  })

  it.each([
    ['2026-11-13', false],
    ['2026-11-16', true],
    ['2026-11-27', true],
  ])('the check comes after 14 days and stays until it is made: %s', (today, there) => {
    expect(kinds({}, day(today)).includes('plan-check')).toBe(there)
  })

  it('only a plan that runs is there', () => {
    for (const state of ['draft', 'agreed', 'closed'] as const) expect(kinds({ state })).toEqual([])
  })
})
