import { join } from 'node:path'
import { z } from 'zod'
import { type Disk, hasCode } from './disk.js'
import { isRunning, ownIdentity } from './process-identity.js'

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

let taken = 0

const holderSchema = z.object({
  token: z.string(),
  since: z.string(),
  pid: z.number(),
  host: z.string(),
  bootId: z.string().exactOptional(),
  startTicks: z.string().exactOptional(),
})
type Holder = z.infer<typeof holderSchema>

/**
 * Makes this process the only one of a home, or rejects with HomeInUse. Who comes after a dead holder creates
 * `lock.after-<its token>`, which only one can; the owner is the last of that chain, and then makes the chain short
 * again. A token is never used twice, so a taker who looked at an old chain notices that its head has changed.
 *
 * @param newId must not repeat among processes.
 * @returns what gives the home free.
 */
export async function takeLock(
  disk: Disk,
  home: string,
  newId: () => string,
  since: string,
): Promise<() => Promise<void>> {
  const identity = await ownIdentity()
  const token = `${identity.pid}-${identity.startTicks ?? ''}-${++taken}-${newId().replace(/[^\w-]/g, '')}`
  const mine = join(home, `${TAKING}${token}`)
  const lock = join(home, LOCK)
  await disk.remove(mine)
  await disk.create(mine, [Buffer.from(`${JSON.stringify({ token, since, ...identity })}\n`)])
  try {
    while (!(await tryTake(disk, home, mine))); // each round ends because another taker has got further
  } finally {
    await disk.remove(mine)
  }
  await sweepTakers(disk, home, token)
  return async () => {
    if ((await holderAt(disk, lock))?.token === token) await disk.remove(lock)
  }
}

/** False where the scene changed meanwhile and must be looked at again. */
async function tryTake(disk: Disk, home: string, mine: string): Promise<boolean> {
  const lock = join(home, LOCK)
  if (await claims(disk, mine, lock)) return true

  const head = await holderAt(disk, lock)
  if (head === undefined) return false
  let last: Holder = head
  for (;;) {
    const next = await holderAt(disk, join(home, AFTER + last.token))
    if (next === undefined) break
    last = next
  }
  if (await isRunning(last)) throw new HomeInUse(home, last.pid, last.host, last.since)

  const successor = join(home, AFTER + last.token)
  if (!(await claims(disk, mine, successor))) return false
  if ((await holderAt(disk, lock))?.token !== head.token) {
    await disk.remove(successor)
    return false
  }
  await disk.rename(mine, lock)
  return true
}

/** What is left of chains that were made short and of takers that died; only the owner of the lock calls this. */
async function sweepTakers(disk: Disk, home: string, owner: string): Promise<void> {
  if ((await holderAt(disk, join(home, LOCK)))?.token !== owner) return
  for (const name of await disk.list(home)) {
    if (name.startsWith(AFTER)) await disk.remove(join(home, name))
    if (!name.startsWith(TAKING) || name === TAKING + owner) continue
    const taker = await holderAt(disk, join(home, name))
    if (taker !== undefined && !(await isRunning(taker))) await disk.remove(join(home, name))
  }
}

async function claims(disk: Disk, mine: string, name: string): Promise<boolean> {
  try {
    await disk.duplicate(mine, name)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
}

async function holderAt(disk: Disk, path: string): Promise<Holder | undefined> {
  let text: string
  try {
    text = (await disk.read(path)).toString()
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
  try {
    return holderSchema.parse(JSON.parse(text))
  } catch {
    throw new Error(`${path} cannot be read; if no other process uses this home, delete it`)
  }
}
