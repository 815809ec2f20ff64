import { afterAll, beforeAll, expect, it } from 'vitest'
import { attack } from '../../bench/soak/attack.js'
import { hostileActivities } from '../../bench/soak/hostile-activities.js'
import { type MessengerSink, startMessengerSink } from '../../bench/soak/messenger-sink.js'
import { type SampleServer, SPEAKERS, startSampleServer } from '../../bench/soak/sample-server.js'

let server: SampleServer
let messenger: MessengerSink

beforeAll(async () => {
  server = await startSampleServer(40)
  messenger = await startMessengerSink()
})

afterAll(async () => {
  await server.stop()
  await messenger.close()
})

/** The short form of `npm run soak -- activities`. */
it('300 hostile activities: each is answered as it may be, and nothing fails inside', {
  timeout: 120_000,
}, async () => {
  const book = await server.daybook.store.books.read('M101')
  const targets = {
    serviceUrl: messenger.url,
    speakers: Object.values(SPEAKERS),
    ids: book.customers.map(({ id }) => id),
  }
  const { wrong, sent } = await attack(server.url, hostileActivities(11, targets), 300, async () => {})
  expect(sent).toBe(300)
  expect(wrong).toEqual([])
  expect([...server.faults]).toEqual([])
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
})

it('the same seed makes the same attacks', () => {
  const targets = { serviceUrl: 'http://127.0.0.1:1', speakers: ['a'], ids: ['C1'] }
  const first = hostileActivities(5, targets)
  const second = hostileActivities(5, targets)
  for (let count = 0; count < 500; count++) expect(first.next()).toEqual(second.next())
})
