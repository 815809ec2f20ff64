import { describe, expect, it } from 'vitest'
import { openStore, type Store } from '../../src/store/lowdb/store.js'
import { aBook, aContact, contactIds, withContact } from '../contract/builders.js'
import { aManager } from '../support/roster.js'
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
      for (const mishap of MISHAPS) {
        for (const cut of [false, true, true]) {
          const disk = home.copy()
          const store = await open(disk)
          disk.failAt(step, mishap, true)
          const isAcknowledged = await act(store).then(
            () => true,
            () => false,
          )
          if (cut) disk.cutPower(() => random() < 0.5)
          else disk.restart()
          const again = await open(disk)
          const found = await seen(again)
          const end = isAcknowledged || JSON.stringify(found) !== JSON.stringify(before) ? 'after' : 'before'
          expect(found, `stopped ${mishap} step ${step}, power cut: ${cut}`).toEqual(
            end === 'after' ? after : before,
          )
          ends[end]++
          expect(await again.journal.verify()).toMatchObject({ lines: 1 })
          await again.close()
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
    expect(failures).toBeGreaterThan(2)
  })
})
