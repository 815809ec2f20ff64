import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { campaignCommand } from '../../../src/cli/commands/campaign.js'
import { day } from '../../../src/domain/day.js'
import { aDeposit } from '../../support/campaigns.js'
import { testClock } from '../../support/clock.js'
import { aContact, aCustomer } from '../../support/customers.js'
import { aManager } from '../../support/roster.js'
import { runCommand } from '../../support/shell.js'
import { type TemporaryStore, temporaryStore } from '../../support/temporary-store.js'

let store: TemporaryStore
let home: string
let file: string

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'daybook-campaign-'))
  file = join(home, 'campaign.json')
  writeFileSync(
    file,
    JSON.stringify({
      name: '微企存款',
      from: '2026-12-01',
      to: '2026-12-31',
      where: { type: 'micro' },
      goals: { deposits: 1000, cards: 10 },
    }),
  )
  store = await temporaryStore(testClock('2026-11-23T01:00:00Z'))
  await store.bank.transact(async (draft) => {
    await draft.putManagers([aManager(), aManager({ id: 'H1', role: 'head' })])
    await draft.putBook({
      managerId: 'M1',
      customers: [
        aCustomer('C1', { type: 'micro', holdings: [aDeposit(100)], contacts: [aContact('2026-12-02')] }),
        aCustomer('C2', { type: 'micro', marketingConsent: false }),
        aCustomer('C3'),
      ],
      changes: [],
    })
  })
})
afterEach(async () => {
  await store.remove()
  rmSync(home, { recursive: true, force: true })
})

const run = (...args: readonly string[]) => runCommand(campaignCommand, store, home, args)
const json = async (...args: readonly string[]) => JSON.parse((await run(...args, '--json')).lines.join(''))

it('goes from the draft to its report', async () => {
  expect(await json('draft', file)).toMatchObject({ id: '0101-1', state: 'draft' })
  expect(await json('analyse', '0101-1')).toMatchObject({
    count: 3,
    deposits: { sum: 100, q1: 0, median: 0, q3: 100, without: 2 },
    removed: [
      { rule: 'not-in-query', count: 1 },
      { rule: 'do-not-contact', count: 0 },
      { rule: 'no-consent', count: 1 },
      { rule: 'other-campaign', count: 0 },
    ],
    selected: 1,
  })
  expect(await json('start', '0101-1', '--today', '2026-12-01')).toMatchObject({ state: 'running' })
  expect(await json('show', '0101-1', '--today', '2026-12-02')).toEqual({
    id: '0101-1',
    name: '微企存款',
    state: 'running',
    from: '2026-12-01',
    to: '2026-12-31',
    workingDays: { total: 23, elapsed: 2, left: 21 },
    members: {
      total: 1,
      listed: 0,
      tried: 0,
      reached: 1,
      interested: 0,
      appointment: 0,
      won: 0,
      declined: 0,
      out: 0,
    },
    goals: [
      {
        kind: 'deposits',
        target: 1000,
        done: 0,
        told: 0,
        expectedToday: 86.96,
        forecast: null,
        aheadDays: -2,
      },
      { kind: 'cards', target: 10, done: null, told: 0, expectedToday: 0.9, forecast: null, aheadDays: null },
    ],
    managers: [{ managerId: 'M1', members: 1, covered: 1, untouched: 0 }],
    wonInLedger: 0,
    whereToUnknown: 0,
    effectiveContacts: 1,
  })
  expect(await json('pause', '0101-1', '--today', '2026-12-03')).toMatchObject({ state: 'paused' })
  expect(await json('resume', '0101-1', '--today', '2026-12-04')).toMatchObject({ state: 'running' })
  expect(await json('close', '0101-1', '--today', '2026-12-07')).toMatchObject({ state: 'closed' })
  const out = join(home, 'report.xlsx')
  expect((await run('export', '0101-1', '--out', out, '--today', '2026-12-08')).exitCode).toBe(0)
  expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK')
})

it('drafts one campaign of a name and first day, however often it is said', async () => {
  await json('draft', file)
  expect(await json('draft', file)).toMatchObject({ id: '0101-1' })
  await run('start', '0101-1', '--today', '2026-12-01')
  expect((await run('draft', file)).exitCode).toBe(1)
  expect((await store.campaigns.read('0101')).campaigns).toHaveLength(1)
})

it('waits for its first day, and freezes as of it', async () => {
  await json('draft', file)
  expect(await json('start', '0101-1')).toMatchObject({ state: 'draft', startsOn: '2026-12-01' })
  expect(await json('show', '0101-1', '--today', '2026-12-04')).toMatchObject({
    state: 'running',
    from: '2026-12-01',
    members: { total: 1, reached: 1 },
  })
})

it('members who withdraw their consent are out, and stay out', async () => {
  await json('draft', file)
  await run('start', '0101-1', '--today', '2026-12-01')
  const consent = (marketingConsent: boolean) =>
    store.books.change('M1', (book) => ({
      book: {
        ...book,
        customers: book.customers.map((c) => (c.id === 'C1' ? { ...c, marketingConsent } : c)),
      },
      result: undefined,
    }))
  await consent(false)
  expect(await json('show', '0101-1', '--today', '2026-12-02')).toMatchObject({
    members: { out: 1, reached: 0 },
  })
  await consent(true)
  expect(await json('show', '0101-1', '--today', '2026-12-03')).toMatchObject({ members: { out: 1 } })
  expect((await store.campaigns.read('0101')).campaigns[0]?.left).toEqual([
    { customerId: 'C1', on: day('2026-12-02'), why: 'no-consent' },
  ])
})

it.each([
  [['show', '0101-9']],
  [['draft']],
  [['draft', 'FILE', '--branch', '0909']],
  [['draft', 'FILE', '--to', '2026-11-01']],
])('%j is wrong use', async (args) => {
  expect((await run(...args.map((arg) => (arg === 'FILE' ? file : arg)))).exitCode).toBe(2)
})

it('a file that states nothing usable is told whole', async () => {
  writeFileSync(file, JSON.stringify({ from: '2026-13-01', goals: {} }))
  await expect(run('draft', file)).rejects.toThrow(/name[\s\S]*from/)
})
