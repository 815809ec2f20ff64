import { describe, expect, it } from 'vitest'
import { numberCell, type RawWorkbook, rawRow, rawWorkbook, textCell } from '../../../support/raw-workbook.js'
import { faults, see } from '../../../support/see-table.js'

const CUSTOMER = ['客户号', '姓名', '客户经理号']
const customers = (columns: readonly string[], rows: readonly string[], over: Partial<RawWorkbook> = {}) =>
  rawWorkbook({
    sheets: [{ name: 'S', rows: [rawRow([...CUSTOMER, ...columns]), ...rows].join('') }],
    ...over,
  })
const one = (column: string, cell: string, over: Partial<RawWorkbook> = {}) =>
  customers([column], [rawRow(['1', '甲', 'M1', cell])], over)

describe('cells of a workbook', () => {
  it.each([
    ['no value', '<c><f>SUM(A1:A2)</f></c>'],
    ['an empty value', '<c><f>SUM(A1:A2)</f><v></v></c>'],
    ['an empty value, written short', '<c><f>SUM(A1:A2)</f><v/></c>'],
    ['a part of a shared formula', '<c><f t="shared" si="0"/></c>'],
  ])('a formula with %s rejects its row and clears nothing', async (_, cell) => {
    expect(await faults('customers', one('总资产', cell))).toEqual([[2, '总资产', 'no-stored-value']])
    expect(await faults('customers', one('备注', cell))).toEqual([[2, '备注', 'no-stored-value']])
  })

  it.each([
    ['a number', '<c><f>1+1</f><v>2</v></c>', 200],
    ['text', '<c t="str"><f>"1"&amp;"2"</f><v>12</v></c>', 1_200],
    ['nothing, on purpose', '<c t="str"><f>""</f><v></v></c>', null],
  ])('a formula whose stored value is %s is that value', async (_, cell, aumFen) => {
    const { rows, rejected } = await see('customers', one('总资产', cell))
    expect([rejected, rows[0]?.row.aumFen]).toEqual([[], aumFen])
  })

  it.each(['#N/A', '#REF!', '#DIV/0!'])('%s is no name and no sum', async (error) => {
    const cell = `<c t="e"><f>A1</f><v>${error}</v></c>`
    expect(await faults('customers', one('备注', cell))).toEqual([[2, '备注', 'error-value']])
    expect(await faults('customers', one('总资产', cell))).toEqual([[2, '总资产', 'error-value']])
  })

  const DAYS = {
    formats: ['yyyy\\-mm\\-dd', 'yyyy"年"m"月"d"日"', 'm/d/yy h:mm', '[$-804]yyyy/m/d;@', 'h:mm'],
  }
  it.each([
    ['at midnight', numberCell(46_349, 1), '2026-11-23'],
    ['one second to midnight', numberCell('46348.99998842592', 3), '2026-11-22'],
    ['a whole day short of a rounding error', numberCell('46348.9999999999', 1), '2026-11-23'],
    ['in words', numberCell('46348.5', 2), '2026-11-22'],
    ['in the format of a region', numberCell(46_348, 4), '2026-11-22'],
    ['as a number, with a time', numberCell('46348.99998842592'), '2026-11-22'],
    ['as a date of ISO 8601', '<c t="d"><v>2026-11-22T23:59:59</v></c>', '2026-11-22'],
    ['as text with a time', textCell('2026-11-22 23:59:59'), '2026-11-22'],
  ])('a day %s is its own day', async (_, cell, day) => {
    const { rows, rejected } = await see('customers', one('风评日期', cell, DAYS))
    expect([rejected, rows[0]?.row.riskAssessedOn]).toEqual([[], day])
  })

  it.each([
    ['with a format', numberCell(44_886, 1)],
    ['in General', numberCell(44_886)],
    ['in General with a time', numberCell('44886.99998842592')],
  ])('a day of the 1904 system %s is read in it', async (_, cell) => {
    const { rows } = await see('customers', one('风评日期', cell, { ...DAYS, is1904: true }))
    expect(rows[0]?.row.riskAssessedOn).toBe('2026-11-22')
  })

  it('29 February 1900 never was, and the days before it are one apart', async () => {
    expect(await faults('customers', one('生日', numberCell(60, 1), DAYS))).toEqual([
      [2, '生日', 'no-such-day'],
    ])
    for (const [serial, day] of [
      [59, '1900-02-28'],
      [61, '1900-03-01'],
    ] as const) {
      const { rows } = await see('customers', one('生日', numberCell(serial, 1), DAYS))
      expect(rows[0]?.row.birthday).toBe(day)
    }
  })

  it.each([
    ['in a format of time', numberCell('0.354166666666667', 5)],
    ['in General', numberCell('0.354166666666667')],
    ['as text', textCell('8:30')],
  ])('a time of day %s is that time', async (_, cell) => {
    const rows = [rawRow(['客户经理号', '姓名', '网点号', '晨报时间']), rawRow(['M1', '甲', '0101', cell])]
    const seen = await see('managers', rawWorkbook({ ...DAYS, sheets: [{ name: 'S', rows: rows.join('') }] }))
    expect([seen.rejected, seen.rows[0]?.row.briefTime]).toEqual([[], '08:30'])
  })

  it('an id that a format of zeros shows in full is read in full', async () => {
    const book = customers([], [rawRow([numberCell(2, 1), '甲', 'M1'])], { formats: ['00000000'] })
    expect((await see('customers', book)).rows[0]?.row.id).toBe('00000002')
  })

  it.each([
    ['above it', ['00000002', numberCell(2)], 3],
    ['below it', [numberCell(2), '00000002'], 2],
  ])('an id kept as a number with a twin %s is rejected and names the twin', async (_, ids, line) => {
    const book = customers(
      [],
      ids.map((id) => rawRow([id, '甲', 'M1'])),
    )
    const { rejected, overtaken } = await see('customers', book)
    expect([...rejected, ...overtaken]).toMatchObject([
      { line, column: '客户号', value: '2', code: 'number-has-twin', expected: '00000002' },
    ])
  })

  it('an id of digits kept as text has no twin', async () => {
    const book = customers([], [rawRow(['2', '甲', 'M1']), rawRow(['00000002', '乙', 'M1'])])
    expect((await see('customers', book)).rejected).toEqual([])
  })

  it('rows that a filter hides are taken and counted', async () => {
    const book = customers(
      [],
      [rawRow(['1', '甲', 'M1']), rawRow(['2', '乙', 'M1'], 3, ' hidden="1"'), rawRow(['3', '丙', 'M1'], 4)],
    )
    const { rows, hiddenRows } = await see('customers', book)
    expect([rows.length, hiddenRows]).toEqual([3, 1])
  })

  it('entities of HTML in text are read, in a workbook and in a text file alike', async () => {
    const said = '张&amp;李&#26611;行 &lt;店&gt;&nbsp;'
    const plain = '张&李柳行 <店>'
    expect((await see('customers', one('单位', textCell(said)))).rows[0]?.row.company).toBe(plain)
    const csv = `客户号,姓名,客户经理号,单位\n1,甲,M1,${said}\n`
    expect((await see('customers', csv)).rows[0]?.row.company).toBe(plain)
  })

  it('an entity smuggles in no formula and no control character', async () => {
    expect(await faults('customers', one('单位', textCell('&#61;1+1')))).toEqual([[2, '单位', 'formula']])
    expect(await faults('customers', one('单位', textCell('a&#7;b')))).toEqual([
      [2, '单位', 'control-character'],
    ])
  })

  it('texts of several runs are put together without reading aids, and escapes of the format are read', async () => {
    const texts =
      '<si><r><t>陈</t></r><r><rPr/><t>立群</t></r><rPh sb="0" eb="1"><t>チン</t></rPh></si><si><t>一_x000D_\n二</t></si>'
    const book = customers(
      ['备注'],
      [rawRow(['1', '<c t="s"><v>0</v></c>', 'M1', '<c t="s"><v>1</v></c>'])],
      { texts },
    )
    expect((await see('customers', book)).rows[0]?.row).toMatchObject({ name: '陈立群', notes: '一\n二' })
  })

  it('a rate shown as a percentage is percent, whatever else the format says', async () => {
    const rows = [
      rawRow(['台账号', '客户号', '产品名称', '产品类别', '金额', '利率']),
      rawRow(['1', '1', '甲', '理财', '5', numberCell('0.0135', 1)]),
      rawRow(['2', '1', '甲', '理财', '5', numberCell('1.35', 2)]),
    ]
    const book = rawWorkbook({
      formats: ['0.00%_);[Red]-0.00%', '0.00"%"'],
      sheets: [{ name: 'S', rows: rows.join('') }],
    })
    expect((await see('holdings', book)).rows.map(({ row }) => row.ratePercent)).toEqual([1.35, 1.35])
  })

  it('cells without a place stand one after the other, cells with one where they say', async () => {
    const rows = `<row><c t="inlineStr"><is><t>客户号</t></is></c><c t="inlineStr"><is><t>姓名</t></is></c><c t="inlineStr"><is><t>客户经理号</t></is></c></row><row r="7"><c r="C7" t="inlineStr"><is><t>M1</t></is></c><c r="A7" t="inlineStr"><is><t>1</t></is></c><c r="B7" t="inlineStr"><is><t>甲</t></is></c></row>`
    const { rows: seen } = await see('customers', rawWorkbook({ sheets: [{ name: 'S', rows }] }))
    expect(seen).toMatchObject([{ line: 7, row: { id: '1', name: '甲', managerId: 'M1' } }])
  })

  it('tags with a prefix are the same tags', async () => {
    const rows = `<row>${CUSTOMER.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row><row><c t="inlineStr"><is><t>1</t></is></c><c t="inlineStr"><is><t>甲</t></is></c><c t="inlineStr"><is><t>M1</t></is></c></row>`
    const sheet = `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>${rows.replaceAll('<', '<x:').replaceAll('<x:/', '</x:')}</x:sheetData></x:worksheet>`
    const book = rawWorkbook({
      sheets: [{ name: 'S', rows: '' }],
      parts: { 'xl/worksheets/sheet1.xml': sheet },
    })
    expect((await see('customers', book)).rows).toHaveLength(1)
  })
})
