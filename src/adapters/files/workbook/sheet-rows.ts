import { BOUNDS, FileFault } from '../bounds.js'
import type { CellKind } from '../text/records.js'
import { plainNumber, shownNumber } from './cell-values.js'
import { GENERAL, type NumberFormat } from './number-formats.js'
import { type Attributes, readXml, type XmlHandlers } from './read-xml.js'
import { refuseLarge, type SharedTexts, TextCollector, unescaped } from './shared-texts.js'
import type { WorkbookRow } from './workbook-row.js'

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly formats: readonly NumberFormat[]
  readonly texts: SharedTexts
  readonly is1904: boolean
}

/** The rows of a sheet's part that hold anything, those of each piece of it together. */
export async function* sheetRows(
  pieces: AsyncIterable<Buffer>,
  context: SheetContext,
): AsyncGenerator<readonly WorkbookRow[]> {
  const reader = new SheetReader(context)
  for await (const _ of readXml(pieces, reader)) {
    const rows = reader.take()
    if (rows.length > 0) yield rows
  }
  const rest = reader.take()
  if (rest.length > 0) yield rest
}

class SheetReader implements XmlHandlers {
  #rows: WorkbookRow[] = []
  #isInData = false
  #line = 0
  #isHidden = false
  #cells: string[] = []
  #kinds: (CellKind | undefined)[] = []
  #column = -1
  #type = ''
  #format: NumberFormat = GENERAL
  #value: string | undefined
  #isInValue = false
  #hasFormula = false
  #hasInline = false
  readonly #inline = new TextCollector()

  constructor(private readonly context: SheetContext) {}

  take(): readonly WorkbookRow[] {
    const rows = this.#rows
    this.#rows = []
    return rows
  }

  open(name: string, attributes: Attributes): void {
    if (!this.#isInData) {
      this.#isInData = name === 'sheetData'
      return
    }
    switch (name) {
      case 'row':
        this.#beginRow(attributes)
        break
      case 'c':
        this.#beginCell(attributes)
        break
      case 'v':
        this.#isInValue = true
        this.#value = ''
        break
      case 'f':
        this.#hasFormula = true
        break
      case 'is':
        this.#hasInline = true
        this.#inline.begin()
        break
      default:
        this.#inline.open(name)
    }
  }

  text(text: string): void {
    if (this.#isInValue) {
      this.#value += text
      refuseLarge(this.#value ?? '')
    } else if (this.#hasInline) this.#inline.text(text)
  }

  close(name: string): void {
    if (!this.#isInData) return
    switch (name) {
      case 'sheetData':
        this.#isInData = false
        break
      case 'row':
        this.#endRow()
        break
      case 'c':
        this.#endCell()
        break
      case 'v':
        this.#isInValue = false
        break
      default:
        this.#inline.close(name)
    }
  }

  #beginRow({ r, hidden }: Attributes): void {
    const line = r === undefined ? this.#line + 1 : Number(r)
    if (!Number.isInteger(line) || line < 1) throw new Error('a row without a place')
    if (line > BOUNDS.rows) throw new FileFault('too-many-rows')
    this.#line = line
    this.#isHidden = hidden === '1' || hidden === 'true'
    this.#cells = []
    this.#kinds = []
    this.#column = -1
  }

  #beginCell({ r, t, s }: Attributes): void {
    this.#column = r === undefined ? this.#column + 1 : columnOf(r)
    this.#type = t ?? 'n'
    this.#format = this.context.formats[Number(s ?? 0)] ?? GENERAL
    this.#value = undefined
    this.#hasFormula = false
    this.#hasInline = false
  }

  #endCell(): void {
    const { text, kind } = this.#read()
    this.#hasInline = false
    if (text === '' && kind === undefined) return
    if (this.#column >= BOUNDS.columns) throw new FileFault('too-many-columns')
    while (this.#cells.length < this.#column) this.#cells.push('')
    this.#cells[this.#column] = text
    if (kind !== undefined) this.#kinds[this.#column] = kind
  }

  #read(): { readonly text: string; readonly kind?: CellKind } {
    const value = this.#value
    if (this.#type === 'inlineStr') return { text: this.#hasInline ? this.#inline.take() : '' }
    const hasStored = value !== undefined && (value !== '' || this.#type === 'str')
    if (!hasStored) return this.#hasFormula ? { text: '', kind: 'no-value' } : EMPTY
    switch (this.#type) {
      case 's': {
        const text = this.context.texts.get(Number(value))
        if (text === undefined) throw new Error('a cell with a text that is not there')
        return { text }
      }
      case 'b':
        return { text: value === '1' ? 'true' : 'false' }
      case 'e':
        return { text: value, kind: 'error' }
      case 'str':
      case 'd':
        return { text: unescaped(value) }
      default:
        return this.#number(value)
    }
  }

  #number(value: string): { readonly text: string; readonly kind?: CellKind } {
    const number = Number(value)
    if (!Number.isFinite(number)) return { text: value, kind: 'error' }
    const { shows } = this.#format
    if (shows === 'number') return { text: plainNumber(number), kind: 'number' }
    return { text: shownNumber(number, this.#format, this.context.is1904) }
  }

  #endRow(): void {
    const cells = this.#cells
    while (cells.length > this.#kinds.length && cells.at(-1)?.trim() === '') cells.pop()
    if (cells.length === 0) return
    this.#rows.push({ line: this.#line, cells, kinds: this.#kinds, isHidden: this.#isHidden })
  }
}

const EMPTY = { text: '' } as const

/** The position of a cell from its name, `BC17`, from 0. */
function columnOf(name: string): number {
  let column = 0
  for (let at = 0; at < name.length; at++) {
    const letter = name.charCodeAt(at)
    if (letter < 65 || letter > 90) break
    column = column * 26 + (letter - 64)
    if (column > MOST_COLUMNS) break
  }
  if (column === 0 || column > MOST_COLUMNS) throw new Error('a cell without a place')
  return column - 1
}

/** `XFD`, the last column there is. */
const MOST_COLUMNS = 16_384
