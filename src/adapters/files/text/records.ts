import { FileFault } from '../bounds.js'

export const SEPARATORS = [',', ';', '\t'] as const
export type Separator = (typeof SEPARATORS)[number]

/** What is wrong with the quotes of a row, which then is its line alone. */
export type QuoteFault = 'unclosed-quote' | 'text-after-quote'

/** One row of a table as it stands in the file. */
export interface RawRecord {
  /** The physical line on which the row begins, from 1. */
  readonly line: number
  /** Without the quotes around them; otherwise as they stand, padding included. */
  readonly cells: readonly string[]
  readonly fault?: QuoteFault
  /** What the cells of a workbook are beyond their text, by position, with gaps; absent in a text file. */
  readonly kinds?: readonly (CellKind | undefined)[]
  /** A row of a workbook that is out of sight. */
  readonly isHidden?: boolean
}

/** What a cell of a workbook is; absent for text. */
export type CellKind =
  | 'number'
  /** A formula whose result was never stored: not empty, and not known. */
  | 'no-value'
  /** `#N/A` and its like. */
  | 'error'

/** Characters over which the end of a quoted cell is looked for, 50 times what a cell may hold. */
const QUOTED_CELL_LIMIT = 100_000

/** Characters of one line, four times what a workbook's largest cell may hold: a longer one is no table's. */
export const LONGEST_LINE = 2 ** 22

/**
 * Cuts text into rows.
 *
 * Kept libraries give up at the first quote that is never closed, or swallow the rest of the file, and count rows
 * where the bank's clerk counts lines. Here a quote that is not closed, or whose closing is followed by other text,
 * costs the line it stands on; reading goes on with the next line.
 */
export class RecordCutter {
  readonly #separator: string
  #text = ''
  #at = 0
  #line: number

  constructor(separator: Separator, firstLine = 1) {
    this.#separator = separator
    this.#line = firstLine
  }

  /** The rows that are complete with `text`. Blank lines are none. @throws FileFault where a line has no end. */
  push(text: string): RawRecord[] {
    this.#text = this.#at < this.#text.length ? this.#text.slice(this.#at) + text : text
    this.#at = 0
    const found = this.#cut(false)
    if (this.#text.length - this.#at > LONGEST_LINE) throw new FileFault('cell-too-large')
    return found
  }

  /** The rows that are left when there is no more text. */
  end(): RawRecord[] {
    return this.#cut(true)
  }

  #cut(isEnd: boolean): RawRecord[] {
    const found: RawRecord[] = []
    while (this.#at < this.#text.length) {
      const end = lineEnd(this.#text, this.#at, isEnd)
      if (end === undefined) break
      const line = this.#text.slice(this.#at, end.textEnd)
      if (!line.includes('"')) {
        if (line.trim() !== '' || line.includes(this.#separator)) {
          found.push({ line: this.#line, cells: line.split(this.#separator) })
        }
        this.#line++
        this.#at = end.next
        continue
      }
      const record = this.#cutQuoted(isEnd)
      if (record === undefined) break
      found.push(record)
    }
    return found
  }

  /** The row at the current place, which has a quote on its first line; undefined where more text is needed to tell. */
  #cutQuoted(isEnd: boolean): RawRecord | undefined {
    const text = this.#text
    const cells: string[] = []
    const { length } = text
    let at = this.#at
    /** Where the physical line begins on which `at` stands, and how many lines of the row are before it. */
    let lineStart = at
    let linesBefore = 0
    for (;;) {
      const open = skipPadding(text, at, this.#separator)
      if (text[open] !== '"') {
        let end = at
        while (end < length && text[end] !== this.#separator && text[end] !== '\n' && text[end] !== '\r')
          end++
        if (end === length && !isEnd) return undefined
        cells.push(text.slice(at, end))
        at = end
      } else {
        const close = closingQuote(text, open + 1)
        if (close.at < 0 && !isEnd && length - open < QUOTED_CELL_LIMIT) return undefined
        const after = close.at < 0 ? -1 : skipPadding(text, close.at + 1, this.#separator)
        if (
          after >= 0 &&
          after >= length - 1 &&
          !isEnd &&
          text[after] !== '\n' &&
          text[after] !== this.#separator
        ) {
          return undefined
        }
        const isClosed = after >= 0 && after - open <= QUOTED_CELL_LIMIT
        const isLast = after >= length || text[after] === '\n' || text[after] === '\r'
        if (!isClosed || !(isLast || text[after] === this.#separator)) {
          return this.#faulty(lineStart, linesBefore, isClosed ? 'text-after-quote' : 'unclosed-quote')
        }
        const inner = text.slice(open + 1, close.at)
        cells.push(close.hasDoubled ? inner.replaceAll('""', '"') : inner)
        for (let i = open; i < after; i++) {
          if (text[i] !== '\n' && !(text[i] === '\r' && text[i + 1] !== '\n')) continue
          linesBefore++
          lineStart = i + 1
        }
        at = after
      }
      if (at < length && text[at] === this.#separator) {
        at++
        continue
      }
      const end = lineEnd(text, at, isEnd)
      if (end === undefined) return undefined
      const record = { line: this.#line, cells }
      this.#line += linesBefore + 1
      this.#at = end.next
      return record
    }
  }

  #faulty(lineStart: number, linesBefore: number, fault: QuoteFault): RawRecord {
    const end = lineEnd(this.#text, lineStart, true)! // at the end of the text a line ends too
    const record = { line: this.#line, cells: [this.#text.slice(this.#at, end.textEnd)], fault }
    this.#line += linesBefore + 1
    this.#at = end.next
    return record
  }
}

interface LineEnd {
  /** Just after the last character of the line. */
  readonly textEnd: number
  /** Where the next line begins. */
  readonly next: number
}

/** Where the line at `from` ends (LF, CRLF or CR); undefined where only more text can tell. */
function lineEnd(text: string, from: number, isEnd: boolean): LineEnd | undefined {
  const lf = text.indexOf('\n', from)
  const cr = text.slice(from, lf < 0 ? text.length : lf).indexOf('\r')
  if (cr >= 0) {
    const at = from + cr
    if (at + 1 === lf) return { textEnd: at, next: lf + 1 }
    if (at + 1 < text.length || isEnd) return { textEnd: at, next: at + 1 }
    return undefined
  }
  if (lf >= 0) return { textEnd: lf, next: lf + 1 }
  return isEnd ? { textEnd: text.length, next: text.length } : undefined
}

/** The quote that closes a cell whose content begins at `from`; a doubled quote is a quote in the text. */
function closingQuote(text: string, from: number): { readonly at: number; readonly hasDoubled: boolean } {
  let hasDoubled = false
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return { at, hasDoubled }
    hasDoubled = true
  }
  return { at: -1, hasDoubled }
}

function skipPadding(text: string, from: number, separator: string): number {
  let at = from
  while (text[at] === ' ' || (text[at] === '\t' && separator !== '\t')) at++
  return at
}
