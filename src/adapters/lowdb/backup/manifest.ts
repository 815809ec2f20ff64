import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { CannotUnseal, type Cover } from '../files/cover.js'
import { hasCode } from '../files/disk.js'

/** A backup that cannot be restored, with what is wrong. */
export class BackupUnusable extends Error {
  override readonly name = 'BackupUnusable'
}

export const MANIFEST = 'manifest.json'
export const FORMAT = 1

const manifestSchema = z.object({
  format: z.number().int().positive(),
  /** Version of the program that wrote it. */
  program: z.string(),
  /** Instant at which the home was as it is in here. */
  at: z.string(),
  journal: z.object({ lines: z.number(), head: z.string() }),
  managers: z.number(),
  books: z.number(),
  files: z.array(
    z.object({ path: z.string(), size: z.number(), sha256: z.string(), parts: z.number().int().positive() }),
  ),
})
export type Manifest = z.infer<typeof manifestSchema>
export type BackupFile = Manifest['files'][number]

/** A part of a file in the folder of a backup. */
export function partOf(folder: string, path: string, part: number): string {
  return join(folder, 'files', `${path}.${String(part).padStart(4, '0')}`)
}

/** @throws BackupUnusable */
export async function readManifest(folder: string, cover: Cover): Promise<Manifest> {
  const path = join(folder, MANIFEST)
  const bytes = await readFile(path).catch((error: unknown) => {
    if (!hasCode(error, 'ENOENT')) throw error
    throw new BackupUnusable(
      `${folder} is no backup, or one that was stopped before its end: it has no ${MANIFEST}`,
    )
  })
  const { bytes: json, sum } = unwrapped(path, bytes, cover)
  if (sum !== 'held') throw new BackupUnusable(`${path} was changed since it was written`)
  const parsed = manifestSchema.safeParse(JSON.parse(json.toString()))
  const format: unknown = Reflect.get(Object(JSON.parse(json.toString())), 'format')
  if (typeof format === 'number' && format > FORMAT)
    throw new BackupUnusable(
      `${folder} was written by a newer program (format ${format}): restore with that one`,
    )
  if (!parsed.success) throw new BackupUnusable(`${path} holds no list of files`)
  for (const { path: file } of parsed.data.files)
    if (file.startsWith('/') || file.split(/[\\/]/).includes('..'))
      throw new BackupUnusable(`${path} names a file outside of the home`)
  return parsed.data
}

/** @throws BackupUnusable where it is sealed with another key, or was changed */
export function unwrapped(path: string, bytes: Buffer, cover: Cover) {
  try {
    return cover.unwrap(bytes)
  } catch (error) {
    if (error instanceof CannotUnseal) throw new BackupUnusable(`${path}: ${error.message}`)
    throw error
  }
}
