import { describe, expect, it } from 'vitest'
import type { Book } from '../../../src/domain/book.js'
import { day } from '../../../src/domain/day.js'
import { fenOfYuan } from '../../../src/domain/money.js'
import { showWhatIf } from '../../../src/usecases/results/show-what-if.js'
import { showBranchWorth, showManagerWorth } from '../../../src/usecases/results/show-worth.js'
import { aContact, aCustomer } from '../../support/customers.js'
import { CALENDAR, POLICY } from '../../support/rules.js'

const NOVEMBER = { from: day('2026-11-01'), to: day('2026-11-30') }
const TODAY = day('2026-11-30')
const closed = (managerId: string, on: string) =>
  aContact(on, { managerId, outcome: 'closed', amountFen: fenOfYuan(200_000) })
const kept = [
  {
    id: 'p',
    kind: 'promise',
    what: '利率表',
    madeOn: day('2026-11-02'),
    on: day('2026-11-05'),
    state: 'kept',
  },
] as const
/** C2 was M1's until the middle of the month. */
const BOOKS: Record<string, readonly ReturnType<typeof aCustomer>[]> = {
  M1: [aCustomer('C1', { contacts: [closed('M1', '2026-11-03')] })],
  M2: [
    aCustomer('C2', {
      contacts: [closed('M1', '2026-11-04'), aContact('2026-11-20', { managerId: 'M2' })],
      agreements: kept,
    }),
  ],
}
const deps = {
  books: {
    read: async (managerId: string) => ({ managerId, customers: BOOKS[managerId] ?? [] }) as unknown as Book,
  } as never, // only reading is asked of it
  policy: POLICY,
}

describe('what a manager did', () => {
  it('stays the manager’s when the customer is handed over to a colleague', async () => {
    const { managers, twoSteps } = await showBranchWorth(deps)(['M1', 'M2'], NOVEMBER, TODAY)
    expect(
      managers.map(({ managerId, results }) => [managerId, results.contacts, results.customersReached]),
    ).toEqual([
      ['M1', 2, 2],
      ['M2', 1, 1],
    ])
    expect(managers[0]?.results.closedSums).toEqual([{ currency: 'CNY', amountFen: fenOfYuan(400_000) }])
    expect(twoSteps.service).toBe(1)
  })

  it('is the same asked alone as within the branch, promises those of the own book', async () => {
    const [one, other] = (await showBranchWorth(deps)(['M1', 'M2'], NOVEMBER, TODAY)).managers
    const alone = await showManagerWorth(deps)('M1', NOVEMBER, TODAY, ['M1', 'M2'])
    expect(alone.results).toEqual(one?.results)
    expect([one?.results.promisesKept, other?.results.promisesKept]).toEqual([0, 1])
  })
})

describe('the calls a manager made, beside what other intervals would ask for', () => {
  const whatIf = showWhatIf({
    books: deps.books,
    desks: { read: async () => ({ settings: {} }) } as never, // only reading is asked of it
    policy: POLICY,
    calendar: CALENDAR,
  })
  const made = async (ids: readonly string[], colleagues: readonly string[]) =>
    (await whatIf(ids, new Map(), TODAY, colleagues)).managers.map((one) => [one.managerId, one.made])

  it('are those he logged, also with a customer who was handed over since, asked alone or of the branch', async () => {
    const branch = await made(['M1', 'M2'], ['M1', 'M2'])
    expect(branch).toEqual([
      ['M1', 0.1],
      ['M2', 0.1],
    ])
    expect(await made(['M1'], ['M1', 'M2'])).toEqual([branch[0]])
    expect(await made(['M2'], ['M1', 'M2'])).toEqual([branch[1]])
  })
})
