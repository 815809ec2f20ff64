import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { type Disk, hasCode } from '../files/disk.js'
import { type Ground, groundOf } from '../files/ground.js'
import { type HolderState, isCopy, judgeHolder } from './judge-holder.js'
import { isProcessThere, ownIdentity } from './process-identity.js'

/** Another process works in this home. */
export class HomeInUse extends Error {
  override readonly name = 'HomeInUse'
  constructor(
    readonly home: string,
    readonly pid: number,
    host: string,
    since: string,
  ) {
    super(
      `${home} is in use by process ${pid} on ${host} since ${since}. Stop it first; ` +
        `if it no longer exists there, delete ${join(home, LOCK)}.`,
    )
  }
}

const LOCK = 'lock'
const AFTER = 'lock.after-'
const TAKING = 'lock.taking-'
const NEW = 'lock.new-'

/** Whoever writes a lock does so in an instant; what cannot be read for so long was left half written, or damaged. */
const UNREADABLE_LOOKS = 4
const UNREADABLE_LOOK_MS = 250

let taken = 0

const holderSchema = z.object({
  token: z.string(),
  since: z.string(),
  pid: z.number(),
  host: z.string(),
  bootId: z.string().exactOptional(),
  startTicks: z.string().exactOptional(),
  pidSpace: z.string().exactOptional(),
  machineId: z.string().exactOptional(),
  sign: z.string().exactOptional(),
  folder: z.string().exactOptional(),
})
type Holder = z.infer<typeof holderSchema>

/** A lock that cannot be read; its token is told by the file itself. */
interface Unreadable {
  readonly token: string
  readonly isUnreadable: true
}

export interface TakeLockOptions {
  /** What the home stands on; found out where it is absent. */
  readonly ground?: Ground
  readonly wait?: (ms: number) => Promise<unknown>
}

/** A lock that is held. */
export interface HeldLock {
  /** Whose lock was found in this folder though it was written in another: the home is a copy. */
  readonly copiedFrom?: Pick<Holder, 'pid' | 'host' | 'since'>
  /** Gives the home free. */
  release(): Promise<void>
}

/**
 * Makes this process the only one of a home, or rejects with HomeInUse. Who comes after a dead holder creates
 * `lock.after-<its token>`, which only one can; the owner is the last of that chain, and then makes the chain short
 * again. A token is never used twice, so a taker who looked at an old chain notices that its head has changed.
 *
 * @param newId must not repeat among processes.
 */
export async function takeLock(
  disk: Disk,
  home: string,
  newId: () => string,
  since: string,
  options: TakeLockOptions = {},
): Promise<HeldLock> {
  const ground = options.ground ?? (await groundOf(disk, home))
  const sign = await ground.showLife()
  try {
    const identity = await ownIdentity()
    const token = `${identity.pid}-${identity.startTicks ?? ''}-${++taken}-${newId().replace(/[^\w-]/g, '')}`
    const holder: Holder = {
      token,
      since,
      ...identity,
      ...(sign === undefined ? {} : { sign: sign.name }),
      ...(ground.folderId === undefined ? {} : { folder: ground.folderId }),
    }
    const taker = new Taker(disk, home, ground, holder, options.wait ?? wait)
    await taker.take()
    return {
      ...(taker.copiedFrom === undefined ? {} : { copiedFrom: taker.copiedFrom }),
      async release() {
        await taker.release()
        await sign?.hide()
      },
    }
  } catch (error) {
    await sign?.hide()
    throw error
  }
}

class Taker {
  copiedFrom: HeldLock['copiedFrom']
  readonly #lock: string
  readonly #mine: string
  /** How often a lock was looked at that could not be read, by its token. */
  readonly #looks = new Map<string, number>()

  constructor(
    private readonly disk: Disk,
    private readonly home: string,
    private readonly ground: Ground,
    private readonly me: Holder,
    private readonly wait: (ms: number) => Promise<unknown>,
  ) {
    this.#lock = join(home, LOCK)
    this.#mine = join(home, TAKING + me.token)
  }

  async take(): Promise<void> {
    await this.#write()
    try {
      while (!(await this.#tryTake())); // each round ends because another taker has got further
    } finally {
      await this.disk.remove(this.#mine)
    }
    await this.#sweep()
  }

  async release(): Promise<void> {
    if ((await this.#holderAt(this.#lock))?.token === this.me.token) await this.disk.remove(this.#lock)
  }

  /** Under its name it is whole from the first instant on: a stop in the middle leaves nothing that bears it. */
  async #write(): Promise<void> {
    const next = join(this.home, NEW + this.me.token)
    const bytes = Buffer.from(`${JSON.stringify(this.me)}\n`)
    for (let attempt = 1; ; attempt++) {
      await this.disk.remove(next)
      await this.disk.create(next, [bytes])
      try {
        return await this.disk.rename(next, this.#mine)
      } catch (error) {
        // An owner who swept took it for what a dead taker left.
        if (!hasCode(error, 'ENOENT') || attempt === 3) throw error
      }
    }
  }

  /** False where the scene changed meanwhile and must be looked at again. */
  async #tryTake(): Promise<boolean> {
    // Where a file system knows no second names it was copied, and another may have taken it for half written.
    if (await this.#claims(this.#lock)) return (await this.#holderAt(this.#lock))?.token === this.me.token

    const head = await this.#holderAt(this.#lock)
    if (head === undefined) return false
    let last: Holder | Unreadable = head
    for (;;) {
      const next: Holder | Unreadable | undefined = await this.#holderAt(join(this.home, AFTER + last.token))
      if (next === undefined) break
      last = next
    }
    if (!(await this.#isOver(last))) return false

    const successor = join(this.home, AFTER + last.token)
    if (!(await this.#claims(successor))) return false
    if ((await this.#holderAt(this.#lock))?.token !== head.token) {
      await this.disk.remove(successor)
      return false
    }
    await this.disk.rename(this.#mine, this.#lock)
    return true
  }

  /** False where it must be looked at again. @throws HomeInUse */
  async #isOver(holder: Holder | Unreadable): Promise<boolean> {
    if ('isUnreadable' in holder) {
      const looks = (this.#looks.get(holder.token) ?? 0) + 1
      this.#looks.set(holder.token, looks)
      if (looks > UNREADABLE_LOOKS) return true
      await this.wait(UNREADABLE_LOOK_MS)
      return false
    }
    if ((await this.#stateOf(holder)) !== 'gone')
      throw new HomeInUse(this.home, holder.pid, holder.host, holder.since)
    const { pid, host, since } = holder
    if (isCopy(holder, this.#place)) this.copiedFrom = { pid, host, since }
    return true
  }

  async #stateOf(holder: Holder): Promise<HolderState> {
    const sign = holder.sign === undefined ? 'none' : await this.ground.lookFor(holder.sign)
    const seen = { ...this.#place, sign, isProcessThere: await isProcessThere(holder) }
    return judgeHolder(holder, this.me, seen)
  }

  get #place() {
    const { folderId, isLocal } = this.ground
    return { isLocal, ...(folderId === undefined ? {} : { folder: folderId }) }
  }

  /** What is left of chains that were made short and of processes that died; only the owner of the lock does this. */
  async #sweep(): Promise<void> {
    if ((await this.#holderAt(this.#lock))?.token !== this.me.token) return
    for (const name of await this.disk.list(this.home)) {
      if (name.startsWith(AFTER)) await this.disk.remove(join(this.home, name))
      if (!name.startsWith(TAKING) && !name.startsWith(NEW)) continue
      const taker = await this.#holderAt(join(this.home, name))
      if (taker === undefined || taker.token === this.me.token) continue
      const isLeft = 'isUnreadable' in taker || (await this.#stateOf(taker)) === 'gone'
      if (isLeft) await this.disk.remove(join(this.home, name))
    }
    for (const sign of await this.ground.signs())
      if ((await this.ground.lookFor(sign)) === 'dead') await this.disk.remove(join(this.home, sign))
  }

  async #claims(name: string): Promise<boolean> {
    try {
      await this.disk.duplicate(this.#mine, name)
      return true
    } catch (error) {
      if (hasCode(error, 'EEXIST')) return false
      throw error
    }
  }

  async #holderAt(path: string): Promise<Holder | Unreadable | undefined> {
    let text: string
    let id: string
    try {
      text = (await this.disk.read(path)).toString()
      id = await this.ground.fileId(path)
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return undefined
      throw error
    }
    try {
      return holderSchema.parse(JSON.parse(text))
    } catch {
      return { token: `unreadable-${id}`, isUnreadable: true }
    }
  }
}
