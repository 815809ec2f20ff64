import { type CellValue, readXlsx, streamXlsxRows } from 'hucre/xlsx'
import type { ImportKind } from '../../usecases/import-rows.js'
import type { RawRecord } from '../text/records.js'
import type { ByteSource } from './byte-source.js'
import { COLUMNS } from './columns.js'
import { HEADER_WITHIN_LINES, type Header, readHeader } from './header.js'

/** Above this a number of Excel's has lost digits: it keeps 15. */
const EXACT_BELOW = 1e15
const EXCEL_DIGITS = 15
const MS_PER_MINUTE = 60_000

export function isWorkbook(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04
}

/** A workbook as Excel wrote them before 2007, which is not read. */
export function isOldWorkbook(head: Uint8Array): boolean {
  return head[0] === 0xd0 && head[1] === 0xcf && head[2] === 0x11 && head[3] === 0xe0
}

/**
 * The rows of the first sheet, one at a time, cells as text. Rows without any value are left out; rows are as long
 * as their last value.
 *
 * @throws whatever the package throws where the file is no workbook or is cut off.
 */
export async function* workbookRows(kind: ImportKind, source: ByteSource): AsyncGenerator<RawRecord> {
  const rows = hasRates(kind) ? rowsWithFormats(source) : streamedRows(source)
  for await (const { index, values } of rows) {
    const cells = values.map(textOf)
    while (cells.length > 0 && cells.at(-1)!.trim() === '') cells.pop()
    if (cells.length > 0) yield { line: index + 1, cells }
  }
}

/** The header of a workbook's table, and whether it is complete; undefined where no row looks like one. */
export async function workbookHeader(kind: ImportKind, source: ByteSource): Promise<Header | undefined> {
  let likeliest: Header | undefined
  for await (const record of workbookRows(kind, source)) {
    if (record.line > HEADER_WITHIN_LINES) break
    const header = readHeader(kind, record)
    if (header.missing.length === 0) return header
    if (header.known.length > Math.max(1, likeliest?.known.length ?? 0)) likeliest = header
  }
  return likeliest
}

interface WorkbookRow {
  readonly index: number
  readonly values: readonly CellValue[]
}

async function* streamedRows(source: ByteSource): AsyncGenerator<WorkbookRow> {
  yield* streamXlsxRows(asWebStream(source.open()))
}

/** A rate in a cell shown as a percentage is kept as its hundredth, which only the cell's format tells. */
async function* rowsWithFormats(source: ByteSource): AsyncGenerator<WorkbookRow> {
  const { sheets } = await readXlsx(asWebStream(source.open()), { readStyles: true, sheets: [0] })
  const sheet = sheets[0]
  if (sheet === undefined) return
  for (const [index, values] of sheet.rows.entries()) {
    const shown = values.map((value, at) => {
      const format = sheet.cells?.get(`${index},${at}`)?.style?.numFmt
      return typeof value === 'number' && format?.includes('%') ? `${plainNumber(value * 100)}%` : value
    })
    yield { index, values: shown }
  }
}

function hasRates(kind: ImportKind): boolean {
  return 'ratePercent' in COLUMNS[kind]
}

function textOf(value: CellValue): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return plainNumber(value)
  if (typeof value === 'boolean') return String(value)
  const rounded = new Date(Math.round(value.getTime() / MS_PER_MINUTE) * MS_PER_MINUTE).toISOString()
  // Excel keeps a time without a day as one of its first days.
  return rounded < '1900-01-02' ? rounded.slice(11, 16) : rounded.slice(0, 10)
}

/** The number as Excel shows it, with the digits it keeps; in scientific notation where digits are lost. */
function plainNumber(value: number): string {
  return Math.abs(value) >= EXACT_BELOW
    ? value.toExponential()
    : String(Number(value.toPrecision(EXCEL_DIGITS)))
}

function asWebStream(chunks: AsyncIterable<Buffer>): ReadableStream<Uint8Array> {
  return ReadableStream.from(chunks)
}
