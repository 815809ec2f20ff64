import { join } from 'node:path'
import { z } from 'zod'
import { hasCode } from './disk.js'
import { decodeDocument, encodeDocument, smallKind } from './document.js'
import { placeFile, UnreadableFile } from './durable-file.js'
import type { Home } from './home.js'

const RECORD = 'transaction.json'
const TEMPORARY = /\.tmp-[\w-]+$/

/** Only the name is needed: what was staged under it is found by its file names. */
const recordKind = smallKind('transaction', z.strictObject({ id: z.string() }), () => ({ id: '' }))

/** Neither done nor undone for certain; the next start will tell, and until then nothing more may be written. */
export class UnsureCommit extends Error {
  override readonly name = 'UnsureCommit'
}

/**
 * The instant of a transaction over many documents: when this resolves they are all written, whatever happens then.
 * All that was staged under `id` must be durable, its folders included. Where it rejects, nothing is written.
 *
 * @throws UnsureCommit
 */
export async function commit(home: Home, id: string): Promise<void> {
  const { disk } = home
  const record = join(home.path, RECORD)
  const next = `${record}.tmp-${home.freshName()}`
  await disk.create(next, encodeDocument(recordKind, '', { id }))
  try {
    await disk.rename(next, record)
    await disk.syncFolder(home.path)
  } catch (cause) {
    try {
      await disk.remove(record)
      await disk.remove(next)
      await disk.syncFolder(home.path)
    } catch {
      throw new UnsureCommit('a transaction may or may not have been written; restart to know', { cause })
    }
    throw cause
  }
}

/** Forgets the record of a transaction whose documents are all in place. */
export async function conclude(home: Home): Promise<void> {
  await home.disk.remove(join(home.path, RECORD))
}

/**
 * What a stopped process left in `folders`: the documents of a committed transaction are put in their places, and
 * everything that nobody was told about goes.
 */
export async function recover(home: Home, folders: readonly string[]): Promise<void> {
  const { disk, log } = home
  const committed = await committedId(home)
  await disk.syncFolder(home.path) // a record must outlive what follows from it
  for (const folder of folders.map((name) => join(home.path, name))) {
    let placed = 0
    for (const name of await disk.list(folder)) {
      const [, target, id] = name.match(/^(.+)\.next-(.+)$/) ?? []
      if (target !== undefined && id === committed) {
        await placeFile(disk, join(folder, name), join(folder, target))
        placed++
      } else if (target !== undefined || TEMPORARY.test(name)) {
        await disk.remove(join(folder, name))
      }
    }
    await disk.syncFolder(folder) // also for what the stopped process had put in its place: seen means durable
    if (placed > 0) log.warn('store.rolled-forward', { folder, documents: placed })
  }
  if (committed !== undefined) await conclude(home)
  for (const name of await disk.list(home.path)) {
    if (TEMPORARY.test(name)) await disk.remove(join(home.path, name))
  }
}

async function committedId(home: Home): Promise<string | undefined> {
  const path = join(home.path, RECORD)
  try {
    const record = decodeDocument(recordKind, '', await home.disk.read(path))
    if (record.state === 'good') return record.value.id
    throw new UnreadableFile(path, record.state)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}
