import type { ImportKind, SheetSeen } from '../../../imports/import-rows.js'
import { FileFault } from '../bounds.js'
import { HEADER_WITHIN_LINES, type Header, readHeader } from '../table/header.js'
import type { Sheet, Workbook } from './workbook.js'

/** The sheet that holds the table, and what else is in the workbook. */
export interface FoundSheet {
  readonly sheet: Sheet
  readonly header: Header
  /** The other sheets that hold rows. */
  readonly others: readonly SheetSeen[]
}

/**
 * The sheet whose header fits, the first in sight rather than one that is hidden. Where none fits but one alone holds
 * something like a header, that one, so that its missing columns are told as those of any file.
 *
 * @throws FileFault where no sheet fits, naming each with what is missing.
 */
export async function findSheet(kind: ImportKind, workbook: Workbook): Promise<FoundSheet> {
  const looked: { readonly sheet: Sheet; readonly look: Look }[] = []
  for (const sheet of workbook.sheets) looked.push({ sheet, look: await lookAt(kind, sheet) })
  const fitting = looked.filter(({ look }) => look.header?.missing.length === 0)
  const held = looked.filter(({ look }) => look.hasRows)
  const chosen =
    fitting.find(({ sheet }) => !sheet.isHidden) ?? fitting[0] ?? (held.length === 1 ? held[0] : undefined)
  if (chosen?.look.header === undefined) {
    if (held.length <= 1) throw new FileFault('no-header')
    const nothing = readHeader(kind, { line: 1, cells: [] })
    const each = held.map(({ sheet, look }) => `${sheet.name}: ${(look.header ?? nothing).missing.join(' ')}`)
    throw new FileFault('no-sheet-fits', each.join('; '))
  }
  return {
    sheet: chosen.sheet,
    header: chosen.look.header,
    others: held
      .filter((one) => one !== chosen)
      .map(({ sheet, look }) => ({ name: sheet.name, fits: look.header?.missing.length === 0 })),
  }
}

interface Look {
  readonly hasRows: boolean
  /** The first row that has every required column, else the one that looks most like a header. */
  readonly header?: Header
}

async function lookAt(kind: ImportKind, sheet: Sheet): Promise<Look> {
  let likeliest: Header | undefined
  let hasRows = false
  for await (const rows of sheet.rows()) {
    for (const row of rows) {
      hasRows = true
      if (row.line > HEADER_WITHIN_LINES) return { hasRows, ...(likeliest && { header: likeliest }) }
      const header = readHeader(kind, row)
      if (header.missing.length === 0) return { hasRows, header }
      if (header.known.length > Math.max(1, likeliest?.known.length ?? 0)) likeliest = header
    }
  }
  return { hasRows, ...(likeliest && { header: likeliest }) }
}
