import type { ImportKind } from '../../../imports/import-rows.js'
import { BOUNDS, FileFault } from '../bounds.js'
import { halfWidth } from '../cells/refusal.js'
import { withoutHiddenMarks } from '../text/hidden-marks.js'
import type { RawRecord } from '../text/records.js'
import { COLUMNS, type Column } from './columns.js'

/** Lines among which the header is looked for; what stands above it is a preamble. */
export const HEADER_WITHIN_LINES = 100

/** One column of the file that the kind knows. */
export interface KnownColumn {
  readonly field: string
  /** Position in the row, from 0. */
  readonly index: number
  /** The header as the file writes it. */
  readonly header: string
  readonly column: Column<unknown>
  readonly unitDigits: 0 | 4
}

export interface Header {
  /** The physical line it stands on. */
  readonly line: number
  /** As they stand in the file; as many as a row has. */
  readonly cells: readonly string[]
  readonly known: readonly KnownColumn[]
  readonly unknownColumns: readonly string[]
  /** Headers of required columns that are not there, as the bank's own language writes them. */
  readonly missing: readonly string[]
  /** Headers of columns that stand for a field another column already is. */
  readonly repeated: readonly string[]
}

/** Reads a row as the header of a table of `kind`; most rows are none and know no column. */
export function readHeader(kind: ImportKind, record: Pick<RawRecord, 'line' | 'cells'>): Header {
  if (record.cells.length > BOUNDS.columns) throw new FileFault('too-many-columns')
  const columns = columnsByHeading(kind)
  const known: KnownColumn[] = []
  const unknownColumns: string[] = []
  const repeated: string[] = []
  record.cells.forEach((cell, index) => {
    const header = withoutHiddenMarks(cell)
      .replaceAll(/\s*[\r\n]+\s*/g, ' ')
      .trim()
    const { heading, unitDigits } = headingOf(header)
    const found = columns.get(heading)
    if (found === undefined || (unitDigits === 4 && found.column.holds !== 'sum')) {
      if (header !== '') unknownColumns.push(header)
    } else if (known.some((other) => other.field === found.field)) repeated.push(header)
    else known.push({ ...found, index, header, unitDigits })
  })
  const missing = [...new Map([...columns.values()].map(({ field, column }) => [field, column]))]
    .filter(([field, column]) => column.isRequired && !known.some((other) => other.field === field))
    .map(([, column]) => column.zh)
  return { line: record.line, cells: record.cells, known, unknownColumns, missing, repeated }
}

/** The first row that has every required column, else the row that looks most like a header, if any does. */
export function findHeader(kind: ImportKind, records: Iterable<RawRecord>): Header | undefined {
  let likeliest: Header | undefined
  for (const record of records) {
    if (record.line > HEADER_WITHIN_LINES) break
    if (record.fault !== undefined) continue
    const header = readHeader(kind, record)
    if (header.missing.length === 0) return header
    if (header.known.length > Math.max(1, likeliest?.known.length ?? 0)) likeliest = header
  }
  return likeliest
}

interface Heading {
  readonly field: string
  readonly column: Column<unknown>
}

function columnsByHeading(kind: ImportKind): ReadonlyMap<string, Heading> {
  const found = new Map<string, Heading>()
  for (const [field, column] of Object.entries<Column<unknown>>(COLUMNS[kind])) {
    found.set(headingOf(column.en).heading, { field, column })
    found.set(headingOf(column.zh).heading, { field, column })
  }
  return found
}

/** Marks that a template puts beside a heading, in brackets of any kind: required or not, and how a day is written. */
const ASIDE =
  /[([{【〔<](?:必填|必输|必须|必录|非空|选填|可选|非必填|required|mandatory|optional|y{2,4}[-/.年]?m{1,2}[-/.月]?d{1,2}日?)项?[)\]}】〕>]/g
const UNIT = /\((?:单位:?|unit:?)?(万?元)\)$/

/** What a header says, apart from capitals, blanks, line breaks, marks beside it and the unit of sums. */
function headingOf(header: string): { readonly heading: string; readonly unitDigits: 0 | 4 } {
  const plain = halfWidth(header)
    .toLowerCase()
    .replaceAll(/[\s_*※•-]|^="|"$/g, '')
    .replaceAll(ASIDE, '')
    .replace(/[:：]$/, '')
  const unit = UNIT.exec(plain)
  return {
    heading: unit === null ? plain : plain.slice(0, unit.index),
    unitDigits: unit?.[1] === '万元' ? 4 : 0,
  }
}
