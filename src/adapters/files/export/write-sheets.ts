import { writeXlsx } from 'hucre/xlsx'
import type { Day } from '../../../domain/day.js'

/** A sheet of plain cells, headed by its first row. */
export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly (string | number | null)[])[]
}

const WIDEST = 60

/** A workbook of plain sheets; the same sheets of a day are the same file, to the byte. */
export function writeSheets(title: string, on: Day, sheets: readonly Sheet[]): Promise<Uint8Array> {
  const date = new Date(`${on}T00:00:00Z`)
  return writeXlsx({
    properties: { title, creator: 'Daybook', created: date, modified: date },
    sheets: sheets.map(({ name, rows }) => ({
      name,
      columns: widthsOf(rows).map((width) => ({ width })),
      rows: rows.map((row) => [...row]),
      freezePane: { rows: 1, columns: 0 },
    })),
  })
}

function widthsOf(rows: Sheet['rows']): readonly number[] {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  return Array.from({ length: columns }, (_, at) =>
    rows.reduce((widest, row) => Math.min(WIDEST, Math.max(widest, widthOf(row[at] ?? ''))), 8),
  )
}

/** What is wide in the East takes two places. */
function widthOf(cell: string | number): number {
  return [...String(cell)].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 2)
}
