import { describe, expect, it } from 'vitest'
import { openStore } from '../../../src/adapters/lowdb/store.js'
import type { Store } from '../../../src/ports/store.js'
import { aBook, aContact, contactIds, withContact } from '../../contract/builders.js'
import { aManager } from '../../support/roster.js'
import { homeOptions } from './homes.js'
import { type Mishap, PowerCutDisk } from './power-cut-disk.js'
import { mulberry32 } from './random.js'

const HOME = '/home-of-daybook'
const MISHAPS: readonly Mishap[] = ['before', 'after', 'torn']

const open = (disk: PowerCutDisk, warnings: string[] = []) =>
  openStore(HOME, homeOptions({ disk, log: { warn: (event) => void warnings.push(event) } }))

/** A closed home with two books, c1 and c2 in the first, c3 in the second. */
async function aHome(): Promise<PowerCutDisk> {
  const disk = new PowerCutDisk()
  const store = await open(disk)
  await store.bank.transact(async (draft) => {
    await draft.putBook(aBook('M1', ['c1', 'c2']))
    await draft.putBook(aBook('M2', ['c3']))
    await draft.putManagers([aManager({ id: 'M1' })])
    await draft.putNote('imports', 1)
  })
  await store.journal.append({ at: '2026-11-23T01:00:00.000Z', managerId: 'M1', act: 'import' })
  await store.close()
  return disk
}

/** What is seen before and after the act, and how many steps it takes. */
async function measure(home: PowerCutDisk, act: Act) {
  const disk = home.copy()
  const store = await open(disk)
  const before = await seen(store)
  const stepsBefore = disk.steps
  await act(store)
  await store.checkpoint()
  const steps = disk.steps - stepsBefore
  const after = await seen(store)
  expect(after).not.toEqual(before)
  expect(steps).toBeGreaterThan(4)
  return { before, after, steps }
}

/** Everything a reader can see, in a form that is easily compared. */
async function seen(store: Store) {
  const books = await Promise.all(['M1', 'M2', 'M3'].map((id) => store.books.read(id)))
  const owned = await store.bank.transact(async (draft) => ({
    note: await draft.note('imports'),
    owners: ['c1', 'c2', 'c3'].map((id) => draft.ownerOf(id)),
  }))
  return {
    ids: books.map((book) => book.customers.map((customer) => customer.id)),
    contacts: books.flatMap(contactIds),
    managers: store.managers.all().map((manager) => manager.id),
    conversation: await store.conversations.read('chat'),
    ...owned,
  }
}

type Act = (store: Store) => Promise<unknown>

/** The process is started again and the power cut while it mends what it found. */
async function stopAgainWhileMending(disk: PowerCutDisk, random: () => number): Promise<void> {
  disk.restart()
  disk.failAt(1 + Math.floor(random() * 40), 'before', true)
  await open(disk).catch(() => undefined)
  disk.cutPower(() => random() < 0.5)
}

const ACTS: Record<string, Act> = {
  'a logged contact': (store) =>
    store.books.change('M1', (book) => ({
      book: withContact(book, 'c1', aContact({ id: 'k1' })),
      result: undefined,
    })),
  'the first writing of a dialog': (store) => store.conversations.write('chat', { step: 1 }),
  'a handing over of customers, with a third book, the roster and a note': (store) =>
    store.bank.transact(async (draft) => {
      await draft.putBook(withContact(aBook('M1', ['c1']), 'c1', aContact({ id: 'k1' })))
      await draft.putBook(aBook('M2', ['c2']))
      await draft.putBook(aBook('M3', ['c3']))
      await draft.putManagers([aManager({ id: 'M1' }), aManager({ id: 'M3', aadObjectId: 'aad-M3' })])
      await draft.putNote('imports', 2)
    }),
  'a plain change that takes a customer out': (store) =>
    store.books.change('M1', () => ({ book: aBook('M1', ['c1']), result: undefined })),
}

describe.each(Object.entries(ACTS))('%s', (_, act) => {
  it('is done or not done, never in between, wherever the process or the machine stops', async () => {
    const home = await aHome()
    const { before, after, steps } = await measure(home, act)
    const random = mulberry32(0xdab0)
    const ends = { before: 0, after: 0 }
    for (let step = 1; step <= steps + 1; step++) {
      let canTear = true
      for (const mishap of MISHAPS) {
        if (mishap === 'torn' && !canTear) continue
        for (const cut of [false, true]) {
          const disk = home.copy()
          const store = await open(disk)
          disk.failAt(step, mishap, true)
          const isAcknowledged = await act(store).then(
            () => true,
            () => false,
          )
          await store.checkpoint().catch(() => undefined)
          canTear = disk.failedAtWrite
          const survives = () => random() < 0.5
          if (cut) disk.cutPower(survives)
          else await stopAgainWhileMending(disk, random)

          const again = await open(disk)
          const found = await seen(again)
          const end = isAcknowledged || JSON.stringify(found) !== JSON.stringify(before) ? 'after' : 'before'
          expect(found, `stopped ${mishap} step ${step}, power cut: ${cut}`).toEqual(
            end === 'after' ? after : before,
          )
          ends[end]++
          expect(await again.journal.verify()).toMatchObject({ lines: 1 })
          await again.close()

          disk.cutPower(survives)
          const onceMore = await open(disk)
          expect(await seen(onceMore), 'what was seen stays so when the power goes').toEqual(found)
          await onceMore.close()
        }
      }
    }
    expect(Math.min(ends.before, ends.after)).toBeGreaterThan(0)
  })

  it('that fails for want of space leaves all as it was, is told, and succeeds when it is tried again', async () => {
    const home = await aHome()
    const { before, after, steps } = await measure(home, act)
    let failures = 0
    for (let step = 1; step <= steps; step++) {
      for (const mishap of ['before', 'torn'] as const) {
        const disk = home.copy()
        const store = await open(disk)
        disk.failAt(step, mishap, false)
        const failure = await act(store).then(
          () => undefined,
          (error: unknown) => error,
        )
        await store.checkpoint().catch(() => undefined)
        const at = `failed ${mishap} step ${step}`
        if (failure !== undefined) {
          failures++
          expect(failure, at).toMatchObject({ code: 'ENOSPC' })
          expect(await seen(store), at).toEqual(before)
          disk.restart()
          const meanwhile = await open(disk)
          expect(await seen(meanwhile), `${at}, opened again`).toEqual(before)
          await act(meanwhile)
          await meanwhile.close()
        }
        await store.close()
        disk.restart()
        const again = await open(disk)
        expect(await seen(again), `${at}, then tried again`).toEqual(after)
        await again.close()
      }
    }
    expect(failures).toBeGreaterThan(1)
  })
})

describe('a transaction that was stopped at its commit', () => {
  it('is whole or not there, wherever the power goes while the next start mends it', async () => {
    const home = await aHome()
    const act = ACTS['a handing over of customers, with a third book, the roster and a note']!
    const { before, after, steps } = await measure(home, act)
    const stoppedAfter = async (step: number) => {
      const disk = home.copy()
      const store = await open(disk)
      disk.failAt(step, 'after', true)
      await act(store).catch(() => undefined)
      disk.restart()
      return disk
    }
    const isCommitted = async (step: number) => {
      const found = await seen(await open(await stoppedAfter(step)))
      return JSON.stringify(found) === JSON.stringify(after)
    }
    let commit = 1
    while (!(await isCommitted(commit))) commit++
    expect(commit).toBeLessThan(steps)

    const random = mulberry32(0xc0a1)
    for (let mending = 1; mending <= 45; mending++) {
      for (let patterns = 0; patterns < 3; patterns++) {
        const disk = await stoppedAfter(commit)
        disk.failAt(mending, 'after', true)
        await open(disk).catch(() => undefined)
        disk.cutPower(() => random() < 0.5)
        const again = await open(disk)
        expect([before, after], `power cut after step ${mending} of mending`).toContainEqual(
          await seen(again),
        )
        await again.close()
      }
    }
  })
})

describe('a transaction of which nobody can tell whether it was written', () => {
  it('lets nothing more be written until a restart tells, and is whole or not there then', async () => {
    const home = await aHome()
    const act = ACTS['a handing over of customers, with a third book, the roster and a note']!
    const { before, after } = await measure(home, act)
    for (const cut of [false, true]) {
      const disk = home.copy()
      const store = await open(disk)
      const append = disk.append.bind(disk)
      disk.append = async (path, bytes) => {
        if (cut) await append(path, bytes)
        throw new Error('gone')
      }
      disk.cut = () => Promise.reject(new Error('gone'))
      await expect(act(store)).rejects.toMatchObject({ name: 'UnsureCommit' })
      expect((await store.books.read('M2')).customers.map((customer) => customer.id)).toEqual(['c3'])
      await expect(ACTS['a logged contact']!(store)).rejects.toMatchObject({ name: 'UnsureCommit' })

      if (cut) disk.cutPower(() => true)
      else disk.restart()
      const again = await open(disk)
      expect(await seen(again)).toEqual(cut ? after : before)
      await again.close()
    }
  })
})

describe('what went wrong before', () => {
  it('an old record that came back with the power did not carry a later, unfinished transaction with it', async () => {
    const disk = await aHome()
    disk.cutPower(() => false) // the removal of the record was never durable
    const before = await seen(await open(disk.copy()))
    const store = await open(disk)
    const unfinished = store.bank.transact(async (draft) => {
      await draft.putBook({ ...aBook('M1', []), changes: [] })
      disk.failAt(1, 'before', true)
      await draft.putBook(aBook('M2', ['c1', 'c2', 'c3']))
    })
    await expect(unfinished).rejects.toThrow()
    let survivors = 0
    disk.cutPower(() => survivors++ > 0) // all but the second removal of the record
    expect(await seen(await open(disk))).toEqual(before)
  })

  it('a write that was refused because its folder could not be synced did not turn up after a power cut', async () => {
    const disk = await aHome()
    const store = await open(disk)
    const before = await seen(store)
    const syncFolder = disk.syncFolder.bind(disk)
    let syncs = 0
    disk.syncFolder = (folder) => (++syncs === 1 ? Promise.reject(new Error('not now')) : syncFolder(folder))
    await expect(store.conversations.write('chat', 1)).rejects.toThrow('not now')
    let survivors = 0
    disk.cutPower(() => survivors++ < 3) // up to the new file in its place, not as far as the old one put back
    expect(await seen(await open(disk))).toEqual(before)
  })

  it('what a killed process had put in place, and a reader had seen, did not vanish with the power', async () => {
    const disk = await aHome()
    const store = await open(disk)
    disk.failAt(3, 'after', true) // it is logged, and nobody was told
    await expect(store.conversations.write('chat', 1)).rejects.toThrow()
    disk.restart()
    const again = await open(disk)
    const found = await again.conversations.read('chat')
    expect(found).toBe(1)
    disk.cutPower(() => false)
    expect(await (await open(disk)).conversations.read('chat')).toEqual(found)
  })
})
