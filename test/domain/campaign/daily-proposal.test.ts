import { describe, expect, it } from 'vitest'
import { rankItems } from '../../../src/domain/brief/plan-brief.js'
import type { Campaign } from '../../../src/domain/campaign/campaign.js'
import { dailyProposal, openMembers } from '../../../src/domain/campaign/daily-proposal.js'
import type { Contact } from '../../../src/domain/customer/contact.js'
import type { Customer } from '../../../src/domain/customer/customer.js'
import { day } from '../../../src/domain/day.js'
import { fenOfYuan } from '../../../src/domain/money.js'
import { aCampaign, aDeposit } from '../../support/campaigns.js'
import { aContact, aCustomer, aHolding } from '../../support/customers.js'
import { contextOn, POLICY } from '../../support/rules.js'

const FIRST = day('2026-12-01')
const NOBODY = () => false
const POOR = { aumFen: fenOfYuan(10_000) } // no regular contact

const running = (customers: readonly Customer[], over: Partial<Campaign> = {}) =>
  aCampaign({
    to: day('2026-12-17'), // 13 working days
    state: 'running',
    firstDay: FIRST,
    members: customers.map(({ id }) => ({ customerId: id, depositsFen: fenOfYuan(0), since: FIRST })),
    ...over,
  })
const people = (count: number, over: (at: number) => Partial<Customer> = () => ({})) =>
  Array.from({ length: count }, (_, at) =>
    aCustomer(`C${String(at + 1).padStart(3, '0')}`, { ...POOR, ...over(at) }),
  )
const proposed = (
  customers: readonly Customer[],
  today: string,
  campaigns: readonly Campaign[] = [running(customers)],
  isListed: (id: string) => boolean = NOBODY,
) => dailyProposal(customers, isListed, contextOn(today, { campaigns })).map(({ customer }) => customer.id)

describe('how many are proposed', () => {
  it.each([
    [13, '2026-12-01', 1],
    [14, '2026-12-01', 2], // rounded up
    [200, '2026-12-01', 6], // 30 % of 20
    [9, '2026-12-16', 5], // today and one more day
    [5, '2026-12-17', 5],
    [5, '2026-12-05', 0], // a Saturday
    [5, '2026-12-18', 0], // over
  ])('of %i open members on %s: %i', (count, today, expected) => {
    expect(proposed(people(count), today)).toHaveLength(expected)
  })

  it('none of a paused campaign, and none before the first day', () => {
    const customers = people(5)
    expect(proposed(customers, '2026-12-17', [running(customers, { state: 'paused' })])).toEqual([])
    expect(proposed(customers, '2026-11-30', [running(customers)])).toEqual([])
  })

  it('all campaigns share the capacity, the one that ends first before the others', () => {
    const [later, sooner] = [people(200).slice(0, 100), people(200).slice(100)]
    const campaigns = [
      running(later, { id: '0101-1' }),
      running(sooner, { id: '0101-2', to: day('2026-12-16') }),
    ]
    expect(proposed([...later, ...sooner], '2026-12-15', campaigns)).toEqual(
      sooner.slice(0, 6).map(({ id }) => id),
    )
  })
})

describe('whom', () => {
  const contacts = (...of: readonly Contact[]) => ({ contacts: of })

  it('those on the list for another reason first, then by state, deposits and id', () => {
    const customers = [
      aCustomer('C1', POOR),
      aCustomer('C2', { ...POOR, holdings: [aDeposit(5)] }),
      aCustomer('C3', { ...POOR, ...contacts(aContact('2026-12-02', { reached: false })) }),
      aCustomer('C4', { ...POOR, ...contacts(aContact('2026-12-02')) }),
      aCustomer('C5', { ...POOR, ...contacts(aContact('2026-12-02', { outcome: 'considering' })) }),
      aCustomer('C6', POOR),
    ]
    expect(proposed(customers, '2026-12-17', [running(customers)], (id) => id === 'C6')).toEqual([
      'C6',
      'C5',
      'C4',
      'C3',
      'C2',
      'C1',
    ])
  })

  it.each<[string, number, Partial<Customer>]>([
    ['spoken with 7 days ago', 0, contacts(aContact('2026-12-10'))],
    ['spoken with 8 days ago', 1, contacts(aContact('2026-12-09'))],
    [
      'tried 3 times in 30 days',
      1,
      contacts(...['11-17', '12-01', '12-02'].map((on) => aContact(`2026-${on}`, { reached: false }))),
    ],
    [
      'tried 4 times in 30 days',
      0,
      contacts(
        ...['11-17', '12-01', '12-02', '12-03'].map((on) => aContact(`2026-${on}`, { reached: false })),
      ),
    ],
    ['declined', 0, contacts(aContact('2026-12-02', { outcome: 'declined' }))],
    ['won', 0, contacts(aContact('2026-12-02', { outcome: 'closed' }))],
    ['quiet since', 0, { doNotContact: true }],
    ['without consent since', 0, { marketingConsent: false }],
  ])('%s: %i', (_, expected, over) => {
    const customers = [aCustomer('C1', { ...POOR, ...over })]
    expect(openMembers(running(customers), customers, POLICY, day('2026-12-17'))).toHaveLength(expected)
  })

  it('nobody who is out, and nobody who was put off', () => {
    const put = { id: 'd1', kind: 'snooze', madeOn: day('2026-12-15'), until: day('2026-12-30') } as const
    const customers = [aCustomer('C1', POOR), aCustomer('C2', { ...POOR, deferrals: [put] })]
    const left = [{ customerId: 'C1', on: FIRST, why: 'quiet' } as const]
    expect(proposed(customers, '2026-12-17', [running(customers, { left })])).toEqual([])
  })
})

describe('on the brief', () => {
  const rows = (customers: readonly Customer[], members: readonly Customer[], today = '2026-12-17') =>
    rankItems(customers, contextOn(today, { campaigns: [running(members)] })).map(({ item }) => [
      item.customerId,
      item.priority,
      item.reasons.map(({ kind }) => kind).join(' '),
    ])

  it('the proposed come after P1 and before the rest, merged with what else calls for them', () => {
    const rich = aCustomer('C1', { aumFen: fenOfYuan(300_000), contacts: [aContact('2026-11-02')] }) // overdue
    const member = aCustomer('C2', POOR)
    const matures = aCustomer('C3', { ...POOR, holdings: [aHolding('2026-12-18')] })
    expect(rows([rich, member, matures], [member, matures])).toEqual([
      ['C3', 1, 'maturity campaign'],
      ['C2', 2, 'campaign'],
      ['C1', 2, 'cadence'],
    ])
  })

  it('nobody else is moved where no campaign is running', () => {
    const customers = [aCustomer('C1'), aCustomer('C2', POOR)]
    const without = rankItems(customers, contextOn('2026-12-17'))
    expect(rankItems(customers, contextOn('2026-12-17', { campaigns: [aCampaign()] }))).toEqual(without)
  })
})
