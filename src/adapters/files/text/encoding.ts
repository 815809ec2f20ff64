import { isUtf8 } from 'node:buffer'

/** The encodings a bank's file may be in (docs/import.md). GB18030 holds GBK and GB2312. */
export const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const
export type Encoding = (typeof ENCODINGS)[number]

const NAMES: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  cp936: 'gb18030',
  utf16: 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
}

/** The encoding meant by a name as people write it (`GBK`, `utf8`, `UTF-16`); undefined for any other. */
export function encodingNamed(name: string): Encoding | undefined {
  return NAMES[name.toLowerCase().replaceAll(/[-_ ]/g, '')]
}

export interface ByteOrderMark {
  readonly encoding: Encoding
  /** Bytes before the text begins. */
  readonly length: number
}

/** The mark a file starts with, which decides its encoding whatever else was said. */
export function byteOrderMark(head: Uint8Array): ByteOrderMark | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', length: 2 }
  return undefined
}

/**
 * Tells UTF-8 from GB18030 by all the bytes of a file without a mark.
 *
 * A file of UTF-8 stays one where a few bytes are broken: Chinese text in UTF-8 is made of sequences of three bytes,
 * which hardly ever come about in GB18030, where most bytes are no UTF-8 at all.
 */
export class EncodingGuess {
  #threeByteSequences = 0
  #badBytes = 0
  #carried = Buffer.alloc(0)

  add(chunk: Buffer): void {
    const bytes = this.#carried.length === 0 ? chunk : Buffer.concat([this.#carried, chunk])
    const cut = lastSequenceStart(bytes)
    this.#carried = Buffer.from(bytes.subarray(cut))
    this.#count(bytes.subarray(0, cut))
  }

  encoding(): Encoding {
    this.#count(this.#carried)
    this.#carried = Buffer.alloc(0)
    return this.#badBytes === 0 || this.#threeByteSequences > this.#badBytes ? 'utf-8' : 'gb18030'
  }

  #count(bytes: Buffer): void {
    const isClean = isUtf8(bytes)
    // A clean block only needs to show that there is Chinese text in it; its beginning tells.
    const end = isClean ? Math.min(bytes.length, 4096) : bytes.length
    for (let at = 0; at < end; ) {
      const length = utf8SequenceAt(bytes, at)
      if (length === 3) this.#threeByteSequences++
      if (length === 0) this.#badBytes++
      at += length || 1
    }
  }
}

/** Length of the well-formed UTF-8 sequence at `at`; 0 where there is none. */
export function utf8SequenceAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!
  if (first < 0x80) return 1
  const length =
    first >= 0xc2 && first <= 0xdf
      ? 2
      : first >= 0xe0 && first <= 0xef
        ? 3
        : first >= 0xf0 && first <= 0xf4
          ? 4
          : 0
  if (length === 0 || at + length > bytes.length) return 0
  const second = bytes[at + 1]!
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf
  if (second < low || second > high) return 0
  for (let i = 2; i < length; i++) if ((bytes[at + i]! & 0xc0) !== 0x80) return 0
  return length
}

/** Where a sequence begins that the end of `bytes` may have cut; the length of `bytes` where none is. */
function lastSequenceStart(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) return bytes.length
    if (byte >= 0xc2) return bytes.length - back
  }
  return bytes.length
}
