import type { Day } from '../../../domain/day.js'
import type {
  ImportKind,
  ImportRows,
  ReadRow,
  Rejection,
  RejectionCode,
  Remark,
} from '../../../imports/import-rows.js'
import { paddedForms } from '../../../imports/number-twins.js'
import { type CellReader, Refusal } from '../cells/refusal.js'
import { hasBrokenBytes, shown } from '../text/decode.js'
import { withEntitiesRead } from '../text/entities.js'
import { hasHiddenMarks, withoutHiddenMarks } from '../text/hidden-marks.js'
import type { CellKind, RawRecord } from '../text/records.js'
import { dayOfSerial, timeOfSerial } from '../workbook/cell-values.js'
import { checkAcross } from './check-across.js'
import type { Header, KnownColumn } from './header.js'

/** Characters that a cell, and a name, may have (docs/import.md). */
const CELL_LIMIT = 2_000
const NAME_LIMIT = 100
/** Of a whole row, what a report shows. */
const ROW_SHOWN = 200

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/
const WRAPPED = /^="((?:[^"]|"")*)"$/
const FORMULA = /^(?:[=@]|[+-]\p{L})/u
/** An apostrophe that only says that what follows is text. */
const MARKED_AS_TEXT = /^'+(?:[=@]|[+-]\p{L})/u

/** A row as typed values, or everything that is wrong with it. */
export type RowReading<K extends ImportKind> =
  | { readonly read: ReadRow<K>; readonly remarks?: readonly Remark[]; readonly overtaken?: Rejection }
  | { readonly rejected: Rejection; readonly overtaken?: Rejection }

/** The fields that say together which row it is, where one id does not. */
const KEYS: Readonly<Partial<Record<ImportKind, readonly string[]>>> = {
  prices: ['productId', 'on'],
  links: ['customerId', 'type', 'otherId'],
}

export interface ReadingOptions {
  /** Whether the numbers of days count from 1904. */
  readonly is1904?: boolean
  /** Rows that are known to be wrong by what stands below them, by line. */
  readonly overtaken?: ReadonlyMap<number, Rejection>
}

interface ReadColumn extends KnownColumn {
  readonly read: CellReader<unknown>
}

/**
 * Reads the rows of one table, in the order of the file: the first row with a key stands, later ones are rejected.
 * Time and the calendar do not come in except by `today`.
 */
export class RowReader<K extends ImportKind> {
  readonly #keys = new Set<string>()
  readonly #columns: readonly ReadColumn[]
  /** Those that say together which row it is. */
  readonly #keyColumns: readonly ReadColumn[]
  /** Every row begins as a copy of this: the same shape for all is what keeps a million of them cheap. */
  readonly #emptyRow: Readonly<Record<string, unknown>>
  /** Lines of the keys that a workbook kept as numbers, by the key. */
  readonly #numberKeys = new Map<string, number>()

  constructor(
    private readonly kind: K,
    private readonly header: Header,
    private readonly today: Day,
    private readonly how: ReadingOptions = {},
  ) {
    this.#columns = header.known.map((known) => ({ ...known, read: known.column.reader(known.unitDigits) }))
    const keyFields = KEYS[kind] ?? ['id']
    this.#keyColumns = this.#columns.filter(({ field }) => keyFields.includes(field))
    this.#emptyRow = Object.fromEntries(header.known.map(({ field }) => [field, undefined]))
  }

  read(record: RawRecord): RowReading<K> {
    const problem = this.#shapeProblem(record)
    if (problem !== undefined) return { rejected: this.#ofRow(record, problem) }

    const row: Record<string, unknown> = { ...this.#emptyRow }
    const rejected: Rejection[] = []
    const remarks: Remark[] = []
    const numberIds: string[] = []
    for (const column of this.#columns) {
      const raw = record.cells[column.index]!
      const kind = record.kinds?.[column.index]
      const value = kind === undefined ? this.#readCell(raw, column) : this.#readKind(raw, kind, column)
      if (value instanceof Refusal) rejected.push(ofCell(record.line, column, raw, value))
      else row[column.field] = value
      if (kind === 'number' && column.column.holds === 'id') numberIds.push(column.field)
      if (raw.length > 0 && !isPlain(raw) && hasHiddenMarks(raw))
        remarks.push(hiddenMarks(record.line, column, raw))
    }
    const key = this.#keyOf(row)
    let overtaken: Rejection | undefined
    if (key !== undefined) {
      const column = this.#keyColumns.at(-1)!
      const raw = record.cells[column.index]!
      if (this.#keys.has(key)) rejected.unshift(ofCell(record.line, column, raw, REPEATED))
      this.#keys.add(key)
      const isNumber = record.kinds?.[column.index] === 'number'
      const twin = isNumber ? this.#twinAbove(key) : undefined
      if (twin !== undefined) rejected.unshift(ofCell(record.line, column, raw, hasTwin(twin)))
      if (isNumber) this.#numberKeys.set(key, record.line)
      else overtaken = this.#twinBelow(key, column)
    }
    const known = this.how.overtaken?.get(record.line)
    if (known !== undefined) rejected.unshift(known)
    for (const { field, code } of checkAcross(this.kind, row)) {
      const column = this.#columns.find((known) => known.field === field)!
      rejected.push(ofCell(record.line, column, record.cells[column.index]!, new Refusal(code)))
    }
    const [first, ...also] = rejected
    if (first !== undefined) {
      return { rejected: also.length === 0 ? first : { ...first, also }, ...(overtaken && { overtaken }) }
    }
    // every column was read by the reader that its field names
    const typed = row as unknown as ImportRows[K]
    return {
      read: { line: record.line, row: typed, ...(numberIds.length > 0 && { numberIds }) },
      ...(remarks.length > 0 && { remarks }),
      ...(overtaken && { overtaken }),
    }
  }

  /** The key with leading zeros that an earlier row has, where this one was kept as a number. */
  #twinAbove(key: string): string | undefined {
    return paddedForms(key).find((padded) => this.#keys.has(padded))
  }

  /** The earlier row whose number this key is with its leading zeros; unless it is known from an earlier walk. */
  #twinBelow(key: string, column: ReadColumn): Rejection | undefined {
    if (this.#numberKeys.size === 0 || key.charCodeAt(0) !== ZERO) return undefined
    const number = key.replace(/^0+/, '')
    const line = this.#numberKeys.get(number)
    if (line === undefined || this.how.overtaken?.has(line) === true) return undefined
    return ofCell(line, column, number, hasTwin(key))
  }

  /** Undefined where a part of it could not be read. */
  #keyOf(row: Readonly<Record<string, unknown>>): string | undefined {
    let key: string | undefined
    for (const { field } of this.#keyColumns) {
      const part = row[field]
      if (typeof part !== 'string') return undefined
      key = key === undefined ? part : `${key} ${part}`
    }
    return key
  }

  #shapeProblem(record: RawRecord): RejectionCode | undefined {
    if (record.fault !== undefined) return record.fault
    if (record.cells.length < this.header.cells.length) return 'too-few-cells'
    if (record.cells.length > this.header.cells.length) return 'too-many-cells'
    return undefined
  }

  #ofRow(record: RawRecord, code: RejectionCode): Rejection {
    const value = shown(record.cells.join(' | '))
    return {
      line: record.line,
      column: '',
      value: value.length > ROW_SHOWN ? `${value.slice(0, ROW_SHOWN)}…` : value,
      code,
      ...(code.startsWith('too-') && { expected: `${record.cells.length}/${this.header.cells.length}` }),
    }
  }

  /** A cell of a workbook that is no text. */
  #readKind(raw: string, kind: CellKind, column: ReadColumn): unknown {
    if (kind === 'no-value') return NO_STORED_VALUE
    if (kind === 'error') return ERROR_VALUE
    const number = Number(raw)
    switch (column.column.holds) {
      case 'day':
      case 'day-up-to-today':
        return this.#readCell(
          (SERIAL_DAY.test(raw) && dayOfSerial(number, this.how.is1904 === true)) || raw,
          column,
        )
      case 'time':
        return this.#readCell(number >= 0 && number < 1 ? timeOfSerial(number) : raw, column)
      default:
        return this.#readCell(raw, column)
    }
  }

  #readCell(raw: string, { column, read }: ReadColumn): unknown {
    if (raw === '') return emptyOf(column)
    if (isPlain(raw)) return this.#checked(read(raw), column)
    if (hasBrokenBytes(raw)) return BROKEN_BYTES
    if (CONTROL.test(raw)) return CONTROL_CHARACTER
    const isText = column.holds === 'text' || column.holds === 'name'
    let text = withoutHiddenMarks(raw).trim()
    const wrapped = WRAPPED.exec(text)
    if (wrapped !== null) text = wrapped[1]!.replaceAll('""', '"').trim()
    if (isText && text.includes('&')) {
      text = withoutHiddenMarks(withEntitiesRead(text)).trim()
      if (hasBrokenBytes(text) || CONTROL.test(text)) return CONTROL_CHARACTER
    }
    if (isLongerThan(text, CELL_LIMIT)) return TOO_LONG
    if (column.holds === 'name' && isLongerThan(text, NAME_LIMIT)) return NAME_TOO_LONG
    if (text === '') return emptyOf(column)
    if (MARKED_AS_TEXT.test(text)) text = text.slice(1)
    else if ((isText || column.holds === 'id') && FORMULA.test(text)) return FORMULA_CELL
    else if (!isText && text.startsWith("'")) text = text.slice(1)
    return this.#checked(read(text), column)
  }

  #checked(value: unknown, { holds }: KnownColumn['column']): unknown {
    const isLate = holds === 'day-up-to-today' && typeof value === 'string' && value > this.today
    return isLate ? AFTER_TODAY : value
  }
}

const BROKEN_BYTES = new Refusal('broken-bytes')
const CONTROL_CHARACTER = new Refusal('control-character')
const TOO_LONG = new Refusal('too-long')
const NAME_TOO_LONG = new Refusal('name-too-long')
const REQUIRED = new Refusal('required')
const FORMULA_CELL = new Refusal('formula')
const AFTER_TODAY = new Refusal('day-after-today')
const REPEATED = new Refusal('repeated-key')
const NO_STORED_VALUE = new Refusal('no-stored-value')
const ERROR_VALUE = new Refusal('error-value')

/** Five digits are 1927 to 2173, or four years later where days count from 1904; a time of day may follow. */
const SERIAL_DAY = /^\d{5}(?:\.\d+)?$/
const ZERO = 48
/** Why an id that was kept as a number is not taken: it may be `twin`. */
function hasTwin(twin: string): Refusal {
  return new Refusal('number-has-twin', twin)
}

function hiddenMarks(line: number, { header }: KnownColumn, raw: string): Remark {
  return { line, column: header, value: shown(raw), code: 'hidden-marks' }
}

function emptyOf({ isRequired, holds }: KnownColumn['column']): Refusal | false | null {
  if (isRequired) return REQUIRED
  return holds === 'yes-no' ? false : null
}

function ofCell(line: number, { header }: KnownColumn, raw: string, { code, expected }: Refusal): Rejection {
  return { line, column: header, value: shown(raw), code, ...(expected !== undefined && { expected }) }
}

/** Characters are counted as people count them: one beyond the 16-bit range is one. */
function isLongerThan(text: string, limit: number): boolean {
  return text.length > limit && [...text].length > limit
}

/**
 * Whether a cell is one of the many that hold nothing to look into: letters, digits, points and common Chinese
 * characters, no more of them than a name may have.
 */
function isPlain(raw: string): boolean {
  if (raw.length > NAME_LIMIT) return false
  let at = raw.charCodeAt(0) === HYPHEN && raw.charCodeAt(1) < 58 ? 1 : 0
  if (!isPlainUnit(raw.charCodeAt(at))) return false
  for (at++; at < raw.length; at++) {
    const unit = raw.charCodeAt(at)
    if (!isPlainUnit(unit) && unit !== HYPHEN) return false
  }
  return true
}

const HYPHEN = 45

/** `.` `/` 0–9 `:`, A–Z, a–z and the common Chinese characters. */
function isPlainUnit(unit: number): boolean {
  return (
    (unit >= 46 && unit <= 58) ||
    (unit >= 65 && unit <= 90) ||
    (unit >= 97 && unit <= 122) ||
    (unit >= 0x4e00 && unit <= 0x9fff)
  )
}
