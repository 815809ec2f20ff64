import { beforeEach, describe, expect, it } from 'vitest'
import { aBank } from '../support/bank.js'

describe('importing the ledger', () => {
  const bank = aBank()
  beforeEach(async () => {
    await bank.take('customers', '客户号,姓名,客户经理号\n1,甲,M1\n2,乙,M1\n3,丙,M2\n')
    await bank.take('products', '产品代码,名称,产品类别\nTD12,一年期,定期存款\n')
  })
  const HEAD = '台账号,客户号,产品代码,产品名称,产品类别,金额,币种,起息日,到期日,利率,风险级别,自动转存'
  const table = (...rows: string[]) => `${[HEAD, ...rows].join('\n')}\n`
  const DEPOSIT = 'H1,1,TD12,一年期,定期存款,10000,CNY,2026-01-01,2027-01-01,1.35%,,是'

  it('keeps what the bank says of each holding', async () => {
    expect(await bank.take('holdings', table(DEPOSIT))).toMatchObject({ created: 1, remarks: [] })
    expect((await bank.customer('M1', '1'))?.holdings).toEqual([
      {
        id: 'H1',
        productId: 'TD12',
        productName: '一年期',
        kind: 'time-deposit',
        amountFen: 1_000_000,
        currency: 'CNY',
        startsOn: '2026-01-01',
        maturesOn: '2027-01-01',
        ratePercent: 1.35,
        autoRenew: true,
      },
    ])
  })

  it('clears with an empty cell whatever the bank owns; an empty currency is yuan', async () => {
    await bank.take('holdings', table(DEPOSIT.replace('CNY', 'USD')))
    await bank.take('holdings', table('H1,1,,一年期,定期存款,10000,,,,,,'))
    expect((await bank.customer('M1', '1'))?.holdings).toEqual([
      {
        id: 'H1',
        productName: '一年期',
        kind: 'time-deposit',
        amountFen: 1_000_000,
        currency: 'CNY',
        autoRenew: false,
      },
    ])
  })

  it('keeps an unknown product and tells it', async () => {
    const report = await bank.take('holdings', table(DEPOSIT.replace('TD12', 'X9')))
    expect(report).toMatchObject({
      created: 1,
      applied: true,
      remarks: [{ line: 2, column: '产品代码', value: 'X9', code: 'unknown-product' }],
    })
    expect((await bank.customer('M1', '1'))?.holdings[0]?.productId).toBe('X9')
  })

  it('rejects a row of an unknown customer', async () => {
    expect(await bank.take('holdings', table(DEPOSIT.replace(',1,', ',9,')))).toMatchObject({
      rejected: [{ line: 2, column: '客户号', value: '9', code: 'unknown-customer' }],
    })
  })

  it.each([
    { case: 'in the same book', to: '2', managerId: 'M1' },
    { case: 'in another book', to: '3', managerId: 'M2' },
  ])(
    'lets a holding follow to another customer $case, so that it is counted once',
    async ({ to, managerId }) => {
      await bank.take('holdings', table(DEPOSIT))
      expect(await bank.take('holdings', table(DEPOSIT.replace(',1,', `,${to},`)))).toMatchObject({
        created: 0,
        updated: 1,
      })
      expect((await bank.customer('M1', '1'))?.holdings).toEqual([])
      expect((await bank.customer(managerId, to))?.holdings.map((one) => one.id)).toEqual(['H1'])
    },
  )
})

describe('importing contacts', () => {
  const bank = aBank()
  beforeEach(() => bank.take('customers', '客户号,姓名,客户经理号\n1,甲,M1\n'))
  const HEAD = '联系编号,客户号,客户经理号,联系日期,渠道,是否接通,结果,记录'
  const table = (...rows: string[]) => `${[HEAD, ...rows].join('\n')}\n`

  it('adds them to the history of the customer, whoever of the bank made them', async () => {
    expect(
      await bank.take(
        'contacts',
        table('K1,1,H1,2026-11-20,电话,是,info,聊近况', 'K2,1,M1,2026-11-21,wechat,,no-answer,'),
      ),
    ).toMatchObject({ created: 2 })
    expect((await bank.customer('M1', '1'))?.contacts).toEqual([
      {
        id: 'K1',
        on: '2026-11-20',
        managerId: 'H1',
        channel: 'call',
        reached: true,
        outcome: 'info',
        note: '聊近况',
      },
      {
        id: 'K2',
        on: '2026-11-21',
        managerId: 'M1',
        channel: 'wechat',
        reached: false,
        outcome: 'no-answer',
      },
    ])
  })

  it('never lets an empty cell take away what was written down', async () => {
    await bank.take('contacts', table('K1,1,M1,2026-11-20,电话,是,info,聊近况'))
    await bank.take('contacts', table('K1,1,M1,2026-11-20,,是,,'))
    expect((await bank.customer('M1', '1'))?.contacts).toMatchObject([
      { channel: 'call', outcome: 'info', note: '聊近况' },
    ])
  })

  it('rejects a contact of an unknown manager or after today', async () => {
    const report = await bank.take('contacts', table('K1,1,M9,2026-11-20,,,,', 'K2,1,M1,2026-11-24,,,,'))
    expect(report.rejected.map((one) => [one.line, one.code])).toEqual([
      [2, 'unknown-manager'],
      [3, 'day-after-today'],
    ])
  })
})
