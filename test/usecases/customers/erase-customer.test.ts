import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accessCommand } from '../../../src/cli/commands/access.js'
import { eraseCommand } from '../../../src/cli/commands/erase.js'
import { day } from '../../../src/domain/day.js'
import { undoImport } from '../../../src/imports/undo/undo-import.js'
import { logContact } from '../../../src/usecases/contacts/log-contact.js'
import { eraseCustomer } from '../../../src/usecases/customers/erase-customer.js'
import { showMoneyKept } from '../../../src/usecases/results/show-money-kept.js'
import { showManagerWorth } from '../../../src/usecases/results/show-worth.js'
import { aHomeFolder, openQuietly } from '../../adapters/lowdb/homes.js'
import { importText } from '../../support/imports.js'
import { POLICY, SENSITIVE_WORDS } from '../../support/rules.js'
import { runCommand } from '../../support/shell.js'

const TODAY = day('2026-11-23')
const AT = '2026-11-23T02:00:00Z'
const NOVEMBER = { from: day('2026-11-01'), to: day('2026-11-30') }
const ERASE = { customerId: 'C1', today: TODAY, at: AT }
/** Nothing of this may be anywhere in the home. */
const WORDS = /欧阳望舒|13912345678|城南旧厂|钓鱼|打算换房|还想要|T-9001/

const MANAGERS = `manager_id,name,branch_id,role
M1,林若溪,0101,客户经理
M2,Daniel Tan,0101,manager
`
const CUSTOMERS = `customer_id,name,manager_id,aum,phone,address,hobbies,notes
C1,欧阳望舒,M1,3000000,13912345678,城南旧厂,钓鱼,打算换房
C10,李远帆,M1,600000,,,,
C2,Grace Yang,M2,800000,,,,
`
const HOLDINGS = `holding_id,customer_id,product_name,kind,amount,start_date,maturity_date
A1,C1,定期一年,time-deposit,100000,2025-11-05,2026-11-05
A2,C1,定期二年,time-deposit,200000,2026-10-06,2027-11-06
`
const TRANSACTIONS = 'transaction_id,customer_id,date,amount\nT-9001,C1,2026-10-20,500\n'
const LINKS = 'customer_id,other_id,type\nC10,C1,spouse\nC1,C2,introduced-by\n'

let folder: ReturnType<typeof aHomeFolder>
let store: Awaited<ReturnType<typeof openQuietly>>

beforeEach(async () => {
  folder = aHomeFolder()
  store = await openQuietly(folder.path)
  const take = (kind: Parameters<typeof importText>[1], text: string) =>
    importText(store.bank, kind, text, { today: day('2026-11-01') })
  for (const report of [
    await take('managers', MANAGERS),
    await take('customers', CUSTOMERS),
    await take('customers', CUSTOMERS.replace('钓鱼', '摄影')),
    await take('customers', CUSTOMERS),
    await take('holdings', HOLDINGS),
    await take('transactions', TRANSACTIONS),
    await take('links', LINKS),
  ])
    expect(report).toMatchObject({ rejected: [], applied: true })
  for (const customerId of ['C1', 'C10'])
    await logContact({ ...store, sensitiveWords: SENSITIVE_WORDS })({
      changeId: `t-${customerId}`,
      managerId: 'M1',
      today: TODAY,
      at: AT,
      contacts: [
        { customerId, reached: true, channel: 'call', outcome: 'interested', note: `${customerId} 还想要` },
      ],
    })
  await store.conversations.write('emulator/1', { focus: { customerId: 'C1' } })
  await store.conversations.write('emulator/2', { draft: '给欧阳望舒打电话' })
  await store.conversations.write('emulator/3', { focus: { customerId: 'C10' } })
  await store.checkpoint()
})
afterEach(async () => {
  await store.close()
  folder.remove()
})

const results = async () => ({
  worth: await showManagerWorth({ books: store.books, policy: POLICY })('M1', NOVEMBER, TODAY).then(
    ({ results: done, twoSteps, promises }) => ({ done, twoSteps, promises }),
  ),
  kept: await showMoneyKept({ books: store.books, policy: POLICY })(['M1', 'M2'], NOVEMBER, TODAY).then(
    ({ notKept: _, ...sums }) => sums,
  ),
})
const run = (make: typeof eraseCommand, args: readonly string[]) =>
  runCommand(make, { ...store, remove: async () => {} }, folder.path, args)

function textOf(path: string): string {
  const found = statSync(path)
  if (!found.isDirectory()) return found.isFile() ? readFileSync(path, 'utf8') : '' // a socket says that the home is open
  return readdirSync(path)
    .map((name) => textOf(join(path, name)))
    .join('\n')
}

describe('erasing a customer', () => {
  it('leaves no word of them in any file of the home, nor in the generation before', async () => {
    expect(textOf(folder.path)).toMatch(WORDS)
    expect(await eraseCustomer(store)(ERASE)).toMatchObject({
      status: 'erased',
      conversations: 2,
      known: { managerId: 'M1', contacts: 1, links: 2 },
    })
    const words = textOf(folder.path).match(new RegExp(WORDS.source, 'g')) ?? []
    expect(words.filter((word) => word !== '还想要')).toEqual([])
    expect(textOf(folder.path)).not.toContain('C1 还想要')
    expect(textOf(folder.path)).toContain('C10 还想要')
    expect((await store.books.read('M1')).customers.map(({ id, links }) => [id, links])).toEqual([
      ['C10', []],
    ])
    expect(await store.conversations.read('emulator/3')).toEqual({ focus: { customerId: 'C10' } })
  })

  it('leaves the sums of results and the journal as they were', async () => {
    const before = await results()
    expect(before.worth.done.calls).toBe(2)
    expect(before.kept.count).toBe(1)
    await eraseCustomer(store)(ERASE)
    expect(await results()).toEqual(before)
    expect((await store.journal.verify()).broken).toBeUndefined()
  })

  it('no import brings them back without a word, and no import undone does', async () => {
    await eraseCustomer(store)(ERASE)
    for (const [kind, text] of [
      ['customers', CUSTOMERS],
      ['holdings', HOLDINGS],
      ['transactions', TRANSACTIONS],
      ['links', LINKS],
    ] as const) {
      const { rejected } = await importText(store.bank, kind, text)
      expect(rejected.length).toBeGreaterThan(0)
      expect(new Set(rejected.map(({ code }) => code))).toEqual(new Set(['erased-customer']))
    }
    for (const number of [7, 6, 5, 4, 3, 2]) await undoImport(store.bank, POLICY)(number, TODAY, AT)
    const books = [await store.books.read('M1'), await store.books.read('M2')]
    expect(books.flatMap(({ customers }) => customers).some(({ id }) => id === 'C1')).toBe(false)
  })

  it('stopped between its parts, is done by running it again', async () => {
    let left = 0
    const stopping = { ...store, checkpoint: async () => void (left++ === 0 && fail()) }
    await expect(eraseCustomer(stopping)(ERASE)).rejects.toThrow('stopped')
    expect(textOf(folder.path)).toMatch(/欧阳望舒/) // the generation before
    await store.close()
    store = await openQuietly(folder.path)
    const again = await eraseCustomer(store)({ ...ERASE, today: day('2026-11-24') })
    expect(again).toEqual({ status: 'erased', on: TODAY, conversations: 0 })
    expect(textOf(folder.path)).not.toMatch(/欧阳望舒|13912345678/)
  })

  it('asked to look only, changes nothing', async () => {
    const before = textOf(folder.path)
    expect(await eraseCustomer(store)({ ...ERASE, dryRun: true })).toMatchObject({ status: 'erased' })
    expect(textOf(folder.path)).toBe(before)
  })

  it('as a command needs --yes, knows whom it does not know, and says what it does not touch', async () => {
    expect((await run(eraseCommand, ['C1'])).exitCode).toBe(2)
    expect((await run(eraseCommand, ['C9', '--yes'])).exitCode).toBe(2)
    const { lines, exitCode } = await run(eraseCommand, ['C1', '--yes'])
    expect(exitCode).toBe(0)
    expect(lines.join('\n')).toMatch(/^C1 of M1 is erased: name, profile, 1 contacts/)
    expect(lines.join('\n')).toMatch(/not touched: backups/)
    const again = await run(eraseCommand, ['C1', '--yes', '--json'])
    expect(JSON.parse(again.lines[0]!)).toMatchObject({ wasErased: true, on: '2026-11-23' })
  })
})

describe('the access report of a customer', () => {
  it('says who saw, changed and exported, also after the customer was erased, and is itself on record', async () => {
    for (const [at, managerId, act, customerIds] of [
      ['2026-11-20', 'M2', 'customer.shown', ['C1', 'C2']],
      ['2026-11-21', 'M2', 'customer.shown', ['C1']],
      ['2026-11-22', 'M2', 'export.ledger', ['C10', 'C1']],
      ['2026-11-22', 'M2', 'suitability.refused', ['C1']],
      ['2026-11-22', 'M2', 'brief.view', ['C10']],
    ] as const)
      await store.journal.append({ at: `${at}T01:00:00.000Z`, managerId, act, customerIds })
    await eraseCustomer(store)(ERASE)
    const { lines, exitCode } = await run(accessCommand, ['C1', '--json'])
    expect(exitCode).toBe(0)
    expect(JSON.parse(lines[0]!)).toMatchObject({
      whole: true,
      by: [
        { managerId: 'M1', kind: 'changed', acts: { 'contact.log': 1 } },
        { managerId: 'M2', kind: 'seen', times: 2, acts: { 'customer.shown': 2 } },
        { managerId: 'M2', kind: 'exported', acts: { 'export.ledger': 1 } },
        { managerId: 'M2', kind: 'refused' },
        { managerId: 'operator', kind: 'changed', acts: { 'customer.erased': 1 } },
      ],
    })
    const later = await run(accessCommand, ['C1', '--from', '2026-11-21', '--to', '2026-11-21'])
    expect(later.lines[0]).toBe('M2 Daniel Tan  seen 1  2026-11-21T01:00:00.000Z  customer.shown')
    expect(later.lines.join()).not.toMatch(/C10|C2/)
    expect((await run(accessCommand, ['C1', '--from', 'yesterday'])).exitCode).toBe(2)
    const { lines: seen } = await run(accessCommand, ['C1', '--json'])
    expect(seen[0]).toContain('audit.access')
  })
})

function fail(): never {
  throw new Error('stopped')
}
