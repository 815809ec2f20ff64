import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface MessengerSink {
  readonly url: string
  /** Messages taken so far. */
  readonly taken: number
  close(): Promise<void>
}

/** A messenger that takes every message and remembers none. */
export async function startMessengerSink(): Promise<MessengerSink> {
  let taken = 0
  const server = createServer((req, res) => {
    req.resume()
    req.once('end', () => {
      taken++
      res.writeHead(200, { 'content-type': 'application/json' })
      res.end(`{"id":"m${taken}"}`)
    })
  }).listen(0, '127.0.0.1')
  server.keepAliveTimeout = 600_000
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // a server that listens on TCP has one
  return {
    url: `http://127.0.0.1:${port}`,
    get taken() {
      return taken
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
