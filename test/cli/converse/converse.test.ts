import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { converseCommand } from '../../../src/cli/commands/talk/converse.js'
import { openDaybook, type World } from '../../../src/compose/daybook.js'
import { loadConfig } from '../../../src/config/config.js'
import { WORDS } from '../../support/chat.js'
import { aCustomer } from '../../support/customers.js'
import { silentLog } from '../../support/log.js'
import { aManager } from '../../support/roster.js'

const home = mkdtempSync(join(tmpdir(), 'daybook-converse-'))
const config = loadConfig({ DAYBOOK_HOME: home, LOG_LEVEL: 'silent' })
let ids = 0
const world: World = {
  clock: { now: () => new Date('2026-11-23T01:00:00Z') },
  timer: { wait: async () => {}, elapsedMs: () => performance.now() },
  newId: () => `id-${++ids}`,
  log: silentLog,
}

beforeAll(async () => {
  const daybook = await openDaybook(config, world, WORDS)
  await daybook.store.bank.transact(async (draft) => {
    await draft.putManagers([aManager()])
    await draft.putBook({
      managerId: 'M1',
      customers: [
        aCustomer('C001', { name: '乔振宇', nickname: '乔总', gender: 'male', phone: '13911110001' }),
        aCustomer('C002', {
          name: '穆晓云',
          gender: 'female',
          occupation: '律师',
          company: '衡正律师事务所',
        }),
        aCustomer('C003', { name: '穆晓云', gender: 'female', occupation: '教师', company: '第三中学' }),
      ],
      changes: [],
    })
  })
  await daybook.close()
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

async function converse(...lines: readonly (object | string)[]) {
  const out: string[] = []
  const input = Readable.from(
    lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`),
  )
  const shell = {
    config,
    world,
    terminal: { input, output: process.stdout, error: { write: () => {} } },
    out: (line: string) => void out.push(line),
    err: () => {},
    file: (name: string) => name,
    fail: () => {},
    commands: { homeUse: () => undefined, run: async () => 2 },
    open: () => openDaybook(config, world, WORDS),
  }
  const command = converseCommand(shell)
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
  await command.parseAsync([], { from: 'user' })
  return out.map((line) => JSON.parse(line))
}

const begin = { as: 'M1', today: '2026-11-23', at: '10:00' }

describe('converse', () => {
  it('plays every conversation on a copy of its own, in the order given', async () => {
    const told = { ...begin, turns: [{ says: '刚打了乔总，没接' }] }
    const results = await converse({ id: 'a', ...told }, { id: 'b', ...told })
    const wrote = [
      { act: 'contact.log', customer: 'C001', channel: 'call', reached: false, outcome: 'no-answer' },
    ]
    expect(results).toMatchObject([
      { id: 'a', turns: [{ intent: 'contact.log', wrote, asks: null, shows: ['C001'] }] },
      { id: 'b', turns: [{ intent: 'contact.log', wrote, asks: null, shows: ['C001'] }] },
    ])
  })

  it('tells the open question, plays what was only for it, and reads its answer as one', async () => {
    const turns = [
      { says: '刚打了穆晓云，没接' },
      { presses: 'confirm', ifAsked: 'confirm' },
      { says: '做律师的那位', ifAsked: 'customer' },
      { presses: 'undo' },
    ]
    const [{ turns: results }] = await converse({ id: 'a', ...begin, turns })
    expect(results[0]).toMatchObject({ wrote: [], asks: { kind: 'customer', options: ['C002', 'C003'] } })
    expect(results[1]).toEqual({ skipped: true })
    expect(results[2]).toMatchObject({ intent: null, wrote: [{ act: 'contact.log', customer: 'C002' }] })
    expect(results[3]).toMatchObject({ wrote: [{ act: 'undo', of: 'contact.log', customer: 'C002' }] })
  })

  it('answers a picture as the messenger would have it, and leaves the question open', async () => {
    const turns = [{ says: '刚打了穆晓云，没接' }, { attaches: 'image' }, { says: '做律师的那位' }]
    const [{ turns: results }] = await converse({ id: 'a', ...begin, turns })
    expect(results[1]).toMatchObject({ intent: null, wrote: [], asks: { kind: 'customer' } })
    expect(results[1].text).not.toBe('')
    expect(results[2].wrote).toMatchObject([{ act: 'contact.log', customer: 'C002' }])
  })

  it('counts nobody as shown by a question that is put again beside an answer', async () => {
    const turns = [{ says: '开始跟进乔总' }, { says: '穆律师的资料' }]
    const [{ turns: results }] = await converse({ id: 'a', ...begin, turns })
    expect(results[0]).toMatchObject({
      wrote: [{ act: 'sale.start', customer: 'C001' }],
      asks: { kind: 'step' },
      shows: ['C001'],
    })
    expect(results[1]).toMatchObject({ wrote: [], asks: { kind: 'step' }, shows: ['C002'] })
  })

  it('moves the clock by a turn and by what a turn waits', async () => {
    const turns = [
      { says: '提醒我五分钟后给乔总打电话' },
      { waitsMinutes: 840 },
      { says: '提醒我明天给乔总打电话' },
    ]
    const [{ turns: results }] = await converse({ id: 'a', ...begin, turns })
    expect(results[1]).toMatchObject({ wrote: [], intent: null, text: '' })
    expect(results[2].wrote).toMatchObject([{ act: 'task.add', when: { day: '2026-11-25' } }])
  })

  it('writes nothing into the home', async () => {
    await converse({ id: 'a', ...begin, turns: [{ says: '乔总手机换成13922220002' }] })
    const daybook = await openDaybook(config, world, WORDS)
    const [customer] = (await daybook.store.books.read('M1')).customers
    await daybook.close()
    expect(customer).toMatchObject({ phone: '13911110001', contacts: [] })
  })

  it.each([
    ['no JSON', '{"id":', /line 1: not JSON/],
    ['no such manager', { id: 'a', ...begin, as: 'M9', turns: [] }, /no manager M9/],
    ['no day', { id: 'a', ...begin, today: '2026-02-30', turns: [] }, /line 1: today: not a day/],
    ['two things in a turn', { id: 'a', ...begin, turns: [{ says: 'a', presses: 'b' }] }, /line 1: turns.0/],
  ])('says where a line is wrong: %s', async (_, line, message) => {
    await expect(converse(line)).rejects.toThrow(message)
  })
})
