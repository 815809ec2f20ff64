import { resolve } from 'node:path'
import type { Log } from '../../usecases/ports.js'
import { type Disk, nodeDisk } from './disk.js'
import { takeLock } from './lock.js'

/** The folder that one process keeps everything in, as long as it is open. */
export interface Home {
  readonly path: string
  readonly disk: Disk
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
}

/** Opens a home, made where there is none. @throws HomeInUse where another process has it open. */
export async function openHome(path: string, options: HomeOptions): Promise<Home> {
  const { log, newId, now, disk = nodeDisk } = options
  const home = resolve(path)
  await disk.makeFolder(home)
  const release = await takeLock(disk, home, newId, now().toISOString())
  const opening = newId().replace(/[^\w-]/g, '')
  let names = 0
  const freshName = () => `${opening}-${++names}`
  return {
    path: home,
    disk,
    log,
    freshName,
    stamp: () => `${compact(now())}-${freshName()}`,
    close: release,
  }
}

/** `20261123T010000Z` */
function compact(instant: Date): string {
  return instant.toISOString().replace(/[-:]|\.\d+/g, '')
}
