import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { breathe } from '../../ports/breathe.js'
import { CannotUnseal, type Cover, coverOf, type SealingKeys } from './files/cover.js'
import { hasCode, nodeDisk } from './files/disk.js'
import { BY_HAND } from './files/durable-file.js'
import { keyOf } from './files/file-name.js'
import { groundOf } from './files/ground.js'
import { COPIED } from './home.js'
import { DOCUMENT_FOLDERS, FOLDERS } from './shelves.js'

/** What a look at the files of a home shows that its contents do not. */
export interface HomeLook {
  /** Documents that were damaged, and replaced by the generation before; the oldest first. */
  readonly fellBack: readonly FellBack[]
  /** Documents that somebody else wrote to: noticed when they were read, or as they lie there now. */
  readonly byHand: readonly string[]
  /** How documents lie on the disk. */
  readonly documents: DocumentsLook
  /** Whose home this is a copy of. */
  readonly copied?: CopyNote
  /** Processes that have it open; more than one is one too many. Zero where the file system knows no sockets. */
  readonly openIn: number
  /** The user it belongs to; undefined where the system knows none. */
  readonly owner?: number
}

export interface DocumentsLook {
  readonly all: number
  /** Sealed with the present key. */
  readonly sealed: number
  /** Sealed with another. */
  readonly otherKey: number
}

export interface FellBack {
  /** `books`, `desks` … */
  readonly folder: string
  readonly key: string
  /** When it was noticed, `YYYY-MM-DDTHH:mm:ssZ`. */
  readonly at: string
  /** The damaged file, from the home. */
  readonly keptAs: string
}

const copyNote = z.object({ pid: z.number(), host: z.string(), openSince: z.string(), noticedAt: z.string() })
export type CopyNote = z.infer<typeof copyNote>

/** `M101.json.damaged-20261123T010000Z-…`, as the store keeps what it could not read. */
const DAMAGED = /^(.+)\.json\.damaged-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-/

/** @param keys what documents may be sealed with */
export async function lookIntoHome(home: string, keys?: SealingKeys): Promise<HomeLook> {
  const { byHand, documents } = await documentsIn(home, coverOf(keys))
  const ground = await groundOf(nodeDisk, home)
  const signs = await Promise.all((await ground.signs()).map((sign) => ground.lookFor(sign)))
  const copied = await copyNoteIn(home)
  const fellBack = (await Promise.all(FOLDERS.map((folder) => fellBackIn(home, folder)))).flat()
  return {
    fellBack: fellBack.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
    ...(copied === undefined ? {} : { copied }),
    byHand,
    documents,
    openIn: signs.filter((sign) => sign === 'alive').length,
    ...(process.getuid === undefined ? {} : { owner: (await stat(home)).uid }),
  }
}

async function fellBackIn(home: string, folder: string): Promise<readonly FellBack[]> {
  const names = await nodeDisk.list(join(home, folder))
  return names.flatMap((name) => {
    const [, file, year, month, day, hour, minute, second] = DAMAGED.exec(name) ?? []
    if (file === undefined) return []
    const at = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`
    return [{ folder, key: keyOf(file) ?? file, at, keptAs: join(folder, name) }]
  })
}

async function documentsIn(home: string, cover: Cover) {
  const byHand: string[] = []
  let [all, sealed, otherKey] = [0, 0, 0]
  for (const folder of DOCUMENT_FOLDERS)
    for (const name of await nodeDisk.list(join(home, folder))) {
      if (name.includes(BY_HAND)) byHand.push(join(folder, name))
      if (!name.endsWith('.json')) continue
      all++
      await breathe()
      try {
        const { sum, keyId } = cover.unwrap(await nodeDisk.read(join(home, folder, name)))
        if (sum === 'other') byHand.push(join(folder, name))
        if (keyId !== undefined && keyId === cover.keyId) sealed++
        else if (keyId !== undefined) otherKey++
      } catch (error) {
        if (hasCode(error, 'ENOENT'))
          all-- // gone meanwhile
        else if (!(error instanceof CannotUnseal)) throw error
        else if (error.lacksKey) otherKey++
        else byHand.push(join(folder, name))
      }
    }
  return { byHand, documents: { all, sealed, otherKey } }
}

async function copyNoteIn(home: string): Promise<CopyNote | undefined> {
  try {
    return copyNote.parse(JSON.parse((await nodeDisk.read(join(home, COPIED))).toString()))
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}
