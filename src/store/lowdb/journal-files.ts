import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Disk } from './disk.js'
import type { Home } from './home.js'

const FILE = /^\d{4}-\d{2}\.jsonl$/
const NEWLINE = 0x0a
const END_BYTES = 64 * 1024

export function folderOf(home: Home): string {
  return join(home.path, 'journal')
}

export function pathOf(home: Home, month: string): string {
  return join(folderOf(home), `${month}.jsonl`)
}

/** Months that have a file, `YYYY-MM`, ascending. */
export async function monthsOf(home: Home): Promise<readonly string[]> {
  const names = await home.disk.list(folderOf(home))
  return names
    .filter((name) => FILE.test(name))
    .map((name) => name.slice(0, 7))
    .sort()
}

export function hashOf(line: string | Uint8Array): string {
  return createHash('sha256').update(line).digest('hex')
}

/** The hash a line says the one before it has; undefined where it is no line of a journal. */
export function previousIn(line: Uint8Array): string | undefined {
  try {
    const entry: unknown = JSON.parse(Buffer.from(line).toString())
    const isEntry = typeof entry === 'object' && entry !== null && 'prev' in entry
    return isEntry && typeof entry.prev === 'string' ? entry.prev : undefined
  } catch {
    return undefined
  }
}

/** The lines that have an end, without it. */
export function* wholeLines(bytes: Buffer): Iterable<Buffer> {
  let from = 0
  for (let to = bytes.indexOf(NEWLINE); to >= 0; to = bytes.indexOf(NEWLINE, from)) {
    yield bytes.subarray(from, to)
    from = to + 1
  }
}

/** How a file ends: the bytes of its whole lines, those after them, and the last whole line if there is one. */
export async function readWholeEnd(
  disk: Disk,
  path: string,
): Promise<{ readonly size: number; readonly torn: number; readonly lastLine?: Buffer }> {
  for (let wanted = END_BYTES; ; wanted *= 4) {
    const { bytes, size } = await disk.readEnd(path, wanted)
    const end = bytes.lastIndexOf(NEWLINE)
    const start = end < 0 ? -1 : bytes.subarray(0, end).lastIndexOf(NEWLINE)
    if (start < 0 && bytes.length < size) continue
    if (end < 0) return { size: 0, torn: size }
    const torn = bytes.length - end - 1
    return { size: size - torn, torn, lastLine: bytes.subarray(start + 1, end) }
  }
}
