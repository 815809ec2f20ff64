import type { Separator } from './records.js'

/** What a spreadsheet would take for a formula, and an import refuses (docs/import.md). */
const FORMULA = /^\s*(?:[=@]|[+-]\p{L})/u
/** A formula that an apostrophe already marks as text: one more is needed to keep it. */
const MARKED = /^\s*'+(?:[=@]|[+-]\p{L})/u

/** The text with an apostrophe before it where it could be taken for a formula; reading it takes the apostrophe away. */
export function asPlainText(text: string): string {
  return FORMULA.test(text) || MARKED.test(text) ? `'${text.trimStart()}` : text
}

/** One row of a text table. Quotes stand only where a cell needs them. */
export function writeRow(cells: readonly string[], separator: Separator): string {
  return `${cells.map((cell) => quoted(cell, separator)).join(separator)}\r\n`
}

function quoted(cell: string, separator: Separator): string {
  const needsQuotes = cell.includes(separator) || /["\r\n]|^\s|\s$/.test(cell)
  return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell
}
