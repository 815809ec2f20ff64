import { beforeEach, describe, expect, it } from 'vitest'
import { day } from '../../src/domain/day.js'
import { isRunning } from '../../src/domain/ledger/running.js'
import { undoImport } from '../../src/imports/undo/undo-import.js'
import { aBank } from '../support/bank.js'
import { IMPORT_RULES } from '../support/imports.js'

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

describe('a holding that ends', () => {
  const bank = aBank()
  beforeEach(() => bank.take('customers', '客户号,姓名,客户经理号\n1,甲,M1\n2,乙,M2\n'))
  const table = (...rows: string[]) => `台账号,客户号,产品名称,产品类别,金额\n${rows.join('\n')}\n`
  const A = 'A,1,一年期,定期存款,100'
  const B = 'B,2,稳健,理财,200'
  const held = async (managerId: string, id: string) => (await bank.customer(managerId, id))?.holdings

  it('with an amount of 0 has ended, counts no more, and what it was stays known', async () => {
    await bank.take('holdings', table(A, B))
    expect(await bank.take('holdings', table('A,1,一年期,定期存款,0'))).toMatchObject({
      updated: 1,
      ended: 1,
    })
    const [ended] = (await held('M1', '1'))!
    expect(ended).toMatchObject({ amountFen: 10_000, endedOn: '2026-11-23' })
    expect([isRunning(ended!, day('2026-11-22')), isRunning(ended!, day('2026-11-23'))]).toEqual([
      true,
      false,
    ])
    const again = await bank.take('holdings', table('A,1,一年期,定期存款,0.00'), { today: day('2026-11-24') })
    expect(again).toMatchObject({ unchanged: 1, ended: 0 })
    expect(await bank.take('holdings', table(A))).toMatchObject({ updated: 1, ended: 0 })
    expect((await held('M1', '1'))![0]!.endedOn).toBeUndefined()
  })

  it('is what a full file does not hold, in whatever book, and nothing else', async () => {
    await bank.take('holdings', table(A, B))
    expect(await bank.take('holdings', table(A), { complete: true })).toMatchObject({
      unchanged: 1,
      ended: 1,
    })
    expect((await held('M1', '1'))![0]!.endedOn).toBeUndefined()
    expect(await held('M2', '2')).toMatchObject([{ amountFen: 20_000, endedOn: '2026-11-23' }])
    expect(await bank.take('holdings', table(A), { complete: true })).toMatchObject({ ended: 0 })
  })

  it('is not what a file that says nothing of being full leaves out', async () => {
    await bank.take('holdings', table(A, B))
    expect(await bank.take('holdings', table(A))).toMatchObject({ ended: 0 })
  })

  it('is none where a full file has a row that cannot be read', async () => {
    await bank.take('holdings', table(A, B))
    const wrong = await bank.take('holdings', table(A, 'B,2,稳健,理财,x'), { complete: true, partial: true })
    expect([wrong.ended, (await held('M2', '2'))![0]!.endedOn]).toEqual([0, undefined])
  })

  it('comes back with the import that ended it', async () => {
    await bank.take('holdings', table(A, B))
    const { number } = await bank.take('holdings', table(A), { complete: true })
    expect(
      await undoImport(bank.store.bank, IMPORT_RULES.policy)(
        number!,
        day('2026-11-23'),
        '2026-11-23T02:00:00.000Z',
      ),
    ).toMatchObject({
      undone: 1,
      kept: [],
    })
    expect((await held('M2', '2'))![0]!.endedOn).toBeUndefined()
  })

  it.each([
    ['借记卡', 'debit-card'],
    ['商务卡', 'debit-card'],
    ['代发工资', 'payroll'],
    ['payroll', 'payroll'],
  ])('of the kind %s is known as well', async (word, kind) => {
    await bank.take('holdings', table(`C,1,卡,${word},8000`))
    expect(await held('M1', '1')).toMatchObject([{ kind }])
  })
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
