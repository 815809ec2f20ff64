import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readSampleWords } from '../../../src/adapters/files/sample-words.js'
import { loadCalendar } from '../../../src/config/calendar.js'
import { loadPolicy } from '../../../src/config/policy.js'
import { day } from '../../../src/domain/day.js'
import { fillSample } from '../../../src/imports/fill-sample.js'
import type { Store } from '../../../src/ports/store.js'
import { makeSample } from '../../../src/sample/make-sample.js'
import { isHalfMoved, moveStore, sumsOf } from '../../../src/usecases/moving/move-store.js'
import { aContact, withContact } from '../../contract/builders.js'
import { aDatabase, emptied, openQuietlyOn } from '../../support/postgres-place.js'
import { SERVER_PROGRAMS } from '../../support/postgres-server.js'
import { type TemporaryStore, temporaryStore } from '../../support/temporary-store.js'

const NOW = { now: () => new Date('2026-11-23T01:00:00Z') }
const newHash = () => createHash('sha256')
const move = (from: Store, to: Store) => moveStore(from, to, { newHash })
const sums = (store: Store) => sumsOf(store, newHash)

/** A home in which somebody has worked: something of every kind is kept. */
async function aWorkedHome(): Promise<TemporaryStore> {
  const store = await temporaryStore(NOW)
  await fillSample(store.bank)(
    makeSample({
      managers: 3,
      customers: 60,
      seed: 7,
      today: day('2026-11-23'),
      calendar: loadCalendar('data/calendar'),
      policy: loadPolicy('data/policy.json'),
      words: readSampleWords('data/sample'),
    }),
  )
  const [managerId = ''] = await store.books.managerIds()
  await store.turns.once(
    { managerId, keys: ['a', 'b'], passingKeys: ['c'], at: '2026-11-23T01:00:00Z' },
    async () => {
      await store.books.change(managerId, (book) => ({
        book: withContact(book, book.customers[0]!.id, aContact({ id: 'told', note: '孩子高考,"月底"再谈' })),
        result: undefined,
      }))
      await store.journal.append({
        at: '2026-11-23T01:00:00Z',
        managerId,
        act: 'contact.log',
        customerIds: ['C1'],
      })
      await store.conversations.write(`teams ${managerId}`, { turn: 3, stack: [{ flow: 'log' }] })
      return { result: undefined, answer: '✓' }
    },
  )
  await store.journal.append({ at: '2026-11-23T01:01:00Z', managerId: 'M9', act: 'view', detail: '1' })
  await store.journal.append({ at: '2026-11-23T01:02:00Z', managerId, act: 'view' })
  await store.desks.change(managerId, (desk) => ({
    desk: { ...desk, settings: { ...desk.settings, briefTime: '08:20' } },
    result: undefined,
  }))
  await store.unclear.note({ text: '说不清', language: 'zh', nearest: [] }, day('2026-11-23'))
  await store.bank.transact((draft) => draft.putNote('imports', { last: 4, rows: [['T1', 5]] }))
  return store
}

/** The store until it has written so often; then the process that moves is gone. */
function stoppingAfter(writes: number, store: Store): Store {
  let left = writes
  const counted =
    <A extends unknown[], R>(write: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> =>
      left-- > 0 ? write(...args) : Promise.reject(new Error('killed'))
  const { bank, desks, remainder } = store
  return {
    ...store,
    bank: { transact: counted((work) => bank.transact(work)) as typeof bank.transact },
    desks: { ...desks, change: counted((id, decide) => desks.change(id, decide)) as typeof desks.change },
    remainder: { ...remainder, put: counted(remainder.put), append: counted(remainder.append) },
  }
}

describe.skipIf(SERVER_PROGRAMS === undefined)('moving a home', () => {
  let url: string
  let home: TemporaryStore
  let database: Store

  beforeAll(async () => {
    url = await aDatabase()
    home = await aWorkedHome()
  })
  beforeEach(async () => {
    await emptied(url)
    database = await openQuietlyOn(url)
    return () => database.close()
  })
  afterAll(() => home?.remove())

  it('everything is the same in the database, and in another home after that', async () => {
    const was = await sums(home)
    expect(Object.values(was).filter(({ count }) => count > 0).length).toBeGreaterThanOrEqual(9)
    expect(await move(home, database)).toEqual({ status: 'moved', sums: was, resumed: false })
    expect((await database.journal.verify()).broken).toBeUndefined()

    const another = await temporaryStore(NOW)
    expect(await move(database, another)).toEqual({ status: 'moved', sums: was, resumed: false })
    expect((await another.journal.verify()).broken).toBeUndefined()
    await another.remove()
  })

  it('a turn that was done is not done again where it was moved to', async () => {
    await move(home, database)
    const [managerId = ''] = await home.books.managerIds()
    const again = { managerId, keys: ['b'], at: '2026-11-23T01:10:00Z' }
    expect(await database.turns.once(again, async () => ({ result: 'done' }))).toEqual({
      isRepeat: true,
      answer: '✓',
    })
  })

  it('a move that was stopped anywhere goes on to the same end, and nobody serves what is half there', async () => {
    const was = await sums(home)
    for (const writes of [1, 2, 3, 5, 7, 8, 9]) {
      await emptied(url)
      await database.refresh()
      await expect(move(home, stoppingAfter(writes, database))).rejects.toThrow('killed')
      expect(await isHalfMoved(database)).toBe(true)
      expect(await move(home, database)).toEqual({ status: 'moved', sums: was, resumed: true })
      expect(await isHalfMoved(database)).toBe(false)
    }
  })

  it('nothing is put beside what is kept already', async () => {
    const [manager] = home.managers.all()
    await database.bank.transact((draft) => draft.putManagers([manager!]))
    expect(await move(home, database)).toEqual({ status: 'not-empty' })
    expect(await database.books.managerIds()).toEqual([])
  })

  it('what somebody wrote meanwhile is told, and another move mends it', async () => {
    let reads = 0
    const { remainder } = home
    const changing: Store = {
      ...home,
      remainder: {
        ...remainder,
        read: async (kind, key) =>
          kind === 'notes' && ++reads > 1 ? { last: 5 } : remainder.read(kind, key),
      },
    }
    expect(await move(changing, database)).toEqual({ status: 'differs', kinds: ['notes'] })
    expect(await move(home, database)).toMatchObject({ status: 'moved', resumed: true })
  })
})
