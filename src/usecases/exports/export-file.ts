import type { Day } from '../../domain/day.js'
import type { Manager } from '../../domain/manager/manager.js'
import type { Journal, NamedFile, Units } from '../../ports/ports.js'
import { type ExportDeps, exportBook } from './export-book.js'
import type { ExportTable, FileRequest } from './export-table.js'

/** A table as a file, whole in memory. */
export interface ExportedFile extends NamedFile {
  /** Of the table. */
  readonly rows: number
}

export interface ExportFileDeps extends ExportDeps {
  readonly journal: Journal
  readonly units: Pick<Units, 'apart'>
  readonly write: (table: ExportTable) => Promise<NamedFile>
  /** The report of a campaign, without rows where there is none for `manager`; absent where none is asked for. */
  readonly report?: (manager: Manager, campaignId: string, today: Day) => Promise<ExportedFile>
}

/** A table of a manager's own book as a file. The columns are in the language of `manager`. */
export interface ExportFiles {
  /** What the file would be; nothing has left the book yet. */
  draw(manager: Manager, request: FileRequest, today: Day): Promise<ExportedFile>
  /** The file to be given away, written into the journal before anybody has it. */
  give(manager: Manager, request: FileRequest, today: Day, at: string): Promise<ExportedFile>
}

/** Where there is nothing to give. */
export const NO_FILE: ExportedFile = { name: '', bytes: new Uint8Array(), rows: 0 }

export function exportFiles(deps: ExportFileDeps): ExportFiles {
  const tableOf = exportBook(deps)
  async function draw(manager: Manager, request: FileRequest, today: Day): Promise<ExportedFile> {
    if (request.table === 'campaign')
      return (await deps.report?.(manager, request.campaignId, today)) ?? NO_FILE
    const table = await tableOf(manager, request, today)
    return { ...(await deps.write(table)), rows: table.rows.length }
  }
  return {
    draw,
    async give(manager, request, today, at) {
      const file = await draw(manager, request, today)
      const act = `export.${request.table}`
      const entry = { at, managerId: manager.id, act, detail: `${file.rows} rows` }
      await deps.units.apart(() => deps.journal.append(entry))
      return file
    },
  }
}
