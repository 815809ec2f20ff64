import type {
  ImportKind,
  ImportRows,
  ReadRow,
  Rejection,
  RowBatch,
  SheetSeen,
} from '../../../imports/import-rows.js'
import type { DrawnTable } from '../export/export-workbook.js'
import type { OpenOptions } from '../table/open-table.js'

/** What the worker is asked to do; each job talks on a port of its own. */
export type Job =
  | { readonly job: 'open'; readonly kind: ImportKind; readonly path: string; readonly options: OpenOptions }
  | { readonly job: 'export'; readonly table: DrawnTable }

/** What is said to the worker of a file that it opened. */
export type ToFile =
  | { readonly say: 'walk'; readonly overtaken: ReadonlyMap<number, Rejection> }
  /** One batch was used: another may come. */
  | { readonly say: 'used' }
  | { readonly say: 'stop' }
  | { readonly say: 'reject'; readonly path: string; readonly rejected: readonly Rejection[] }

/** What is known of a file once it is open. */
export interface FileFacts {
  readonly file: string
  readonly encoding: string
  readonly unknownColumns: readonly string[]
  readonly sheet?: string
  readonly otherSheets?: readonly SheetSeen[]
  readonly rejectedFormat?: 'xlsx' | 'text'
  readonly headers: Readonly<Record<string, string>>
}

/** What the worker says of a job. */
export type FromWorker =
  | { readonly is: 'opened'; readonly facts: FileFacts }
  | { readonly is: 'batch'; readonly batch: PackedBatch; readonly position: number }
  | { readonly is: 'end' }
  | { readonly is: 'written'; readonly bytes?: Uint8Array }
  /** It could not be done; `code` where the machine said no. */
  | { readonly is: 'failed'; readonly message: string; readonly code?: string }

/** Batches that the worker may be ahead. */
export const AHEAD = 4

/** A batch whose rows are columns: the names of the fields cross once and not with every row. */
export interface PackedBatch extends Omit<RowBatch<ImportKind>, 'rows'> {
  readonly lines: readonly number[]
  readonly fields: readonly string[]
  readonly columns: readonly (readonly unknown[])[]
  /** By position in the batch. */
  readonly numberIds?: readonly (readonly [number, readonly string[]])[]
}

export function packed<K extends ImportKind>({ rows, ...rest }: RowBatch<K>): PackedBatch {
  const fields = Object.keys(rows[0]?.row ?? {}) // every row of a table has the same
  const values = rows.map(({ row }) => row as unknown as Readonly<Record<string, unknown>>)
  const numberIds = rows.flatMap((row, at) =>
    row.numberIds === undefined ? [] : [[at, row.numberIds] as const],
  )
  return {
    ...rest,
    lines: rows.map(({ line }) => line),
    fields,
    columns: fields.map((field) => values.map((row) => row[field])),
    ...(numberIds.length > 0 && { numberIds }),
  }
}

export function unpacked<K extends ImportKind>(batch: PackedBatch): RowBatch<K> {
  const { lines, fields, columns, numberIds, ...rest } = batch
  const empty = Object.fromEntries(fields.map((field) => [field, undefined]))
  const rows = lines.map((line, at): ReadRow<K> => {
    const row: Record<string, unknown> = { ...empty }
    for (let column = 0; column < fields.length; column++) row[fields[column]!] = columns[column]![at]
    return { line, row: row as unknown as ImportRows[K] } // it was one before it was packed
  })
  for (const [at, ids] of numberIds ?? []) rows[at] = { ...rows[at]!, numberIds: ids }
  return { ...rest, rows }
}
