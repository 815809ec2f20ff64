import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { breathe } from '../../../ports/breathe.js'
import type { Cover } from '../files/cover.js'
import { hasCode } from '../files/disk.js'
import {
  type BackupFile,
  BackupUnusable,
  FORMAT,
  MANIFEST,
  type Manifest,
  partOf,
  unwrapped,
} from './manifest.js'
import type { Snapshot, SnapshotFile } from './snapshot.js'

const PART_BYTES = 16 * 1024 * 1024
const SECRET_MODE = 0o600

/**
 * Writes the files of an instant into a folder and reads them back. The list of files comes last: a folder without it is no
 * backup.
 *
 * @param cover seals where it has a key
 * @throws BackupUnusable where the folder is not empty, or what was written cannot be read back
 */
export async function writeBackup(
  { files }: Pick<Snapshot, 'files'>,
  folder: string,
  about: Omit<Manifest, 'format' | 'files'>,
  cover: Cover,
): Promise<Manifest> {
  await refuseFull(folder)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const written: BackupFile[] = []
  for (const file of files) written.push(await writeFileOf(file, folder, cover))
  for (const file of written) await verifyFile(file, folder, cover)
  const manifest: Manifest = { format: FORMAT, ...about, files: written }
  await writeDurably(
    join(folder, MANIFEST),
    cover.wrap([Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)]),
  )
  return manifest
}

async function refuseFull(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return []
    throw error
  })
  if (names.length > 0)
    throw new BackupUnusable(`${folder} is not empty: give each backup a folder of its own`)
}

async function writeFileOf(
  { path, from, size }: SnapshotFile,
  folder: string,
  cover: Cover,
): Promise<BackupFile> {
  const hash = createHash('sha256')
  const file = await open(from, 'r')
  let parts = 0
  try {
    for (let at = 0; at < size || parts === 0; ) {
      const piece = Buffer.alloc(Math.min(PART_BYTES, size - at))
      const { bytesRead } = await file.read(piece, 0, piece.length, at)
      if (bytesRead < piece.length) throw new BackupUnusable(`${from} became shorter while it was read`)
      hash.update(piece)
      await writeDurably(partOf(folder, path, parts), cover.wrap([piece]))
      at += piece.length
      parts++
      await breathe()
    }
  } finally {
    await file.close()
  }
  return { path, size, sha256: hash.digest('hex'), parts }
}

async function writeDurably(path: string, pieces: readonly Uint8Array[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(path, 'wx', SECRET_MODE)
  try {
    await file.writeFile(Buffer.concat(pieces))
    await file.datasync()
  } finally {
    await file.close()
  }
}

/** @throws BackupUnusable where it is not what was written */
export async function verifyFile(file: BackupFile, folder: string, cover: Cover): Promise<void> {
  const hash = createHash('sha256')
  for await (const piece of piecesOf(file, folder, cover)) hash.update(piece)
  if (hash.digest('hex') !== file.sha256)
    throw new BackupUnusable(
      `${join(folder, 'files', file.path)} is not what was written: take another backup`,
    )
}

/** The contents of a file of a backup, part by part. @throws BackupUnusable */
export async function* piecesOf(
  { path, parts }: BackupFile,
  folder: string,
  cover: Cover,
): AsyncIterable<Buffer> {
  for (let part = 0; part < parts; part++) {
    const from = partOf(folder, path, part)
    const bytes = await readFile(from).catch((error: unknown) => {
      if (hasCode(error, 'ENOENT')) throw new BackupUnusable(`${from} is missing`)
      throw error
    })
    const { bytes: piece, sum } = unwrapped(from, bytes, cover)
    if (sum !== 'held') throw new BackupUnusable(`${from} was changed since it was written`)
    yield piece
    await breathe()
  }
}
