import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Cover } from '../files/cover.js'
import { hasCode, nodeDisk } from '../files/disk.js'
import { RESTORING } from '../home.js'
import { type BackupFile, BackupUnusable, type Manifest, readManifest } from './manifest.js'
import { piecesOf } from './write-backup.js'

export interface Restored {
  readonly manifest: Manifest
  /** Files that an earlier run had put in their places. */
  readonly resumed: number
}

/**
 * Puts the files of a backup into a home that is empty, or that a restore of the same backup was stopped in. Until its end the
 * home cannot be opened.
 *
 * @throws BackupUnusable
 */
export async function restoreBackup(folder: string, home: string, cover: Cover): Promise<Restored> {
  const manifest = await readManifest(folder, cover)
  await refuseFull(home, manifest)
  await mkdir(home, { recursive: true, mode: 0o700 })
  await writeFile(join(home, RESTORING), `${JSON.stringify({ at: manifest.at, from: folder })}\n`, {
    mode: 0o600,
  })
  let resumed = 0
  const folders = new Set<string>([home])
  for (const file of manifest.files) {
    const to = join(home, file.path)
    folders.add(dirname(to))
    if (await isThere(file, to)) resumed++
    else await restoreFile(file, folder, to, cover)
  }
  for (const one of folders) await nodeDisk.syncFolder(one)
  await rm(join(home, RESTORING))
  await nodeDisk.syncFolder(home)
  return { manifest, resumed }
}

async function refuseFull(home: string, { at }: Manifest): Promise<void> {
  const names = await readdir(home).catch((error: unknown): readonly string[] => {
    if (hasCode(error, 'ENOENT')) return []
    throw error
  })
  if (names.length === 0) return
  if (!names.includes(RESTORING))
    throw new BackupUnusable(`${home} is not empty: move it away, or set DAYBOOK_HOME to another folder`)
  const begun: unknown = JSON.parse(await readFile(join(home, RESTORING), 'utf8'))
  if (Reflect.get(Object(begun), 'at') !== at)
    throw new BackupUnusable(`${home} is half restored from another backup: empty it first`)
}

async function restoreFile(file: BackupFile, folder: string, to: string, cover: Cover): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  const next = `${to}.tmp-restore`
  const hash = createHash('sha256')
  const handle = await open(next, 'w', 0o600)
  try {
    for await (const piece of piecesOf(file, folder, cover)) {
      hash.update(piece)
      await handle.writeFile(piece)
    }
    await handle.datasync()
  } finally {
    await handle.close()
  }
  if (hash.digest('hex') !== file.sha256) throw new BackupUnusable(`${file.path} is not what was backed up`)
  await rename(next, to)
}

async function isThere({ size, sha256 }: BackupFile, path: string): Promise<boolean> {
  const bytes = await readFile(path).catch(() => undefined)
  return bytes?.length === size && createHash('sha256').update(bytes).digest('hex') === sha256
}
