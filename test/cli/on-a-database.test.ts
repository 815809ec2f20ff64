import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from '../../src/cli/run-command.js'
import { tellError } from '../../src/cli/tell-error.js'
import { openDaybook } from '../../src/compose/daybook.js'
import { loadConfig } from '../../src/config/config.js'
import { WORDS } from '../support/chat.js'
import { silentLog } from '../support/log.js'
import { asOwner, SERVER_PROGRAMS, theServer } from '../support/postgres-server.js'

describe.skipIf(SERVER_PROGRAMS === undefined)('commands on a database', () => {
  let home: string
  let url: string

  beforeEach(async () => {
    home = mkdtempSync(join(tmpdir(), 'daybook-cli-'))
    url = await (await theServer()).newDatabase()
  })
  afterEach(() => rmSync(home, { recursive: true, force: true }))

  async function run(argv: readonly string[], typed = '', databaseUrl = url) {
    const config = { ...loadConfig({ DAYBOOK_HOME: home, DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent' }) }
    let ids = 0
    const world = {
      clock: { now: () => new Date('2026-11-23T01:00:00Z') },
      timer: { wait: async () => {}, elapsedMs: () => performance.now() },
      newId: () => `${process.hrtime.bigint()}-${++ids}`,
      log: silentLog,
    }
    let printed = ''
    const screen = () =>
      new Writable({
        write(chunk, _, done) {
          printed += String(chunk)
          done()
        },
      })
    const exit = await runCommand(argv, {
      config,
      world,
      terminal: { input: new PassThrough().end(typed), output: screen(), error: screen() },
      out: (line) => {
        printed += `${line}\n`
      },
      err: (line) => {
        printed += `${line}\n`
      },
      file: (name) => name,
      open: (other) => openDaybook(config, { ...world, ...other }, WORDS),
    }).catch((error: unknown) => {
      printed += tellError(error)
      return 1
    })
    return { exit, printed }
  }

  it('a sample is put in, briefed, spoken to, exported, and found in order', async () => {
    expect(await run(['migrate'])).toMatchObject({ exit: 0 })
    expect((await run(['migrate', '--json'])).printed).toBe('[]\n')
    const sample = await run(['sample', '--managers', '2', '--customers', '40'])
    expect(sample).toMatchObject({ exit: 0 })
    const brief = await run(['brief', '--manager', 'M101'])
    expect(brief.exit).toBe(0)
    expect(brief.printed.length).toBeGreaterThan(200)
    const chat = await run(['chat', '--as', 'M101'], '谁这周到期\n')
    expect(chat.exit).toBe(0)
    const doctor = await run(['doctor', '--json'])
    expect(doctor.exit).toBe(0)
    const checks: readonly { check: string; state: string }[] = JSON.parse(doctor.printed)
    expect(checks.filter(({ check }) => ['database', 'books', 'journal'].includes(check))).toMatchObject([
      { check: 'database', state: 'ok' },
      { check: 'books', state: 'ok' },
      { check: 'journal', state: 'ok' },
    ])
    // Nothing of a customer stands in the home.
    await asOwner(url, async (client) => {
      const { rows } = await client.query('select count(*)::integer as n from daybook.customers')
      expect(rows).toEqual([{ n: 40 }])
    })
  })

  it('files are imported, twice without effect, and listed', async () => {
    const file = join(home, 'managers.csv')
    writeFileSync(file, 'manager_id,name,branch_id\nM1,林若溪,0101\n')
    const first = await run(['import', 'managers', file])
    expect(first).toMatchObject({ exit: 0 })
    const customers = join(home, 'customers.csv')
    writeFileSync(
      customers,
      'customer_id,name,manager_id,phone\nC1,陈立群,M1,13900000001\nC2,李望舒,M1,13900000002\n',
    )
    expect(await run(['import', 'customers', customers])).toMatchObject({ exit: 0 })
    expect(await run(['import', 'customers', customers])).toMatchObject({ exit: 0 })
    const { rows } = await asOwner(url, (client) =>
      client.query<{ id: string; manager_id: string }>(
        'select id, manager_id from daybook.customers order by id',
      ),
    )
    expect(rows).toEqual([
      { id: 'C1', manager_id: 'M1' },
      { id: 'C2', manager_id: 'M1' },
    ])
    expect((await run(['import', 'list'])).printed).toContain('customers')
  })

  it('a database that nobody serves is told in one line, without user and password', async () => {
    const { exit, printed } = await run(['brief'], '', 'postgresql://someone:secret@127.0.0.1:1/daybook')
    expect(exit).toBe(1)
    expect(printed).toContain('the database daybook on 127.0.0.1:1 cannot be used: nobody answers there')
    expect(printed).not.toMatch(/secret|someone|\n\s+at /)
  })
  it('a home is moved into it and back, whole, and a second time into nothing that holds something', async () => {
    await run(['sample', '--managers', '2', '--customers', '20'])
    const back = await run(['move', '--to', 'home', '--json'])
    expect(back).toMatchObject({ exit: 0 })
    const { kinds, resumed } = JSON.parse(back.printed)
    expect(resumed).toBe(false)
    expect(kinds.books.count).toBe(2)
    expect((await run(['audit', 'verify'], '', '')).exit).toBe(0)
    const again = await run(['move', '--to', 'home'])
    expect(again.exit).toBe(1)
    expect(again.printed).toContain('holds something already')
    expect((await run(['move', '--to', 'elsewhere'])).exit).toBe(2)
    expect((await run(['move', '--to', 'postgres'], '', '')).exit).toBe(2)
  })
})

it('a wrong DATABASE_URL is refused without being quoted', () => {
  expect(() => loadConfig({ DATABASE_URL: 'mysql://someone:secret@host/db' })).toThrow(
    /DATABASE_URL(?!.*secret)/,
  )
})
