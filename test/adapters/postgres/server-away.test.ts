import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../../../src/ports/store.js'
import { aBook, aContact, contactIds, withContact } from '../../contract/builders.js'
import { openQuietlyOn } from '../../support/postgres-place.js'
import { SERVER_PROGRAMS, startServer, type TestServer } from '../../support/postgres-server.js'
import { driveReplicas } from '../../support/replicas/drive.js'
import { plainJavaScript } from '../lowdb/kill/plain-javascript.js'

const AT = '2026-11-23T00:30:00.000Z'

describe.skipIf(SERVER_PROGRAMS === undefined)('a server that goes away and comes back', () => {
  let server: TestServer
  let store: Store

  beforeAll(async () => {
    server = await startServer()
    store = await openQuietlyOn(await server.newDatabase())
    await store.books.change('M1', () => ({ book: aBook('M1', ['c1']), result: undefined }))
  })
  afterAll(async () => {
    await store.close()
    await server.stop()
  })

  const turn = (id: string) =>
    store.turns.once({ managerId: 'M1', keys: [id], at: AT }, async () => {
      await store.books.change('M1', (book) => ({
        book: withContact(book, 'c1', aContact({ id })),
        result: undefined,
      }))
      return { result: id }
    })

  it('fails what is asked meanwhile at once, and then goes on without a restart', async () => {
    await turn('k1')
    expect(await store.isReachable()).toBe(true)
    await server.crash()
    await expect(turn('k2')).rejects.toThrow()
    await expect(store.refresh()).rejects.toThrow()
    await expect(store.books.read('M1')).rejects.toThrow()
    while (await store.isReachable()) await wait(100)
    await server.startAgain()
    while (!(await store.isReachable())) await wait(100)
    await store.refresh()
    expect(await turn('k2')).toMatchObject({ isRepeat: false })
    expect(contactIds(await store.books.read('M1'))).toEqual(['k1', 'k2'])
  })

  it('loses no turn that was acknowledged and does none twice, though each is asked for until it is', async () => {
    const before = contactIds(await store.books.read('M1'))
    const ids = Array.from({ length: 60 }, (_, at) => `t${String(at).padStart(2, '0')}`)
    let done = 0
    const untilDone = async (id: string): Promise<void> => {
      for (;;) {
        try {
          await turn(id)
          done++
          return
        } catch {
          await wait(20)
        }
      }
    }
    const all = Promise.all(ids.map(untilDone))
    for (const reached of [10, 35]) {
      while (done < reached) await wait(1)
      await server.crash()
      await server.startAgain()
    }
    await all
    const written = contactIds(await store.books.read('M1')).filter((id) => !before.includes(id))
    expect(written.toSorted()).toEqual(ids)
  })

  it('keeps a morning whole though replicas are killed as well: one brief each, no turn lost, done twice or mixed up', async () => {
    const replica = plainJavaScript(
      join(import.meta.dirname, '../../support/replicas/replica.ts'),
      `replicas-${process.pid}`,
    )
    try {
      const { violations, turns, sent } = await driveReplicas({
        server,
        entry: replica.entry,
        managers: 12,
        speakers: 2,
        kills: 1,
        stops: 1,
        killEveryMs: 600,
        seed: 7,
        perSecond: 20,
        claimedForMs: 1_500,
        minuteMs: 200,
        withinMs: 60_000,
      })
      expect(violations).toEqual([])
      expect(sent).toBeGreaterThan(3)
      expect(turns).toBeGreaterThan(2)
    } finally {
      replica.remove()
    }
  })
})
