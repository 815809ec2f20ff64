import { describe, expect, it } from 'vitest'
import { why } from '../../../src/domain/brief/why.js'
import type { Customer } from '../../../src/domain/customer/customer.js'
import { day } from '../../../src/domain/day.js'
import { fenOfYuan } from '../../../src/domain/money.js'
import { aContact, aCustomer, aHolding } from '../../support/customers.js'
import { CALENDAR, POLICY, TODAY } from '../../support/rules.js'

const whyOf = (over: Partial<Customer>, others: readonly Customer[] = []) =>
  why(
    'c0',
    { managerId: 'M1', customers: [aCustomer('c0', over), ...others], changes: [] },
    POLICY,
    CALENDAR,
    TODAY,
  )

describe('why someone is on the list', () => {
  it('gives the rank, the reasons and what the score was made from', () => {
    const others = [aCustomer('c1', { holdings: [aHolding('2026-11-24')] })]
    expect(whyOf({ contacts: [aContact('2026-11-13')] }, others)).toMatchObject({
      listed: true,
      rank: 2,
      of: 2,
      isCut: false,
      item: {
        reasons: [{ kind: 'cadence' }],
        scoreFacts: { overdueWorkingDays: 1, intervalDays: 7, tier: 'A' },
      },
      cadence: { kind: 'regular', dueOn: '2026-11-20', lastContactOn: '2026-11-13' },
    })
  })

  it('says when the capacity cut them', () => {
    const others = Array.from({ length: 20 }, (_, n) =>
      aCustomer(`d${n}`, { holdings: [aHolding('2026-11-24')] }),
    )
    expect(whyOf({ contacts: [aContact('2026-11-13')] }, others)).toMatchObject({
      rank: 21,
      isCut: true,
      capacity: 20,
    })
  })
})

describe('why someone is not on the list', () => {
  it('gives the due day and the next day with a reason', () => {
    expect(whyOf({ contacts: [aContact('2026-11-20')] })).toMatchObject({
      listed: false,
      because: 'nothing-today',
      cadence: { dueOn: '2026-11-27', isDue: false },
      next: { on: '2026-11-27', reasons: [{ kind: 'cadence' }] },
    })
  })

  it('the next day may come by another occasion than the regular contact', () => {
    const over = { contacts: [aContact('2026-11-20')], birthday: day('1980-11-26') }
    expect(whyOf(over)).toMatchObject({ next: { on: '2026-11-25', reasons: [{ kind: 'birthday' }] } })
  })

  it.each([
    [
      'spoken with today',
      { contacts: [aContact(TODAY)] },
      { because: 'contacted-today', next: { on: '2026-11-30' } },
    ],
    [
      'not to be contacted',
      { doNotContact: true, holdings: [aHolding('2026-12-02')] },
      { because: 'do-not-contact', next: { on: '2026-11-25' } },
    ],
    [
      'too small for a rhythm',
      { aumFen: fenOfYuan(9_000) },
      { because: 'nothing-today', cadence: { because: 'tier-without-cadence' } },
    ],
    [
      'put off',
      {
        deferrals: [
          { id: 'd1', kind: 'snooze', madeOn: day('2026-11-20'), until: day('2026-11-30') } as const,
        ],
      },
      {
        because: 'deferred',
        deferral: { until: '2026-11-30' },
        hidden: [{ kind: 'claim' }],
        next: { on: '2026-11-30' },
      },
    ],
  ] as const)('%s', (_, over, expected) => {
    expect(whyOf(over)).toMatchObject({ listed: false, ...expected })
  })

  it('where nothing is near there is no next day', () => {
    expect(whyOf({ aumFen: fenOfYuan(9_000) })).not.toHaveProperty('next')
  })
})

it('of someone else’s customer nothing is said', () => {
  expect(why('x', { managerId: 'M1', customers: [], changes: [] }, POLICY, CALENDAR, TODAY)).toBeUndefined()
})
