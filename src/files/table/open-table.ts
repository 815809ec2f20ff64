import type { Day } from '../../domain/day.js'
import type { ImportKind, ImportTable, ReadRow, Rejection, RowBatch } from '../../usecases/import-rows.js'
import type { Encoding } from '../text/encoding.js'
import type { RawRecord } from '../text/records.js'
import type { ByteSource } from './byte-source.js'
import type { Header } from './header.js'
import { RowReader } from './read-row.js'
import { type TextFormat, textFormatOf, textRows } from './text-rows.js'
import { isOldWorkbook, isWorkbook, workbookHeader, workbookRows } from './workbook-rows.js'

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
  | { readonly kind: 'xlsx'; readonly header: Header | undefined }
  | ({ readonly kind: 'text' } & TextFormat)

/** A table that was opened: the use case reads it, a file of its rejected rows is written in the same format. */
export interface OpenTable<K extends ImportKind> extends ImportTable<K> {
  readonly source: ByteSource
  readonly format: FileFormat
}

/** Opens a bank's file by what is in it, whatever its name says: a workbook, or text in one of the encodings. */
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
    encoding: format.kind === 'xlsx' ? 'xlsx' : format.encoding,
    unknownColumns: header?.unknownColumns ?? [],
    headerOf: (field) => header?.known.find((known) => known.field === field)?.header ?? '',
    batches: () => readBatches(kind, source, format, options.today),
    source,
    format,
  }
}

async function formatOf(kind: ImportKind, source: ByteSource, options: OpenOptions): Promise<FileFormat> {
  if (isWorkbook(await source.head())) {
    // A workbook that cannot be read has no header; reading its rows says why.
    const header = await workbookHeader(kind, source).catch(() => undefined)
    return { kind: 'xlsx', header }
  }
  return { kind: 'text', ...(await textFormatOf(kind, source, options.encoding)) }
}

/** The rows below the header as they stand in the file. */
export function rawRows(
  kind: ImportKind,
  source: ByteSource,
  format: FileFormat,
): AsyncGenerator<readonly RawRecord[]> {
  return format.kind === 'text' ? textRows(source, format) : rowsOfWorkbook(kind, source, format.header)
}

async function* rowsOfWorkbook(kind: ImportKind, source: ByteSource, header: Header | undefined) {
  const width = header?.cells.length ?? 0
  for await (const { line, cells } of workbookRows(kind, source)) {
    if (line <= (header?.line ?? 0)) continue
    yield [
      { line, cells: cells.length < width ? [...cells, ...Array(width - cells.length).fill('')] : cells },
    ]
  }
}

async function* readBatches<K extends ImportKind>(
  kind: K,
  source: ByteSource,
  format: FileFormat,
  today: Day,
): AsyncGenerator<RowBatch<K>> {
  const { header } = format
  const fault = header === undefined ? await noHeader(kind, source, format) : headerFault(header)
  if (header === undefined || fault !== undefined) {
    if (fault !== undefined) yield { rows: [], rejected: [fault], isUnreadable: true }
    return
  }
  const reader = new RowReader(kind, header, today)
  let rows: ReadRow<K>[] = []
  let rejected: Rejection[] = []
  let line = header.line
  try {
    for await (const records of rawRows(kind, source, format)) {
      for (const record of records) {
        const reading = reader.read(record)
        if ('read' in reading) rows.push(reading.read)
        else rejected.push(reading.rejected)
        line = record.line
        if (rows.length + rejected.length < BATCH_ROWS) continue
        yield { rows, rejected }
        rows = []
        rejected = []
      }
    }
  } catch (error) {
    if (format.kind === 'text') throw error
    yield {
      rows,
      rejected: [...rejected, { line: line + 1, column: '', value: '', code: 'not-a-table' }],
      isUnreadable: true,
    }
    return
  }
  if (rows.length + rejected.length > 0) yield { rows, rejected }
}

async function noHeader(kind: ImportKind, source: ByteSource, format: FileFormat): Promise<Rejection> {
  const fault = (code: Rejection['code']): Rejection => ({ line: 1, column: '', value: source.name, code })
  if (format.kind === 'text') return fault(isOldWorkbook(await source.head()) ? 'not-a-table' : 'no-header')
  try {
    for await (const _ of workbookRows(kind, source)) break
    return fault('no-header')
  } catch {
    return fault('not-a-table')
  }
}

function headerFault(header: Header): Rejection | undefined {
  const { line, missing, repeated } = header
  if (missing.length > 0) {
    return { line, column: missing.join(' '), value: '', code: 'missing-column', expected: missing.join(' ') }
  }
  const [first] = repeated
  return first === undefined ? undefined : { line, column: first, value: first, code: 'repeated-column' }
}
