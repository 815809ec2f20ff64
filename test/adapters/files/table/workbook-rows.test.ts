import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { memorySource } from '../../../../src/adapters/files/table/byte-source.js'
import { openTable } from '../../../../src/adapters/files/table/open-table.js'
import { faults, see, TODAY } from '../../../support/see-table.js'

describe('workbooks', () => {
  const head = ['台账号', '客户号', '产品名称', '产品类别', '金额', '到期日', '利率', '自动转存']

  async function workbook(
    rows: readonly (string | number | boolean | Date | null)[][],
    formats: Record<string, string> = {},
  ) {
    const cells = new Map(
      Object.entries(formats).map(([at, numFmt]) => {
        const [row, column] = at.split(',').map(Number)
        return [at, { value: rows[row!]![column!]!, style: { numFmt } }]
      }),
    )
    return writeXlsx({
      sheets: [{ name: '台账', rows: rows as (string | number | boolean | Date | null)[][], cells }],
    })
  }

  it('gives days, sums, rates and yes or no as Excel keeps them', async () => {
    const bytes = await workbook(
      [
        ['产品台账'],
        [],
        head,
        ['001', '00012', '一年期', '定期存款', 1_234_567.89, new Date(Date.UTC(2027, 0, 31)), 0.0135, true],
        [null, null, null, null, null, null, null, null],
        ['002', '00012', '一年期', '定期存款', 0.1 + 0.2, 46_086, 1.35, null],
        ['003', '00012', '一年期', '定期存款', '12,000.50', '2027/1/31', '1.35%', '否'],
      ],
      { '3,6': '0.00%' },
    )
    const seen = await see('holdings', bytes)
    expect(seen).toMatchObject({ encoding: 'xlsx', rejected: [] })
    expect(
      seen.rows.map(({ line, row }) => [
        line,
        row.id,
        row.amountFen,
        row.maturesOn,
        row.ratePercent,
        row.autoRenew,
      ]),
    ).toEqual([
      [4, '001', 123_456_789, '2027-01-31', 1.35, true],
      [6, '002', 30, '2026-03-05', 1.35, false],
      [7, '003', 1_200_050, '2027-01-31', 1.35, false],
    ])
  })

  it('rejects an id that Excel kept as a number of more than 15 digits, and cells beyond the header', async () => {
    const bytes = await workbook([
      head,
      [110_105_194_912_310_020, '1', '甲', '理财', 1],
      ['2', '1', '甲', '理财', 1, null, null, null, 'x'],
    ])
    expect(await faults('holdings', bytes)).toEqual([
      [2, '台账号', 'lost-digits'],
      [3, '', 'too-many-cells'],
    ])
  })

  it('streams tables without rates the same way', async () => {
    const bytes = await workbook([
      ['流水号', '客户号', '交易日期', '金额', '摘要'],
      ['T1', '00012', new Date(Date.UTC(2026, 10, 20)), -20.5, '结息'],
    ])
    expect((await see('transactions', bytes)).rows).toEqual([
      {
        line: 2,
        row: { id: 'T1', customerId: '00012', on: '2026-11-20', amountFen: -2_050, summary: '结息' },
      },
    ])
  })

  it('is a report wherever the workbook is cut off', async () => {
    const bytes = await workbook([head, ['001', '1', '甲', '理财', 5, null, null, null]])
    for (let at = 4; at < bytes.length; at += 97) {
      const { rejected, rows } = await see('holdings', bytes.subarray(0, at))
      expect([rejected.length, rows.length]).toEqual([1, 0])
    }
  })

  it('reads text that only its name calls a workbook', async () => {
    const source = memorySource('台账.xlsx', Buffer.from(`${head.join('\t')}\n1\t2\t甲\t理财\t5\t\t\t\n`))
    const table = await openTable('holdings', source, { today: TODAY })
    expect(table.encoding).toBe('utf-8')
    for await (const { rows } of table.batches()) expect(rows).toHaveLength(1)
  })
})
