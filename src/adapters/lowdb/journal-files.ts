import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Disk } from './files/disk.js'
import type { Home } from './home.js'
import type { LoggedLines } from './log-record.js'

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

/**
 * Makes lines durable where the log says that they stand. Done, too, where they stand there; what a stopped process or a
 * failed write left of them gives way.
 */
export async function placeLines(home: Home, logged: readonly LoggedLines[]): Promise<void> {
  const { disk } = home
  for (const [month, parts] of byMonth(logged)) {
    const path = pathOf(home, month)
    const from = parts[0]!.from
    const wanted = Buffer.from(parts.flatMap(({ lines }) => lines.map((line) => `${line}\n`)).join(''))
    const { size } = await disk.readEnd(path, 0)
    const { bytes: found } = await disk.readEnd(path, Math.max(0, size - from))
    if (found.subarray(0, wanted.length).equals(wanted)) {
      await disk.sync(path)
    } else {
      const begins = wanted.subarray(0, found.length).equals(found)
      if (!begins) await disk.cut(path, from)
      await disk.append(path, begins ? wanted.subarray(found.length) : wanted)
    }
    if (from === 0) await disk.syncFolder(folderOf(home))
  }
}

function byMonth(logged: readonly LoggedLines[]): ReadonlyMap<string, readonly LoggedLines[]> {
  const months = new Map<string, LoggedLines[]>()
  for (const part of logged) months.set(part.month, [...(months.get(part.month) ?? []), part])
  return months
}
