import { beforeEach, describe, expect, it } from 'vitest'
import { withCustomers } from '../../../src/domain/book.js'
import { day } from '../../../src/domain/day.js'
import { undoImport } from '../../../src/imports/undo/undo-import.js'
import { aBank } from '../../support/bank.js'
import { IMPORT_DAY, IMPORT_RULES } from '../../support/imports.js'

describe('undoing an import', () => {
  const bank = aBank()
  const undo = (number: number) =>
    undoImport(bank.store.bank, IMPORT_RULES.policy)(number, IMPORT_DAY, '2026-11-23T02:00:00.000Z')
  const customers = (...rows: string[]) => `客户号,姓名,客户经理号,总资产,昵称\n${rows.join('\n')}\n`
  beforeEach(() => bank.take('customers', customers('1,甲,M1,5,小甲', '2,乙,M1,6,')))

  it('puts back what it changed and takes out what it made', async () => {
    const before = await bank.everything()
    const report = await bank.take('customers', customers('1,甲,M1,,阿甲', '2,乙,M2,6,', '3,丙,M1,1,'))
    expect(report).toMatchObject({ number: 3, created: 1, updated: 2 })
    expect(await undo(3)).toEqual({
      status: 'undone',
      number: 3,
      kind: 'customers',
      file: 'customers.csv',
      undone: 3,
      kept: [],
    })
    expect(await bank.everything()).toEqual(before)
  })

  it.each([
    { kind: 'managers', content: 'manager_id,name,branch_id\nM1,林若溪,0102\nM3,新人,0101\n' },
    { kind: 'products', content: '产品代码,名称,产品类别\nTD12,一年期,定期存款\n' },
    {
      kind: 'gifts',
      content:
        '礼品编号,礼品名称,开始日,结束日\nG0,新茶,2026-12-01,2026-12-05\nG1,台历,2026-12-01,2026-12-31\n',
    },
    { kind: 'prices', content: '产品代码,净值日期,单位净值\nF1,2026-11-20,1.3\nF1,2026-11-21,1.31\n' },
    {
      kind: 'holdings',
      content: '台账号,客户号,产品名称,产品类别,金额\nH1,2,一年期,定期存款,9\nH0,1,一年期,定期存款,8\n',
    },
    {
      kind: 'contacts',
      content: '联系编号,客户号,客户经理号,联系日期\nK1,1,M1,2026-11-20\nK0,1,M1,2026-11-19\n',
    },
    {
      kind: 'transactions',
      content: '流水号,客户号,交易日期,金额\nT1,1,2026-11-20,5\nT0,2,2026-11-19,7\nT2,1,2020-01-01,7\n',
    },
  ] as const)('puts back $kind', async ({ kind, content }) => {
    await bank.take(
      'holdings',
      '台账号,客户号,产品名称,产品类别,金额\nH0,1,一年期,定期存款,7\nH1,1,一年期,定期存款,7\n',
    )
    await bank.take('contacts', '联系编号,客户号,客户经理号,联系日期,记录\nK0,1,M1,2026-11-20,聊近况\n')
    await bank.take('transactions', '流水号,客户号,交易日期,金额\nT0,1,2026-11-19,6\n')
    await bank.take('gifts', '礼品编号,礼品名称,开始日,结束日\nG0,月饼,2026-09-14,2026-09-25\n')
    await bank.take('prices', '产品代码,净值日期,单位净值\nF1,2026-11-20,1.2\n')
    const before = await bank.everything()
    const { number } = await bank.take(kind, content)
    expect(await bank.everything()).not.toEqual(before)
    expect(await undo(number!)).toMatchObject({ status: 'undone', kept: [] })
    expect(sorted(await bank.everything())).toEqual(sorted(before))
  })

  it('leaves a row that something newer touched, and says which', async () => {
    await bank.take('customers', customers('1,甲,M1,50,', '2,乙,M1,60,'))
    await bank.take('customers', customers('1,甲,M1,70,'))
    expect(await undo(3)).toMatchObject({ undone: 1, kept: ['1'] })
    expect(await bank.customer('M1', '1')).toMatchObject({ aumFen: 7_000 })
    expect(await bank.customer('M1', '2')).toMatchObject({ aumFen: 600 })
  })

  it('leaves a customer who was handed over since', async () => {
    await bank.take('customers', customers('1,甲,M1,50,'))
    await bank.take('customers', customers('1,甲,M2,50,'))
    expect(await undo(3)).toMatchObject({ undone: 0, kept: ['1'] })
  })

  it('does not take out a customer with whom something was done', async () => {
    await bank.store.books.change('M1', (book) => ({
      book: withCustomers(book, [
        {
          ...book.customers[0]!,
          contacts: [{ id: 'k', on: day('2026-11-23'), managerId: 'M1', reached: true }],
        },
      ]),
      result: undefined,
    }))
    expect(await undo(2)).toMatchObject({ undone: 1, kept: ['1'] })
    expect((await bank.store.books.read('M1')).customers.map((one) => one.id)).toEqual(['1'])
  })

  it('does not take out a manager who has a book', async () => {
    expect(await undo(1)).toMatchObject({ undone: 2, kept: ['M1'] })
  })

  it('leaves a transaction that a newer file corrected', async () => {
    const { number } = await bank.take(
      'transactions',
      '流水号,客户号,交易日期,金额\nT1,1,2026-11-20,5\nT2,1,2026-11-20,1\n',
    )
    await bank.take('transactions', '流水号,客户号,交易日期,金额\nT1,1,2026-11-20,6\n')
    expect(await undo(number!)).toMatchObject({ undone: 1, kept: ['T1'] })
    expect((await bank.customer('M1', '1'))?.flows).toMatchObject([{ netFen: 600, ownCount: 1 }])
  })

  it('works backwards over several imports, to where it began', async () => {
    const start = await bank.everything()
    const holding = '台账号,客户号,产品名称,产品类别,金额\nH1,3,一年期,定期存款,9\n'
    await bank.take('customers', customers('3,丙,M1,1,'))
    await bank.take('holdings', holding)
    expect(await undo(3)).toMatchObject({ undone: 0, kept: ['3'] })
    await bank.take('holdings', holding)
    expect(await undo(4)).toMatchObject({ undone: 1 })
    expect((await bank.customer('M1', '3'))?.holdings).toEqual([])
    expect((await bank.everything()).books[0]?.customers.length).toBe(start.books[0]!.customers.length + 1)
  })

  it('is done once', async () => {
    await undo(2)
    expect(await undo(2)).toEqual({ status: 'already-undone', number: 2 })
    expect(await undo(9)).toEqual({ status: 'no-such-import', number: 9 })
  })

  it('lets the file come again afterwards, under a new number', async () => {
    await undo(2)
    expect(await bank.take('customers', customers('1,甲,M1,5,小甲'))).toMatchObject({ number: 3, created: 1 })
  })
})

/** Holdings and contacts stand in no promised order. */
function sorted(everything: Awaited<ReturnType<ReturnType<typeof aBank>['everything']>>) {
  const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1)
  return {
    ...everything,
    books: everything.books.map((book) => ({
      ...book,
      customers: book.customers.map((one) => ({
        ...one,
        holdings: one.holdings.toSorted(byId),
        contacts: one.contacts.toSorted(byId),
      })),
    })),
  }
}
