import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import restify, { type Request, type Response } from 'restify'
import type { Log, NamedFile } from '../usecases/ports.js'

export interface HttpDeps {
  readonly host: string
  /** 0: one that is free. */
  readonly port: number
  /** An inbound POST of the messenger: its Authorization header and body. */
  receive(authorization: string, body: unknown): Promise<{ readonly status: number; readonly body?: unknown }>
  /** Whether messages can be answered now: the book is open and the process is not on its way out. */
  isReady(): boolean
  /** The counts in Prometheus' text format, with its content type. */
  metrics(): Promise<{ readonly type: string; readonly text: string }>
  /** Files by an address that serves once; undefined where files go another way. */
  readonly files?: {
    take(token: string): Promise<NamedFile | undefined>
    /** Said of an address that has served, or is over. */
    readonly over: string
  }
  readonly log: Log
}

export interface HttpServer {
  /** Where it listens: `http://127.0.0.1:3978`. */
  readonly url: string
  /** Takes no new connection, lets what is being answered finish, then ends those left. */
  close(): Promise<void>
}

type Answer =
  | { readonly status: number; readonly body?: unknown; readonly type?: undefined }
  /** Sent as it is, under its own content type. */
  | {
      readonly status: number
      readonly body: string | Buffer
      readonly type: string
      readonly headers?: Readonly<Record<string, string>>
    }

/** An activity with its largest card is below 100 KB. */
const MAX_BODY_BYTES = 512 * 1_024
/** How long a closing server waits for what is being answered. */
const GRACE_MS = 5_000

/** The only home of restify. Resolves when connections are taken; rejects where the address cannot be had. */
export async function startHttp(deps: HttpDeps): Promise<HttpServer> {
  const server = restify.createServer({ name: 'daybook', handleUncaughtExceptions: false })
  server.use(restify.plugins.bodyParser({ maxBodySize: MAX_BODY_BYTES, mapParams: false }))

  let isClosing = false
  // restify takes a handler of three parameters for a callback; async ones have two. What it makes of an error would
  // quote it to the caller, so no error reaches it.
  const answering =
    (work: (req: Request) => Promise<Answer> | Answer) =>
    async (req: Request, res: Response): Promise<void> => {
      const answer = await work(req)
      // A kept-alive connection would hold up the closing until it times out.
      if (isClosing) res.setHeader('Connection', 'close')
      if (answer.type === undefined) res.send(answer.status, answer.body)
      else res.sendRaw(answer.status, answer.body, { 'Content-Type': answer.type, ...answer.headers })
    }
  const receive = async (req: Request): Promise<Answer> => {
    try {
      return await deps.receive(req.header('authorization', ''), req.body)
    } catch (error) {
      deps.log.error('http.failed', error)
      return { status: 500 }
    }
  }
  server.post('/api/messages', answering(receive))
  const { files } = deps
  if (files !== undefined)
    server.get(
      '/files/:token',
      answering(async (req) => {
        try {
          const file = await files.take(String(req.params['token']))
          return file === undefined
            ? { status: 410, type: 'text/plain; charset=utf-8', body: files.over }
            : download(file)
        } catch (error) {
          deps.log.error('http.failed', error)
          return { status: 500 }
        }
      }),
    )
  server.get(
    '/healthz',
    answering(() => ({ status: 200, body: { status: 'ok' } })),
  )
  server.get(
    '/readyz',
    answering(() =>
      deps.isReady()
        ? { status: 200, body: { status: 'ready' } }
        : { status: 503, body: { status: 'not ready' } },
    ),
  )
  server.get(
    '/metrics',
    answering(async () => {
      const { type, text } = await deps.metrics()
      return { status: 200, type, body: text }
    }),
  )

  const http = server.server as import('node:http').Server // restify types it as a plain TCP server
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject) // restify hands on what the HTTP server under it emits
    server.listen(deps.port, deps.host, resolve)
  })
  const { port } = http.address() as AddressInfo // a server that listens on TCP has one

  return {
    url: `http://${deps.host}:${port}`,
    async close() {
      isClosing = true
      const closed = once(http, 'close')
      http.close()
      http.closeIdleConnections()
      const grace = setTimeout(() => http.closeAllConnections(), GRACE_MS)
      await closed
      clearTimeout(grace)
    },
  }
}

/** Nothing between here and the browser keeps a customer's file, and the browser shows nothing of it by itself. */
function download({ name, bytes }: NamedFile): Answer {
  return {
    status: 200,
    type: 'application/octet-stream',
    body: Buffer.from(bytes),
    headers: {
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    },
  }
}
