import { describe, expect, it } from 'vitest'
import type { Campaign } from '../../../src/domain/campaign/campaign.js'
import type { GoalKind } from '../../../src/domain/campaign/goals.js'
import { campaignProgress, workedDays } from '../../../src/domain/campaign/progress.js'
import type { Customer } from '../../../src/domain/customer/customer.js'
import { day } from '../../../src/domain/day.js'
import { fen, fenOfYuan } from '../../../src/domain/money.js'
import { halfUp } from '../../../src/domain/percent.js'
import { aCampaign, aDeposit, inBranch } from '../../support/campaigns.js'
import { aContact, aCustomer } from '../../support/customers.js'
import { CALENDAR, POLICY } from '../../support/rules.js'

const FIRST = day('2026-12-01')
const yuan = fenOfYuan

/** A fortnight and a half: 13 working days. */
const begun = (
  goal: GoalKind,
  target: number,
  customers: readonly Customer[],
  over: Partial<Campaign> = {},
) =>
  aCampaign({
    to: day('2026-12-17'),
    goals: [{ kind: goal, target }],
    state: 'running',
    firstDay: FIRST,
    members: customers.map(({ id }) => ({ customerId: id, depositsFen: yuan(100), since: FIRST })),
    ...over,
  })
const progress = (
  goal: GoalKind,
  target: number,
  customers: readonly Customer[],
  today: string,
  over: Partial<Campaign> = {},
) =>
  campaignProgress(
    { campaign: begun(goal, target, customers, over), branch: inBranch(customers) },
    POLICY,
    CALENDAR,
    day(today),
  )
/** Enough effective contacts for a forecast. */
const spokenWith = Array.from({ length: 20 }, (_, at) => aContact('2026-12-01', { id: `k${at}` }))

describe('days', () => {
  it.each([
    ['2026-11-30', 0, 13],
    ['2026-12-01', 1, 12],
    ['2026-12-06', 4, 9], // a Sunday
    ['2026-12-17', 13, 0],
    ['2026-12-30', 13, 0],
  ])('%s: %i gone, %i left', (today, elapsed, left) => {
    const campaign = aCampaign({ firstDay: FIRST, to: day('2026-12-17') })
    expect(workedDays(campaign, CALENDAR, day(today))).toEqual({ total: 13, elapsed, left })
  })

  it('a first day that is not worked has none gone: nothing is expected, nothing forecast', () => {
    const customer = aCustomer('C1', { contacts: spokenWith, holdings: [aDeposit(100)] })
    const on = { firstDay: day('2026-12-05') }
    const { workingDays, goals } = progress('deposits', yuan(1_000), [customer], '2026-12-05', on)
    expect(workingDays.elapsed).toBe(0)
    expect(goals[0]).toMatchObject({ expectedToday: 0, aheadDays: 0 })
    expect(goals[0]?.forecast).toBeUndefined()
  })
})

describe('deposits', () => {
  const of = (...sums: readonly number[]) =>
    aCustomer('C1', { contacts: spokenWith, holdings: sums.map((sum) => aDeposit(sum)) })

  it('are those of today less those of the freeze', () => {
    const { goals } = progress('deposits', yuan(1_300), [of(100, 250)], '2026-12-03')
    expect(goals[0]).toEqual({
      kind: 'deposits',
      target: yuan(1_300),
      done: yuan(250),
      told: 0,
      expectedToday: yuan(300),
      forecast: fen(108_333), // 250 × 13 ÷ 3
      aheadDays: -1, // −0.5, down to the earlier whole day
      mostlyBy: 'C1',
    })
  })

  it('that go down are a minus, and never more days behind than the campaign has', () => {
    const { goals } = progress('deposits', yuan(10), [of(0)], '2026-12-01')
    expect(goals[0]).toMatchObject({ done: yuan(-100), aheadDays: -13 })
    expect(progress('deposits', yuan(10), [of(5_000)], '2026-12-01').goals[0]?.aheadDays).toBe(13)
  })

  it('that matured are not taken off where no current account was imported, and are shown apart', () => {
    const matured = aDeposit(100, { maturesOn: day('2026-12-02') })
    const { goals, whereToUnknownFen } = progress(
      'deposits',
      yuan(1_000),
      [aCustomer('C1', { holdings: [matured] })],
      '2026-12-03',
    )
    expect([goals[0]?.done, whereToUnknownFen]).toEqual([0, yuan(100)])
  })

  it('of a member who is out or declined still count', () => {
    const out = { left: [{ customerId: 'C1', on: FIRST, why: 'quiet' } as const] }
    expect(progress('deposits', yuan(1_000), [of(300)], '2026-12-03', out).goals[0]?.done).toBe(yuan(200))
  })

  it('of a member who went to another branch too', () => {
    const gone = of(300)
    const { goals, members, managers } = campaignProgress(
      {
        campaign: begun('deposits', yuan(1_000), [gone], {
          left: [{ customerId: 'C1', on: FIRST, why: 'other-branch' }],
        }),
        branch: inBranch([aCustomer('C2', { holdings: [aDeposit(1)] })]),
        elsewhere: [gone],
      },
      POLICY,
      CALENDAR,
      day('2026-12-03'),
    )
    expect([goals[0]?.done, members.out, managers]).toEqual([yuan(200), 1, []])
  })
})

describe('a goal', () => {
  const card = (over: Partial<Customer['holdings'][number]> = {}) =>
    aDeposit(0, { id: 'card', kind: 'debit-card', startsOn: FIRST, ...over })

  it.each([
    ['a card begun on the first day', card(), 1],
    ['one begun and ended', card({ endedOn: day('2026-12-02') }), 1],
    ['one from before', card({ startsOn: day('2026-11-30') }), 0],
    ['one begun after today', card({ startsOn: day('2026-12-04') }), 0],
  ])('counts %s', (_, holding, expected) => {
    expect(
      progress('cards', 10, [aCustomer('C1', { holdings: [holding] })], '2026-12-03').goals[0]?.done,
    ).toBe(expected)
  })

  it('counts payroll only while it runs', () => {
    const payroll = (over: object) =>
      aCustomer('C1', { holdings: [aDeposit(500, { kind: 'payroll', startsOn: FIRST, ...over })] })
    expect(progress('payroll', 100, [payroll({})], '2026-12-03').goals[0]?.done).toBe(yuan(500))
    expect(
      progress('payroll', 100, [payroll({ endedOn: day('2026-12-03') })], '2026-12-03').goals[0]?.done,
    ).toBe(0)
  })

  it('counts settlement from the first day on, that day included', () => {
    const flow = (on: string) => ({ on: day(on), netFen: yuan(-5), ownCount: 2, ownAbsFen: yuan(25) })
    const flows = ['2026-11-30', '2026-12-01', '2026-12-03', '2026-12-04'].map(flow)
    expect(progress('settlement', 100, [aCustomer('C1', { flows })], '2026-12-03').goals[0]?.done).toBe(
      yuan(50),
    )
  })

  it.each(['deposits', 'cards', 'payroll', 'settlement'] as const)(
    'is not known where no file ever held %s',
    (kind) => {
      const { goals } = progress(kind, 100, [aCustomer('C1', { contacts: spokenWith })], '2026-12-03')
      expect(Object.keys(goals[0] ?? {}).sort()).toEqual(['expectedToday', 'kind', 'target', 'told'])
    },
  )

  it('keeps what was told beside what is done', () => {
    const results = [
      { id: 'r1', campaignId: '0101-1', kind: 'cards', amount: 3, on: FIRST, at: '', managerId: 'M1' },
      { id: 'r2', campaignId: '0101-9', kind: 'cards', amount: 5, on: FIRST, at: '', managerId: 'M1' },
      {
        id: 'r3',
        campaignId: '0101-1',
        kind: 'cards',
        amount: 7,
        on: FIRST,
        at: '',
        managerId: 'M1',
        withdrawn: true,
      },
    ] as const
    const customer = aCustomer('C1', { holdings: [card()], campaignResults: results })
    expect(progress('cards', 10, [customer], '2026-12-03').goals[0]).toMatchObject({ done: 1, told: 3 })
  })

  it('has no forecast below twenty effective contacts', () => {
    const few = aCustomer('C1', { contacts: spokenWith.slice(1), holdings: [aDeposit(200)] })
    const { isTooFew, goals } = progress('deposits', yuan(1_000), [few], '2026-12-03')
    expect([isTooFew, goals[0]?.forecast]).toEqual([true, undefined])
  })

  it('stands still after the last day, and after the closing', () => {
    const customer = aCustomer('C1', { holdings: [card(), card({ id: 'c2', startsOn: day('2026-12-20') })] })
    expect(progress('cards', 10, [customer], '2026-12-31').goals[0]?.done).toBe(1)
    const closed = { state: 'closed', closedOn: day('2026-12-02'), to: day('2026-12-31') } as const
    expect(progress('cards', 10, [customer], '2026-12-31', closed).goals[0]?.done).toBe(1)
  })
})

describe('a manager', () => {
  it.each([
    [[], '2026-12-14', 1], // 10 working days from the first day on
    [[], '2026-12-11', 0],
    [[aContact('2026-12-02', { reached: false })], '2026-12-16', 1],
    [[aContact('2026-12-02', { reached: false })], '2026-12-15', 0],
    [[aContact('2026-12-01', { outcome: 'declined' })], '2026-12-16', 0],
    [[aContact('2026-11-02')], '2026-12-14', 1],
  ])('has untouched members, %#', (contacts, today, expected) => {
    const { managers } = progress('cards', 10, [aCustomer('C1', { contacts })], today)
    expect(managers[0]?.untouched).toBe(expected)
  })

  it('covers whom anybody reached from the first day on; in the order of ids', () => {
    const branch = [
      ...inBranch([aCustomer('C1', { contacts: [aContact('2026-12-02')] })], 'M2'),
      ...inBranch([aCustomer('C2', { contacts: [aContact('2026-11-30')] })], 'M1'),
    ]
    const campaign = begun(
      'cards',
      10,
      branch.map(({ customer }) => customer),
    )
    const { managers } = campaignProgress({ campaign, branch }, POLICY, CALENDAR, day('2026-12-03'))
    expect(managers).toEqual([
      { managerId: 'M1', members: 1, covered: 0, untouched: 0 },
      { managerId: 'M2', members: 1, covered: 1, untouched: 0 },
    ])
  })
})

it.each([
  [1, 2, 1],
  [-1, 2, 0],
  [5, 3, 2],
  [4, 3, 1],
])('%i ÷ %i is %i, half up', (above, below, expected) => {
  expect(halfUp(above, below)).toBe(expected)
})
