import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type CellValue, writeXlsxStream } from 'hucre/xlsx'
import type { Finding, ImportKind, Rejection, RejectionCode } from '../../imports/import-rows.js'
import { reasonOf } from './reasons.js'
import { type FileFormat, isBug, type OpenTable, rawRows } from './table/open-table.js'
import { encodeText, markOf } from './text/encode.js'
import type { RawRecord } from './text/records.js'
import { asPlainText, writeRow } from './text/write-cells.js'
import { dayOfSerial } from './workbook/cell-values.js'

/** Headers of what is told of a rejected row; unknown columns to an import, which leaves them aside. */
const TOLD = ['行 line', '列 column', '值 value', '原因', 'reason'] as const
/** The rows hold customers' data. */
const OWNER_ONLY = 0o600
const FORMULA_WRAPPED = /^\s*="/

/**
 * Writes the rejected rows of a table to `path`: first where and why, then the row as it came, in the encoding and
 * with the separator of the file they came from. Put right, the file can be imported itself.
 */
export async function writeRejectedRows<K extends ImportKind>(
  path: string,
  table: OpenTable<K>,
  rejected: readonly Rejection[],
): Promise<void> {
  const { format } = table
  if (format.kind === 'unreadable') return // the report has its one reason
  const rows = rejectedRows(table, new Map(rejected.map((rejection) => [rejection.line, rejection])))
  if (format.kind === 'xlsx') {
    const stream = writeXlsxStream(rows, { name: 'rejected' })
    await pipeline(
      Readable.fromWeb(stream as import('node:stream/web').ReadableStream),
      createWriteStream(path),
    )
    return
  }
  const { encoding, markLength, separator } = format
  const write = async function* () {
    if (markLength > 0) yield markOf(encoding)
    for await (const cells of rows) yield encodeText(writeRow(cells.map(String), separator), encoding)
  }
  await pipeline(write, createWriteStream(path, { mode: OWNER_ONLY }))
}

async function* rejectedRows<K extends ImportKind>(
  { source, format }: OpenTable<K>,
  byLine: ReadonlyMap<number, Rejection>,
): AsyncGenerator<CellValue[]> {
  const header = format.header
  yield [...TOLD, ...(header?.cells ?? [])]
  const faults = [...byLine.values()].filter((one) => one.line <= (header?.line ?? 1))
  for (const fault of faults) yield told(fault)
  const left = new Map([...byLine].filter(([, one]) => !faults.includes(one)))
  if (left.size === 0) return
  try {
    for await (const records of rawRows(source, format)) {
      for (const record of records) {
        const rejection = left.get(record.line)
        if (rejection !== undefined) yield [...told(rejection), ...writtenCells(record, format)]
        left.delete(record.line)
      }
    }
  } catch (error) {
    if (isBug(error, format.kind)) throw error
  }
  for (const fault of left.values()) yield told(fault) // where the reading broke off
}

/** The cells so that they are read again as they were: what was wrong with one is wrong until somebody mends it. */
function writtenCells({ cells, kinds }: RawRecord, format: FileFormat): CellValue[] {
  if (kinds === undefined) return cells.map(safe)
  const days = new Set(
    format.header?.known.filter(({ column }) => column.holds.startsWith('day')).map(({ index }) => index),
  )
  const is1904 = format.kind === 'xlsx' && format.is1904
  return cells.map((cell, at) => {
    const kind = kinds[at]
    if (kind === undefined) return safe(cell)
    if (kind !== 'number') return `=${cell}` // text, which no import takes
    return (is1904 && days.has(at) && dayOfSerial(Number(cell), is1904)) || Number(cell)
  })
}

function told(rejection: Rejection): string[] {
  const all: readonly Finding<RejectionCode>[] = [rejection, ...(rejection.also ?? [])]
  const joined = (of: (finding: Finding<RejectionCode>) => string) => all.map(of).join(' ; ')
  return [
    String(rejection.line),
    joined((finding) => finding.column),
    safe(joined((finding) => finding.value)),
    joined((finding) => reasonOf(finding).zh),
    joined((finding) => reasonOf(finding).en),
  ]
}

/** A formula of the bank's file must not run where a clerk opens the rows it is missing from. */
function safe(cell: string): string {
  return FORMULA_WRAPPED.test(cell) ? cell : asPlainText(cell)
}
