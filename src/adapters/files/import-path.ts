import { mkdirSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { type ImportOptions, type ImportReport, importFile } from '../../imports/import-file.js'
import type { ImportKind } from '../../imports/import-rows.js'
import type { ImportRules } from '../../imports/import-run.js'
import type { Bank } from '../../ports/ports.js'
import type { OpenFile } from './opened-file.js'
import { isOfTheMachine } from './table/open-table.js'
import type { Encoding } from './text/encoding.js'

export interface ImportPathDeps {
  readonly bank: Bank
  readonly rules: ImportRules
  /** Where files are read: beside this thread, or in it. */
  readonly open: OpenFile
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
    const { onRead = () => {} } = options
    const file = await deps.open(kind, path, { today, ...(encoding !== undefined && { encoding }) }, onRead)
    try {
      const report = await importFile(deps.bank, deps.rules)(file, options)
      if (report.rejected.length === 0 || file.rejectedFormat === undefined) return { report }

      const extension = file.rejectedFormat === 'xlsx' ? '.xlsx' : extname(path) || '.csv'
      const name = `${today} ${basename(path, extname(path))}.rejected${extension}`
      const errorFile = errors ?? join(deps.rejectedFolder, name)
      try {
        if (errors === undefined) mkdirSync(deps.rejectedFolder, { recursive: true, mode: 0o700 })
        await file.writeRejected(errorFile, report.rejected)
      } catch (error) {
        if (!isOfTheMachine(error)) throw error
        return { report, errorFileFault: error.code }
      }
      return { report, errorFile }
    } finally {
      file.close()
    }
  }
}
