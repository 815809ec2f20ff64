import { beforeEach, describe, expect, it } from 'vitest'
import { addDays, day } from '../../src/domain/day.js'
import { aBank } from '../support/bank.js'
import { IMPORT_DAY } from '../support/imports.js'

describe('importing transactions', () => {
  const bank = aBank()
  beforeEach(() => bank.take('customers', '客户号,姓名,客户经理号\n1,甲,M1\n2,乙,M1\n3,丙,M2\n'))
  const HEAD = '流水号,客户号,交易日期,金额,余额,摘要'
  const table = (...rows: string[]) => `${[HEAD, ...rows].join('\n')}\n`
  const flows = async (id: string, managerId = 'M1') => (await bank.customer(managerId, id))?.flows

  it('folds the rows of a day into one flow: the net of all, the balance after the last, the own rows counted', async () => {
    const report = await bank.take(
      'transactions',
      table(
        'T1,1,2026-11-20,300.00,1300.00,转账汇入',
        'T2,1,2026-11-20,-120.50,1179.50,现金支取',
        'T3,1,2026-11-20,0.49,1179.99,结息',
        'T4,1,2026-11-19,1000,1000,',
        'T5,3,2026-11-20,5,,利息',
      ),
    )
    expect(report).toMatchObject({ created: 5, rejected: [] })
    expect(await flows('1')).toEqual([
      { on: '2026-11-19', netFen: 100_000, balanceFen: 100_000, ownCount: 1, ownAbsFen: 100_000 },
      {
        on: '2026-11-20',
        netFen: 17_999,
        inFen: 30_049,
        balanceFen: 117_999,
        ownCount: 2,
        ownAbsFen: 42_050,
      },
    ])
    expect(await flows('3', 'M2')).toEqual([{ on: '2026-11-20', netFen: 500, ownCount: 0, ownAbsFen: 0 }])
  })

  it.each(['结息', '利息', '账户管理费', '手续费', '短信费', '透支罚息', '罚息'])(
    'does not count %s as the customer’s own',
    async (summary) => {
      await bank.take('transactions', table(`T1,1,2026-11-20,3,3,${summary}`))
      expect(await flows('1')).toMatchObject([{ netFen: 300, ownCount: 0, ownAbsFen: 0 }])
    },
  )

  it('counts a row once however often its file comes, and adds those of a longer file', async () => {
    const first = 'T1,1,2026-11-20,3,3,'
    await bank.take('transactions', table(first))
    expect(await bank.take('transactions', table(first))).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 1,
    })
    expect(await bank.take('transactions', table(first, 'T2,1,2026-11-20,4,7,'))).toMatchObject({
      created: 1,
      unchanged: 1,
    })
    expect(await flows('1')).toEqual([
      { on: '2026-11-20', netFen: 700, balanceFen: 700, ownCount: 2, ownAbsFen: 700 },
    ])
  })

  it('lets a corrected row correct, also whose it is', async () => {
    await bank.take('transactions', table('T1,1,2026-11-20,3,3,', 'T2,1,2026-11-19,1,1,'))
    expect(await bank.take('transactions', table('T1,2,2026-11-20,5,5,'))).toMatchObject({
      created: 0,
      updated: 1,
    })
    expect(await flows('1')).toMatchObject([{ on: '2026-11-19' }])
    expect(await flows('2')).toMatchObject([{ on: '2026-11-20', netFen: 500 }])
  })

  it('keeps the last 365 days and today', async () => {
    const edge = addDays(IMPORT_DAY, -365)
    const before = addDays(IMPORT_DAY, -366)
    const rows = table(
      `T0,1,${addDays(before, -1)},9,9,`,
      `T1,1,${before},1,1,`,
      `T2,1,${edge},2,2,`,
      `T3,1,${IMPORT_DAY},3,3,`,
    )
    expect(await bank.take('transactions', rows)).toMatchObject({ created: 4 })
    expect((await flows('1'))?.map((flow) => flow.on)).toEqual([before, edge, IMPORT_DAY])
    expect(await bank.take('transactions', rows)).toMatchObject({ created: 0, unchanged: 4 })
  })

  it('keeps of the time before the last own day and the last balance, for an account that sleeps', async () => {
    await bank.take(
      'transactions',
      table(
        'T0,1,2024-01-01,9,9,',
        'T1,1,2024-05-01,-2,,',
        'T2,1,2024-06-01,1,8,结息',
        'T3,1,2024-07-01,1,,结息',
      ),
    )
    expect((await flows('1'))?.map((flow) => flow.on)).toEqual(['2024-05-01', '2024-06-01'])
  })

  it('reads rows of one file over many days in any order', async () => {
    await bank.take('transactions', table('T2,1,2026-11-20,2,3,', 'T1,1,2026-11-18,1,1,'))
    expect((await flows('1'))?.map((flow) => [flow.on, flow.balanceFen])).toEqual([
      [day('2026-11-18'), 100],
      [day('2026-11-20'), 300],
    ])
  })

  it('rejects a row after today or of an unknown customer', async () => {
    const report = await bank.take('transactions', table('T1,9,2026-11-20,1,,', 'T2,1,2026-11-24,1,,'))
    expect(report.rejected.map((one) => [one.line, one.code])).toEqual([
      [2, 'unknown-customer'],
      [3, 'day-after-today'],
    ])
  })
})
