import { describe, expect, it } from 'vitest'
import { exportWorkbook } from '../../src/adapters/files/export/export-workbook.js'
import { loadCalendar } from '../../src/config/calendar.js'
import { loadPolicy } from '../../src/config/policy.js'
import type { Customer } from '../../src/domain/customer/customer.js'
import { day } from '../../src/domain/day.js'
import { fenOfYuan } from '../../src/domain/money.js'
import { exportBook } from '../../src/usecases/exports/export-book.js'
import { aBank } from '../support/bank.js'
import { aContact, aCustomer, aHolding } from '../support/customers.js'
import { IMPORT_DAY } from '../support/imports.js'

const bank = aBank()
const policy = loadPolicy('data/policy.json')
const calendar = loadCalendar('data/calendar')

const CHEN: Customer = aCustomer('00001', {
  name: '陈立群',
  nickname: '陈总',
  gender: 'male',
  birthday: day('1975-03-08'),
  anniversaryMonthDay: '05-20',
  occupation: '企业主',
  company: '聚鲜阁',
  phone: '13900000001',
  preferredChannel: 'wechat',
  riskRating: 'C3',
  riskAssessedOn: day('2026-02-01'),
  cardLevel: 'gold',
  hobbies: '钓鱼; 书法',
  family: '女儿在读大学',
  avoid: '别提股票',
  notes: '装修新房',
  fromFile: [
    { on: day('2025-01-05'), fields: ['occupation', 'company'] },
    { on: day('2026-03-02'), fields: ['phone'] },
  ],
  holdings: [aHolding('2026-12-08', { riskLevel: 'R2', startsOn: day('2026-08-10') })],
  contacts: [
    aContact('2026-11-02', {
      loggedAt: '2026-11-02T02:03:04.000Z',
      outcome: 'considering',
      amountFen: fenOfYuan(200_000),
      objection: 'yield',
      note: '说要装修',
    }),
    aContact('2026-10-01', { managerId: 'M2', amountFen: fenOfYuan(5), currency: 'USD' }),
  ],
  facts: [
    {
      id: 'f-1',
      on: day('2026-10-01'),
      at: '2026-10-01T01:00:00.000Z',
      managerId: 'M1',
      field: 'hobbies',
      how: 'added',
      before: '钓鱼',
      after: '书法',
    },
  ],
  agreements: [
    {
      id: 'a-1',
      kind: 'promise',
      on: day('2026-11-25'),
      time: '10:00',
      about: '发利率表',
      amountFen: fenOfYuan(1_000),
      madeOn: day('2026-11-02'),
      contactId: 'k-2026-11-02',
      revision: 1,
      state: 'open',
    },
    { id: 'a-2', kind: 'appointment', madeOn: day('2026-11-02'), state: 'kept' },
  ],
  favours: [
    {
      id: 'v-1',
      kind: 'gift',
      name: '中秋月饼',
      on: day('2026-09-20'),
      valueFen: fenOfYuan(200),
      managerId: 'M1',
    },
    { id: 'v-2', kind: 'event', name: '品酒会', on: day('2026-10-11'), managerId: 'M1' },
  ],
  links: [
    {
      type: 'spouse',
      otherId: '00002',
      since: day('2001-10-01'),
      source: 'manager',
      on: day('2026-11-02'),
      managerId: 'M1',
    },
  ],
})
const WANG = aCustomer('00002', { name: '王芳', aumFen: fenOfYuan(600_000) })
const PARTS = ['customers', 'holdings', 'contacts', 'facts', 'links', 'agreements', 'favours'] as const

async function workbookOf(customers: readonly Customer[], locale: 'zh-CN' | 'en-US') {
  const manager = { ...bank.store.managers.find('M1')!, locale }
  const books = { read: async () => ({ managerId: 'M1', customers, changes: [] }) } as never
  const table = await exportBook({ books, policy, calendar })(manager, { table: 'key-customers' }, IMPORT_DAY)
  return Buffer.from(await exportWorkbook(table, () => '电话'))
}

describe('the workbook of key customers', () => {
  it.each(['zh-CN', 'en-US'] as const)(
    'comes into an empty bank with every part as it was (%s)',
    async (locale) => {
      const bytes = await workbookOf([CHEN, WANG], locale)
      for (const kind of PARTS)
        expect(await bank.take(kind, bytes, { file: 'key.xlsx' })).toMatchObject({ rejected: [] })
      expect(await bank.customer('M1', '00001')).toEqual(CHEN)
    },
  )

  it('changes nothing where all of it is known', async () => {
    const bytes = await workbookOf([CHEN, WANG], 'zh-CN')
    for (const kind of PARTS) await bank.take(kind, bytes, { file: 'key.xlsx' })
    const before = await bank.everything()
    for (const kind of PARTS)
      expect(await bank.take(kind, bytes, { file: 'key.xlsx' })).toMatchObject({ created: 0, updated: 0 })
    expect(await bank.everything()).toEqual(before)
  })

  it('is taken back part by part', async () => {
    const bytes = await workbookOf([CHEN, WANG], 'zh-CN')
    for (const kind of PARTS) await bank.take(kind, bytes, { file: 'key.xlsx' })
    const { undoImport } = await import('../../src/imports/undo/undo-import.js')
    for (const number of [8, 7, 6, 5, 4, 3])
      expect(
        await undoImport(bank.store.bank, policy)(number, IMPORT_DAY, '2026-11-23T02:00:00Z'),
      ).toMatchObject({ status: 'undone', kept: [] })
    const left = await bank.customer('M1', '00001')
    expect([left?.facts, left?.favours, left?.links, left?.agreements, left?.contacts]).toEqual([
      [],
      [],
      [],
      [],
      [],
    ])
  })
})
