import { memorySource } from '../../src/adapters/files/table/byte-source.js'
import { openTable } from '../../src/adapters/files/table/open-table.js'
import type { Encoding } from '../../src/adapters/files/text/encoding.js'
import { loadCalendar } from '../../src/config/calendar.js'
import { loadPolicy } from '../../src/config/policy.js'
import { loadSensitiveWords } from '../../src/config/sensitive-words.js'
import { screenNote } from '../../src/domain/customer/facts/screen-note.js'
import { type Day, day } from '../../src/domain/day.js'
import { type ImportOptions, type ImportReport, importFile } from '../../src/imports/import-file.js'
import type { ImportKind } from '../../src/imports/import-rows.js'
import type { ImportRules } from '../../src/imports/import-run.js'
import type { Bank } from '../../src/ports/ports.js'

/** The day of every import, unless a test says otherwise. A Monday. */
export const IMPORT_DAY: Day = day('2026-11-23')

const words = loadSensitiveWords('data/sensitive.json')

/** The rules as the bank's own files set them. */
export const IMPORT_RULES: ImportRules = {
  policy: loadPolicy('data/policy.json'),
  calendar: loadCalendar('data/calendar'),
  screenNote: (note, customer) => screenNote(note, customer, words),
  timeZone: 'Asia/Shanghai',
}

export type ImportOver = Partial<ImportOptions> & { readonly encoding?: Encoding; readonly file?: string }

/** Imports a table that a test wrote. */
export async function importText(
  bank: Bank,
  kind: ImportKind,
  content: string | Buffer,
  { encoding, file = `${kind}.csv`, ...over }: ImportOver = {},
): Promise<ImportReport> {
  const options = { today: IMPORT_DAY, ...over }
  const table = await openTable(kind, memorySource(file, Buffer.from(content)), {
    today: options.today,
    ...(encoding !== undefined && { encoding }),
  })
  return importFile(bank, IMPORT_RULES)(table, options)
}
