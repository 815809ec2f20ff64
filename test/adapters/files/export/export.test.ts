import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it, vi } from 'vitest'
import { exportCsv } from '../../../../src/adapters/files/export/export-csv.js'
import { exportWorkbook } from '../../../../src/adapters/files/export/export-workbook.js'
import { loadCalendar } from '../../../../src/config/calendar.js'
import { loadPolicy } from '../../../../src/config/policy.js'
import type { Book } from '../../../../src/domain/book.js'
import type { Customer } from '../../../../src/domain/customer/customer.js'
import { day } from '../../../../src/domain/day.js'
import type { Manager } from '../../../../src/domain/manager/manager.js'
import { fen, fenOfYuan } from '../../../../src/domain/money.js'
import { NOTHING_HANDED_IN } from '../../../../src/domain/occasions/handed-in.js'
import type { Bank, BankDraft, Books } from '../../../../src/ports/ports.js'
import { exportBook } from '../../../../src/usecases/exports/export-book.js'
import {
  EXPORTS,
  type ExportName,
  type ExportNarrowing,
} from '../../../../src/usecases/exports/export-table.js'
import { anyBook } from '../../../support/books.js'
import { IMPORT_DAY, importText } from '../../../support/imports.js'

const policy = loadPolicy('data/policy.json')
const calendar = loadCalendar('data/calendar')
const MANAGER: Manager = {
  id: 'M1',
  name: '林若溪',
  branchId: '0101',
  role: 'manager',
  briefTime: '08:30',
  timeZone: 'Asia/Shanghai',
  locale: 'zh-CN',
}

async function write(
  book: Book,
  name: ExportName,
  format: 'csv' | 'xlsx',
  locale: Manager['locale'] = 'zh-CN',
  narrowing: ExportNarrowing = {},
): Promise<Buffer> {
  const books = { read: async () => book } as unknown as Books // only reading is asked for
  const table = await exportBook({ books, policy, calendar })(
    { ...MANAGER, locale },
    { table: name, ...narrowing },
    IMPORT_DAY,
  )
  const describe = () => '电话'
  return format === 'csv' ? exportCsv(table, describe) : Buffer.from(await exportWorkbook(table, describe))
}

/** A bank that holds one book in memory and tells what was put. */
function bankOf(book: Book): Bank & { readonly put: Book[] } {
  const put: Book[] = []
  const notes = new Map<string, unknown>()
  const draft: BankDraft = {
    ownerOf: (id) => (book.customers.some((one) => one.id === id) ? 'M1' : undefined),
    book: async () => book,
    putBook: async (changed) => void put.push(changed),
    managers: () => [MANAGER],
    putManagers: async () => {},
    products: () => [],
    putProducts: async () => {},
    handedIn: () => NOTHING_HANDED_IN,
    putHandedIn: async () => {},
    feed: () => [],
    putFeed: async () => {},
    note: async (name) => notes.get(name),
    putNote: async (name, value) => void notes.set(name, value),
    changeDesk: () => Promise.reject(new Error('an import touches no desk')),
    record: () => {},
  }
  return { put, transact: (work) => work(draft) }
}

describe('what is exported', () => {
  it.each(['csv', 'xlsx'] as const)('comes in again from %s without a change', async (format) => {
    await fc.assert(
      fc.asyncProperty(
        anyBook,
        fc.constantFrom(...EXPORTS),
        fc.constantFrom('zh-CN', 'en-US'),
        async (book, name, locale) => {
          const bank = bankOf(book)
          const kind =
            name === 'ledger'
              ? 'holdings'
              : name === 'general' || name === 'key-customers'
                ? 'customers'
                : name
          const bytes = await write(book, name, format, locale)
          const report = await importText(bank, kind, bytes, { file: `book.${format}` })
          expect(report).toMatchObject({ created: 0, updated: 0, rejected: [] })
          expect(bank.put).toEqual([])
          if (name !== 'key-customers')
            expect(report.unchanged).toBe(
              name === 'ledger'
                ? book.customers.flatMap((one) => one.holdings).length
                : name === 'general'
                  ? book.customers.length
                  : book.customers.flatMap((one): readonly object[] => one[name] ?? []).length,
            )
        },
      ),
      { numRuns: format === 'csv' ? 80 : 25 },
    )
  })

  it('has an apostrophe before what a spreadsheet could take for a formula', async () => {
    const csv = (await write(BOOK, 'general', 'csv')).toString()
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(csv).toContain("'+cmd")
    const { sheets } = await readXlsx(await write(BOOK, 'general', 'xlsx'))
    expect(sheets[0]?.rows.flat()).toContain(`'=HYPERLINK("http://x")`)
  })

  it('names the columns in the manager’s language', async () => {
    const head = async (locale: Manager['locale']) =>
      (await write(BOOK, 'general', 'csv', locale)).toString().slice(1).split('\r\n')[0]
    expect(await head('zh-CN')).toMatch(/^客户号,姓名,分级,最近联系,应联系日,逾期工作日,/)
    expect(await head('en-US')).toMatch(
      /^customer_id,name,Tier,Last contact,Contact due,Working days overdue,/,
    )
  })
})

describe('the workbook of a ledger', () => {
  it('keeps ids as text, sums and days as such, and the sums of each currency above a header that stays in sight', async () => {
    const { sheets } = await readXlsx(await write(BOOK, 'ledger', 'xlsx'), { readStyles: true })
    const [sheet] = sheets
    expect(sheet?.name).toBe('产品台账')
    expect(sheet?.rows[1]?.[0]).toBe(
      '在持金额合计（不含贷款、信用卡）: CNY 1,234,567.89 · USD 5,000.00 · 共 4 行',
    )
    expect(sheet?.rows.slice(3).map((row) => [row[0], row[3], row[6]])).toEqual([
      ['台账号', '距到期天数', '金额'],
      ['0002', 1, 1_234_567.89],
      ['0001', 7, 5_000],
      ['0004', null, 80],
      ['0003', -1, 9_000],
    ])
    expect(sheet?.freezePane).toEqual({ rows: 4, columns: 2 })
    expect(sheet?.autoFilter?.range).toBe('A4:K8')
    expect(sheet?.conditionalRules?.map((rule) => rule.formula)).toEqual([
      'AND(ISNUMBER($D5),$D5>=0,$D5<=7)',
      'AND(ISNUMBER($D5),$D5>7,$D5<=30)',
    ])
  })
})

it('the same table is the same workbook, whenever it is written', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T01:00:00Z') })
  const first = await write(BOOK, 'ledger', 'xlsx')
  vi.setSystemTime(new Date('2027-02-11T11:11:11.111Z'))
  const second = await write(BOOK, 'ledger', 'xlsx')
  vi.useRealTimers()
  expect(second.equals(first)).toBe(true)
})

describe('a table that is narrowed', () => {
  const idsOf = async (name: ExportName, narrowing: ExportNarrowing) => {
    const csv = (await write(BOOK, name, 'csv', 'zh-CN', narrowing)).toString()
    return [...csv.matchAll(/^\d+/gm)].map(String)
  }

  it.each<{ case: string; table: ExportName; narrowing: ExportNarrowing; ids: readonly string[] }>([
    {
      case: 'the ledger to a period, both days in it, without loans',
      table: 'ledger',
      narrowing: { period: { from: day('2026-11-22'), to: day('2026-11-24') } },
      ids: ['0002', '0003'],
    },
    { case: 'the ledger to kinds', table: 'ledger', narrowing: { kinds: ['loan'] }, ids: ['0004'] },
    {
      case: 'the ledger to sums, foreign ones apart',
      table: 'ledger',
      narrowing: { amount: { min: 5_000 } },
      ids: ['0002', '0003'],
    },
    {
      case: 'the ledger to one customer',
      table: 'ledger',
      narrowing: { customerIds: ['00001'] },
      ids: [],
    },
    {
      case: 'customers to assets from 500,000',
      table: 'general',
      narrowing: { amount: { min: 500_000 } },
      ids: ['00001', '00002'],
    },
    {
      case: 'customers to those named, none of another book',
      table: 'general',
      narrowing: { customerIds: ['00003', '99999'] },
      ids: ['00003'],
    },
  ])('$case', async ({ table, narrowing, ids }) => {
    expect(await idsOf(table, narrowing)).toEqual(ids)
  })

  it('says so above itself', async () => {
    const period = { from: day('2026-11-22'), to: day('2026-11-30') }
    const narrowing = { period, kinds: ['wealth'], amount: { min: 5_000, currency: 'USD' } } as const
    const { sheets } = await readXlsx(await write(BOOK, 'ledger', 'xlsx', 'zh-CN', narrowing))
    expect(sheets[0]?.rows[0]?.[0]).toBe(
      '产品台账 — 林若溪 — 截至 2026-11-23 — 2026-11-22 至 2026-11-30 到期 — 理财 — USD 5,000.00 以上',
    )
  })
})

describe('the table of key customers', () => {
  it('has tiers A and B, the largest first, with what was said and what is agreed', async () => {
    const csv = (await write(BOOK, 'key-customers', 'csv')).toString()
    expect(
      csv
        .split('\r\n')
        .filter((line) => /^\d/.test(line))
        .map((line) => line.slice(0, 5)),
    ).toEqual(['00002', '00001'])
    expect(csv).toContain('2026-11-20 电话 聊近况')
    expect(csv).toContain('2026-11-25 15:00 约见 来网点')
  })
})

const someone = (id: string, over: Partial<Customer>): Customer => ({
  id,
  name: '甲',
  doNotContact: false,
  marketingConsent: true,
  holdings: [],
  contacts: [],
  agreements: [],
  flows: [],
  ...over,
})

const BOOK: Book = {
  managerId: 'M1',
  changes: [],
  customers: [
    someone('00001', {
      aumFen: fenOfYuan(500_000),
      notes: '=HYPERLINK("http://x")',
      hobbies: '+cmd',
      contacts: [{ id: 'k', on: day('2026-11-20'), managerId: 'M1', reached: true, note: '聊近况' }],
      agreements: [
        {
          id: 'a',
          kind: 'appointment',
          on: day('2026-11-25'),
          time: '15:00',
          about: '来网点',
          madeOn: day('2026-11-20'),
          state: 'open',
        },
        {
          id: 'b',
          kind: 'promise',
          on: day('2026-11-21'),
          about: '已办',
          madeOn: day('2026-11-20'),
          state: 'kept',
        },
      ],
    }),
    someone('00002', {
      aumFen: fenOfYuan(2_000_000),
      holdings: [
        {
          id: '0001',
          productName: '美元',
          kind: 'wealth',
          amountFen: fenOfYuan(5_000),
          currency: 'USD',
          maturesOn: day('2026-11-30'),
          autoRenew: false,
        },
        {
          id: '0002',
          productName: '一年期',
          kind: 'time-deposit',
          amountFen: fen(123_456_789),
          currency: 'CNY',
          maturesOn: day('2026-11-24'),
          autoRenew: false,
          ratePercent: 1.35,
        },
        {
          id: '0003',
          productName: '旧',
          kind: 'time-deposit',
          amountFen: fenOfYuan(9_000),
          currency: 'CNY',
          maturesOn: day('2026-11-22'),
          autoRenew: false,
        },
        {
          id: '0004',
          productName: '贷款',
          kind: 'loan',
          amountFen: fenOfYuan(80),
          currency: 'CNY',
          autoRenew: false,
        },
      ],
    }),
    someone('00003', { aumFen: fenOfYuan(499_999) }),
  ],
}
