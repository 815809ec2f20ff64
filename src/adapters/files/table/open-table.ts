import type { Day } from '../../../domain/day.js'
import type {
  ImportKind,
  ImportTable,
  ReadRow,
  Rejection,
  Remark,
  RowBatch,
} from '../../../imports/import-rows.js'
import { FileFault } from '../bounds.js'
import { shown } from '../text/decode.js'
import type { Encoding } from '../text/encoding.js'
import type { RawRecord } from '../text/records.js'
import { type FoundSheet, findSheet } from '../workbook/find-sheet.js'
import { isOldWorkbook, isWorkbook, openWorkbook, type Sheet } from '../workbook/workbook.js'
import type { ByteSource } from './byte-source.js'
import type { Header } from './header.js'
import { RowReader } from './read-row.js'
import { type TextFormat, textFormatOf, textRows } from './text-rows.js'

export interface OpenOptions {
  /** Nothing that has happened is later. */
  readonly today: Day
  /** For a text file without a byte order mark; guessed where absent. */
  readonly encoding?: Encoding
}

/** Rows of one batch: enough to be worth the handing over. */
const BATCH_ROWS = 1_000

/** How the file is written, so that it can be written again the same way. */
export type FileFormat =
  | ({ readonly kind: 'xlsx'; readonly is1904: boolean } & FoundSheet)
  | ({ readonly kind: 'text' } & TextFormat)
  /** Nothing of it can be read. */
  | {
      readonly kind: 'unreadable'
      readonly isWorkbook: boolean
      readonly fault: Rejection
      readonly header?: undefined
    }

/** A table that was opened: the use case reads it, a file of its rejected rows is written in the same format. */
export interface OpenTable<K extends ImportKind> extends ImportTable<K> {
  readonly source: ByteSource
  readonly format: FileFormat
}

/**
 * Opens a bank's file by what is in it, whatever its name says: a workbook, or text in one of the encodings. What
 * cannot be read is a table that says so, never an error.
 */
export async function openTable<K extends ImportKind>(
  kind: K,
  source: ByteSource,
  options: OpenOptions,
): Promise<OpenTable<K>> {
  const format = await formatOf(kind, source, options)
  const { header } = format
  return {
    kind,
    file: source.name,
    encoding: format.kind === 'text' ? format.encoding : encodingOfOther(format),
    unknownColumns: header?.unknownColumns.map(shown) ?? [],
    ...(format.kind === 'xlsx' && {
      sheet: shown(format.sheet.name),
      otherSheets: format.others.map(({ name, fits }) => ({ name: shown(name), fits })),
    }),
    headerOf: (field) => header?.known.find((known) => known.field === field)?.header ?? '',
    batches: (overtaken) => readBatches(kind, source, format, options.today, overtaken),
    source,
    format,
  }
}

function encodingOfOther(format: Exclude<FileFormat, { readonly kind: 'text' }>): string {
  return format.kind === 'xlsx' || format.isWorkbook ? 'xlsx' : 'unknown'
}

async function formatOf(kind: ImportKind, source: ByteSource, options: OpenOptions): Promise<FileFormat> {
  let hasWorkbook = false
  try {
    const head = await source.head()
    hasWorkbook = isWorkbook(head)
    if (isOldWorkbook(head)) throw new FileFault('not-a-table')
    if (!hasWorkbook) return { kind: 'text', ...(await textFormatOf(kind, source, options.encoding)) }
    const workbook = await openWorkbook(source)
    return { kind: 'xlsx', is1904: workbook.is1904, ...(await findSheet(kind, workbook)) }
  } catch (error) {
    if (isBug(error, hasWorkbook ? 'xlsx' : 'text')) throw error
    return { kind: 'unreadable', isWorkbook: hasWorkbook, fault: faultOf(error, 1, source.name) }
  }
}

/** The rows below the header as they stand in the file. */
export async function* rawRows(source: ByteSource, format: FileFormat): AsyncGenerator<readonly RawRecord[]> {
  if (format.kind === 'text') yield* textRows(source, format)
  if (format.kind === 'xlsx') yield* rowsOfSheet(format.sheet, format.header)
}

async function* rowsOfSheet(sheet: Sheet, header: Header): AsyncGenerator<readonly RawRecord[]> {
  const width = header.cells.length
  for await (const rows of sheet.rows()) {
    yield rows
      .filter(({ line }) => line > header.line)
      .map(({ cells, ...row }) => ({ ...row, cells: cells.length < width ? padded(cells, width) : cells }))
  }
}

function padded(cells: readonly string[], width: number): readonly string[] {
  return [...cells, ...Array<string>(width - cells.length).fill('')]
}

async function* readBatches<K extends ImportKind>(
  kind: K,
  source: ByteSource,
  format: FileFormat,
  today: Day,
  overtaken: ReadonlyMap<number, Rejection> = new Map(),
): AsyncGenerator<RowBatch<K>> {
  const fault = wholeFault(source.name, format)
  const { header } = format
  if (header === undefined || fault !== undefined) {
    if (fault !== undefined) yield { rows: [], rejected: [fault], isUnreadable: true }
    return
  }
  const reader = new RowReader(kind, header, today, {
    is1904: format.kind === 'xlsx' && format.is1904,
    overtaken,
  })
  let batch = new Batch<K>()
  let line = header.line
  try {
    for await (const records of rawRows(source, format)) {
      for (const record of records) {
        batch.add(reader.read(record), record.isHidden === true)
        line = record.line
        if (batch.size < BATCH_ROWS) continue
        yield batch.taken()
        batch = new Batch()
      }
    }
  } catch (error) {
    if (isBug(error, format.kind)) throw error
    batch.rejected.push(faultOf(error, line + 1, ''))
    yield { ...batch.taken(), isUnreadable: true }
    return
  }
  if (batch.size > 0) yield batch.taken()
}

class Batch<K extends ImportKind> {
  readonly rejected: Rejection[] = []
  readonly #rows: ReadRow<K>[] = []
  readonly #remarks: Remark[] = []
  readonly #overtaken: Rejection[] = []
  #hiddenRows = 0

  get size(): number {
    return this.#rows.length + this.rejected.length
  }

  add(reading: ReturnType<RowReader<K>['read']>, isHidden: boolean): void {
    if ('read' in reading) this.#rows.push(reading.read)
    else this.rejected.push(reading.rejected)
    if ('remarks' in reading && reading.remarks !== undefined) this.#remarks.push(...reading.remarks)
    if (reading.overtaken !== undefined) this.#overtaken.push(reading.overtaken)
    if (isHidden) this.#hiddenRows++
  }

  taken(): RowBatch<K> {
    return {
      rows: this.#rows,
      rejected: this.rejected,
      ...(this.#remarks.length > 0 && { remarks: this.#remarks }),
      ...(this.#overtaken.length > 0 && { overtaken: this.#overtaken }),
      ...(this.#hiddenRows > 0 && { hiddenRows: this.#hiddenRows }),
    }
  }
}

/** What is wrong with the file as a whole. */
function wholeFault(name: string, format: FileFormat): Rejection | undefined {
  if (format.kind === 'unreadable') return format.fault
  if (format.header === undefined) return { line: 1, column: '', value: shown(name), code: 'no-header' }
  const { line, missing, repeated } = format.header
  if (missing.length > 0) {
    return { line, column: missing.join(' '), value: '', code: 'missing-column', expected: missing.join(' ') }
  }
  const [first] = repeated
  return first === undefined ? undefined : { line, column: first, value: first, code: 'repeated-column' }
}

/**
 * Why the reading broke off, as one reason: a bound, the machine (a file that may not be read, a disk that fails),
 * or else the file, which is damaged or no table.
 */
export function faultOf(error: unknown, line: number, value: string): Rejection {
  const at = { line, column: '', value: shown(value) }
  if (error instanceof FileFault) {
    return {
      ...at,
      code: error.code,
      ...(error.expected !== undefined && { expected: shown(error.expected) }),
    }
  }
  return isOfTheMachine(error)
    ? { ...at, code: 'cannot-be-opened', expected: error.code }
    : { ...at, code: 'not-a-table' }
}

/** Text is whatever its bytes are: what else is thrown while it is read is our own fault. */
export function isBug(error: unknown, kind: FileFormat['kind']): boolean {
  return kind === 'text' && !(error instanceof FileFault) && !isOfTheMachine(error)
}

/** What the machine says no to: a file that may not be read, a disk that is full. */
export function isOfTheMachine(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string'
}
