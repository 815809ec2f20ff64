import { describe, expect, it } from 'vitest'
import { type RawSheet, rawRow, rawWorkbook } from '../../../support/raw-workbook.js'
import { see } from '../../../support/see-table.js'

const table = (name: string, id: string, state?: RawSheet['state']): RawSheet => ({
  name,
  rows: rawRow(['客户号', '姓名', '客户经理号']) + rawRow([id, '甲', 'M1']),
  ...(state && { state }),
})
const notes: RawSheet = { name: '说明', rows: rawRow(['填表说明']) + rawRow(['请勿改动']) }
const empty: RawSheet = { name: 'Sheet3', rows: '' }

const seen = async (...sheets: readonly RawSheet[]) => {
  const { rows, rejected, sheet, otherSheets } = await see('customers', rawWorkbook({ sheets }))
  return { ids: rows.map(({ row }) => row.id), rejected, sheet, otherSheets }
}

describe('the sheet that is read', () => {
  it('is the one whose header fits, though it is not the first; the others that hold rows are named', async () => {
    expect(await seen(notes, empty, table('客户', '1'))).toEqual({
      ids: ['1'],
      rejected: [],
      sheet: '客户',
      otherSheets: [{ name: '说明', fits: false }],
    })
  })

  it('may be hidden', async () => {
    expect(await seen(notes, table('客户', '1', 'veryHidden'))).toMatchObject({ ids: ['1'], sheet: '客户' })
  })

  it('is the first of several that fit, one in sight before a hidden one, and the others are named', async () => {
    expect(await seen(table('旧', '1', 'hidden'), table('一月', '2'), table('二月', '3'))).toMatchObject({
      ids: ['2'],
      sheet: '一月',
      otherSheets: [
        { name: '旧', fits: true },
        { name: '二月', fits: true },
      ],
    })
  })

  it('is none where no header fits: each sheet is told with what is missing', async () => {
    const half: RawSheet = { name: '客户', rows: rawRow(['客户号', '姓名']) + rawRow(['1', '甲']) }
    expect((await seen(notes, half)).rejected).toMatchObject([
      { code: 'no-sheet-fits', expected: '说明: 客户号 姓名 客户经理号; 客户: 客户经理号' },
    ])
  })

  it('is the only one that holds rows, whose missing columns are told as those of any file', async () => {
    const half: RawSheet = { name: '客户', rows: rawRow(['客户号', '姓名']) + rawRow(['1', '甲']) }
    expect((await seen(half, empty)).rejected).toMatchObject([
      { code: 'missing-column', expected: '客户经理号' },
    ])
  })
})

describe('headers', () => {
  it.each([
    ['a line break', ['客户\n号', '姓\r\n名', '客户经理\n号']],
    ['blanks', [' 客 户 号 ', '姓　名', '客户经理号 ']],
    ['marks in brackets', ['客户号(必填)', '姓名（必填）', '客户经理号【必填】']],
    ['marks and a star', ['*客户号', '姓名*', '客户经理号 * (required)']],
    ['a colon', ['客户号：', '姓名:', '客户经理号：']],
    ['marks that nobody sees', ['\u200b客户号', '姓\u200d名', '\u202e客户经理号']],
  ])('with %s are read as their column', async (_, head) => {
    const rows = rawRow(head) + rawRow(['1', '甲', 'M1'])
    const { rows: read, rejected } = await see('customers', rawWorkbook({ sheets: [{ name: 'S', rows }] }))
    expect([rejected, read.length]).toEqual([[], 1])
  })

  it.each([
    ['金额(万元)(必填)', 1_000_000],
    ['金额（必填）\n（万元）', 1_000_000],
    ['金额(单位:万元)', 1_000_000],
    ['金额(元)*', 100],
  ])('%s keeps its unit', async (amount, amountFen) => {
    const rows =
      rawRow(['台账号', '客户号', '产品名称', '产品类别', amount]) + rawRow(['1', '1', '甲', '理财', '1'])
    const { rows: read } = await see('holdings', rawWorkbook({ sheets: [{ name: 'S', rows }] }))
    expect(read[0]?.row.amountFen).toBe(amountFen)
  })

  it('in another currency are not taken for yuan', async () => {
    const rows =
      rawRow(['台账号', '客户号', '产品名称', '产品类别', '金额(美元)']) +
      rawRow(['1', '1', '甲', '理财', '1'])
    const { rejected } = await see('holdings', rawWorkbook({ sheets: [{ name: 'S', rows }] }))
    expect(rejected).toMatchObject([{ code: 'missing-column', expected: '金额' }])
  })
})
