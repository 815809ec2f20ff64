import type { ImportReport } from '../../imports/import-file.js'
import type { Rejection, Remark } from '../../imports/import-rows.js'
import { reasonInBoth } from './reasons.js'

/** Rejected rows that are told at once; the file of rejected rows has them all. */
const TOLD_ROWS = 20
const SHOWN_VALUE = 40

export interface ReportLinesOptions {
  readonly dryRun?: boolean
  readonly errorFile?: string
}

/** What an import did, in lines that a person reads. */
export function* reportLines(
  report: ImportReport,
  path: string,
  { dryRun = false, errorFile }: ReportLinesOptions = {},
): Generator<string> {
  const { created, updated, unchanged, rejected, remarks, unknownColumns, ended, hiddenRows } = report
  const counts = `${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected.length} rejected`
  yield `${path} (${report.kind}, ${report.encoding}): ${counts}`
  if (unknownColumns.length > 0) yield `  columns left aside: ${unknownColumns.join(', ')}`
  if (report.sheet !== undefined && (report.otherSheets ?? []).length > 0) yield `  ${sheetsLine(report)}`
  if (hiddenRows > 0) yield `  rows out of sight, by a filter or by hand, taken as well: ${hiddenRows}`
  if (ended > 0) yield `  holdings ended: ${ended}`
  for (const remark of remarks.slice(0, TOLD_ROWS))
    yield `  line ${remark.line} ${placeOf(remark)}${reasonInBoth(remark)}`
  if (remarks.length > TOLD_ROWS) yield `  … and ${remarks.length - TOLD_ROWS} more such remarks`
  for (const rejection of rejected.slice(0, TOLD_ROWS)) {
    yield `  line ${rejection.line} ${placeOf(rejection)}${reasonInBoth(rejection)}`
  }
  if (rejected.length > TOLD_ROWS) yield `  … and ${rejected.length - TOLD_ROWS} more rejected rows`
  if (errorFile !== undefined) yield `  rejected rows: ${errorFile}`
  if (report.number !== undefined)
    yield `  import ${report.number}; taken back with: import undo ${report.number}`
  else if (dryRun) yield '  dry run: nothing was written'
  else yield '  nothing was written: put the rows right, or take the others with --partial'
}

/** Which sheet was read, and which others hold rows. */
function sheetsLine({ sheet = '', otherSheets = [] }: ImportReport): string {
  const others = otherSheets.map(({ name, fits }) => (fits ? `${name} (it would fit too)` : name))
  return `sheet read: ${sheet}; other sheets with rows: ${others.join(', ')}`
}

function placeOf({ column, value }: Rejection | Remark): string {
  const shown = value.replaceAll(/\s+/g, ' ')
  const cut = [...shown].length > SHOWN_VALUE ? `${[...shown].slice(0, SHOWN_VALUE).join('')}…` : shown
  return `${column === '' ? '' : `${column} `}“${cut}”: `
}
