import type { Agreement } from '../../../domain/customer/contact.js'
import type { Locale } from '../../../domain/manager/manager.js'
import type {
  ExportExtras,
  ExportKind,
  ExportRow,
  ExportTable,
  ExtraField,
} from '../../../usecases/exports/export-table.js'
import { COLUMNS, type Column, type WrittenCell } from '../table/columns.js'
import { withEntitiesKept } from '../text/entities.js'
import { withoutHiddenMarks } from '../text/hidden-marks.js'
import { asPlainText } from '../text/write-cells.js'
import { type DescribeContact, EXPORT_WORDS } from './export-words.js'

/** What a column needs to be told from the others: its header, what is in it and how wide it is printed. */
export interface ExportColumn {
  /** A field that an import reads, or an extra. */
  readonly key: string
  readonly header: string
  /** Characters. */
  readonly width: number
  /** The cell of a row; an empty text where nothing is known. */
  readonly cell: (row: ExportRow<ExportKind>) => WrittenCell
}

/** Extras that stand beside the first columns, where a reader looks first; the others come last. */
const BESIDE_THE_NAME: ReadonlySet<ExtraField> = new Set([
  'tier',
  'lastContactOn',
  'contactDueOn',
  'overdueDays',
  'customerName',
  'daysToMaturity',
])
const FIRST_FIELDS = 2
const WIDTHS: Readonly<Record<string, number>> = {
  id: 20,
  customerId: 12,
  name: 14,
  productName: 22,
  company: 22,
  address: 24,
  email: 22,
  phone: 16,
  notes: 30,
  history: 46,
  plan: 34,
  note: 40,
  about: 30,
  after: 30,
  before: 24,
  avoid: 24,
  family: 24,
  fromFile: 30,
  aumFen: 17,
  amountFen: 17,
  costFen: 17,
  marketValueFen: 17,
}
const WIDTH = 12

/** The columns of an exported table in the order in which they are read, in the manager's language. */
export function exportColumns(table: ExportTable, describe: DescribeContact): readonly ExportColumn[] {
  const { locale } = table.manager
  const known = table.fields.map((field) => knownColumn(table, field, locale))
  const extras = table.extras.map((field) => extraColumn(field, locale, describe))
  const beside = extras.filter((column) => BESIDE_THE_NAME.has(column.key as ExtraField)) // the key of an extra is one
  return [
    ...known.slice(0, FIRST_FIELDS),
    ...beside,
    ...known.slice(FIRST_FIELDS),
    ...extras.filter((column) => !beside.includes(column)),
  ]
}

function knownColumn(table: ExportTable, field: string, locale: Locale): ExportColumn {
  const columns: Readonly<Record<string, Column<unknown>>> = COLUMNS[table.kind]
  const column = columns[field]!
  return {
    key: field,
    header: locale === 'zh-CN' ? column.zh : column.en,
    width: WIDTHS[field] ?? WIDTH,
    cell: ({ facts }) => {
      const value = (facts as Readonly<Record<string, unknown>>)[field] // the facts of a row are its fields
      if (value === undefined || value === null) return ''
      const cell = column.write(value, locale)
      const isText = column.holds === 'text' || column.holds === 'name'
      return safe(isText && typeof cell === 'string' ? withEntitiesKept(cell) : cell)
    },
  }
}

function extraColumn(field: ExtraField, locale: Locale, describe: DescribeContact): ExportColumn {
  return {
    key: field,
    header: EXPORT_WORDS[locale].extras[field],
    width: WIDTHS[field] ?? WIDTH,
    cell: ({ extras }) => safe(writeExtra(field, extras, locale, describe)),
  }
}

function writeExtra(
  field: ExtraField,
  extras: ExportExtras,
  locale: Locale,
  describe: DescribeContact,
): WrittenCell {
  switch (field) {
    case 'tier':
    case 'customerName':
    case 'otherName':
      return extras[field] ?? ''
    case 'lastContactOn':
    case 'contactDueOn':
    case 'nextMaturityOn':
      return extras[field] === undefined ? '' : { day: extras[field] }
    case 'overdueDays':
    case 'daysToMaturity':
      return extras[field] === undefined ? '' : { count: extras[field] }
    case 'history':
      return (extras.history ?? [])
        .map((contact) =>
          [contact.on, describe(contact, locale), contact.note ?? ''].filter((part) => part !== '').join(' '),
        )
        .join('\n')
    case 'plan':
      return (extras.plan ?? []).map((agreement) => agreementLine(agreement, locale)).join('\n')
  }
}

function agreementLine({ on, time, kind, about }: Agreement, locale: Locale): string {
  return [on, time, EXPORT_WORDS[locale].agreements[kind], about]
    .filter((part) => part !== undefined)
    .join(' ')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a spreadsheet cannot hold
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Surrogate}/gu

/** Text that no spreadsheet takes for a formula and every one can hold. */
function safe(cell: WrittenCell): WrittenCell {
  return typeof cell === 'string' ? asPlainText(withoutHiddenMarks(cell.replaceAll(UNPRINTABLE, ''))) : cell
}
