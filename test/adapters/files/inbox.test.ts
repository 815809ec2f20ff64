import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { claim, droppedFiles, leftBehind, putAside } from '../../../src/adapters/files/inbox.js'
import { type Daybook, openDaybook } from '../../../src/compose/daybook.js'
import { inboxOf } from '../../../src/compose/intake.js'
import { loadConfig } from '../../../src/config/config.js'
import { type TakenFile, takeInbox } from '../../../src/imports/take-inbox.js'
import { silentLog } from '../../support/log.js'
import { rawRow, rawWorkbook } from '../../support/raw-workbook.js'

const NOW = new Date('2026-11-23T18:00:00Z')
const EARLIER = new Date('2026-11-23T17:00:00Z')

let home: string
let daybook: Daybook
let told: (readonly TakenFile[])[]

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'daybook-inbox-'))
  told = []
  let ids = 0
  daybook = await openDaybook(loadConfig({ DAYBOOK_HOME: home, LOG_LEVEL: 'silent' }), {
    clock: { now: () => NOW },
    timer: { wait: async () => {}, elapsedMs: () => performance.now() },
    newId: () => `i${++ids}`,
    log: silentLog,
  })
})
afterEach(async () => {
  await daybook.close()
  rmSync(home, { recursive: true, force: true })
})

const run = () => inboxOf(daybook, async (results) => void told.push(results))()

async function drop(name: string, content: string, at: Date = EARLIER): Promise<void> {
  if (!existsSync(join(home, 'inbox'))) await run()
  writeFileSync(join(home, 'inbox', name), content)
  utimesSync(join(home, 'inbox', name), at, at)
}

const MANAGERS = '客户经理号,姓名,网点号\nM1,林若溪,0101\n'
const CUSTOMERS = '客户号,姓名,客户经理号,总资产\nC1,陈立群,M1,3000000\n'

it('takes the files in the order they need, moves them with their report, and tells once', async () => {
  await drop('客户_20261123.csv', CUSTOMERS)
  await drop('managers.csv', MANAGERS)
  expect(await run()).toMatchObject([
    { name: 'managers.csv', taken: true },
    { name: '客户_20261123.csv', taken: true },
  ])
  expect(readdirSync(join(home, 'inbox'))).toEqual([])
  expect(readdirSync(join(home, 'done')).sort()).toEqual([
    'managers.csv',
    'managers.csv.report.txt',
    '客户_20261123.csv',
    '客户_20261123.csv.report.txt',
  ])
  expect((await daybook.store.books.read('M1')).customers).toMatchObject([{ id: 'C1' }])
  expect(told).toHaveLength(1)
})

it('a bad file stops none of the others', async () => {
  await drop('managers.csv', MANAGERS)
  await drop('customers.csv', '客户号,姓名,客户经理号\nC1,陈立群,M9\n')
  await drop('notes.txt', 'hello')
  expect(await run()).toMatchObject([
    { name: 'managers.csv', taken: true },
    { name: 'customers.csv', taken: false },
    { name: 'notes.txt', taken: false },
  ])
  const report = readFileSync(join(home, 'failed', 'customers.csv.report.txt'), 'utf8')
  expect(report).toContain('没有这位客户经理')
  expect(readFileSync(join(home, 'failed', 'notes.txt.report.txt'), 'utf8')).toContain('let it begin with')
})

it('a file that ended the process is met once: it is laid aside, and the others come in', async () => {
  mkdirSync(join(home, 'reading'))
  writeFileSync(join(home, 'reading', 'customers.xlsx'), 'whatever ended the process')
  await drop('managers.csv', MANAGERS)
  if (told.length === 0) await run()
  expect(await run()).toMatchObject([{ name: 'managers.csv', taken: true }])
  expect(readFileSync(join(home, 'failed', 'customers.xlsx.report.txt'), 'utf8')).toContain('put it in again')
  expect(readdirSync(join(home, 'reading'))).toEqual([])
})

it('a file is out of the drop folder before anything of it is read', async () => {
  const seen: string[] = []
  await drop('managers.csv', MANAGERS)
  const folder = join(home, 'inbox')
  const take = takeInbox({
    files: () => droppedFiles(folder, NOW),
    leftBehind: () => leftBehind(join(home, 'reading')),
    claim: (file) => claim(file, join(home, 'reading')),
    async take({ path }) {
      seen.push(...readdirSync(folder), path)
      expect(leftBehind(join(home, 'reading'))).toEqual([])
      return { taken: true, report: 'done' }
    },
    putAside: (file, how, report) => void putAside(file, join(home, how), report),
    tell: async () => {},
    unknownName: '',
    brokenOff: '',
  })
  await take()
  expect(seen).toEqual([join(home, 'reading', 'managers.csv')])
  expect(readdirSync(join(home, 'done'))).toContain('managers.csv')
})

it('a workbook that unpacks to hundreds of megabytes is a reason in its report, and the process goes on', async () => {
  const rows = rawRow(['客户经理号', '姓名', '网点号']) + rawRow(['M1', 'x'.repeat(50_000_000), '0101'])
  if (!existsSync(join(home, 'inbox'))) await run()
  const path = join(home, 'inbox', 'managers.xlsx')
  writeFileSync(path, rawWorkbook({ sheets: [{ name: 'S', rows }] }))
  utimesSync(path, EARLIER, EARLIER)
  await drop('客户经理.csv', MANAGERS)
  expect(await run()).toMatchObject([
    { name: 'managers.xlsx', taken: false },
    { name: '客户经理.csv', taken: true },
  ])
  expect(readFileSync(join(home, 'failed', 'managers.xlsx.report.txt'), 'utf8')).toContain('1 MB')
})

it.each([
  { name: '客户关系.csv', content: '客户号,关系,关联客户号\nC1,老板,C2\n' },
  { name: 'links.csv', content: 'customer_id,type,other_id\nC1,owner,C2\n' },
])('$name holds links', async ({ name, content }) => {
  await drop('managers.csv', MANAGERS)
  await drop('customers.csv', `${CUSTOMERS}C2,苏晴,M1,1\n`)
  await drop(name, content)
  expect((await run()).map(({ taken }) => taken)).toEqual([true, true, true])
  expect((await daybook.store.books.read('M1')).customers[0]!.links).toHaveLength(1)
})

it('leaves a file that may still be on its way in', async () => {
  await drop('managers.csv', MANAGERS, NOW)
  expect(await run()).toEqual([])
  expect(told).toEqual([])
})

it('the same file again changes nothing, and keeps the first one', async () => {
  await drop('managers.csv', MANAGERS)
  await run()
  await drop('managers.csv', MANAGERS)
  await run()
  expect(readdirSync(join(home, 'done')).filter((name) => name.endsWith('.csv'))).toEqual([
    '2 managers.csv',
    'managers.csv',
  ])
  expect(daybook.store.managers.all()).toHaveLength(1)
})

it.each([
  {
    name: '礼品 12月.csv',
    content: '礼品编号,礼品名称,开始日,结束日\nG1,新茶,2026-12-01,2026-12-05\n',
    kind: 'gifts',
  },
  { name: '客户活动.csv', content: '活动编号,活动名称,活动日期\nE1,品茶会,2026-12-04\n', kind: 'events' },
  { name: 'news.csv', content: 'news_id,title,date,topics\nN1,Tea prices,2026-11-24,tea\n', kind: 'news' },
  { name: '产品净值.csv', content: '产品代码,净值日期,单位净值\nF1,2026-11-20,1.2\n', kind: 'prices' },
] as const)('$name brings $kind to the occasions of every manager', async ({ name, content, kind }) => {
  await drop(name, content)
  expect(await run()).toMatchObject([{ name, taken: true }])
  expect((await daybook.sources.for('M1'))[kind]).toHaveLength(1)
})
