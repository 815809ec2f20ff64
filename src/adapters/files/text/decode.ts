import { isUtf8 } from 'node:buffer'
import { FileFault } from '../bounds.js'
import { type Encoding, utf8SequenceAt } from './encoding.js'
import { HIDDEN_MARKS } from './hidden-marks.js'
import { LONGEST_LINE } from './records.js'

const LF = 0x0a
const CR = 0x0d
const ESCAPED_BYTE = 0xdc00

/**
 * Text of a file, in pieces that may end anywhere between two UTF-16 units.
 *
 * A byte that is not valid in the encoding becomes the lone surrogate U+DC00 + byte, as Python's `surrogateescape`
 * does it: no valid text holds one, so a broken cell is known by it and the byte can be written back as it was.
 */
export function decodeText(chunks: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  switch (encoding) {
    case 'utf-8':
      return decodeLines(chunks, decodeUtf8)
    case 'gb18030':
      return decodeLines(chunks, gb18030Decoder())
    case 'utf-16le':
    case 'utf-16be':
      return decodeUtf16(chunks, encoding === 'utf-16be')
  }
}

/** Whether a cell holds bytes that its file's encoding does not have. */
export function hasBrokenBytes(text: string): boolean {
  return /\p{Surrogate}/u.test(text)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g

/** Text that can be shown anywhere: what is broken in it as U+FFFD, what steers a terminal or hides by its number. */
export function shown(text: string): string {
  return text
    .replaceAll(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll(CONTROLS, byNumber)
    .replaceAll(HIDDEN_MARKS, byNumber)
}

function byNumber(character: string): string {
  return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`
}

/** Decodes up to the last end of a line of each chunk, bytes that are part of no longer character in these encodings. */
async function* decodeLines(
  chunks: AsyncIterable<Buffer>,
  decode: (block: Buffer) => string,
): AsyncGenerator<string> {
  let kept: Buffer[] = []
  let keptLength = 0
  for await (const chunk of chunks) {
    const cut = Math.max(chunk.lastIndexOf(LF), chunk.lastIndexOf(CR)) + 1
    if (cut === 0) {
      kept.push(chunk)
      keptLength += chunk.length
      if (keptLength > LONGEST_LINE) throw new FileFault('cell-too-large')
      continue
    }
    yield decode(Buffer.concat([...kept, chunk.subarray(0, cut)]))
    kept = [chunk.subarray(cut)]
    keptLength = chunk.length - cut
  }
  const rest = Buffer.concat(kept)
  if (rest.length > 0) yield decode(rest)
}

function decodeUtf8(block: Buffer): string {
  return isUtf8(block)
    ? block.toString('utf8')
    : escapeBroken(block, isUtf8, utf8SequenceAt, (b) => b.toString('utf8'))
}

function gb18030Decoder(): (block: Buffer) => string {
  const strict = new TextDecoder('gb18030', { fatal: true })
  // The decoder of the web reads the lone byte 0x80 as the euro sign; GB18030 has no such byte.
  const decode = (bytes: Buffer): string | undefined => {
    try {
      const text = strict.decode(bytes)
      return text.includes('€') && hasLoneEuro(bytes) ? undefined : text
    } catch {
      return undefined
    }
  }
  const isValid = (bytes: Buffer) => decode(bytes) !== undefined
  return (block) => decode(block) ?? escapeBroken(block, isValid, sequenceAt, (bytes) => strict.decode(bytes))

  function sequenceAt(bytes: Buffer, at: number): number {
    const length = gb18030Length(bytes, at)
    return length > 1 && !isValid(bytes.subarray(at, at + length)) ? 0 : length
  }
}

/** Length of what looks like a GB18030 character at `at`; 0 where the bytes cannot be one. */
function gb18030Length(bytes: Uint8Array, at: number): number {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes.subarray(at, at + 4)
  if (first < 0x80) return 1
  if (first === 0x80 || first === 0xff) return 0
  if (second >= 0x40 && second <= 0xfe && second !== 0x7f) return 2
  const isFour =
    second >= 0x30 && second <= 0x39 && third >= 0x81 && third <= 0xfe && fourth >= 0x30 && fourth <= 0x39
  return isFour ? 4 : 0
}

function hasLoneEuro(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += gb18030Length(bytes, at) || 1) if (bytes[at] === 0x80) return true
  return false
}

/** Decodes line by line, so that one broken line does not slow the others; bytes of no character are escaped. */
function escapeBroken(
  block: Buffer,
  isValid: (bytes: Buffer) => boolean,
  sequenceAt: (bytes: Buffer, at: number) => number,
  decode: (bytes: Buffer) => string,
): string {
  let text = ''
  for (let from = 0; from < block.length; ) {
    const end = block.indexOf(LF, from)
    const line = block.subarray(from, end < 0 ? block.length : end + 1)
    from += line.length
    if (isValid(line)) {
      text += decode(line)
      continue
    }
    for (let at = 0; at < line.length; ) {
      const length = sequenceAt(line, at)
      text +=
        length === 0 ? String.fromCharCode(ESCAPED_BYTE + line[at]!) : decode(line.subarray(at, at + length))
      at += length || 1
    }
  }
  return text
}

/** UTF-16 shows its own faults: a lone surrogate stays one. A last odd byte is escaped. */
async function* decodeUtf16(chunks: AsyncIterable<Buffer>, isBigEndian: boolean): AsyncGenerator<string> {
  let odd = Buffer.alloc(0)
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([odd, chunk])
    const even = bytes.length & ~1
    odd = bytes.subarray(even)
    const units = bytes.subarray(0, even)
    yield (isBigEndian ? units.swap16() : units).toString('utf16le')
  }
  if (odd.length > 0) yield String.fromCharCode(ESCAPED_BYTE + odd[0]!)
}
