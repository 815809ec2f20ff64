import { expect, it } from 'vitest'
import { coverageByTier } from '../../../src/domain/cadence/coverage.js'
import { fenOfYuan } from '../../../src/domain/money.js'
import { aContact, aCustomer } from '../../support/customers.js'
import { CALENDAR, POLICY, TODAY } from '../../support/rules.js'

it('the coverage of a tier is who is not overdue of those who have a cadence', () => {
  const customers = [
    aCustomer('due', { contacts: [aContact('2026-11-16')] }),
    aCustomer('overdue', { contacts: [aContact('2026-11-13')] }),
    aCustomer('early', { contacts: [aContact('2026-11-20')] }),
    aCustomer('unclaimed'),
    aCustomer('do-not-contact', { doNotContact: true }),
    aCustomer('small', { aumFen: fenOfYuan(1) }),
    aCustomer('b', { aumFen: fenOfYuan(500_000), contacts: [aContact('2026-11-20')] }),
  ]
  expect(coverageByTier(customers, POLICY, CALENDAR, TODAY)).toEqual([
    { tier: 'A', withCadence: 4, onTime: 2 },
    { tier: 'B', withCadence: 1, onTime: 1 },
    { tier: 'C', withCadence: 0, onTime: 0 },
    { tier: 'D', withCadence: 0, onTime: 0 },
  ])
})
