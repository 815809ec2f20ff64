import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findCustomer } from '../../../src/domain/book.js'
import { day } from '../../../src/domain/day.js'
import type { Product } from '../../../src/domain/ledger/product.js'
import { fenOfYuan } from '../../../src/domain/money.js'
import { undoChange } from '../../../src/usecases/changes/undo-change.js'
import {
  advanceOpportunity,
  type OpportunityCommand,
} from '../../../src/usecases/sales/advance-opportunity.js'
import { startOpportunity } from '../../../src/usecases/sales/start-opportunity.js'
import { aCustomer, aHolding } from '../../support/customers.js'
import { CALM } from '../../support/products.js'
import { CALENDAR, POLICY, SENSITIVE_WORDS, TODAY } from '../../support/rules.js'
import { type TemporaryStore, temporaryStore } from '../../support/temporary-store.js'

const BOLD: Product = { ...CALM, id: 'F900', name: '锐进成长', kind: 'fund', riskLevel: 'R4' }
const CARE = { 'day-1': '次日问候', 'month-1': '满月回访', 'before-maturity': '到期前联系' }

let store: TemporaryStore
let at = 0
beforeEach(async () => {
  store = await temporaryStore({ now: () => new Date('2026-11-23T01:00:00Z') })
  const customer = aCustomer('C1', {
    riskRating: 'C2',
    riskAssessedOn: day('2026-06-01'),
    holdings: [aHolding('2026-11-24')],
  })
  await store.bank.transact((draft) => draft.putBook({ managerId: 'M1', customers: [customer], changes: [] }))
})
afterEach(() => store.remove())

const by = () => ({
  changeId: `t${++at}`,
  managerId: 'M1',
  customerId: 'C1',
  today: TODAY,
  at: '2026-11-23T01:00:00Z',
})
const deps = () => ({
  books: store.books,
  journal: store.journal,
  products: { all: () => [CALM, BOLD] },
  policy: POLICY,
  calendar: CALENDAR,
  sensitiveWords: SENSITIVE_WORDS,
})
const start = (need?: string) =>
  startOpportunity(deps())({
    ...by(),
    needOfMaturity: (name, on) => `${name} ${on}`,
    ...(need === undefined ? {} : { need }),
  })
const customer = async () => findCustomer(await store.books.read('M1'), 'C1')!
const move = async (command: OpportunityCommand) => {
  const opportunityId = (await customer()).opportunities!.at(-1)!.id
  return advanceOpportunity(deps())({ ...by(), opportunityId, command })
}
const won = {
  kind: 'win',
  amountFen: fenOfYuan(500_000),
  currency: 'CNY',
  startsOn: TODAY,
  care: CARE,
} as const

describe('beginning', () => {
  it('what matures soon is the need; the first step is done', async () => {
    expect((await start())?.opportunity).toMatchObject({
      step: 2,
      need: '稳享120天 2026-11-24',
      man: { need: 'yes', authority: 'unknown' },
    })
  })

  it('the one that is open is gone on with, left or put off, where it was', async () => {
    const first = await start('养老')
    await move({ kind: 'skip', to: 4 })
    await move({ kind: 'postpone', until: day('2026-12-01') })
    const again = await start()
    expect(again).toMatchObject({
      isNew: false,
      opportunity: { id: first!.opportunity.id, step: 4, state: 'open' },
    })
  })
})

describe('a product', () => {
  it('that suits is shown and named', async () => {
    await start('养老')
    await move({ kind: 'skip', to: 5 })
    expect(await move({ kind: 'present', productId: 'W115' })).toMatchObject({
      status: 'moved',
      opportunity: { product: { productId: 'W115' }, shown: [{ productName: '稳盈115天' }] },
    })
  })

  it.each([
    ['is not shown', { kind: 'present', productId: 'F900' }],
    ['is not sold', { ...won, productId: 'F900' }],
  ] as const)('above the rating %s, and nothing is written', async (_, command) => {
    await start('养老')
    const before = await customer()
    expect(await move(command)).toMatchObject({
      status: 'refused',
      decision: { reason: 'not-suitable', refusals: [{ reason: 'level-above-rating' }] },
    })
    expect(await customer()).toEqual(before)
  })
})

describe('a sale', () => {
  it('writes the ledger and the contacts that follow, and one undo takes all of it back', async () => {
    await start('养老')
    const before = await customer()
    const sold = await move({ ...won, productId: 'W115' })
    const after = await customer()
    expect(after.holdings.at(-1)).toMatchObject({
      productId: 'W115',
      maturesOn: '2027-03-18',
      riskLevel: 'R2',
    })
    expect(after.contacts.at(-1)).toMatchObject({ outcome: 'closed' })
    expect(after.agreements.map(({ kind, on }) => [kind, on])).toEqual([
      ['task', '2026-11-24'],
      ['task', '2026-12-23'],
      ['task', '2027-03-11'],
    ])
    expect(after.opportunities!.at(-1)).toMatchObject({ state: 'won', step: 7 })

    const changeId = sold.status === 'moved' ? sold.changeId : ''
    await undoChange(deps())({ managerId: 'M1', changeId, at: '2026-11-23T02:00:00Z' })
    const undone = await customer()
    expect(undone.holdings).toEqual(before.holdings)
    expect(undone.opportunities).toEqual(before.opportunities)
    expect(undone.agreements.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn', 'withdrawn'])
  })
})

it('an opportunity that has moved on since is not put back', async () => {
  const first = await start('养老')
  await move({ kind: 'skip', to: 3 })
  const [opened] = (await store.books.read('M1')).changes
  await undoChange(deps())({ managerId: 'M1', changeId: opened!.id, at: '2026-11-23T02:00:00Z' })
  expect((await customer()).opportunities).toMatchObject([{ id: first!.opportunity.id, step: 3 }])
})

it('an invitation to be assessed anew is a task of the next working day', async () => {
  await start('养老')
  expect(await move({ kind: 'reassess', about: '邀约重新评估' })).toMatchObject({
    agreed: [{ kind: 'task', on: '2026-11-24', about: '邀约重新评估' }],
    opportunity: { nextOn: '2026-11-24' },
  })
})
