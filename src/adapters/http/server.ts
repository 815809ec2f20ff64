import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import restify, { type Request, type Response } from 'restify'
import type { Log, NamedFile } from '../../ports/ports.js'
import { isFromThisMachine } from './from-this-machine.js'
import { jsonReader, refusedByHeaders } from './read-json.js'

export interface HttpDeps {
  readonly host: string
  /** 0: one that is free. */
  readonly port: number
  /** Whether an Authorization header is worth reading the body for; what it says is not proved by that. */
  isWorthReading?(authorization: string): boolean
  /** An inbound POST of the messenger: its Authorization header and body. */
  receive(authorization: string, body: unknown): Promise<Received>
  /** Whether messages can be answered now: the book is open and the process is not on its way out. */
  isReady(): boolean | Promise<boolean>
  /** The counts in Prometheus' text format, with its content type. */
  metrics(): Promise<{ readonly type: string; readonly text: string }>
  /** `local`: the counts are for this machine alone. */
  readonly metricsFor?: 'local' | 'anyone'
  /** Files by an address that serves once; undefined where files go another way. */
  readonly files?: {
    take(token: string): Promise<NamedFile | undefined>
    /** Said of an address that has served, or is over. */
    readonly over: string
  }
  /** Shorter in tests. */
  readonly withinMs?: { readonly headers: number; readonly request: number; readonly lookedAtEvery: number }
  /** Pages that anybody may read, HTML by the last part of their address. */
  readonly pages?: Readonly<Record<string, string>>
  readonly log: Log
}

/** What a POST of the messenger is answered with. */
export interface Received {
  readonly status: number
  readonly body?: unknown
  /** When to come again, of what is refused for now. */
  readonly retryAfterSeconds?: number
}

export interface HttpServer {
  /** Where it listens: `http://127.0.0.1:3978`. */
  readonly url: string
  /** Takes no new connection, lets what is being answered finish, then ends those left. */
  close(): Promise<void>
}

type Answer =
  | (Received & { readonly type?: undefined })
  /** Sent as it is, under its own content type. */
  | {
      readonly status: number
      readonly body: string | Buffer
      readonly type: string
      readonly headers?: Readonly<Record<string, string>>
    }

/**
 * How long a sender may take over its headers, and over the whole request; then it is answered 408. `lookedAtEvery` is
 * how often that is looked at. Milliseconds.
 */
const WITHIN_MS = { headers: 10_000, request: 15_000, lookedAtEvery: 1_000 } as const
/** Nothing moves on a connection for this long: it ends. Longer than any turn. */
const IDLE_MS = 60_000
/** Longer than proxies keep a connection that rests, so that none is closed under a request that is on its way. */
const KEPT_ALIVE_MS = 75_000
/** More than a proxy keeps open for a bank; those beyond are not taken. */
const MAX_CONNECTIONS = 1_000
const MAX_HEADERS = 100
/** How long a closing server waits for what is being answered. */
const GRACE_MS = 5_000
const SWEEP_EVERY_MS = 100
/** How long a refused sender is listened to after its answer, so that it gets to read it. */
const LINGER_MS = 1_000

/** The only home of restify. Resolves when connections are taken; rejects where the address cannot be had. */
export async function startHttp(deps: HttpDeps): Promise<HttpServer> {
  // Whether a body is wanted at all is told after its headers were looked at.
  const server = restify.createServer({
    name: 'daybook',
    handleUncaughtExceptions: false,
    noWriteContinue: true,
  })
  const http = server.server as Server // restify types it as a plain TCP server
  setBounds(http, deps.withinMs ?? WITHIN_MS)
  // restify listens for upgrades, and so takes over their connections, without doing anything with them.
  server.on('upgrade', (_req: unknown, socket: Socket) => socket.destroy())

  let isClosing = false
  // restify takes a handler of three parameters for a callback; async ones have two. What it makes of an error would
  // quote it to the caller, so no error reaches it.
  const answering =
    (work: (req: Request, res: Response) => Promise<Answer> | Answer) =>
    async (req: Request, res: Response): Promise<void> => {
      const answer = await answered(() => work(req, res))
      // A kept-alive connection would hold up the closing until it times out.
      if (isClosing) res.setHeader('Connection', 'close')
      if (!req.complete) throwAwayRest(req)
      if (answer.type !== undefined)
        res.sendRaw(answer.status, answer.body, { 'Content-Type': answer.type, ...answer.headers })
      else sendJson(res, answer)
    }
  const answered = async (work: () => Promise<Answer> | Answer): Promise<Answer> => {
    try {
      return await work()
    } catch (error) {
      deps.log.error('http.failed', error)
      return { status: 500 }
    }
  }
  const read = jsonReader()
  const receive = async (req: Request, res: Response): Promise<Answer> => {
    const authorization = req.header('authorization', '')
    const refused = refusedByHeaders(req.headers)
    if (refused !== undefined) return { status: refused }
    if (deps.isWorthReading?.(authorization) === false) return { status: 401 }
    if (req.headers.expect !== undefined) res.writeContinue()
    const body = await read(req)
    return body.kind === 'read' ? deps.receive(authorization, body.value) : { status: body.status }
  }
  server.post('/api/messages', answering(receive))
  const { files } = deps
  if (files !== undefined)
    server.get(
      '/files/:token',
      answering(async (req) => {
        const file = await files.take(String(req.params['token']))
        return file === undefined
          ? { status: 410, type: 'text/plain; charset=utf-8', body: files.over }
          : download(file)
      }),
    )
  for (const [name, body] of Object.entries(deps.pages ?? {}))
    server.get(
      `/${name}`,
      answering(() => ({ status: 200, type: 'text/html; charset=utf-8', body })),
    )
  server.get(
    '/healthz',
    answering(() => ({ status: 200, body: { status: 'ok' } })),
  )
  server.get(
    '/readyz',
    answering(async () =>
      (await deps.isReady())
        ? { status: 200, body: { status: 'ready' } }
        : { status: 503, body: { status: 'not ready' } },
    ),
  )
  server.get(
    '/metrics',
    answering(async (req) => {
      if (deps.metricsFor !== 'anyone' && !isFromThisMachine(req.socket.remoteAddress, req.headers))
        return { status: 403 }
      const { type, text } = await deps.metrics()
      return { status: 200, type, body: text }
    }),
  )

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
      // What was still being read from is idle a moment later.
      const sweep = setInterval(() => http.closeIdleConnections(), SWEEP_EVERY_MS)
      http.closeIdleConnections()
      const grace = setTimeout(() => http.closeAllConnections(), GRACE_MS)
      await closed
      clearTimeout(grace)
      clearInterval(sweep)
    },
  }
}

function setBounds(http: Server, withinMs: Required<HttpDeps>['withinMs']): void {
  http.headersTimeout = withinMs.headers
  http.requestTimeout = withinMs.request
  // Read when it begins to listen; node takes it as an option only, and restify passes none.
  Object.assign(http, { connectionsCheckingInterval: withinMs.lookedAtEvery })
  http.maxHeadersCount = MAX_HEADERS
  http.maxConnections = MAX_CONNECTIONS
  http.setTimeout(IDLE_MS)
  http.keepAliveTimeout = KEPT_ALIVE_MS
}

/** What is still on its way is thrown away for a moment, for who is cut off at once never reads the answer. */
function throwAwayRest(req: Request): void {
  const end = setTimeout(() => req.complete || req.socket.destroy(), LINGER_MS)
  req.once('close', () => clearTimeout(end))
  req.resume()
}

function sendJson(res: Response, { status, body, retryAfterSeconds }: Received): void {
  if (retryAfterSeconds !== undefined) res.setHeader('Retry-After', String(retryAfterSeconds))
  if (body === undefined) res.sendRaw(status, '')
  else res.sendRaw(status, JSON.stringify(body), { 'Content-Type': 'application/json' })
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
