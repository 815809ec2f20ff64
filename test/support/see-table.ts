import { memorySource } from '../../src/adapters/files/table/byte-source.js'
import { openTable } from '../../src/adapters/files/table/open-table.js'
import type { Encoding } from '../../src/adapters/files/text/encoding.js'
import { day } from '../../src/domain/day.js'
import type { ImportKind, ImportRows, Rejection, Remark, SheetSeen } from '../../src/imports/import-rows.js'

/** The day on which every table is read. */
export const TODAY = day('2026-11-23')

/** All that a table gave. */
export interface Seen<K extends ImportKind> {
  readonly rows: readonly { readonly line: number; readonly row: Partial<ImportRows[K]> }[]
  readonly rejected: readonly Rejection[]
  readonly encoding: string
  readonly unknownColumns: readonly string[]
  readonly isUnreadable: boolean
  readonly overtaken: readonly Rejection[]
  readonly remarks: readonly Remark[]
  readonly hiddenRows: number
  readonly sheet: string | undefined
  readonly otherSheets: readonly SheetSeen[] | undefined
}

/** Reads a table to its end, in pieces of a few bytes where it is small. */
export async function see<K extends ImportKind>(
  kind: K,
  content: string | Uint8Array,
  encoding?: Encoding,
): Promise<Seen<K>> {
  const bytes = Buffer.from(content as Uint8Array)
  const source = memorySource('a.csv', bytes, Math.max(11, Math.floor(bytes.length / 500)))
  const table = await openTable(kind, source, { today: TODAY, ...(encoding && { encoding }) })
  const seen = {
    rows: [] as Seen<K>['rows'][number][],
    rejected: [] as Rejection[],
    overtaken: [] as Rejection[],
    remarks: [] as Remark[],
    hiddenRows: 0,
    isUnreadable: false,
  }
  for await (const batch of table.batches()) {
    seen.rows.push(...batch.rows)
    seen.rejected.push(...batch.rejected)
    seen.overtaken.push(...(batch.overtaken ?? []))
    seen.remarks.push(...(batch.remarks ?? []))
    seen.hiddenRows += batch.hiddenRows ?? 0
    seen.isUnreadable ||= batch.isUnreadable === true
  }
  const { encoding: read, unknownColumns, sheet, otherSheets } = table
  return { ...seen, encoding: read, unknownColumns, sheet, otherSheets }
}

/** Line, column and code of every rejected row. */
export const faults = async (kind: ImportKind, content: string | Uint8Array) =>
  (await see(kind, content)).rejected.map(({ line, column, code }) => [line, column, code])
