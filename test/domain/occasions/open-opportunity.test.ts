import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.js'
import { fenOfYuan } from '../../../src/domain/money.js'
import { openOpportunity } from '../../../src/domain/occasions/open-opportunity.js'
import { noteFacts } from '../../../src/domain/opportunity/note-facts.js'
import type { Opportunity } from '../../../src/domain/opportunity/opportunity.js'
import { lose, postpone, resume, skip } from '../../../src/domain/opportunity/steps.js'
import { aCustomer } from '../../support/customers.js'
import { contextOn } from '../../support/rules.js'
import { anOpportunity, granted } from '../opportunity/opportunities.js'

const on = (today: string, ...opportunities: readonly Opportunity[]) =>
  openOpportunity(aCustomer('C1', { opportunities }), contextOn(today))

/** Progress on a Monday and on a Saturday. */
const MONDAY = anOpportunity({ amountFen: fenOfYuan(300_000) }, day('2026-11-02'))
const SATURDAY = anOpportunity({}, day('2026-11-07'))

describe('an opportunity without progress for 14 days', () => {
  it.each([
    ['2026-11-15', MONDAY, []],
    ['2026-11-16', MONDAY, [14]],
    ['2026-12-24', MONDAY, [52]],
    // The 14th day is a Saturday: like a regular contact it falls due on Monday.
    ['2026-11-20', SATURDAY, []],
    ['2026-11-21', SATURDAY, []],
    ['2026-11-23', SATURDAY, [16]],
    ['2026-11-28', SATURDAY, [21]],
  ])('on %s', (today, opportunity, days) => {
    expect(on(today, opportunity).map((reason) => 'days' in reason && reason.days)).toEqual(days)
  })

  it('says what it is about, the sum, and what its step waits for', () => {
    expect(on('2026-11-16', granted(skip(MONDAY, day('2026-11-02'), 3)))).toEqual([
      {
        kind: 'opportunity-stuck',
        priority: 2,
        opportunityId: 'o1',
        about: '稳盈115天',
        amountFen: fenOfYuan(300_000),
        currency: 'CNY',
        atStakeFen: fenOfYuan(300_000),
        waitsFor: 'reached',
        days: 14,
      },
    ])
    expect(on('2026-11-16', { ...MONDAY, currency: 'USD' })[0]).not.toHaveProperty('atStakeFen')
  })

  it('is off the brief with the first fact that is told, and when it ends', () => {
    const today = day('2026-11-16')
    expect(on(today, noteFacts(MONDAY, { man: { money: 'yes' } }, today))).toEqual([])
    expect(on(today, granted(lose(MONDAY, '不需要', today)))).toEqual([])
  })

  it('each of two is told', () => {
    expect(on('2026-11-23', MONDAY, { ...SATURDAY, id: 'o2' })).toHaveLength(2)
  })
})

describe('one that was put off to a day', () => {
  const until = (to: string) => granted(postpone(MONDAY, day(to), day('2026-11-02')))

  it.each([
    ['2026-11-17', '2026-11-18', 0],
    ['2026-11-18', '2026-11-18', 1],
    ['2026-12-03', '2026-11-18', 1],
    // A Saturday: told on Friday, and open over the days off.
    ['2026-11-19', '2026-11-21', 0],
    ['2026-11-20', '2026-11-21', 1],
    ['2026-11-21', '2026-11-21', 0],
    ['2026-11-22', '2026-11-21', 1],
  ])('on %s, put off to %s: %i', (today, to, count) => {
    expect(on(today, until(to))).toHaveLength(count)
  })

  it('is urgent, and goes on from its day as one that is open', () => {
    expect(on('2026-11-18', until('2026-11-18'))).toMatchObject([{ kind: 'opportunity-due', priority: 1 }])
    const again = granted(resume(until('2026-11-18'), day('2026-11-18')))
    expect(on('2026-11-18', again)).toEqual([])
    expect(on('2026-12-02', again)).toMatchObject([{ kind: 'opportunity-stuck', days: 14 }])
  })
})
