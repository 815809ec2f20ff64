import type { ImportKind } from '../../../imports/import-rows.js'
import { decodeText } from '../text/decode.js'
import { byteOrderMark, type Encoding, EncodingGuess } from '../text/encoding.js'
import { type RawRecord, RecordCutter, SEPARATORS, type Separator } from '../text/records.js'
import type { ByteSource } from './byte-source.js'
import { findHeader, HEADER_WITHIN_LINES, type Header } from './header.js'

/** Characters of the beginning of a file in which the header is looked for. */
const HEADER_WITHIN_CHARACTERS = 200_000

export interface TextFormat {
  readonly encoding: Encoding
  /** Bytes of the byte order mark. */
  readonly markLength: number
  readonly separator: Separator
  readonly header: Header | undefined
}

/** Finds out how a text file is written: a byte order mark decides, then what was asked for, then the bytes. */
export async function textFormatOf(
  kind: ImportKind,
  source: ByteSource,
  asked?: Encoding,
): Promise<TextFormat> {
  const mark = byteOrderMark(await source.head())
  const encoding = mark?.encoding ?? asked ?? (await guessEncoding(source))
  const markLength = mark?.length ?? 0
  const beginning = await beginningOf(decodeText(withoutMark(source.open(), markLength), encoding))
  const found = SEPARATORS.map((separator) => ({
    separator,
    header: findHeader(kind, recordsOf(beginning, separator)),
  }))
  const best = found.reduce((a, b) => (rank(b.header) > rank(a.header) ? b : a))
  return { encoding, markLength, ...best }
}

/** The rows of a text file below its header, a piece of the file at a time. */
export async function* textRows(
  source: ByteSource,
  format: TextFormat,
): AsyncGenerator<readonly RawRecord[]> {
  const cutter = new RecordCutter(format.separator)
  const headerLine = format.header?.line ?? 0
  const below = (records: readonly RawRecord[]) =>
    records.length > 0 && records[0]!.line <= headerLine
      ? records.filter((record) => record.line > headerLine)
      : records
  for await (const text of decodeText(withoutMark(source.open(), format.markLength), format.encoding)) {
    yield below(cutter.push(text))
  }
  yield below(cutter.end())
}

/** A complete header beats any other; of others the one with more known columns. */
function rank(header: Header | undefined): number {
  if (header === undefined) return 0
  return header.missing.length === 0 ? 1_000 + header.known.length : header.known.length
}

async function guessEncoding(source: ByteSource): Promise<Encoding> {
  const guess = new EncodingGuess()
  for await (const chunk of source.open()) guess.add(chunk)
  return guess.encoding()
}

async function beginningOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) {
    text += piece
    if (text.length > HEADER_WITHIN_CHARACTERS) break
  }
  return text.slice(0, HEADER_WITHIN_CHARACTERS)
}

function recordsOf(beginning: string, separator: Separator): RawRecord[] {
  const cutter = new RecordCutter(separator)
  // Whole lines are enough: the header is far above the end of the beginning, or the beginning is the file.
  return [...cutter.push(beginning), ...cutter.end()].filter((record) => record.line <= HEADER_WITHIN_LINES)
}

async function* withoutMark(chunks: AsyncIterable<Buffer>, length: number): AsyncGenerator<Buffer> {
  let left = length
  for await (const chunk of chunks) {
    const skipped = Math.min(left, chunk.length)
    left -= skipped
    if (skipped < chunk.length) yield skipped === 0 ? chunk : chunk.subarray(skipped)
  }
}
