import type { Day } from '../../domain/day.js'
import type { Manager } from '../../domain/manager/manager.js'
import type { Journal, NamedFile, Units } from '../../ports/ports.js'
import { type ExportDeps, exportBook } from './export-book.js'
import type { ExportRequest, ExportTable } from './export-table.js'

/** A table as a file, whole in memory. */
export interface ExportedFile extends NamedFile {
  /** Of the table. */
  readonly rows: number
}

export interface ExportFileDeps extends ExportDeps {
  readonly journal: Journal
  readonly units: Pick<Units, 'apart'>
  readonly write: (table: ExportTable) => Promise<NamedFile>
}

/** A table of a manager's own book as a file. The columns are in the language of `manager`. */
export interface ExportFiles {
  /** What the file would be; nothing has left the book yet. */
  draw(manager: Manager, request: ExportRequest, today: Day): Promise<ExportedFile>
  /** The file to be given away, written into the journal before anybody has it. */
  give(manager: Manager, request: ExportRequest, today: Day, at: string): Promise<ExportedFile>
}

export function exportFiles(deps: ExportFileDeps): ExportFiles {
  const tableOf = exportBook(deps)
  async function draw(manager: Manager, request: ExportRequest, today: Day): Promise<ExportedFile> {
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
