import type { RejectionCode } from '../../../imports/import-rows.js'

/** A cell that cannot be read as what its column holds. */
export class Refusal {
  constructor(
    readonly code: RejectionCode,
    /** What would have been right. */
    readonly expected?: string,
  ) {}
}

/** Reads the text of a cell, already freed of padding and never empty. */
export type CellReader<T> = (text: string) => T | Refusal

/** Full-width digits, letters and punctuation as their ordinary forms; nothing else is changed. */
export function halfWidth(text: string): string {
  return FULL_WIDTH.test(text) ? text.replaceAll(FULL_WIDTH_ALL, ordinary).trim() : text
}

const FULL_WIDTH = /[\uff01-\uff5e\uffe5\u3000]/
const FULL_WIDTH_ALL = new RegExp(FULL_WIDTH, 'g')
const OFFSET = 0xff01 - 0x21

function ordinary(character: string): string {
  if (character === '\uffe5') return '¥'
  if (character === '\u3000') return ' '
  return String.fromCharCode(character.charCodeAt(0) - OFFSET)
}
