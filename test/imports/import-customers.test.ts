import { beforeEach, describe, expect, it } from 'vitest'
import { withCustomers } from '../../src/domain/book.js'
import { day } from '../../src/domain/day.js'
import { aBank } from '../support/bank.js'
import { numberCell, rawRow, rawWorkbook } from '../support/raw-workbook.js'

describe('importing customers', () => {
  const bank = aBank()
  const HEAD = '客户号,姓名,客户经理号,昵称,手机号,总资产,风险等级,风评日期,卡等级,勿扰,爱好'
  const table = (...rows: string[]) => `${[HEAD, ...rows].join('\n')}\n`
  const GRACE = '00001,Grace Liu,M1,Grace,199-0000-0001,600000.00,C3,2026-05-01,金卡,否,茶道'

  it('puts each into the book of their manager', async () => {
    const report = await bank.take('customers', table(GRACE, '00002,石芳,M2,,,,,,,是,'))
    expect(report).toMatchObject({
      number: 2,
      created: 2,
      updated: 0,
      unchanged: 0,
      rejected: [],
      applied: true,
    })
    expect(await bank.customer('M1', '00001')).toEqual({
      id: '00001',
      name: 'Grace Liu',
      nickname: 'Grace',
      phone: '199-0000-0001',
      aumFen: 60_000_000,
      riskRating: 'C3',
      riskAssessedOn: '2026-05-01',
      cardLevel: 'gold',
      doNotContact: false,
      marketingConsent: false,
      hobbies: '茶道',
      holdings: [],
      contacts: [],
      agreements: [],
      flows: [],
      fromFile: [
        {
          on: '2026-11-23',
          fields: ['nickname', 'phone', 'aumFen', 'riskRating', 'riskAssessedOn', 'cardLevel', 'hobbies'],
        },
      ],
    })
    expect(await bank.customer('M2', '00002')).toMatchObject({ name: '石芳', doNotContact: true })
  })

  it('changes nothing the second time', async () => {
    await bank.take('customers', table(GRACE))
    const before = await bank.everything()
    expect(await bank.take('customers', table(GRACE))).toMatchObject({ created: 0, updated: 0, unchanged: 1 })
    expect(await bank.everything()).toEqual(before)
  })

  it('lets an empty cell clear what the bank owns and leave what the manager recorded', async () => {
    await bank.take('customers', table(GRACE))
    expect(await bank.take('customers', table('00001,Grace Liu,M1,,,,,,,,'))).toMatchObject({ updated: 1 })
    const grace = await bank.customer('M1', '00001')
    expect(grace).toMatchObject({ nickname: 'Grace', phone: '199-0000-0001', hobbies: '茶道' })
    for (const cleared of ['aumFen', 'riskRating', 'riskAssessedOn', 'cardLevel'])
      expect(grace).not.toHaveProperty(cleared)
  })

  it('keeps a customer quiet whom an empty cell does not name, and takes an empty consent for none', async () => {
    const permissions = (quiet: string, consent: string) =>
      `客户号,姓名,客户经理号,勿扰,营销授权\n1,甲,M1,${quiet},${consent}\n`
    await bank.take('customers', permissions('是', '是'))
    await bank.take('customers', permissions('', ''))
    expect(await bank.customer('M1', '1')).toMatchObject({ doNotContact: true, marketingConsent: false })
    await bank.take('customers', permissions('否', ''))
    expect(await bank.customer('M1', '1')).toMatchObject({ doNotContact: false })
  })

  it('lets a column that is not there change nothing', async () => {
    await bank.take('customers', table(GRACE))
    const before = await bank.customer('M1', '00001')
    await bank.take('customers', '客户号,姓名,客户经理号,总资产\n00001,Grace Liu,M1,700000\n')
    expect(await bank.customer('M1', '00001')).toEqual({ ...before, aumFen: 70_000_000 })
  })

  it('leaves customers that the file does not name', async () => {
    await bank.take('customers', table(GRACE))
    await bank.take('customers', table('00002,石芳,M1,,,,,,,,'))
    expect(await bank.customer('M1', '00001')).toBeDefined()
  })

  it('moves a customer to a new manager with everything that is known', async () => {
    await bank.take('customers', table(GRACE))
    await bank.take(
      'contacts',
      'contact_id,客户号,客户经理号,联系日期,渠道,是否接通,结果,记录\nK1,00001,M1,2026-11-20,电话,是,info,\n',
    )
    await bank.take('transactions', '流水号,客户号,交易日期,金额,余额,摘要\nT1,00001,2026-11-20,5,5,\n')
    expect(await bank.take('customers', table(GRACE.replace('M1', 'M2')))).toMatchObject({
      created: 0,
      updated: 1,
    })
    expect(await bank.customer('M1', '00001')).toBeUndefined()
    expect(await bank.customer('M2', '00001')).toMatchObject({
      name: 'Grace Liu',
      contacts: [{ id: 'K1' }],
      flows: [{ on: '2026-11-20' }],
    })
    expect(
      await bank.take('transactions', '流水号,客户号,交易日期,金额,余额,摘要\nT1,00001,2026-11-20,5,5,\n'),
    ).toMatchObject({ unchanged: 1 })
  })

  it('does not touch what was agreed with the customer', async () => {
    await bank.take('customers', table(GRACE))
    const promise = { id: 'a1', kind: 'promise', madeOn: day('2026-11-20'), state: 'open' } as const
    await bank.store.books.change('M1', (book) => ({
      book: withCustomers(book, [{ ...book.customers[0]!, agreements: [promise] }]),
      result: undefined,
    }))
    await bank.take('customers', table(GRACE.replace('600000', '800000')))
    expect(await bank.customer('M1', '00001')).toMatchObject({ aumFen: 80_000_000, agreements: [promise] })
  })

  it('rejects a row of an unknown manager', async () => {
    expect(await bank.take('customers', table(GRACE.replace('M1', 'M9')))).toMatchObject({
      rejected: [{ line: 2, column: '客户经理号', value: 'M9', code: 'unknown-manager' }],
      applied: false,
    })
  })

  it('does not store a note that seems to hold sensitive data, and says so', async () => {
    const content =
      '客户号,姓名,客户经理号,备注\n1,甲,M1,糖尿病，每周二去医院\n2,乙,M1,女儿8岁\n3,丙,M1,女儿18岁，上大学\n4,丁,M1,信佛\n'
    const report = await bank.take('customers', content)
    expect(report.remarks.map((one) => [one.line, one.column, one.code])).toEqual([
      [2, '备注', 'sensitive-note'],
      [3, '备注', 'sensitive-note'],
      [5, '备注', 'sensitive-note'],
    ])
    const { customers } = await bank.store.books.read('M1')
    expect(customers.map((one) => one.notes)).toEqual([undefined, undefined, '女儿18岁，上大学', undefined])
    expect(await bank.take('customers', content)).toMatchObject({ unchanged: 4 })
  })
})

describe('notes in a file', () => {
  const bank = aBank()

  it('are stored as far as the law allows: consent is asked for first, and no identity number is kept whole', async () => {
    await bank.take(
      'customers',
      '客户号,姓名,客户经理号,备注\n1,甲,M1,身份证 11010519491231002X\n2,乙,M1,信佛\n',
    )
    await bank.store.books.change('M1', (book) => ({
      book: withCustomers(book, [{ ...book.customers[1]!, sensitiveConsent: true }]),
      result: undefined,
    }))
    const report = await bank.take('customers', '客户号,姓名,客户经理号,备注\n2,乙,M1,信佛\n')
    expect(report.remarks).toEqual([])
    expect((await bank.store.books.read('M1')).customers.map((one) => one.notes)).toEqual([
      '身份证 **************002X',
      '信佛',
    ])
  })
})

describe('all or nothing', () => {
  const bank = aBank()
  const broken = '客户号,姓名,客户经理号,总资产\n1,甲,M1,5\n2,乙,M1,12万\n3,丙,M9,5\n'

  it('takes nothing of a file that has a rejected row, and gives it no number', async () => {
    const before = await bank.everything()
    const report = await bank.take('customers', broken)
    expect(report).toMatchObject({ created: 1, rejected: [{ line: 3 }, { line: 4 }], applied: false })
    expect(report.number).toBeUndefined()
    expect(await bank.everything()).toEqual(before)
  })

  it('takes the good rows where that is asked for', async () => {
    expect(await bank.take('customers', broken, { partial: true })).toMatchObject({
      number: 2,
      created: 1,
      applied: true,
    })
    expect((await bank.store.books.read('M1')).customers.map((one) => one.id)).toEqual(['1'])
  })

  it('reports the same in a dry run and writes nothing', async () => {
    const before = await bank.everything()
    const dry = await bank.take('customers', broken, { partial: true, dryRun: true })
    expect(await bank.everything()).toEqual(before)
    const { number: _number, ...real } = await bank.take('customers', broken, { partial: true })
    expect(dry).toEqual({ ...real, applied: false })
  })

  it('ends at more wrong rows than can be told, and takes nothing, whatever was asked for', async () => {
    const wrong = Array.from({ length: 101_000 }, () => ',,').join('\n')
    const report = await bank.take('customers', `客户号,姓名,客户经理号\n${wrong}\n`, { partial: true })
    expect(report).toMatchObject({ created: 0, applied: false, rejected: { length: 100_001 } })
    expect(report.rejected[0]).toMatchObject({ line: 1, code: 'too-many-rejected' })
  })

  it('takes nothing of a table it cannot read to its end, not even the good rows', async () => {
    expect(await bank.take('customers', '客户号,姓名\n1,甲\n', { partial: true })).toMatchObject({
      applied: false,
      rejected: [{ code: 'missing-column' }],
    })
  })
})

describe('an id that a workbook kept as a number', () => {
  const bank = aBank()
  beforeEach(() => bank.take('customers', '客户号,姓名,客户经理号\n00000002,甲,M1\n3,丙,M1\n'))
  const book = (head: readonly string[], ...rows: readonly (readonly string[])[]) =>
    rawWorkbook({ sheets: [{ name: 'S', rows: [head, ...rows].map((cells) => rawRow(cells)).join('') }] })
  const HEAD = ['客户号', '姓名', '客户经理号']

  it('with a twin in the book rejects its row and names the twin', async () => {
    const report = await bank.take('customers', book(HEAD, [numberCell(2), '乙', 'M1']))
    expect(report.rejected).toMatchObject([{ line: 2, code: 'number-has-twin', expected: '00000002' }])
    expect(report.applied).toBe(false)
  })

  it('without one is taken, new or known', async () => {
    const report = await bank.take(
      'customers',
      book(HEAD, [numberCell(3), '丙', 'M1'], [numberCell(4), '丁', 'M1']),
    )
    expect(report).toMatchObject({ created: 1, unchanged: 1, rejected: [] })
  })

  it('is rejected where it stands for a customer of another table', async () => {
    const head = ['台账号', '客户号', '产品名称', '产品类别', '金额']
    const report = await bank.take('holdings', book(head, ['A', numberCell(2), '一年期', '定期存款', '1']))
    expect(report.rejected).toMatchObject([
      { column: '客户号', code: 'number-has-twin', expected: '00000002' },
    ])
  })

  it('with a twin further down is left out of what is taken in part', async () => {
    const rows = [
      [numberCell(7), '己', 'M1'],
      ['0007', '庚', 'M1'],
    ]
    const report = await bank.take('customers', book(HEAD, ...rows), { partial: true })
    expect(report).toMatchObject({ created: 1, applied: true, rejected: [{ line: 2, expected: '0007' }] })
    expect(await bank.customer('M1', '7')).toBeUndefined()
    expect(await bank.customer('M1', '0007')).toMatchObject({ name: '庚' })
  })
})

describe('an anniversary', () => {
  const bank = aBank()
  const take = (cell: string) => bank.take('customers', `客户号,姓名,客户经理号,纪念日\n1,甲,M1,${cell}\n`)

  it.each([
    ['05-12', { anniversaryMonthDay: '05-12' }],
    ['5月12日', { anniversaryMonthDay: '05-12' }],
    ['02-29', { anniversaryMonthDay: '02-29' }],
    ['2011-05-12', { anniversary: '2011-05-12' }],
  ])('%s is what is known of it', async (cell, known) => {
    expect(await take(cell)).toMatchObject({ rejected: [] })
    const { anniversary, anniversaryMonthDay } = (await bank.customer('M1', '1'))!
    expect({
      ...(anniversary && { anniversary }),
      ...(anniversaryMonthDay && { anniversaryMonthDay }),
    }).toEqual(known)
    expect(await take(cell)).toMatchObject({ unchanged: 1 })
  })

  it.each(['02-30', '13-01', '05/12'])('%s is none', async (cell) => {
    expect((await take(cell)).rejected).toHaveLength(1)
  })
})

describe('marks that turn or hide text', () => {
  const bank = aBank()

  it.each([
    ['a right-to-left override', '陈\u202e立群'],
    ['a space without width', '陈\u200b立群'],
    ['a byte order mark in the middle', '陈\ufeff立群'],
    ['an isolate', '\u2067陈立群\u2069'],
    ['a soft hyphen', '陈\u00ad立群'],
  ])('%s is taken out and told', async (_, name) => {
    const report = await bank.take('customers', `客户号,姓名,客户经理号\n1\u200d,${name},M1\n`)
    expect(report.remarks.map(({ column, code }) => [column, code])).toEqual([
      ['客户号', 'hidden-marks'],
      ['姓名', 'hidden-marks'],
    ])
    expect(report.remarks[1]!.value).toMatch(/<U\+[0-9A-F]{4}>/)
    expect(await bank.customer('M1', '1')).toMatchObject({ name: '陈立群' })
  })

  it('what chooses the form of a rare character or an emoji stays', async () => {
    const report = await bank.take('customers', '客户号,姓名,客户经理号,备注\n1,葛\u{e0100},M1,❤\ufe0f\n')
    expect(report.remarks).toEqual([])
    expect(await bank.customer('M1', '1')).toMatchObject({ name: '葛\u{e0100}', notes: '❤\ufe0f' })
  })

  it('an id is repeated though a mark that nobody sees stands in it', async () => {
    const report = await bank.take('customers', '客户号,姓名,客户经理号\n1,甲,M1\n1\u200b,乙,M1\n')
    expect(report.rejected).toMatchObject([{ line: 3, code: 'repeated-key' }])
  })
})
