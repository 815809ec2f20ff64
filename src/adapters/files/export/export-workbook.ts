import { type CellStyle, type CellValue, type ConditionalRule, colToLetter, writeXlsx } from 'hucre/xlsx'
import type { Day } from '../../../domain/day.js'
import { CNY } from '../../../domain/money.js'
import type { ExportTable } from '../../../usecases/exports/export-table.js'
import type { WrittenCell } from '../table/columns.js'
import { type ExportColumn, exportColumns } from './export-columns.js'
import { sumText } from './export-csv.js'
import { exportTitle, grouped } from './export-title.js'
import { type DescribeContact, EXPORT_WORDS } from './export-words.js'

const SUM_FORMAT = '#,##0.00'
const PERCENT_FORMAT = '0.00##%'
const DAY_FORMAT = 'yyyy-mm-dd'
/** Excel keeps 15 digits; a sum that has more is written as text, which it does not round. */
const EXACT_BELOW_FEN = 1e15
/** The first day that spreadsheets agree on: Excel has a 29 February 1900. */
const FIRST_DAY = '1900-03-01'

/** Rows above the table: the title, the sums, and a row of air. */
const HEADER_ROW = 3
const COLOURS = {
  title: '1F3864',
  header: 'D9E2F3',
  line: 'BFBFBF',
  overdue: 'F8CBAD',
  soon: 'FFE699',
  later: 'FFF2CC',
}

/**
 * The table as a workbook for reading and printing: sums above a header that stays in sight, a filter, days and sums
 * as such, what is overdue or matures soon in colour, pages as wide as the table.
 */
export function exportWorkbook(table: ExportTable, describe: DescribeContact): Promise<Uint8Array> {
  return writeDrawn(drawTable(table, describe))
}

/** A table as plain cells, which can be handed to another thread. */
export interface DrawnTable extends Pick<ExportTable, 'name' | 'manager' | 'on' | 'headsUpDays'> {
  readonly title: string
  readonly sumsLine: string
  readonly columns: readonly Pick<ExportColumn, 'key' | 'header' | 'width'>[]
  readonly rows: readonly (readonly WrittenCell[])[]
  /** What else belongs to it, a sheet each. */
  readonly parts?: readonly DrawnTable[]
}

/** What stands in the cells, without how it looks. */
export function drawTable(table: ExportTable, describe: DescribeContact): DrawnTable {
  const columns = exportColumns(table, describe)
  const { name, manager, on, headsUpDays } = table
  return {
    name,
    manager,
    on,
    headsUpDays,
    title: exportTitle(table),
    sumsLine: sumsLine(table),
    columns: columns.map(({ key, header, width }) => ({ key, header, width })),
    rows: table.rows.map((row) => columns.map((column) => column.cell(row))),
    ...(table.parts !== undefined && { parts: table.parts.map((part) => drawTable(part, describe)) }),
  }
}

/** The workbook of what was drawn; it takes as long as it takes, and the thread with it. */
export function writeDrawn(table: DrawnTable): Promise<Uint8Array> {
  const words = EXPORT_WORDS[table.manager.locale]
  return writeXlsx({
    defaultFont: { name: words.font, size: 10 },
    // The day it is true on, and not the moment of writing: the same table is the same file, to the byte.
    properties: {
      title: words.titles[table.name],
      creator: 'Daybook',
      created: dayAsDate(table.on),
      modified: dayAsDate(table.on),
    },
    sheets: [table, ...(table.parts ?? [])].map(sheetOf),
  })
}

function sheetOf(table: DrawnTable) {
  const { columns, rows } = table
  const title = EXPORT_WORDS[table.manager.locale].titles[table.name]
  const lastRow = HEADER_ROW + rows.length
  const range = `A${HEADER_ROW + 1}:${colToLetter(columns.length - 1)}${lastRow + 1}`
  return {
    name: title,
    columns: columns.map(({ width }) => ({ width })),
    rows: [
      [table.title],
      [table.sumsLine],
      [],
      columns.map((column) => column.header),
      ...rows.map((cells) => cells.map(cellValue)),
    ],
    cells: stylesOf(columns, rows),
    rowDefs: new Map([[HEADER_ROW, { height: 30 }]]),
    freezePane: { rows: HEADER_ROW + 1, columns: 2 },
    autoFilter: { range },
    conditionalRules: coloursOf(table, columns, lastRow),
    pageSetup: {
      paperSize: 'a4' as const,
      orientation: 'landscape' as const,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${HEADER_ROW + 1}:$${HEADER_ROW + 1}`,
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6 },
    },
    headerFooter: { oddFooter: `&L${title} ${table.on}&R&P / &N` },
  }
}

/** What the table comes to, each currency by itself, and how many rows there are. */
function sumsLine(table: ExportTable): string {
  const words = EXPORT_WORDS[table.manager.locale]
  const sums = [...table.sums].map(([currency, sum]) => `${currency} ${grouped(sumText(sum))}`)
  const all = sums.length === 0 ? `${CNY} 0.00` : sums.join(' · ')
  const total = words.totals[table.name]
  return [...(total === undefined ? [] : [`${total}: ${all}`]), words.rows(table.rows.length)].join(' · ')
}

function cellValue(cell: WrittenCell): CellValue {
  if (typeof cell === 'string') return cell === '' ? null : cell
  if ('sum' in cell) return Math.abs(cell.sum) < EXACT_BELOW_FEN ? cell.sum / 100 : sumText(cell.sum)
  if ('percent' in cell) return Number((cell.percent / 100).toPrecision(15))
  if ('count' in cell) return cell.count
  return cell.day < FIRST_DAY ? cell.day : dayAsDate(cell.day)
}

function dayAsDate(day: Day): Date {
  return new Date(`${day}T00:00:00Z`)
}

function stylesOf(columns: DrawnTable['columns'], rows: readonly (readonly WrittenCell[])[]) {
  const styled = new Map<string, { readonly style: CellStyle }>()
  styled.set('0,0', { style: { font: { bold: true, size: 14, color: { rgb: COLOURS.title } } } })
  styled.set('1,0', { style: { font: { bold: true } } })
  columns.forEach((_, at) => {
    styled.set(`${HEADER_ROW},${at}`, { style: HEADER_STYLE })
  })
  rows.forEach((cells, index) => {
    cells.forEach((cell, at) => {
      styled.set(`${HEADER_ROW + 1 + index},${at}`, { style: styleOf(cell) })
    })
  })
  return styled
}

const LINE = { style: 'thin', color: { rgb: COLOURS.line } } as const
const BORDER = { top: LINE, bottom: LINE, left: LINE, right: LINE } as const
const HEADER_STYLE: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: COLOURS.header } },
  border: BORDER,
  alignment: { vertical: 'center', horizontal: 'center', wrapText: true },
}
const TEXT_STYLE: CellStyle = { border: BORDER, alignment: { vertical: 'top', wrapText: true }, numFmt: '@' }
const SUM_STYLE: CellStyle = { border: BORDER, alignment: { vertical: 'top' }, numFmt: SUM_FORMAT }
const PERCENT_STYLE: CellStyle = { border: BORDER, alignment: { vertical: 'top' }, numFmt: PERCENT_FORMAT }
const COUNT_STYLE: CellStyle = { border: BORDER, alignment: { vertical: 'top' }, numFmt: '0' }
const DAY_STYLE: CellStyle = {
  border: BORDER,
  alignment: { vertical: 'top', horizontal: 'center' },
  numFmt: DAY_FORMAT,
}

function styleOf(cell: WrittenCell): CellStyle {
  if (typeof cell === 'string') return TEXT_STYLE
  if ('sum' in cell) return SUM_STYLE
  if ('percent' in cell) return PERCENT_STYLE
  return 'count' in cell ? COUNT_STYLE : DAY_STYLE
}

/** Whole rows: an overdue contact in red, a maturity in amber as near as the last heads-up, in yellow as the first. */
function coloursOf(table: DrawnTable, columns: DrawnTable['columns'], lastRow: number): ConditionalRule[] {
  if (lastRow === HEADER_ROW) return []
  const soon = Math.min(...table.headsUpDays)
  const later = Math.max(...table.headsUpDays)
  const first = HEADER_ROW + 2
  const range = `A${first}:${colToLetter(columns.length - 1)}${lastRow + 1}`
  const rule = (key: string, condition: (cell: string) => string, rgb: string, priority: number) => {
    const at = columns.findIndex((column) => column.key === key)
    if (at < 0) return []
    const cell = `$${colToLetter(at)}${first}`
    const style: CellStyle = {
      fill: { type: 'pattern', pattern: 'solid', bgColor: { rgb }, fgColor: { rgb } },
    }
    return [
      {
        type: 'expression',
        priority,
        formula: `AND(ISNUMBER(${cell}),${condition(cell)})`,
        style,
        range,
        stopIfTrue: true,
      } as const,
    ]
  }
  return [
    ...rule('overdueDays', (cell) => `${cell}>0`, COLOURS.overdue, 1),
    ...rule('daysToMaturity', (cell) => `${cell}>=0,${cell}<=${soon}`, COLOURS.soon, 2),
    ...rule('daysToMaturity', (cell) => `${cell}>${soon},${cell}<=${later}`, COLOURS.later, 3),
  ]
}
