import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cadence, tierOf } from '../../../src/domain/cadence/cadence.js'
import type { Customer } from '../../../src/domain/customer/customer.js'
import { addDays, day } from '../../../src/domain/day.js'
import { fen, fenOfYuan } from '../../../src/domain/money.js'
import { aContact, aCustomer } from '../../support/customers.js'
import { CALENDAR, POLICY, TODAY } from '../../support/rules.js'

const AUM = { A: 2_000_000, B: 500_000, C: 200_000, D: 50_000, E: 49_999 } as const

const cadenceOf = (over: Partial<Customer>, today: string = TODAY) =>
  cadence(aCustomer('c1', over), POLICY, CALENDAR, day(today))

describe('tier', () => {
  it.each([
    ['2000000.00', 'A'],
    ['1999999.99', 'B'],
    ['500000.00', 'B'],
    ['499999.99', 'C'],
    ['200000.00', 'C'],
    ['199999.99', 'D'],
    ['50000.00', 'D'],
    ['49999.99', 'E'],
    ['0.00', 'E'],
  ])('%s yuan is tier %s', (yuan, tier) => {
    expect(tierOf({ aumFen: fen(Math.round(Number(yuan) * 100)) }, POLICY)).toBe(tier)
  })

  it('unknown assets are tier E', () => {
    expect(tierOf({}, POLICY)).toBe('E')
  })
})

describe('the regular contact', () => {
  it.each([
    { tier: 'A', last: '2026-11-16', dueOn: '2026-11-23', overdue: 0 },
    { tier: 'A', last: '2026-11-13', dueOn: '2026-11-20', overdue: 1 },
    {
      tier: 'A',
      last: '2026-11-15',
      dueOn: '2026-11-23',
      overdue: 0,
      rule: 'due on a Sunday, moved to Monday',
    },
    { tier: 'A', last: '2026-11-18', dueOn: '2026-11-25', overdue: 0 },
    { tier: 'B', last: '2026-11-09', dueOn: '2026-11-23', overdue: 0 },
    {
      tier: 'B',
      last: '2026-09-17',
      dueOn: '2026-10-08',
      overdue: 33,
      rule: 'due on 1 October, moved past National Day',
    },
    { tier: 'C', last: '2026-10-23', dueOn: '2026-11-23', overdue: 0 },
    { tier: 'C', last: '2026-08-31', dueOn: '2026-09-30', overdue: 34, rule: 'a month clips to its end' },
    { tier: 'D', last: '2026-09-23', dueOn: '2026-11-23', overdue: 0 },
    {
      tier: 'D',
      last: '2026-12-31',
      dueOn: '2027-03-01',
      overdue: 0,
      rule: '28 February is a Sunday',
      today: '2026-12-31',
    },
  ] as const)(
    'of tier $tier, last reached on $last, is due on $dueOn',
    ({ tier, last, dueOn, overdue, ...rest }) => {
      const found = cadenceOf(
        { aumFen: fenOfYuan(AUM[tier]), contacts: [aContact(last)] },
        'today' in rest ? rest.today : TODAY,
      )
      expect(found).toMatchObject({
        kind: 'regular',
        dueOn,
        overdueWorkingDays: overdue,
        lastContactOn: last,
      })
    },
  )

  it('is due from the due day on and overdue from the next working day', () => {
    const contacts = [aContact('2026-11-13')]
    expect(cadenceOf({ contacts }, '2026-11-19')).toMatchObject({ isDue: false, overdueWorkingDays: 0 })
    expect(cadenceOf({ contacts }, '2026-11-20')).toMatchObject({ isDue: true, overdueWorkingDays: 0 })
    expect(cadenceOf({ contacts }, '2026-11-22')).toMatchObject({ isDue: true, overdueWorkingDays: 0 })
    expect(cadenceOf({ contacts }, '2026-11-23')).toMatchObject({ isDue: true, overdueWorkingDays: 1 })
  })

  it('a make-up Saturday counts as overdue time', () => {
    expect(cadenceOf({ contacts: [aContact('2026-10-02')] }, '2026-10-11')).toMatchObject({
      dueOn: '2026-10-09',
      overdueWorkingDays: 1,
    })
  })

  it('an attempt that reached nobody resets nothing', () => {
    const contacts = [
      aContact('2026-11-13'),
      aContact('2026-11-20', { reached: false, outcome: 'no-answer' }),
    ]
    expect(cadenceOf({ contacts })).toMatchObject({ dueOn: '2026-11-20', overdueWorkingDays: 1 })
  })

  it('a contact counts whoever of the bank made it, but not after today or once withdrawn', () => {
    const contacts = [
      aContact('2026-11-13', { managerId: 'H100' }),
      aContact('2026-11-24'),
      aContact('2026-11-22', { withdrawn: true }),
    ]
    expect(cadenceOf({ contacts })).toMatchObject({ lastContactOn: '2026-11-13', dueOn: '2026-11-20' })
  })

  it.each([
    ['2026-11-02', '2026-11-02', 15, 'a Monday'],
    ['2026-11-01', '2026-11-02', 15, 'a Sunday, moved to Monday'],
    ['2026-12-01', '2026-12-01', 0, 'a day still to come'],
  ])(
    'who was never reached is due on the day of assignment: %s gives %s, %i overdue (%s)',
    (assignedOn, dueOn, overdue) => {
      expect(cadenceOf({ assignedOn: day(assignedOn) })).toMatchObject({
        kind: 'claim',
        dueOn,
        overdueWorkingDays: overdue,
      })
    },
  )

  it('who was never reached nor assigned is due today, on whatever day', () => {
    const { assignedOn: _, ...unassigned } = aCustomer('c1')
    expect(cadence(unassigned, POLICY, CALENDAR, TODAY)).toMatchObject({
      kind: 'claim',
      dueOn: TODAY,
      isDue: true,
    })
    expect(cadence(unassigned, POLICY, CALENDAR, day('2026-11-22'))).toMatchObject({
      dueOn: '2026-11-22',
      isDue: true,
    })
  })

  it.each([
    ['tier E', { aumFen: fenOfYuan(49_999) }, 'tier-without-cadence'],
    ['unknown assets', { aumFen: undefined }, 'aum-unknown'],
    ['do not contact', { doNotContact: true }, 'do-not-contact'],
  ] as const)('%s has none', (_, over, because) => {
    const { aumFen: known, ...rest } = aCustomer('c1', over as Partial<Customer>)
    const customer = known === undefined ? rest : { ...rest, aumFen: known }
    expect(cadence(customer, POLICY, CALENDAR, TODAY)).toMatchObject({ kind: 'none', because })
  })

  it('a skip starts the interval anew, and is no contact', () => {
    const deferrals = [{ id: 'd1', kind: 'skip', madeOn: day('2026-11-20'), reason: '出国' }] as const
    expect(cadenceOf({ deferrals, contacts: [aContact('2026-10-01')] })).toMatchObject({
      kind: 'regular',
      lastContactOn: '2026-10-01',
      dueOn: '2026-11-27',
    })
    expect(cadenceOf({ deferrals })).toMatchObject({ kind: 'claim', dueOn: '2026-11-27' })
  })

  it('is never due on a day off, and never less overdue the next day', () => {
    const anyDay = fc.integer({ min: 0, max: 900 }).map((n) => addDays(day('2024-01-01'), n))
    fc.assert(
      fc.property(
        anyDay,
        fc.constantFrom(...Object.values(AUM).slice(0, 4)),
        fc.nat(200),
        (last, aum, later) => {
          const customer = aCustomer('c1', { aumFen: fenOfYuan(aum), contacts: [aContact(last)] })
          const today = addDays(last, later)
          const now = cadence(customer, POLICY, CALENDAR, today)
          const tomorrow = cadence(customer, POLICY, CALENDAR, addDays(today, 1))
          if (now.kind === 'none' || tomorrow.kind === 'none') throw new Error('tiers A to D have a cadence')
          expect(CALENDAR.isWorkingDay(now.dueOn)).toBe(true)
          expect(now.dueOn > last).toBe(true)
          expect(tomorrow.overdueWorkingDays - now.overdueWorkingDays).toBeOneOf([0, 1])
          expect(now.isDue).toBe(now.dueOn <= today)
        },
      ),
    )
  })
})
