import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { nodeDisk } from '../../../src/adapters/lowdb/files/disk.js'
import { type MemoryDisk, memoryDisk, memoryDiskOf } from '../../../src/adapters/lowdb/files/memory-disk.js'
import { FOLDERS } from '../../../src/adapters/lowdb/shelves.js'
import { openStore } from '../../../src/adapters/lowdb/store.js'
import type { Store } from '../../../src/ports/store.js'
import { mulberry32 } from '../random.js'
import { type ActKind, act, begin, isDelivered, kindOf, seen } from './acts.js'

export interface KillOptions {
  /** The actor as JavaScript. */
  readonly entry: string
  readonly kills: number
  /** The same seed does the same acts. */
  readonly seed: number
  /** Homes, one after another each killed its share. */
  readonly homes?: number
  /** Told after every hundredth kill. */
  readonly progress?: (kills: number) => void
}

export interface KillFigures {
  readonly kills: number
  readonly acts: Readonly<Record<string, number>>
  /** Kills that came when an act was begun and not acknowledged; of these, how many acts were there all the same. */
  readonly inTheMidst: number
  readonly thereUnacknowledged: number
  readonly deliveredAgain: number
  /** Kills before the process had opened its home. */
  readonly whileOpening: number
}

/**
 * Kills a process again and again in the midst of its acts. After every kill a copy of the home is opened and must be,
 * to the last line of the journal, what the same acts make of a home where nobody is killed: with the last act or
 * without it where it was not acknowledged, with it where it was. Throws where it is not.
 */
export async function killAgainAndAgain(options: KillOptions): Promise<KillFigures> {
  const { kills, homes = 4 } = options
  const folder = mkdtempSync(join(tmpdir(), 'daybook-kills-'))
  const figures = new Figures(options.progress)
  try {
    await Promise.all(
      Array.from({ length: homes }, (_, nth) => {
        const share = Math.floor(kills / homes) + (nth < kills % homes ? 1 : 0)
        return killOne(join(folder, `home-${nth}`), options.entry, options.seed + nth, share, figures)
      }),
    )
    return figures
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

class Figures implements KillFigures {
  kills = 0
  acts: Partial<Record<ActKind, number>> = {}
  inTheMidst = 0
  thereUnacknowledged = 0
  deliveredAgain = 0
  whileOpening = 0

  constructor(private readonly progress: (kills: number) => void = () => {}) {}

  killed(): void {
    this.kills++
    if (this.kills % 100 === 0) this.progress(this.kills)
  }

  toJSON() {
    const { progress: _, ...figures } = this
    return figures
  }
}

/** Acts that a process is let do before it is killed, and how long after the last. */
const MOST_ACTS = 10
const LONGEST_WAIT_MS = 20
const OPENS_WITHIN_MS = 900

async function killOne(
  home: string,
  entry: string,
  seed: number,
  kills: number,
  figures: Figures,
): Promise<void> {
  const random = mulberry32(seed)
  const unkilled = await storeOn('/unkilled', memoryDisk())
  await begin(unkilled)
  const killed = await storeOn(home, nodeDisk)
  await begin(killed)
  await killed.close()

  let done = 0
  let again: number | undefined
  for (let kill = 1; kill <= kills; kill++) {
    const child = spawn(
      process.execPath,
      [entry, home, String(seed), String(done + 1), String(again ?? '')],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    if (again !== undefined) figures.deliveredAgain++
    const early = random() < 0.1 ? random() * OPENS_WITHIN_MS : undefined
    const heard = await killAfter(child, Math.floor(random() * MOST_ACTS), random() * LONGEST_WAIT_MS, early)
    figures.killed()
    if (heard.begun === 0) figures.whileOpening++
    for (let n = done + 1; n <= heard.done; n++) await alsoDo(n)
    done = Math.max(done, heard.done)
    again = undefined

    const found = await stateOf(home)
    const at = `home ${seed}, kill ${kill}, acts done ${done}, begun ${heard.begun} (${kindOf(seed, done + 1)})`
    if (heard.begun > done) figures.inTheMidst++
    if (!isDeepStrictEqual(found, await seenPlain(unkilled))) {
      if (heard.begun !== done + 1)
        throw new Error(`${at}: not what was acknowledged: ${differences(await seenPlain(unkilled), found)}`)
      await alsoDo(done + 1)
      if (!isDeepStrictEqual(found, await seenPlain(unkilled)))
        throw new Error(
          `${at}: neither before the act nor after it: ${differences(await seenPlain(unkilled), found)}`,
        )
      figures.thereUnacknowledged++
      done++
    }
    if (done > 0 && isDelivered(kindOf(seed, done)) && random() < 0.7) again = done
  }
  await unkilled.close()

  async function alsoDo(n: number): Promise<void> {
    await act(unkilled, seed, n)
    const kind = kindOf(seed, n)
    figures.acts[kind] = (figures.acts[kind] ?? 0) + 1
  }
}

async function killAfter(
  child: ReturnType<typeof spawn>,
  acts: number,
  waitMs: number,
  early: number | undefined,
): Promise<{ readonly begun: number; readonly done: number }> {
  const heard = { begun: 0, done: 0 }
  let left = acts
  if (early !== undefined) void wait(early).then(() => child.kill('SIGKILL'))
  for await (const line of createInterface({ input: child.stdout! })) {
    const [what, n] = line.split(' ')
    if (what === 'begin') heard.begun = Number(n)
    else heard.done = Number(n)
    if (left-- === 0) void wait(waitMs).then(() => child.kill('SIGKILL'))
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  if (child.signalCode !== 'SIGKILL') throw new Error(`the process ended by itself, with ${child.exitCode}`)
  return heard
}

/** What a start finds in the home, on a copy: the home itself stays as the kill has left it. */
async function stateOf(home: string): Promise<unknown> {
  const copy: MemoryDisk = await memoryDiskOf(nodeDisk, home, FOLDERS)
  const store = await storeOn(home, copy)
  const found = await seenPlain(store)
  await store.close()
  const lines = await instantsIn(copy, home)
  if (new Set(lines).size !== lines.length) throw new Error(`an act has two lines in the journal of ${home}`)
  return found
}

async function instantsIn(disk: MemoryDisk, home: string): Promise<readonly string[]> {
  const folder = join(home, 'journal')
  const files = await Promise.all((await disk.list(folder)).map((name) => disk.read(join(folder, name))))
  return files.flatMap((bytes) =>
    bytes
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { at: string }).at),
  )
}

async function seenPlain(store: Store): Promise<unknown> {
  return JSON.parse(JSON.stringify(await seen(store)))
}

function storeOn(home: string, disk: typeof nodeDisk): Promise<Store> {
  let ids = 0
  return openStore(home, {
    log: { warn: () => {} },
    newId: () => `${process.hrtime.bigint()}-${++ids}`,
    now: () => new Date(),
    disk,
  })
}

/** Where two states differ first. */
function differences(wanted: unknown, found: unknown): string {
  const [a, b] = [JSON.stringify(wanted), JSON.stringify(found)]
  const at = Array.from(a).findIndex((letter, n) => letter !== b[n])
  return `…${a.slice(Math.max(0, at - 80), at + 120)}… is …${b.slice(Math.max(0, at - 80), at + 120)}…`
}
