import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../../src/ports/store.js'
import { aBook, aContact, contactIds, withContact } from '../../contract/builders.js'
import { aGate } from '../../support/a-gate.js'
import { aDatabase, emptied, openQuietlyOn } from '../../support/postgres-place.js'
import { asOwner, SERVER_PROGRAMS } from '../../support/postgres-server.js'
import { aManager } from '../../support/roster.js'

const AT = '2026-11-23T00:30:00.000Z'

describe.skipIf(SERVER_PROGRAMS === undefined)('two processes on one database', () => {
  let url: string
  let one: Store
  let other: Store

  beforeAll(async () => {
    url = await aDatabase()
  })
  beforeEach(async () => {
    one = await openQuietlyOn(url)
    other = await openQuietlyOn(url)
    await one.bank.transact(async (draft) => {
      await draft.putBook(aBook('M1', ['c1', 'c2']))
      await draft.putBook(aBook('M2', ['c3']))
    })
  })
  afterEach(async () => {
    await Promise.all([one.close(), other.close()])
    await emptied(url)
  })

  const log = (store: Store, managerId: string, customerId: string, id: string) =>
    store.books.change(managerId, (book) => ({
      book: withContact(book, customerId, aContact({ id })),
      result: id,
    }))

  it('take the moments at which messages leave one after the other, and heed one brake', async () => {
    const [here, there] = [one.sendSlots!, other.sendSlots!]
    expect(await here.reserve(20_000)).toBe(0)
    const waitMs = await there.reserve(20_000)
    expect(waitMs).toBeGreaterThan(10_000)
    expect(waitMs).toBeLessThanOrEqual(20_000)
    await here.brake(120_000)
    expect(await there.reserve(1_000)).toBeGreaterThan(100_000)
  })

  it('lose none of a hundred changes of one book, whoever makes them', async () => {
    const ids = Array.from({ length: 100 }, (_, at) => `k${String(at).padStart(3, '0')}`)
    await Promise.all(ids.map((id, at) => log(at % 2 === 0 ? one : other, 'M1', 'c1', id)))
    for (const store of [one, other]) expect(contactIds(await store.books.read('M1')).toSorted()).toEqual(ids)
  })

  it('decide on what the other has written, also where they had read the book before', async () => {
    await Promise.all([one.books.read('M1'), other.books.read('M1')])
    await log(one, 'M1', 'c1', 'k1')
    const seen = await other.books.change('M1', (book) => ({ book, result: contactIds(book) }))
    expect(seen).toEqual(['k1'])
  })

  it('read of a book that the other changed only the customers that became others', async () => {
    const before = await other.books.read('M1')
    await log(one, 'M1', 'c2', 'k1')
    const after = await other.books.read('M1')
    expect(after.customers[0]).toBe(before.customers[0])
    expect(after.customers[1]!.contacts.map(({ id }) => id)).toEqual(['k1'])
  })

  it('see who came and who went', async () => {
    await other.books.read('M1')
    await one.books.change('M1', () => ({ book: aBook('M1', ['c2', 'c9']), result: undefined }))
    expect((await other.books.read('M1')).customers.map(({ id }) => id)).toEqual(['c2', 'c9'])
    await one.books.change('M1', () => ({ book: aBook('M1', []), result: undefined }))
    expect((await other.books.read('M1')).customers).toEqual([])
  })

  it('keep contacts with their customer when another manager gets him', async () => {
    await log(one, 'M1', 'c1', 'k1')
    await other.bank.transact(async (draft) => {
      const [giver, receiver] = [await draft.book('M1'), await draft.book('M2')]
      const [moving, ...others] = giver.customers
      await draft.putBook({ ...giver, customers: others })
      await draft.putBook({ ...receiver, customers: [moving!, ...receiver.customers] })
    })
    expect(contactIds(await one.books.read('M2'))).toEqual(['k1'])
    expect(contactIds(await one.books.read('M1'))).toEqual([])
    await log(one, 'M2', 'c1', 'k2')
    expect(contactIds(await other.books.read('M2'))).toEqual(['k1', 'k2'])
  })

  it('do a turn once, at the same time and afterwards', async () => {
    const turn = (store: Store) =>
      store.turns.once({ managerId: 'M1', keys: ['a'], at: AT }, async () => {
        await log(store, 'M1', 'c1', 'k1')
        return { result: 'done', answer: '记好了' }
      })
    const both = await Promise.all([turn(one), turn(other)])
    expect(both.map(({ isRepeat }) => isRepeat).toSorted()).toEqual([false, true])
    expect(await turn(other)).toEqual({ isRepeat: true, answer: '记好了' })
    expect(contactIds(await one.books.read('M1'))).toEqual(['k1'])
  })

  it('give the right to send to one', async () => {
    const claim = (store: Store) =>
      store.desks.change('M1', (desk) =>
        desk.settings.capacity === undefined
          ? { desk: { ...desk, settings: { capacity: 3 } }, result: true }
          : { desk, result: false },
      )
    const claimed = await Promise.all(
      Array.from({ length: 20 }, (_, at) => claim(at % 2 === 0 ? one : other)),
    )
    expect(claimed.filter(Boolean)).toHaveLength(1)
  })

  it('know a manager whom the other has imported after a refresh, and the same roster again is the same object', async () => {
    await one.bank.transact((draft) => draft.putManagers([aManager({ id: 'M7' })]))
    expect(other.managers.find('M7')).toBeUndefined()
    await other.refresh()
    const roster = other.managers.all()
    expect(roster).toHaveLength(1)
    await other.refresh()
    expect(other.managers.all()).toBe(roster)
  })

  it('a change across the bank waits for a turn, is never given up for it, and the turn that waits for it gives up', async () => {
    const gates = { turn: aGate(), bank: aGate() }
    const turn = one.units.together(async () => {
      await log(one, 'M1', 'c1', 'k1')
      await gates.turn.pass()
      await log(one, 'M2', 'c3', 'k2')
    })
    await gates.turn.reached
    const bank = other.bank.transact(async (draft) => {
      const second = await draft.book('M2')
      await gates.bank.pass()
      await draft.putBook(withContact(second, 'c3', aContact({ id: 'k3' })))
      const first = await draft.book('M1')
      await draft.putBook(withContact(first, 'c1', aContact({ id: 'k4' })))
    })
    await gates.bank.reached
    gates.turn.open()
    gates.bank.open()
    const [ofTurn, ofBank] = await Promise.allSettled([turn, bank])
    expect([ofTurn.status, ofBank.status]).toEqual(['rejected', 'fulfilled'])
    expect(contactIds(await one.books.read('M1'))).toEqual(['k4'])
  })

  it('chain the lines of both into one journal that is checked', async () => {
    const record = (store: Store, n: number) =>
      store.journal.append({ at: AT, managerId: `M${n % 3}`, act: 'book.view', customerIds: ['c1'] })
    await Promise.all(Array.from({ length: 30 }, (_, n) => record(n % 2 === 0 ? one : other, n)))
    const check = await one.journal.verify()
    expect(check).toMatchObject({ lines: 30 })
    expect(check.broken).toBeUndefined()
    await asOwner(url, async (client) => {
      // Whoever owns the database can change a line; the chain says where.
      await client.query(`update daybook.journal set line = '{"at":"x"}'
        where seq = (select seq from daybook.journal_links where nth = 7)`)
    })
    expect((await other.journal.verify()).broken).toMatchObject({ line: 7 })
  })
})
