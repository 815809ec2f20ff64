import iconv from 'iconv-lite'
import type { Encoding } from './encoding.js'

const MARKS: Readonly<Record<Encoding, readonly number[]>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  gb18030: [],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
}

/** The byte order mark of an encoding; none for GB18030. */
export function markOf(encoding: Encoding): Buffer {
  return Buffer.from(MARKS[encoding])
}

/** The bytes of a text; those that were broken when it was read are written as they were. */
export function encodeText(text: string, encoding: Encoding): Buffer {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const units = Buffer.from(text, 'utf16le')
    return encoding === 'utf-16be' ? units.swap16() : units
  }
  return Buffer.concat(
    text.split(/(\p{Surrogate})/u).map((piece) => brokenByte(piece) ?? iconv.encode(piece, encoding)),
  )
}

/** The byte that a lone surrogate stands for. */
function brokenByte(piece: string): Buffer | undefined {
  return /^[\udc80-\udcff]$/.test(piece) ? Buffer.from([piece.charCodeAt(0) - 0xdc00]) : undefined
}
