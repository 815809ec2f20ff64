import { copyFile, link, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { hasCode } from '../files/disk.js'
import type { Home } from '../home.js'
import { FOLDERS } from '../shelves.js'

/** All files of a home as they were at one instant, under second names. */
export interface Snapshot {
  readonly files: readonly SnapshotFile[]
  /** Takes the second names away. */
  remove(): Promise<void>
}

export interface SnapshotFile {
  /** From the home, with `/`. */
  readonly path: string
  /** Where it can be read. */
  readonly from: string
  /** Bytes of it that belong to the instant: logs are added to at their end. */
  readonly size: number
}

const SNAPSHOT = '.snapshot-'
/** What belongs to a home besides its documents. */
const BESIDES = ['occasions.json', 'home.json'] as const
const BESIDES_FOLDERS = ['audit', 'inbox', 'rejected'] as const
/** On their way to their place; what is staged for a committed transaction (`.next-`) belongs to it. */
const UNDER_WAY = /\.tmp-[\w-]+$/

/**
 * While nothing is changed, every file gets a second name: what is written afterwards is written to new files, but for logs, of
 * which the length is noted. The same that a process killed at this instant would have left.
 */
export async function takeSnapshot(home: Home): Promise<Snapshot> {
  const folder = join(home.path, `${SNAPSHOT}${home.freshName()}`)
  await sweepSnapshots(home.path)
  const files = await home.still(async () => {
    const paths = [...BESIDES]
    const all: string[] = []
    for (const path of paths) if (await isFile(join(home.path, path))) all.push(path)
    for (const name of [...FOLDERS, ...BESIDES_FOLDERS])
      for (const path of await filesUnder(home.path, name)) if (!UNDER_WAY.test(path)) all.push(path)
    const taken: SnapshotFile[] = []
    for (const path of all) {
      const from = join(folder, path)
      await mkdir(dirname(from), { recursive: true, mode: 0o700 })
      await secondName(join(home.path, path), from)
      taken.push({ path, from, size: (await stat(from)).size })
    }
    return taken
  })
  return { files, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** What a stopped backup left. */
async function sweepSnapshots(home: string): Promise<void> {
  for (const name of await readdir(home))
    if (name.startsWith(SNAPSHOT)) await rm(join(home, name), { recursive: true, force: true })
}

async function filesUnder(home: string, folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(home, folder), { withFileTypes: true }).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return []
    throw error
  })
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) return filesUnder(home, path)
      return entry.isFile() ? [path] : []
    }),
  )
  return found.flat().sort()
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}

async function secondName(from: string, to: string): Promise<void> {
  try {
    await link(from, to)
  } catch (error) {
    if (!hasCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV')) throw error
    await copyFile(from, to)
  }
}
