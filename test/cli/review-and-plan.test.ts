import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { planCommand } from '../../src/cli/commands/plan.js'
import { reviewCommand } from '../../src/cli/commands/review.js'
import { day } from '../../src/domain/day.js'
import { fenOfYuan } from '../../src/domain/money.js'
import { testClock } from '../support/clock.js'
import { aContact, aCustomer, aHolding } from '../support/customers.js'
import { aManager } from '../support/roster.js'
import { runCommand } from '../support/shell.js'
import { type TemporaryStore, temporaryStore } from '../support/temporary-store.js'

let store: TemporaryStore
const home = mkdtempSync(join(tmpdir(), 'daybook-reviews-'))
const ACT = { on: day('2026-11-02'), by: 'M1' }

beforeEach(async () => {
  store = await temporaryStore(testClock('2026-11-23T01:00:00Z'))
  await store.bank.transact(async (draft) => {
    draft.putManagers([aManager()])
    const near = Array.from({ length: 4 }, (_, at) =>
      aCustomer(`C${at + 2}`, { aumFen: fenOfYuan(450_000 + at) }),
    )
    const reviewed = aCustomer('C1', {
      assignedOn: day('2026-10-01'),
      holdings: [aHolding('2027-09-01', { id: 'h1', amountFen: fenOfYuan(0.05) })],
      contacts: [
        aContact('2026-05-20', {
          review: { holdings: [{ id: 'h0', kind: 'fund', amountFen: fenOfYuan(3) }] },
        }),
      ],
      plans: [
        {
          id: 'p1',
          metric: 'kinds',
          target: 2,
          due: day('2027-05-04'),
          steps: [
            { id: 's1', care: 'sales', on: day('2026-11-20'), test: { what: 'holding', kind: 'fund' } },
          ],
          state: 'running',
          drafted: ACT,
          started: { ...ACT, value: 1 },
          checks: [],
          earlier: [],
        },
      ],
    })
    const quiet = aCustomer('C9', { doNotContact: true })
    await draft.putBook({ managerId: 'M1', customers: [reviewed, ...near, quiet], changes: [] })
  })
})
afterEach(async () => {
  await store.remove()
  rmSync(home, { recursive: true, force: true })
})

const review = (...args: readonly string[]) => runCommand(reviewCommand, store, home, args)
const plan = (...args: readonly string[]) => runCommand(planCommand, store, home, args)
const jsonOf = ({ lines }: { readonly lines: readonly string[] }): unknown => JSON.parse(lines[0] ?? '')

it('review show gives the sheet in yuan, with what changed since the last', async () => {
  expect(jsonOf(await review('show', 'C1', '--today', '2026-11-23', '--json'))).toMatchObject({
    customerId: 'C1',
    day: '2026-11-23',
    total: 0.05,
    byKind: [{ kind: 'wealth', amount: 0.05, percent: 100 }],
    byLevel: [{ level: 'unknown', amount: 0.05, percent: 100 }],
    byTerm: [{ term: 'to-365', amount: 0.05, percent: 100 }],
    maturities: [],
    otherCurrencies: [],
    liabilities: [],
    flags: [{ code: 'one-product' }, { code: 'illiquid' }, { code: 'assessment' }, { code: 'one-kind' }],
    sinceLast: { on: '2026-05-20', change: -2.95, current: 0, begun: 0.05, ended: 3, rest: 0, flow: null },
  })
})

it('review due gives the two of the day, and what the week has room for', async () => {
  expect(jsonOf(await review('due', '--manager', 'M1', '--today', '2026-11-23', '--json'))).toMatchObject({
    managerId: 'M1',
    room: 10,
    behind: 0,
    today: ['C1'],
    due: [{ customerId: 'C1', tier: 'A', dueOn: '2026-11-20', last: '2026-05-20' }],
  })
})

it.each([
  ['a customer of nobody', ['show', 'C77'], 1],
  ['who asked for quiet', ['show', 'C9'], 1],
  ['a day that is none', ['show', 'C1', '--today', '2026-02-30'], 2],
  ['a manager of nobody', ['due', '--manager', 'M9'], 2],
])('review of %s ends with its own code', async (_, args, exitCode) => {
  expect((await review(...args)).exitCode).toBe(exitCode)
})

it('plan propose gives the first three, and all with --full', async () => {
  expect(jsonOf(await plan('propose', '--manager', 'M1', '--json'))).toMatchObject([
    {
      customerId: 'C5',
      metric: 'aum',
      value: 450_003,
      target: 500_000,
      state: 'proposed',
      due: null,
      steps: [],
    },
    { customerId: 'C4' },
    { customerId: 'C3' },
  ])
  expect(jsonOf(await plan('propose', '--manager', 'M1', '--full', '--json'))).toHaveLength(4)
})

it('plan list gives where the plans stand', async () => {
  expect(jsonOf(await plan('list', '--manager', 'M1', '--today', '2026-11-23', '--json'))).toEqual([
    {
      customerId: 'C1',
      metric: 'kinds',
      start: 1,
      value: 1,
      target: 2,
      expected: 1.1,
      due: '2027-05-04',
      state: 'running',
      steps: [{ care: 'sales', what: 'holding fund', on: '2026-11-20', done: null }],
      behind: false,
      overdueSteps: 1,
    },
  ])
})
