import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import iconv from 'iconv-lite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fileSource } from '../../../src/adapters/files/table/byte-source.js'
import { openTable } from '../../../src/adapters/files/table/open-table.js'
import { exportCommand } from '../../../src/cli/commands/export.js'
import { importCommand } from '../../../src/cli/commands/import.js'
import { sampleCommand } from '../../../src/cli/commands/process/sample.js'
import { day } from '../../../src/domain/day.js'
import type { Rejection } from '../../../src/imports/import-rows.js'
import { rawRow, rawWorkbook } from '../../support/raw-workbook.js'
import { runCommand } from '../../support/shell.js'
import { type TemporaryStore, temporaryStore } from '../../support/temporary-store.js'

let store: TemporaryStore
let folder: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-cli-'))
  store = await temporaryStore({ now: () => new Date('2026-11-23T01:00:00Z') })
})
afterEach(async () => {
  await store.remove()
  rmSync(folder, { recursive: true, force: true })
})

const file = (name: string, content: string | Buffer) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const run = (...args: readonly string[]) => runCommand(importCommand, store, join(folder, 'home'), args)
const MANAGERS = 'manager_id,name,branch_id\nM1,林若溪,0101\n'
const BROKEN = '客户号,姓名,客户经理号,总资产,星座\n1,甲,M1,5,\n2,"乙,丙",M1,12万,\n'

describe('import', () => {
  it('prints one object a file, with its number, and ends with 0', async () => {
    const path = file('managers.csv', MANAGERS)
    const { lines, exitCode } = await run('managers', path, '--json')
    expect(exitCode).toBe(0)
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        import: 1,
        kind: 'managers',
        file: path,
        encoding: 'utf-8',
        created: 1,
        updated: 0,
        unchanged: 0,
        rejected: [],
        unknownColumns: [],
        applied: true,
        remarks: [],
      },
    ])
  })

  it('takes the day a manager leaves, and takes it away again where they come back', async () => {
    const columns = 'manager_id,name,branch_id,left_on'
    const left = async (leftOn: string) => {
      await run('managers', file('leavers.csv', `${columns}\nM1,林若溪,0101,${leftOn}\n`))
      return store.managers.find('M1')?.leftOn
    }
    expect(await left('2026-11-30')).toBe('2026-11-30')
    expect(await left('')).toBeUndefined()
  })

  it('tells every rejected row with its line, column, value, code and reason, and ends with 1', async () => {
    await run('managers', file('managers.csv', MANAGERS))
    const path = file('customers.csv', BROKEN)
    const { lines, exitCode } = await run('customers', path, '--json')
    expect(exitCode).toBe(1)
    expect(JSON.parse(lines[0]!)).toMatchObject({
      import: null,
      created: 1,
      rejected: [
        {
          line: 3,
          column: '总资产',
          value: '12万',
          code: 'not-a-sum',
          reason: '不是能读的金额（如 1,234.50） / not a sum that can be read (as in 1,234.50)',
        },
      ],
      unknownColumns: ['星座'],
      applied: false,
    })
    expect((await store.books.read('M1')).customers).toEqual([])
  })

  it('says in words what it did', async () => {
    await run('managers', file('managers.csv', MANAGERS))
    const path = file('customers.csv', BROKEN)
    const { lines } = await run('customers', path, '--partial', '--errors', join(folder, 'wrong.csv'))
    expect(lines).toEqual([
      `${path} (customers, utf-8): 1 created, 0 updated, 0 unchanged, 1 rejected`,
      '  columns left aside: 星座',
      '  line 3 总资产 “12万”: 不是能读的金额（如 1,234.50） / not a sum that can be read (as in 1,234.50)',
      `  rejected rows: ${join(folder, 'wrong.csv')}`,
      '  import 2; taken back with: import undo 2',
    ])
  })

  it('writes the rejected rows aside, for nobody else to read, in the encoding and with the separator they came in', async () => {
    await run('managers', file('managers.csv', MANAGERS))
    const path = file(
      'customers.txt',
      iconv.encode(BROKEN.replaceAll(',', '\t').replace('乙\t丙', '乙"丙'), 'gb18030'),
    )
    await run('customers', path, '--json')
    const rejected = join(folder, 'home', 'rejected')
    const [name] = readdirSync(rejected)
    expect(name).toBe('2026-11-23 customers.rejected.txt')
    expect(statSync(join(rejected, name!)).mode & 0o077).toBe(0)
    const text = iconv.decode(readFileSync(join(rejected, name!)), 'gb18030')
    expect(text.split('\r\n')[0]).toBe(
      '行 line\t列 column\t值 value\t原因\treason\t客户号\t姓名\t客户经理号\t总资产\t星座',
    )
    expect(text.split('\r\n')).toHaveLength(3)
  })

  it('takes the file of rejected rows once they are put right', async () => {
    await run('managers', file('managers.csv', MANAGERS))
    const errors = join(folder, 'wrong.csv')
    await run('customers', file('customers.csv', BROKEN), '--partial', '--errors', errors)
    const mended = file('mended.csv', readFileSync(errors, 'utf8').replaceAll('12万', '120000'))
    const { lines, exitCode } = await run('customers', mended, '--json')
    expect(exitCode).toBe(0)
    expect(JSON.parse(lines[0]!)).toMatchObject({ created: 1, rejected: [], applied: true })
    expect((await store.books.read('M1')).customers.map((one) => [one.name, one.aumFen])).toEqual([
      ['甲', 500],
      ['乙,丙', 12_000_000],
    ])
  })

  it('a damaged workbook is one reason, with --json too, and the other files of the command are still read', async () => {
    const workbook = rawWorkbook({ sheets: [{ name: 'S', rows: rawRow(['客户经理号', '姓名', '网点号']) }] })
    const cut = file('cut.xlsx', workbook.subarray(0, workbook.length / 2))
    const good = file('managers.csv', MANAGERS)
    const { lines, exitCode } = await run('managers', cut, good, '--json')
    expect(exitCode).toBe(1)
    const [first, second, ...more] = lines.map((line) => JSON.parse(line))
    expect(more).toEqual([])
    expect(first).toMatchObject({ applied: false, rejected: [{ line: 1, column: '', code: 'not-a-table' }] })
    expect([first.errorFile, second.applied]).toEqual([undefined, true])
    expect((await run('managers', cut)).lines).toHaveLength(3)
  })

  it('a file that may not be read is one reason as well', async () => {
    const table = await openTable('managers', fileSource(folder), { today: day('2026-11-23') })
    for await (const { rejected } of table.batches())
      expect(rejected).toMatchObject([{ code: 'cannot-be-opened', expected: 'EISDIR' }])
  })

  it('names the sheet that was read, the others, and rows out of sight', async () => {
    const rows = rawRow(['客户经理号', '姓名', '网点号']) + rawRow(['M1', '林若溪', '0101'], 2, ' hidden="1"')
    const path = file(
      'm.xlsx',
      rawWorkbook({
        sheets: [
          { name: '说明', rows: rawRow(['x']) },
          { name: '名单', rows },
        ],
      }),
    )
    const { lines } = await run('managers', path, '--json')
    expect(JSON.parse(lines[0]!)).toMatchObject({
      sheet: '名单',
      otherSheets: [{ name: '说明', fits: false }],
      hiddenRows: 1,
    })
    expect((await run('managers', path)).lines).toEqual([
      expect.stringContaining('1 unchanged'),
      '  sheet read: 名单; other sheets with rows: 说明',
      '  rows out of sight, by a filter or by hand, taken as well: 1',
      expect.stringContaining('import 2'),
    ])
  })

  it('writes rejected rows of a workbook so that what was wrong stays wrong until it is mended', async () => {
    await run('managers', file('managers.csv', MANAGERS))
    const head = ['客户号', '姓名', '客户经理号', '总资产', '生日']
    const rows = [
      rawRow(head),
      rawRow(['1', '甲', 'M1', '<c><f>A1</f></c>', '<c><v>27885</v></c>']),
      rawRow(['2', '乙', 'M1', '<c t="e"><v>#N/A</v></c>', '']),
    ]
    const path = file('c.xlsx', rawWorkbook({ is1904: true, sheets: [{ name: 'S', rows: rows.join('') }] }))
    const errors = join(folder, 'wrong.xlsx')
    await run('customers', path, '--errors', errors)
    const again = JSON.parse((await run('customers', errors, '--json')).lines[0]!)
    expect(again.rejected.map(({ column, code }: Rejection) => [column, code])).toEqual([
      ['总资产', 'not-a-sum'],
      ['总资产', 'not-a-sum'],
    ])
    const { sheets } = await readXlsx(readFileSync(errors))
    expect(sheets[0]?.rows[1]?.slice(-2)).toEqual(['=', '1980-05-06'])
  })

  it.each([
    ['customers', 'a.csv'],
    ['holdings', 'a.csv', 'b.csv'],
    ['holdings', 'a.csv', '--partial'],
  ])('--complete is said of one whole file of holdings, not of %s %s %s', async (...args) => {
    file('a.csv', 'x')
    const paths = args
      .filter((arg) => arg !== undefined)
      .map((arg) => (arg.endsWith('.csv') ? file(arg, 'x') : arg))
    expect((await run(...paths, '--complete')).exitCode).toBe(2)
  })

  it('imports nothing in a dry run', async () => {
    const { lines, exitCode } = await run('managers', file('managers.csv', MANAGERS), '--dry-run')
    expect([lines[0], lines.at(-1), exitCode]).toEqual([
      expect.stringContaining('1 created'),
      '  dry run: nothing was written',
      0,
    ])
    expect(store.managers.all()).toEqual([])
  })

  it.each([
    { case: 'an unknown kind', args: ['people', 'x.csv'] },
    { case: 'no file', args: ['customers'] },
    { case: 'a file that is not there', args: ['customers', '/nowhere/x.csv'] },
    { case: 'an unknown encoding', args: ['customers', 'x.csv', '--encoding', 'latin1'] },
    { case: 'an import that never was', args: ['undo', '9'] },
    { case: 'no number to undo', args: ['undo', 'last'] },
  ])('$case is wrong use', async ({ args }) => {
    expect((await run(...args)).exitCode).not.toBe(0)
  })

  it('takes an import back by its number, lists what was done, and writes it into the journal', async () => {
    await run('managers', file('managers.csv', MANAGERS))
    await run('customers', file('customers.csv', '客户号,姓名,客户经理号\n1,甲,M1\n'))
    expect((await run('undo', '2')).lines).toEqual([
      'Import 2 (customers, customers.csv): 1 rows taken back.',
    ])
    expect((await run('list')).lines).toEqual([
      '1  2026-11-23  managers  managers.csv: 1 created, 0 updated',
      '2  2026-11-23  customers  customers.csv: 1 created, 0 updated, undone 2026-11-23',
    ])
    expect((await store.books.read('M1')).customers).toEqual([])
  })
})

describe('sample and export', () => {
  it('fill an empty home, and give a book that comes in again', async () => {
    const sampled = await runCommand(sampleCommand, store, folder, ['--managers', '1', '--customers', '30'])
    expect(sampled.lines).toEqual(['H100 沈国安: branch head', 'M101 林若溪: 30 customers'])
    expect((await runCommand(sampleCommand, store, folder, [])).exitCode).toBe(1)
    for (const [table, kind, extension] of [
      ['general', 'customers', 'csv'],
      ['ledger', 'holdings', 'xlsx'],
    ] as const) {
      const out = join(folder, `${table}.${extension}`)
      const { exitCode } = await runCommand(exportCommand, store, folder, [
        table,
        '--manager',
        'M101',
        '--out',
        out,
      ])
      expect([exitCode, existsSync(out)]).toEqual([0, true])
      const again = JSON.parse((await run(kind, out, '--json')).lines[0]!)
      expect(again).toMatchObject({ created: 0, updated: 0, rejected: [], applied: true })
    }
  })

  it.each([
    { case: 'an unknown manager', args: ['ledger', '--manager', 'M9', '--out', 'x.csv'] },
    { case: 'another kind of file', args: ['ledger', '--manager', 'M1', '--out', 'x.pdf'] },
    { case: 'an unknown table', args: ['everything', '--manager', 'M1', '--out', 'x.csv'] },
  ])('$case is wrong use', async ({ args }) => {
    expect((await runCommand(exportCommand, store, folder, args)).exitCode).not.toBe(0)
  })
})
