import { join, resolve } from 'node:path'
import type { Log } from '../../ports/ports.js'
import { type Cover, coverOf, type SealingKeys } from './files/cover.js'
import { type Disk, nodeDisk } from './files/disk.js'
import { type GatedDisk, gated } from './files/gate.js'
import { HomeUnusable, homeProblem } from './home-problem.js'
import { takeLock } from './lock/lock.js'

/** The folder that one process keeps everything in, as long as it is open. */
export interface Home {
  readonly path: string
  readonly disk: Disk
  /** Runs `work` while nothing of the home is changed. */
  readonly still: GatedDisk['still']
  /** How documents look on the disk. */
  readonly cover: Cover
  readonly log: StoreLog
  /** A part of a file name that no other file has ever been given, by this process or one before it. */
  freshName(): string
  /** The same with the present instant before it, for what a person looks at. */
  stamp(): string
  /** Lets another process open it; call it when nothing is being written any more. */
  close(): Promise<void>
}

/** Where the store says, loudly, what an operator must know. */
export type StoreLog = Pick<Log, 'warn'>

export interface HomeOptions {
  readonly log: StoreLog
  /** Must not repeat among processes. */
  readonly newId: () => string
  readonly now: () => Date
  readonly disk?: Disk
  /** What documents are sealed with; absent: they are plain. */
  readonly keys?: SealingKeys
}

/** What is kept of finding a home to be a copy. */
export const COPIED = 'copied.json'

/** There while a backup is being restored. */
export const RESTORING = 'restoring.json'

/** Of the layout of a home; documents have versions of their own. */
const SCHEMA = 1
const SCHEMA_FILE = 'home.json'

/** @throws HomeUnusable where it is half restored, or a newer program wrote it */
async function refuseUnready(home: string, disk: Disk): Promise<void> {
  const names = await disk.list(home)
  if (names.includes(RESTORING))
    throw new HomeUnusable(`${home} is half restored: run restore again, to its end`)
  if (!names.includes(SCHEMA_FILE)) return // nobody has opened it yet
  const { schema } = JSON.parse((await disk.read(join(home, SCHEMA_FILE))).toString()) as { schema?: unknown }
  if (typeof schema === 'number' && schema <= SCHEMA) return
  throw new HomeUnusable(
    `${home} was written by a newer program (schema ${String(schema)}, this one knows ${SCHEMA}): start that one`,
  )
}

/** Makes the folder of a home where there is none. @throws HomeUnusable where there can be none */
export async function makeHome(path: string, disk: Disk = nodeDisk): Promise<string> {
  const home = resolve(path)
  try {
    await disk.makeFolder(home)
  } catch (error) {
    throw homeProblem(home, error)
  }
  return home
}

/** Opens a home, made where there is none. @throws HomeInUse where another process has it open; HomeUnusable */
export async function openHome(path: string, options: HomeOptions): Promise<Home> {
  const { log, newId, now, disk = nodeDisk, keys } = options
  const home = await makeHome(path, disk)
  await refuseUnready(home, disk)
  const since = now().toISOString()
  const lock = await takeLock(disk, home, newId, since).catch((error: unknown) => {
    throw homeProblem(home, error)
  })
  if (lock.copiedFrom !== undefined) {
    const { pid, host, since: openSince } = lock.copiedFrom
    log.warn('home.copied', { pid, host, openSince })
    const note = { pid, host, openSince, noticedAt: since }
    await disk.remove(join(home, COPIED))
    await disk.create(join(home, COPIED), [Buffer.from(`${JSON.stringify(note)}\n`)])
  }
  const gate = gated(disk)
  if (!(await disk.list(home)).includes(SCHEMA_FILE))
    await disk.create(join(home, SCHEMA_FILE), [Buffer.from(`${JSON.stringify({ schema: SCHEMA })}\n`)])
  const opening = newId().replace(/[^\w-]/g, '')
  let names = 0
  const freshName = () => `${opening}-${++names}`
  return {
    path: home,
    disk: gate.disk,
    still: gate.still,
    cover: coverOf(keys),
    log,
    freshName,
    stamp: () => `${compact(now())}-${freshName()}`,
    close: () => lock.release(),
  }
}

/** `20261123T010000Z` */
function compact(instant: Date): string {
  return instant.toISOString().replace(/[-:]|\.\d+/g, '')
}
