import { SPEAKERS, startSampleServer } from './sample-server.js'

/** The attacked server in a process of its own: says where it is, and when asked how much memory it holds. */
const server = await startSampleServer(120)
const book = await server.daybook.store.books.read('M101')
process.send?.({
  url: server.url,
  speakers: Object.values(SPEAKERS),
  ids: book.customers.slice(0, 40).map(({ id }) => id),
})
// Nobody is left to attack it.
process.on('disconnect', () => process.exit(0))
process.on('message', async (message) => {
  if (message === 'stop') {
    await server.stop()
    process.exit(0)
  }
  globalThis.gc?.()
  const { rss, heapUsed } = process.memoryUsage()
  process.send?.({ rss, heapUsed, faults: [...server.faults] })
})
