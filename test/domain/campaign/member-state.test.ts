import { expect, it } from 'vitest'
import { campaignContacts, memberState } from '../../../src/domain/campaign/member-state.js'
import type { Agreement, Contact } from '../../../src/domain/customer/contact.js'
import type { Customer } from '../../../src/domain/customer/customer.js'
import { day } from '../../../src/domain/day.js'
import { fenOfYuan } from '../../../src/domain/money.js'
import { openOpportunity } from '../../../src/domain/opportunity/opportunity.js'
import { aContact, aCustomer } from '../../support/customers.js'
import { POLICY } from '../../support/rules.js'

const DAYS = { firstDay: day('2026-12-01'), upTo: day('2026-12-18') }
const KINDS = new Set(['time-deposit', 'current'] as const)

const stateOf = (over: Partial<Customer>) => {
  const customer = aCustomer('C1', over)
  return memberState(customer, campaignContacts(customer, DAYS), DAYS, KINDS, POLICY)
}
const missed = { reached: false, outcome: 'no-answer' } as const

it.each<[expected: string, contacts: readonly Contact[]]>([
  ['listed', []],
  ['listed', [aContact('2026-11-30', { outcome: 'closed' })]],
  ['listed', [aContact('2026-12-19')]],
  ['listed', [aContact('2026-12-02', { withdrawn: true })]],
  ['tried', [aContact('2026-12-01', missed)]],
  // an outcome that is told of somebody who was not reached counts for nothing
  ['tried', [aContact('2026-12-02', { reached: false, outcome: 'interested' })]],
  ['reached', [aContact('2026-12-02', missed), aContact('2026-12-01')]],
  ['interested', [aContact('2026-12-02', { outcome: 'considering' }), aContact('2026-12-03')]],
  ['won', [aContact('2026-12-02', { outcome: 'closed' }), aContact('2026-12-03', { outcome: 'declined' })]],
  [
    'declined',
    [aContact('2026-12-02', { outcome: 'interested' }), aContact('2026-12-03', { outcome: 'lost' })],
  ],
  ['declined', [aContact('2026-12-03', { outcome: 'declined' }), aContact('2026-12-04', missed)]],
  ['reached', [aContact('2026-12-02', { outcome: 'declined' }), aContact('2026-12-03')]],
])('%s after %j', (expected, contacts) => {
  expect(stateOf({ contacts })).toBe(expected)
})

it('takes the contacts of one day in the order in which they were recorded', () => {
  const first = aContact('2026-12-02', { id: 'b', loggedAt: '2026-12-02T02:00:00Z', outcome: 'declined' })
  const second = aContact('2026-12-02', { id: 'a', loggedAt: '2026-12-02T08:00:00Z', outcome: 'interested' })
  expect(stateOf({ contacts: [second, first] })).toBe('interested')
  const files = [
    aContact('2026-12-02', { id: 'K2', outcome: 'declined' }),
    aContact('2026-12-02', { id: 'K1' }),
  ]
  expect(stateOf({ contacts: files })).toBe('declined')
})

const meeting = (over: Partial<Agreement>): Agreement => ({
  id: 'a1',
  kind: 'appointment',
  madeOn: day('2026-12-02'),
  contactId: 'k1',
  state: 'open',
  ...over,
})
const agreedOn = (on: string) => aContact(on, { id: 'k1', outcome: 'appointment' })

it.each<[expected: string, over: Partial<Customer>]>([
  ['appointment', { contacts: [agreedOn('2026-12-04')] }], // 14 days
  ['interested', { contacts: [agreedOn('2026-12-03')] }], // 15 days
  ['appointment', { contacts: [agreedOn('2026-12-02')], agreements: [meeting({ on: day('2026-12-15') })] }],
  ['interested', { contacts: [agreedOn('2026-12-02')], agreements: [meeting({ on: day('2026-12-14') })] }],
  // what came of it says more than that it was agreed
  [
    'reached',
    {
      contacts: [agreedOn('2026-12-02'), aContact('2026-12-14')],
      agreements: [meeting({ on: day('2026-12-14') })],
    },
  ],
  ['interested', { contacts: [agreedOn('2026-12-16')], agreements: [meeting({ state: 'cancelled' })] }],
  // booked without a word of a contact
  ['appointment', { agreements: [meeting({ contactId: 'other', on: day('2026-12-20') })] }],
  ['listed', { agreements: [meeting({ madeOn: day('2026-11-30'), on: day('2026-12-20') })] }],
])('%s: a meeting that was agreed, %#', (expected, over) => {
  expect(stateOf(over)).toBe(expected)
})

it.each([
  ['won', 'time-deposit', '2026-12-05'],
  ['won', undefined, '2026-12-05'],
  ['listed', 'fund', '2026-12-05'],
  ['listed', 'time-deposit', '2026-11-30'],
] as const)('%s: a sale of %s won on %s', (expected, kind, on) => {
  const opened = openOpportunity({ id: 'o1', customerId: 'C1', need: '存款' }, day(on))
  const product = { productName: '三个月定期', ...(kind === undefined ? {} : { kind }) }
  const outcome = {
    kind: 'won',
    on: day(on),
    product,
    amountFen: fenOfYuan(1),
    currency: 'CNY',
    startsOn: day(on),
  } as const
  expect(stateOf({ opportunities: [{ ...opened, outcome }] })).toBe(expected)
})
