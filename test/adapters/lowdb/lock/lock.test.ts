import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Disk } from '../../../../src/adapters/lowdb/files/disk.js'
import { COPIED } from '../../../../src/adapters/lowdb/home.js'
import { HomeInUse, takeLock } from '../../../../src/adapters/lowdb/lock/lock.js'
import { ownIdentity } from '../../../../src/adapters/lowdb/lock/process-identity.js'
import { openStore } from '../../../../src/adapters/lowdb/store.js'
import type { Store } from '../../../../src/ports/store.js'
import { aHomeFolder, aListeningLog, homeOptions, NOW, openQuietly } from '../homes.js'
import { type PlainJavaScript, plainJavaScript } from '../kill/plain-javascript.js'
import { PowerCutDisk } from '../power-cut-disk.js'
import { mulberry32 } from '../random.js'

const HOME = '/home-of-daybook'
const SINCE = NOW.toISOString()
const isOnLinux = existsSync('/proc/self/stat')

let ids = 0
const take = async (disk: Disk) => {
  const { release } = await takeLock(disk, HOME, () => `id${++ids}`, SINCE, { wait: async () => {} })
  return release
}

async function aLockOf(over: object): Promise<PowerCutDisk> {
  const disk = new PowerCutDisk()
  const holder = { token: 'old', since: '2026-11-20T00:00:00.000Z', ...(await ownIdentity()), ...over }
  await disk.create(`${HOME}/lock`, [Buffer.from(JSON.stringify(holder))])
  return disk
}

/** Steps wait for some turns of the event loop, as `random` tells, now and then for many: takers overtake everywhere. */
function jittered(disk: PowerCutDisk, random: () => number): Disk {
  return new Proxy(disk, {
    get(target, name) {
      const step: unknown = Reflect.get(target, name, target)
      if (typeof step !== 'function') return step
      return async (...args: unknown[]) => {
        const longest = random() < 0.1 ? 60 : 3
        for (let turns = Math.floor(random() * longest); turns > 0; turns--) await new Promise(setImmediate)
        return step.apply(target, args)
      }
    },
  })
}

describe('the lock of a home', () => {
  it('refuses a second taker, names the process, and is free again once it is given back', async () => {
    const disk = new PowerCutDisk()
    const release = await take(disk)
    await expect(take(disk)).rejects.toMatchObject({ name: 'HomeInUse', pid: process.pid })
    await release()
    await (await take(disk))()
    expect(await disk.list(HOME)).toEqual([])
  })

  it.each([
    { of: 'a process that is gone', over: { pid: 2 ** 22 + 1, startTicks: '1' } },
    { of: 'a machine that has been started anew', over: { bootId: 'another' } },
  ])('of $of is taken over at once', async ({ over }) => {
    const disk = await aLockOf(over)
    await (await take(disk))()
    expect(await disk.list(HOME)).toEqual([])
  })

  it.skipIf(!isOnLinux)('is taken over where its process number has gone to another process', async () => {
    const disk = await aLockOf({ startTicks: '1' })
    await expect(take(disk)).resolves.toBeTypeOf('function')
  })

  it('of another machine is left alone: from here nobody can tell whether it runs', async () => {
    const disk = await aLockOf({ host: `not-${hostname()}`, pid: 77, bootId: 'of that machine' })
    await expect(take(disk)).rejects.toThrow(`process 77 on not-${hostname()}`)
  })

  it.each([
    ['lock', ''],
    ['lock', '{"token":"1-2'],
    ['lock.taking-1-2-3-a', ''],
    ['lock.new-1-2-3-a', '{"tok'],
    ['lock.after-1-2-3-a', ''],
  ])('%s that says only %j was left by a taker who was killed, and stops nobody', async (name, says) => {
    const disk = new PowerCutDisk()
    await disk.create(`${HOME}/${name}`, [Buffer.from(says)])
    const release = await take(disk)
    expect(await disk.list(HOME)).toEqual(['lock'])
    await release()
    expect(await disk.list(HOME)).toEqual([])
  })

  it('a lock that becomes readable while it is looked at is somebody’s', async () => {
    const disk = new PowerCutDisk()
    await disk.create(`${HOME}/lock`, [])
    const whole = JSON.stringify({ token: 'slow', since: SINCE, ...(await ownIdentity()) })
    let looks = 0
    const wait = async () => {
      if (++looks !== 2) return
      await disk.remove(`${HOME}/lock`)
      await disk.create(`${HOME}/lock`, [Buffer.from(whole)])
    }
    await expect(takeLock(disk, HOME, () => 'id', SINCE, { wait })).rejects.toThrow(HomeInUse)
  })

  it('that is empty goes to exactly one of many who find it', async () => {
    for (let seed = 0; seed < 60; seed++) {
      const disk = new PowerCutDisk()
      await disk.create(`${HOME}/lock`, [])
      const slow = jittered(disk, mulberry32(seed))
      const takers = await Promise.allSettled(Array.from({ length: 5 }, () => take(slow)))
      expect(
        takers.filter(({ status }) => status === 'fulfilled'),
        `seed ${seed}`,
      ).toHaveLength(1)
      expect(
        (await disk.list(HOME)).filter((name) => name !== 'lock'),
        `seed ${seed}`,
      ).toEqual([])
    }
  })

  it('is not given back by who has lost it', async () => {
    const disk = new PowerCutDisk()
    const release = await take(disk)
    await disk.remove(`${HOME}/lock`)
    await take(disk)
    await release()
    await expect(take(disk)).rejects.toThrow(HomeInUse)
  })

  it('goes to exactly one of many who find a dead holder at the same time, in whatever order they work', async () => {
    for (let seed = 0; seed < 150; seed++) {
      const disk = jittered(await aLockOf({ bootId: 'another' }), mulberry32(seed))
      const takers = await Promise.allSettled(Array.from({ length: 6 }, () => take(disk)))
      const owners = takers.flatMap((taker) => (taker.status === 'fulfilled' ? [taker.value] : []))
      expect(owners, `seed ${seed}`).toHaveLength(1)
      for (const taker of takers)
        if (taker.status === 'rejected') expect(taker.reason).toBeInstanceOf(HomeInUse)
      await owners[0]!()
      expect(await disk.list(HOME), `seed ${seed}`).toEqual([])
    }
  })

  it('goes to one owner after another while many come and go, never to two', async () => {
    for (let seed = 0; seed < 60; seed++) {
      const disk = jittered(await aLockOf({ bootId: 'another' }), mulberry32(seed))
      let owners = 0
      let turns = 0
      const comeAndGo = async () => {
        for (let tries = 0; tries < 6; tries++) {
          const release = await take(disk).catch((error: unknown) => {
            if (!(error instanceof HomeInUse)) throw error
          })
          if (release === undefined) continue
          expect(++owners, `seed ${seed}`).toBe(1)
          turns++
          await new Promise(setImmediate)
          owners--
          await release()
        }
      }
      await Promise.all(Array.from({ length: 4 }, comeAndGo))
      expect(turns).toBeGreaterThan(0)
    }
  })

  const deaths = (['before', 'torn', 'after'] as const).flatMap((how) =>
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((step) => ({ step, how })),
  )
  it.each(deaths)('can be taken though a taker has died $how its step $step', async ({ step, how }) => {
    const disk = await aLockOf({ bootId: 'another' })
    disk.failAt(step, how, true)
    const isTaken = await take(disk).then(
      () => true,
      () => false,
    )
    disk.revive()
    await disguiseAsDead(disk)
    await expect(take(disk)).resolves.toBeTypeOf('function')
    expect((await disk.list(HOME)).filter((name) => name.includes('after'))).toEqual([])
    expect([true, false]).toContain(isTaken)
  })
})

/** What this process has written becomes that of a process before the last start of the machine. */
async function disguiseAsDead(disk: PowerCutDisk): Promise<void> {
  for (const name of await disk.list(HOME)) {
    const path = `${HOME}/${name}`
    const text = (await disk.read(path)).toString()
    await disk.remove(path)
    await disk.create(path, [Buffer.from(text.replace(/"bootId":"[^"]*"/, '"bootId":"another"'))])
  }
}

describe('a home that another process has open', () => {
  let compiled: PlainJavaScript
  let folder: ReturnType<typeof aHomeFolder>
  const children: ChildProcessByStdio<Writable, Readable, null>[] = []

  beforeAll(() => {
    compiled = plainJavaScript(join(import.meta.dirname, '../kill/holder.ts'), `lock-${process.pid}`)
  })
  afterAll(() => compiled.remove())
  beforeEach(() => {
    folder = aHomeFolder()
  })
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL')
    folder.remove()
  })

  async function aHolder() {
    const child = spawn(process.execPath, [compiled.entry, folder.path], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    children.push(child)
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string] // readline's 'line'
    return { child, line }
  }

  it('is refused, with the number of that process, and opens at once when it has been killed', async () => {
    const { child, line } = await aHolder()
    expect(line).toBe('open')
    await expect(openQuietly(folder.path)).rejects.toThrow(`in use by process ${child.pid} on ${hostname()}`)
    child.kill('SIGKILL')
    await once(child, 'exit')
    await (await openQuietly(folder.path)).close()
  })

  it('opens when that process has closed it', async () => {
    const { child } = await aHolder()
    child.stdin.end()
    await once(child, 'exit')
    await (await openQuietly(folder.path)).close()
  })

  it('goes to one of several processes that start at once over the lock of a killed one', async () => {
    const { child } = await aHolder()
    child.kill('SIGKILL')
    await once(child, 'exit')
    const lines = (await Promise.all(Array.from({ length: 4 }, aHolder))).map(({ line }) => line)
    expect(lines.filter((line) => line === 'open')).toHaveLength(1)
    expect(lines.filter((line) => line.startsWith('HomeInUse: '))).toHaveLength(3)
  })

  it.skipIf(process.platform === 'win32')('opens though a killed process left its lock empty', async () => {
    for (const name of ['lock', 'lock.taking-1-2-3-x', 'lock.new-1-2-3-x'])
      await writeFile(join(folder.path, name), '')
    await (await openQuietly(folder.path)).close()
    expect((await readdir(folder.path)).filter((name) => /lock|alive/.test(name))).toEqual([])
  })

  it.skipIf(!isOnLinux)('is told from its copy, which opens and says what it is', async () => {
    const { child } = await aHolder()
    const copy = aHomeFolder()
    try {
      await cp(join(folder.path, 'lock'), join(copy.path, 'lock'))
      const log = aListeningLog()
      const store = await openStore(copy.path, homeOptions({ log })).catch((error: unknown) => error)
      // On a file system that several machines may share, a person has to say so.
      if (store instanceof HomeInUse) return
      expect(log.heard).toMatchObject([{ event: 'home.copied', fields: { pid: child.pid } }])
      expect(JSON.parse(await readFile(join(copy.path, COPIED), 'utf8'))).toMatchObject({ pid: child.pid })
      await (store as Store).close() // it opened, as the lines above show
      await expect(openQuietly(folder.path)).rejects.toThrow(HomeInUse)
    } finally {
      copy.remove()
    }
  })

  it.skipIf(!isOnLinux)(
    'is in use though nobody can see the process by its number, for it answers',
    async () => {
      await aHolder()
      const path = join(folder.path, 'lock')
      const elsewhere = JSON.parse(await readFile(path, 'utf8'))
      await writeFile(path, JSON.stringify({ ...elsewhere, pid: 1, host: 'other', pidSpace: 'pid:[1]' }))
      await expect(openQuietly(folder.path)).rejects.toThrow('process 1 on other')
    },
  )

  it.skipIf(!isOnLinux)('opens after its container was replaced: the system has hung up for it', async () => {
    const { child } = await aHolder()
    child.kill('SIGKILL')
    await once(child, 'exit')
    const path = join(folder.path, 'lock')
    const elsewhere = JSON.parse(await readFile(path, 'utf8'))
    await writeFile(path, JSON.stringify({ ...elsewhere, pid: 1, host: 'other', pidSpace: 'pid:[1]' }))
    await (await openQuietly(folder.path)).close()
    expect((await readdir(folder.path)).filter((name) => /lock|alive/.test(name))).toEqual([])
  })

  it('is refused to the same process, too', async () => {
    const store = await openQuietly(folder.path)
    await expect(openQuietly(folder.path)).rejects.toThrow(HomeInUse)
    await store.close()
  })

  it('is given free where opening it fails', async () => {
    await (await openQuietly(folder.path)).close()
    const roster = join(folder.path, 'bank', 'managers.json')
    await writeFile(roster, 'no roster')
    await expect(openQuietly(folder.path)).rejects.toThrow(roster)
    expect(await readFile(roster, 'utf8')).toBe('no roster')
    expect(existsSync(join(folder.path, 'lock'))).toBe(false)
  })
})
