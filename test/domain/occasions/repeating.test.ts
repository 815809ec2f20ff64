import { describe, expect, it } from 'vitest'
import type { Customer } from '../../../src/domain/customer/customer.js'
import { addDays, type Day, day } from '../../../src/domain/day.js'
import type { DayFlow } from '../../../src/domain/ledger/day-flow.js'
import { fen, fenOfYuan } from '../../../src/domain/money.js'
import { assessment } from '../../../src/domain/occasions/assessment.js'
import { idle } from '../../../src/domain/occasions/money/idle.js'
import type { Occasion } from '../../../src/domain/occasions/occasion.js'
import { sleeping } from '../../../src/domain/occasions/sleeping.js'
import { vipLine } from '../../../src/domain/occasions/vip/vip-line.js'
import { aCustomer, aHolding } from '../../support/customers.js'
import { CALENDAR, contextOn } from '../../support/rules.js'

/** The working days of a span on which an occasion shows. */
function shownBetween(occasion: Occasion, over: Partial<Customer>, from: string, to: string): readonly Day[] {
  const customer = aCustomer('c1', over)
  const shown: Day[] = []
  for (let on = CALENDAR.sameOrNext(day(from)); on <= to; on = CALENDAR.next(on))
    if (occasion(customer, contextOn(on)).length > 0) shown.push(on)
  return shown
}

function flow(on: string, over: Partial<DayFlow> = {}): DayFlow {
  return { on: day(on), netFen: fen(100), ownCount: 1, ownAbsFen: fen(100), ...over }
}

describe('an assessment about to expire', () => {
  const assessed = (on: string) => ({ riskRating: 'C3', riskAssessedOn: day(on) }) as const

  it('shows once within 30 days of its last valid day, then weekly up to it', () => {
    // Last valid on Thursday 2026-12-10.
    expect(shownBetween(assessment, assessed('2025-12-10'), '2026-10-01', '2026-12-31')).toEqual([
      '2026-11-10',
      '2026-11-17',
      '2026-11-24',
      '2026-12-01',
      '2026-12-08',
    ])
  })

  it('counts the week from the day it was shown, where a day off moved it', () => {
    // The notice begins on Saturday 2026-10-03, in National Day.
    expect(shownBetween(assessment, assessed('2025-11-02'), '2026-09-01', '2026-12-31')).toEqual([
      '2026-10-08',
      '2026-10-15',
      '2026-10-22',
      '2026-10-29',
    ])
  })

  it('is told up to the last valid day and not on the next', () => {
    expect(assessment(aCustomer('c1', assessed('2025-12-14')), contextOn('2026-12-14'))).toMatchObject([
      { lastValidDay: '2026-12-14', daysLeft: 0 },
    ])
    expect(assessment(aCustomer('c1', assessed('2025-12-14')), contextOn('2026-12-21'))).toEqual([])
  })

  it('nobody counts as assessed by a day without a rating, or a rating without a day', () => {
    expect(
      shownBetween(assessment, { riskAssessedOn: day('2025-12-10') }, '2026-10-01', '2026-12-31'),
    ).toEqual([])
    expect(shownBetween(assessment, { riskRating: 'C3' }, '2026-10-01', '2026-12-31')).toEqual([])
  })
})

describe('a sleeping account', () => {
  it('shows when the last own transaction is 90 days ago, then monthly', () => {
    // 90 days after 2026-06-01 is Sunday 2026-08-30.
    expect(shownBetween(sleeping, { flows: [flow('2026-06-01')] }, '2026-06-01', '2026-12-31')).toEqual([
      '2026-08-31',
      '2026-09-30',
      '2026-10-30',
      '2026-11-30',
      '2026-12-30',
    ])
  })

  it("the bank's own postings wake nobody", () => {
    const flows = [flow('2026-06-01'), flow('2026-08-20', { ownCount: 0, ownAbsFen: fen(0) })]
    expect(shownBetween(sleeping, { flows }, '2026-08-25', '2026-09-05')).toEqual(['2026-08-31'])
  })

  it('one that wakes and falls asleep again is new', () => {
    const flows = [flow('2026-06-01'), flow('2026-09-03')]
    expect(shownBetween(sleeping, { flows }, '2026-09-03', '2026-12-31')).toEqual(['2026-12-02'])
  })

  it('without any transaction it is not known to sleep', () => {
    expect(shownBetween(sleeping, {}, '2026-01-01', '2026-12-31')).toEqual([])
  })
})

describe('idle money', () => {
  const balance = (on: string, yuan: number | undefined) =>
    flow(on, yuan === undefined ? {} : { balanceFen: fenOfYuan(yuan) })

  it('shows once it has lain for 30 days, then monthly, with the smallest balance', () => {
    const flows = [
      balance('2026-08-03', 500_000),
      balance('2026-08-20', 150_000),
      balance('2026-08-21', 400_000),
    ]
    // Idle since 2026-09-02.
    expect(shownBetween(idle, { flows }, '2026-08-01', '2026-11-30')).toEqual([
      '2026-09-02',
      '2026-10-08',
      '2026-11-09',
    ])
    expect(idle(aCustomer('c1', { flows }), contextOn('2026-09-02'))).toMatchObject([
      { amountFen: 15_000_000, atStakeFen: 15_000_000 },
    ])
    expect(idle(aCustomer('c1', { flows }), contextOn('2026-10-08'))).toMatchObject([
      { amountFen: 40_000_000 },
    ])
  })

  it.each([
    [100_000, 1],
    [99_999.99, 0],
  ])('%d yuan are idle: %i', (yuan, count) => {
    expect(
      shownBetween(idle, { flows: [balance('2026-08-03', yuan)] }, '2026-08-01', '2026-09-30'),
    ).toHaveLength(count)
  })

  it('a balance that is not known 30 days ago is not shown', () => {
    expect(
      shownBetween(idle, { flows: [balance('2026-08-03', 500_000)] }, '2026-08-04', '2026-09-01'),
    ).toEqual([])
  })

  it('rows without a balance leave it unknown from then on', () => {
    const flows = [balance('2026-08-03', 500_000), balance('2026-08-20', undefined)]
    expect(shownBetween(idle, { flows }, '2026-08-04', '2026-12-31')).toEqual([])
  })

  it.each([
    ['current', true],
    ['loan', true],
    ['credit-card', true],
    ['wealth', false],
    ['gold', false],
  ] as const)('beside a running %s it is idle: %s', (kind, isIdle) => {
    const holdings = [aHolding('2027-06-01', { kind, startsOn: day('2026-01-05') })]
    const shown = shownBetween(
      idle,
      { flows: [balance('2026-08-03', 500_000)], holdings },
      '2026-08-01',
      '2026-09-30',
    )
    expect(shown.length > 0).toBe(isIdle)
  })

  it('is new from the day after the last deposit ended', () => {
    const holdings = [aHolding('2026-10-14', { startsOn: day('2026-01-05') })]
    const shown = shownBetween(
      idle,
      { flows: [balance('2026-08-03', 500_000)], holdings },
      '2026-08-01',
      '2026-11-30',
    )
    expect(shown).toEqual(['2026-10-15', '2026-11-16'])
  })
})

describe('the VIP line without a gold card', () => {
  const reached = {
    aumFen: fenOfYuan(500_000),
    cardLevel: 'none',
    firstSeen: { 'vip-without-card': day('2026-09-26') },
  } as const

  it('shows on the first working day after it was seen, then monthly', () => {
    expect(shownBetween(vipLine, reached, '2026-09-26', '2026-12-31')).toEqual([
      '2026-09-28',
      '2026-10-28',
      '2026-11-30',
      '2026-12-30',
    ])
  })

  it('is first seen today where no import has noted it', () => {
    const { firstSeen: _, ...unnoted } = reached
    expect(vipLine(aCustomer('c1', unnoted), contextOn('2026-11-23'))).toHaveLength(1)
  })

  it.each([
    [{ cardLevel: 'gold' }, 0],
    [{ cardLevel: 'platinum' }, 0],
    [{ aumFen: fenOfYuan(499_999.99) }, 0],
  ] as const)('%o gives %i', (over, count) => {
    expect(vipLine(aCustomer('c1', { ...reached, ...over }), contextOn('2026-09-28'))).toHaveLength(count)
  })

  it('a card level that is not known is not taken for none', () => {
    const { cardLevel: _, ...unknown } = reached
    expect(vipLine(aCustomer('c1', unknown), contextOn('2026-09-28'))).toEqual([])
  })
})

describe('a repeating occasion', () => {
  it('gives the same answer whatever other days were asked before', () => {
    const over = { flows: [flow('2026-06-01')] }
    const all = shownBetween(sleeping, over, '2026-06-01', '2026-12-31')
    const alone = all.filter((on) => sleeping(aCustomer('c1', over), contextOn(on)).length > 0)
    expect(alone).toEqual(all)
    expect(sleeping(aCustomer('c1', over), contextOn(addDays(all[1]!, 1)))).toEqual([])
  })
})
