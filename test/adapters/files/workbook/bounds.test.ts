import { describe, expect, it } from 'vitest'
import { numberCell, type RawWorkbook, rawRow, rawWorkbook } from '../../../support/raw-workbook.js'
import { faults, see } from '../../../support/see-table.js'

const HEAD = rawRow(['客户号', '姓名', '客户经理号', '备注'])
const GOOD = rawRow(['1', '甲', 'M1', ''])
const codes = async (book: Buffer) => (await faults('customers', book)).map(([, , code]) => code)
const sheet = (rows: string, over: Partial<RawWorkbook> = {}) =>
  rawWorkbook({ sheets: [{ name: 'S', rows: HEAD + rows }], ...over })

/** Text that packs to a fifth: what packs further is refused by that bound. */
const coarse = (length: number) => {
  let text = ''
  for (let n = 1; text.length < length; n++) text += ((n * 2_654_435_761) >>> 0).toString(36)
  return text.slice(0, length)
}

describe('bounds of a workbook end the file with one reason', () => {
  it('a part that unpacks to more than 200 times its size', async () => {
    expect(await codes(sheet(rawRow(['2', '乙', 'M1', 'x'.repeat(4_000_000)])))).toEqual([
      'unpacks-too-large',
    ])
  })

  it('a cell of more than 1 MB, in the sheet and among the shared texts', async () => {
    expect(await codes(sheet(rawRow(['2', '乙', 'M1', coarse(2 ** 20 + 1)])))).toEqual(['cell-too-large'])
    const texts = `<si><t>${coarse(2 ** 20 + 1)}</t></si>`
    expect(await codes(sheet(rawRow(['2', '<c t="s"><v>0</v></c>', 'M1']), { texts }))).toEqual([
      'cell-too-large',
    ])
  })

  it('a cell of less than that is one row that is too long', async () => {
    expect(await faults('customers', sheet(GOOD + rawRow(['2', '乙', 'M1', coarse(2 ** 20 - 1)])))).toEqual([
      [3, '备注', 'too-long'],
    ])
  })

  it('more than 500 columns, though not where the cells beyond are empty', async () => {
    const wide = (cell: string) => sheet(`<row><c r="A2" t="inlineStr"><is><t>2</t></is></c>${cell}</row>`)
    expect(await codes(wide('<c r="SG2"><v>1</v></c>'))).toEqual(['too-many-columns'])
    expect(await codes(wide('<c r="XFD2" s="0"/>'))).toEqual(['required'])
  })

  it('a row beyond the two millionth', async () => {
    expect(await codes(sheet(rawRow(['2', '乙', 'M1'], 2_000_000)))).toEqual([])
    expect(await codes(sheet(rawRow(['2', '乙', 'M1'], 2_000_001)))).toEqual(['too-many-rows'])
  })

  it.each([
    ['tags within tags', '<a>'.repeat(100_000)],
    ['a tag without an end', `<row r="2" x="${coarse(2_500_000)}`],
    ['a comment without an end', `<!--${coarse(2_500_000).replaceAll('-', '')}`],
  ])('%s', async (_, rows) => {
    expect(['not-a-table', 'cell-too-large']).toContain((await codes(sheet(rows)))[0])
  })

  it('entities made of entities are an error, not memory', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`
    const part = `${bomb}<worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`
    expect(await codes(sheet(GOOD, { parts: { 'xl/worksheets/sheet1.xml': part } }))).toEqual(['not-a-table'])
  })

  it('the good rows above do not come in with --partial either', async () => {
    const { isUnreadable, rows } = await see(
      'customers',
      sheet(GOOD + rawRow(['2', '乙', 'M1', coarse(2 ** 20 + 1)])),
    )
    expect([isUnreadable, rows.length]).toEqual([true, 1])
  })
})

describe('a damaged workbook is one reason', () => {
  const book = sheet(GOOD + rawRow([numberCell(2), '乙', 'M1', '']))

  it('wherever a byte of a sheet is changed', async () => {
    for (let place = 40; place < book.length; place += 61) {
      const bad = Buffer.from(book)
      bad[place] = bad[place]! ^ 0x55
      const { rows, rejected, isUnreadable } = await see('customers', bad)
      if (rejected.length === 0) expect(rows).toHaveLength(2)
      else expect([rejected.length, isUnreadable]).toEqual([1, true])
    }
  })

  it.each([
    ['a text that is not there', '<c t="s"><v>7</v></c>'],
    ['a cell without a place', '<c r="77"><v>1</v></c>'],
  ])('%s', async (_, cell) => {
    expect(await codes(sheet(rawRow(['2', cell, 'M1'])))).toEqual(['not-a-table'])
  })

  it('a package that is no workbook', async () => {
    const parts = { '_rels/.rels': '<Relationships/>', 'xl/workbook.xml': '<document/>' }
    expect(await codes(rawWorkbook({ sheets: [], parts }))).toEqual(['no-header'])
  })
})
