import { mkdirSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { type ImportOptions, type ImportReport, importFile } from '../usecases/import-file.js'
import type { ImportKind } from '../usecases/import-rows.js'
import type { ImportRules } from '../usecases/import-run.js'
import type { Bank } from '../usecases/ports.js'
import { writeRejectedRows } from './rejected-rows.js'
import { fileSource } from './table/byte-source.js'
import { isOfTheMachine, openTable } from './table/open-table.js'
import type { Encoding } from './text/encoding.js'

export interface ImportPathDeps {
  readonly bank: Bank
  readonly rules: ImportRules
  /** Where rejected rows are written, unless another file is named. */
  readonly rejectedFolder: string
}

export interface ImportPathOptions extends ImportOptions {
  /** ISO 8601 instant. */
  readonly at: string
  /** Guessed where absent. */
  readonly encoding?: Encoding
  /** The file that rejected rows are written to. */
  readonly errors?: string
  /** Told how far the reading has come, in bytes. */
  readonly onRead?: (position: number) => void
}

export interface ImportedPath {
  readonly report: ImportReport
  /** Where the rejected rows are; absent where there are none. */
  readonly errorFile?: string
  /** Why they could not be written, where that failed: the code of the machine. What was taken stays taken. */
  readonly errorFileFault?: string
}

/** Imports one file of the disk, writes its rejected rows aside and journals what was taken. */
export function importPath(deps: ImportPathDeps) {
  return async (kind: ImportKind, path: string, options: ImportPathOptions): Promise<ImportedPath> => {
    const { today, encoding, errors } = options
    const source = fileSource(path, options.onRead)
    const table = await openTable(kind, source, { today, ...(encoding !== undefined && { encoding }) })
    const report = await importFile(deps.bank, deps.rules)(table, options)
    if (report.rejected.length === 0 || table.format.kind === 'unreadable') return { report }

    const extension = table.format.kind === 'xlsx' ? '.xlsx' : extname(path) || '.csv'
    const name = `${today} ${basename(path, extname(path))}.rejected${extension}`
    const errorFile = errors ?? join(deps.rejectedFolder, name)
    try {
      if (errors === undefined) mkdirSync(deps.rejectedFolder, { recursive: true, mode: 0o700 })
      await writeRejectedRows(errorFile, table, report.rejected)
    } catch (error) {
      if (!isOfTheMachine(error)) throw error
      return { report, errorFileFault: error.code }
    }
    return { report, errorFile }
  }
}
