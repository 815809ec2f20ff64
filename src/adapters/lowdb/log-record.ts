import { crc32 } from 'node:zlib'
import { z } from 'zod'
import type { Put } from './document.js'
import type { Cover } from './files/cover.js'

/** Lines of the journal, in the file of a month from a byte on. */
export interface LoggedLines {
  readonly month: string
  readonly from: number
  /** Without their ends. */
  readonly lines: readonly string[]
}

/** The documents that a transaction of the bank staged under its id. */
export interface LoggedStage {
  readonly id: string
  /** Kind and key of each. */
  readonly documents: readonly (readonly [kind: string, key: string])[]
}

/** One line of the log: everything that became true at one instant. */
export interface LogRecord {
  readonly puts: readonly Put[]
  readonly journal: readonly LoggedLines[]
  readonly stage?: LoggedStage
}

/** What a line of the log says, with the puts as JSON already. */
export interface RecordToWrite {
  readonly puts: readonly (readonly Uint8Array[])[]
  readonly journal: readonly LoggedLines[]
  readonly stage?: LoggedStage
}

const NEWLINE = 0x0a
const SUM_LENGTH = 8

const recordSchema: z.ZodType<LogRecord> = z.strictObject({
  puts: z.array(
    z.strictObject({
      kind: z.string(),
      version: z.number().int().positive(),
      key: z.string(),
      value: z.unknown().exactOptional(),
      delta: z.unknown().exactOptional(),
    }),
  ),
  journal: z.array(
    z.strictObject({ month: z.string(), from: z.number().int().nonnegative(), lines: z.array(z.string()) }),
  ),
  stage: z
    .strictObject({ id: z.string(), documents: z.array(z.tuple([z.string(), z.string()])) })
    .exactOptional(),
})

/** A line: the CRC-32 of the JSON, sealed where there is a key, a blank, the JSON. Its pieces hold no line break. */
export function encodeRecord({ puts, journal, stage }: RecordToWrite, cover: Cover): readonly Uint8Array[] {
  const end = JSON.stringify({ journal, ...(stage === undefined ? {} : { stage }) })
  const pieces = cover.wrapLine([
    Buffer.from('{"puts":['),
    ...puts.flatMap((put, at) => (at === 0 ? put : [Buffer.from(','), ...put])).map(inOneLine),
    Buffer.from(`],${end.slice(1)}`),
  ])
  const sum = pieces.reduce((before, piece) => crc32(piece, before), 0)
  return [Buffer.from(`${sum.toString(16).padStart(SUM_LENGTH, '0')} `), ...pieces, Buffer.from('\n')]
}

/** Documents have a line a customer; JSON itself has no line break inside a text. */
function inOneLine(piece: Uint8Array): Uint8Array {
  return piece.includes(NEWLINE) ? Buffer.from(piece).map((byte) => (byte === NEWLINE ? 0x20 : byte)) : piece
}

export interface ReadLog {
  readonly records: readonly LogRecord[]
  /** Lines that cannot be read, with good ones after them: that is damage. */
  readonly damagedLines: number
}

/** What a file of the log says, as far as it can be read. @throws CannotUnseal where it is sealed with a key that is not given */
export function decodeLog(bytes: Buffer, cover: Cover): ReadLog {
  const records: LogRecord[] = []
  let bad = 0
  let damagedLines = 0
  let from = 0
  while (from < bytes.length) {
    const end = bytes.indexOf(NEWLINE, from)
    const to = end < 0 ? bytes.length : end
    const record = end < 0 ? undefined : decodeLine(bytes.subarray(from, to), cover)
    from = to + 1
    if (record === undefined) {
      bad++
      continue
    }
    records.push(record)
    damagedLines += bad
    bad = 0
  }
  return { records, damagedLines } // bad lines at the end are what a stopped process did not finish: nobody was told of it
}

function decodeLine(line: Buffer, cover: Cover): LogRecord | undefined {
  const json = line.subarray(SUM_LENGTH + 1)
  if (Number.parseInt(line.subarray(0, SUM_LENGTH).toString(), 16) !== crc32(json)) return undefined
  const record = recordSchema.safeParse(JSON.parse(cover.unwrapLine(json).toString()))
  return record.success ? record.data : undefined
}
