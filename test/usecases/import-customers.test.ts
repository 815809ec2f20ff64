import { describe, expect, it } from 'vitest'
import { withCustomers } from '../../src/domain/book.js'
import { day } from '../../src/domain/day.js'
import { aBank } from '../support/bank.js'

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

  it('takes nothing of a table it cannot read to its end, not even the good rows', async () => {
    expect(await bank.take('customers', '客户号,姓名\n1,甲\n', { partial: true })).toMatchObject({
      applied: false,
      rejected: [{ code: 'missing-column' }],
    })
  })
})
