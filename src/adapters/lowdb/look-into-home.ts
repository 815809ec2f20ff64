import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { hasCode, nodeDisk } from './files/disk.js'
import { keyOf } from './files/file-name.js'
import { groundOf } from './files/ground.js'
import { COPIED } from './home.js'
import { FOLDERS } from './shelves.js'

/** What a look at the files of a home shows that its contents do not. */
export interface HomeLook {
  /** Documents that were damaged, and replaced by the generation before; the oldest first. */
  readonly fellBack: readonly FellBack[]
  /** Whose home this is a copy of. */
  readonly copied?: CopyNote
  /** Processes that have it open; more than one is one too many. Zero where the file system knows no sockets. */
  readonly openIn: number
  /** The user it belongs to; undefined where the system knows none. */
  readonly owner?: number
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

export async function lookIntoHome(home: string): Promise<HomeLook> {
  const ground = await groundOf(nodeDisk, home)
  const signs = await Promise.all((await ground.signs()).map((sign) => ground.lookFor(sign)))
  const copied = await copyNoteIn(home)
  const fellBack = (await Promise.all(FOLDERS.map((folder) => fellBackIn(home, folder)))).flat()
  return {
    fellBack: fellBack.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
    ...(copied === undefined ? {} : { copied }),
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

async function copyNoteIn(home: string): Promise<CopyNote | undefined> {
  try {
    return copyNote.parse(JSON.parse((await nodeDisk.read(join(home, COPIED))).toString()))
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}
