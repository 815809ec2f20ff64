import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from '../../../../src/cli/run-command.js'
import { type Daybook, openDaybook } from '../../../../src/compose/daybook.js'
import { wordsOf } from '../../../../src/compose/words.js'
import { loadConfig } from '../../../../src/config/config.js'
import { aCustomer } from '../../../support/customers.js'
import { silentLog } from '../../../support/log.js'
import { aManager } from '../../../support/roster.js'

const NAME = '独一无二的名字'
const KEY = '0123456789abcdef'.repeat(4)

let folder: string
let ids = 0
let minute = 0

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-backup-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string) => join(folder, name)
const configOf = (home: string) =>
  loadConfig({ DAYBOOK_HOME: at(home), AUDIT_SINK: at('sink'), LOG_LEVEL: 'silent' })
const world = {
  clock: { now: () => new Date(Date.UTC(2026, 10, 23, 1, minute++)) },
  timer: { wait: async () => {}, elapsedMs: () => performance.now() },
  newId: () => `id${++ids}`,
  log: silentLog,
}
const openHome = (home: string) => openDaybook(configOf(home), world, wordsOf({}))

/** @param served the home as the serving process has it open */
async function run(home: string, argv: readonly string[], served?: Daybook) {
  const lines: string[] = []
  const write = (line: string) => void lines.push(line)
  const terminal = {
    input: Readable.from([]),
    output: new Writable(),
    error: { write },
  }
  const exit = await runCommand(argv, {
    config: configOf(home),
    world,
    terminal,
    out: write,
    err: write,
    file: (name) => resolve(folder, name),
    open: async (other) => served?.within(other ?? {}) ?? openHome(home),
  }).catch((error: Error) => {
    write(error.message)
    return 1
  })
  return { exit, said: lines.join('\n').replaceAll(folder, '') }
}

async function aServedHome(): Promise<Daybook> {
  const daybook = await openHome('home')
  await daybook.store.bank.transact(async (draft) => {
    draft.putManagers([aManager({ id: 'M1' }), aManager({ id: 'M2' })])
    for (const [managerId, customerId] of [
      ['M1', 'C1'],
      ['M2', 'C2'],
    ] as const)
      await draft.putBook({ managerId, customers: [aCustomer(customerId, { name: NAME })], changes: [] })
  })
  await daybook.store.journal.append({ at: '2026-11-23T00:00:00.000Z', managerId: 'M1', act: 'brief.view' })
  return daybook
}

const nickname = (daybook: Daybook, name: string) =>
  daybook.store.books.change('M1', (book) => ({
    book: { ...book, customers: book.customers.map((customer) => ({ ...customer, nickname: name })) },
    result: undefined,
  }))

const isReadable = (name: string) =>
  readdirSync(at(name), { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .some((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8').includes(NAME))

describe('a backup', () => {
  it('of a home that is served is restored as it was, and says what came after and is lost', async () => {
    const served = await aServedHome()
    await nickname(served, '老陈')
    const taken = await run('home', ['backup', 'b1'], served)
    expect(taken).toMatchObject({
      exit: 0,
      said: expect.stringMatching(/2 managers, 2 books.*read back; not encrypted/),
    })
    await nickname(served, '后来')
    await served.store.journal.append({ at: '2026-11-23T02:00:00.000Z', managerId: 'M1', act: 'brief.view' })
    await run('home', ['audit', 'checkpoint'], served)
    await served.close()
    rmSync(at('home'), { recursive: true })

    const restored = await run('new', ['restore', 'b1'])
    expect(restored.said).toMatch(/2 managers, 2 books/)
    expect(restored.said).toMatch(/journal whole.*\n.*lines that were signed after line \d+ are lost/)
    expect(restored.exit).toBe(0)
    const daybook = await openHome('new')
    expect((await daybook.store.books.read('M1')).customers[0]).toMatchObject({
      name: NAME,
      nickname: '老陈',
    })
    await daybook.close()
    expect((await run('new', ['audit', 'verify'])).exit).toBe(0)
  })

  it('is whole though managers write all the while', async () => {
    const served = await aServedHome()
    let isOver = false
    let written = 0
    const writing = (async () => {
      while (!isOver) await nickname(served, `nr-${++written}`)
    })()
    expect((await run('home', ['backup', 'b1'], served)).exit).toBe(0)
    isOver = true
    await writing
    await served.close()
    expect((await run('new', ['restore', 'b1'])).exit).toBe(0)
    const daybook = await openHome('new')
    expect((await daybook.store.books.read('M1')).customers[0]?.nickname).toMatch(/^nr-\d+$/)
    await daybook.close()
  })

  it('with a key holds no name, and is restored with that key alone', async () => {
    const served = await aServedHome()
    writeFileSync(at('key'), KEY)
    writeFileSync(at('other'), KEY.replace('0', '1'))
    expect((await run('home', ['backup', 'b1', '--key-file', 'key'], served)).said).toMatch(/sealed with key/)
    await served.close()
    expect(isReadable('b1')).toBe(false)
    expect(await run('new', ['restore', 'b1', '--key-file', 'other'])).toMatchObject({
      exit: 1,
      said: expect.stringMatching(/which is not given/),
    })
    expect((await run('new', ['restore', 'b1', '--key-file', 'key'])).exit).toBe(0)
  })

  it('goes into an empty home alone, and goes on where it was stopped', async () => {
    const served = await aServedHome()
    await run('home', ['backup', 'b1'], served)
    await served.close()
    expect(await run('home', ['restore', 'b1'])).toMatchObject({
      exit: 1,
      said: expect.stringMatching(/is not empty/),
    })

    const part = readdirSync(at('b1/files/books'))[0]!
    const bytes = readFileSync(at(`b1/files/books/${part}`))
    rmSync(at(`b1/files/books/${part}`))
    expect((await run('new', ['restore', 'b1'])).said).toMatch(/is missing/)
    expect((await run('new', ['audit', 'verify'])).said).toMatch(/is half restored/)
    writeFileSync(at(`b1/files/books/${part}`), bytes)
    const again = await run('new', ['restore', 'b1'])
    expect(again).toMatchObject({ exit: 0, said: expect.stringMatching(/of them there already/) })
  })

  it('that was changed, or stopped before its end, is refused', async () => {
    const served = await aServedHome()
    await run('home', ['backup', 'b1'], served)
    expect((await run('home', ['backup', 'b1'], served)).said).toMatch(/is not empty/)
    await served.close()
    const part = at(`b1/files/books/${readdirSync(at('b1/files/books'))[0]!}`)
    writeFileSync(part, readFileSync(part, 'utf8').replace(NAME, '别的名字'))
    expect((await run('new', ['restore', 'b1'])).said).toMatch(/was changed since it was written/)
    rmSync(at('b1/manifest.json'))
    expect((await run('newer', ['restore', 'b1'])).said).toMatch(/no backup, or one that was stopped/)
  })

  it('leaves nothing of its own in the home', async () => {
    const served = await aServedHome()
    await run('home', ['backup', 'b1'], served)
    expect(readdirSync(at('home')).filter((name) => name.startsWith('.'))).toEqual([])
    await served.close()
  })

  it('a home of a newer program is refused', async () => {
    await (await aServedHome()).close()
    writeFileSync(at('home/home.json'), '{"schema":99}')
    expect((await run('home', ['audit', 'verify'])).said).toMatch(/written by a newer program \(schema 99/)
  })
})
