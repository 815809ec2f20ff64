import { join } from 'node:path'
import { z } from 'zod'
import { logFilesOf } from './commit-log.js'
import { decodeDocument, type Put, smallKind } from './document.js'
import { CannotUnseal } from './files/cover.js'
import { hasCode } from './files/disk.js'
import { placeFile, UnreadableFile } from './files/durable-file.js'
import type { Home } from './home.js'
import { decodeLog, type LoggedLines, type LogRecord, type ReadLog } from './log-record.js'

/** What a stopped process had committed and not put in its place. */
export interface Logged {
  /** In the order of their commits; none that a transaction of the bank has made old. */
  readonly puts: readonly Put[]
  readonly journal: readonly LoggedLines[]
  /** Transactions of the bank that were committed. */
  readonly transactions: ReadonlySet<string>
  /** The files that say so, and the number of the last. */
  readonly files: readonly string[]
  readonly lastNth: number
}

/** @throws UnreadableFile where a record of a transaction cannot be read */
export async function readLogged(home: Home): Promise<Logged> {
  const files = await logFilesOf(home)
  const records: LogRecord[] = []
  for (const { path } of files) {
    const { records: found, damagedLines } = readLog(home, path, await home.disk.read(path))
    if (damagedLines > 0) home.log.warn('store.log-damaged', { file: path, lines: damagedLines })
    records.push(...found)
  }
  const before = await recordOfOldHome(home)
  return {
    puts: lastingPuts(records),
    journal: records.flatMap(({ journal }) => journal),
    transactions: new Set([...records.flatMap(({ stage }) => stage?.id ?? []), ...before]),
    files: files.map(({ path }) => path),
    lastNth: files.at(-1)?.nth ?? 0,
  }
}

/** @throws UnreadableFile where the key it is sealed with is missing */
function readLog(home: Home, path: string, bytes: Buffer): ReadLog {
  try {
    return decodeLog(bytes, home.cover)
  } catch (error) {
    if (error instanceof CannotUnseal) throw new UnreadableFile(path, error.message)
    throw error
  }
}

function lastingPuts(records: readonly LogRecord[]): readonly Put[] {
  let puts: Put[] = []
  for (const { puts: own, stage } of records) {
    puts.push(...own)
    if (stage === undefined) continue
    const replaced = new Set(stage.documents.map(([kind, key]) => `${kind}/${key}`))
    puts = puts.filter(({ kind, key }) => !replaced.has(`${kind}/${key}`))
  }
  return puts
}

const TEMPORARY = /\.tmp-[\w-]+$/

/**
 * What a stopped process left in `folders`: the documents of committed transactions are put in their places, and
 * everything that nobody was told about goes.
 */
export async function placeStaged(
  home: Home,
  folders: readonly string[],
  transactions: ReadonlySet<string>,
): Promise<void> {
  const { disk, log } = home
  await disk.syncFolder(home.path) // a record must outlive what follows from it
  for (const folder of folders.map((name) => join(home.path, name))) {
    let placed = 0
    for (const name of await disk.list(folder)) {
      const [, target, id] = name.match(/^(.+)\.next-(.+)$/) ?? []
      if (target !== undefined && transactions.has(id ?? '')) {
        await placeFile(disk, join(folder, name), join(folder, target))
        placed++
      } else if (target !== undefined || TEMPORARY.test(name)) {
        await disk.remove(join(folder, name))
      }
    }
    await disk.syncFolder(folder) // also for what the stopped process had put in its place: seen means durable
    if (placed > 0) log.warn('store.rolled-forward', { folder, documents: placed })
  }
  await disk.remove(join(home.path, OLD_RECORD))
  for (const name of await disk.list(home.path)) {
    if (TEMPORARY.test(name)) await disk.remove(join(home.path, name))
  }
}

/** Homes from before there was a log have the name of a committed transaction in a file of its own. */
const OLD_RECORD = 'transaction.json'
const oldRecordKind = smallKind('transaction', z.strictObject({ id: z.string() }), () => ({ id: '' }))

async function recordOfOldHome(home: Home): Promise<readonly string[]> {
  const path = join(home.path, OLD_RECORD)
  try {
    const record = decodeDocument(oldRecordKind, '', await home.disk.read(path))
    if (record.state === 'good') return [record.value.id]
    throw new UnreadableFile(path, record.state)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return []
    throw error
  }
}
