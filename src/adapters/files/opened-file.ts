import type { ImportKind, ImportTable, Rejection } from '../../imports/import-rows.js'
import { writeRejectedRows } from './rejected-rows.js'
import { fileSource } from './table/byte-source.js'
import { type OpenOptions, type OpenTable, openTable } from './table/open-table.js'

/** A file of the disk that was opened as a table, wherever it is read. */
export interface OpenedFile<K extends ImportKind> extends ImportTable<K> {
  /** Of a file of its rejected rows: `xlsx` for a workbook; absent where nothing of it can be read. */
  readonly rejectedFormat?: 'xlsx' | 'text'
  /** The headers as the file writes them, by field. */
  readonly headers: Readonly<Record<string, string>>
  /** Writes the rejected rows to `path` in the format of the file. */
  writeRejected(path: string, rejected: readonly Rejection[]): Promise<void>
  /** Lets go of what reading it holds. */
  close(): void
}

/** Opens a file as a table of `kind`; `onRead` is told how far the reading has come, in bytes. */
export type OpenFile = <K extends ImportKind>(
  kind: K,
  path: string,
  options: OpenOptions,
  onRead: (position: number) => void,
) => Promise<OpenedFile<K>>

/** Opens a file to be read in this thread. */
export const openFileHere: OpenFile = async (kind, path, options, onRead) =>
  openedFile(await openTable(kind, fileSource(path, onRead), options))

function openedFile<K extends ImportKind>(table: OpenTable<K>): OpenedFile<K> {
  const format = table.format.kind
  return {
    ...table,
    headers: Object.fromEntries(table.format.header?.known.map(({ field, header }) => [field, header]) ?? []),
    ...(format !== 'unreadable' && { rejectedFormat: format }),
    writeRejected: (path, rejected) => writeRejectedRows(path, table, rejected),
    close: () => {},
  }
}
