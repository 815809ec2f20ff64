import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the messenger does with one request instead of taking it. */
export type Fault =
  | {
      readonly kind: 'status'
      readonly status: number
      readonly retryAfter?: string
      readonly isShown?: boolean
    }
  /** The connection ends without an answer. `isShown`: after the message was put before the manager. */
  | { readonly kind: 'drop'; readonly isShown?: boolean }
  /** No answer, ever. */
  | { readonly kind: 'hang'; readonly isShown?: boolean }

/** One request the messenger got, in the order they came. */
export interface Request {
  readonly method: string
  readonly conversationId: string
  /** The message that is answered or changed, where the path names one. */
  readonly activityId?: string
  readonly requestId: string | undefined
  readonly activity: SentActivity
  readonly fault: Fault | undefined
}

export interface SentActivity {
  readonly type?: string
  readonly text?: string
  readonly summary?: string
  readonly attachments?: readonly { readonly contentType: string; readonly content: unknown }[]
}

export interface FaultConnector {
  readonly url: string
  readonly requests: readonly Request[]
  /** What stands in a chat before the manager: shown messages, changed ones as they are now. */
  shownIn(conversationId: string): readonly SentActivity[]
  /** Decides the fate of every request from now on. */
  answerWith(fate: (request: Omit<Request, 'fault'>) => Fault | undefined): void
  /** The next requests meet these, in order; those after them are taken. */
  script(faults: readonly (Fault | undefined)[]): void
  close(): Promise<void>
}

const PATH = /\/v3\/conversations\/([^/]+)\/activities(?:\/([^/?]+))?/

/** A messenger of ours on a free port of this machine: the Bot Framework connector, with the faults one asks for. */
export async function startFaultConnector(): Promise<FaultConnector> {
  const requests: Request[] = []
  const shown = new Map<string, Map<string, SentActivity>>()
  const hanging = new Set<ServerResponse>()
  let fate: (request: Omit<Request, 'fault'>) => Fault | undefined = () => undefined
  let count = 0

  const show = (request: Omit<Request, 'fault'>): string => {
    const chat = shown.get(request.conversationId) ?? new Map<string, SentActivity>()
    shown.set(request.conversationId, chat)
    const isChange = request.method === 'PUT' && request.activityId !== undefined
    const id = isChange ? request.activityId! : `m${++count}`
    chat.set(id, request.activity)
    return id
  }

  const server = createServer(async (req, res) => {
    const match = PATH.exec(req.url ?? '')
    const body = await bodyOf(req)
    if (match === null) return answer(res, 404, { error: { code: 'NoSuchPath' } })
    const request = {
      method: req.method ?? '',
      conversationId: decodeURIComponent(match[1]!),
      ...(match[2] === undefined ? {} : { activityId: decodeURIComponent(match[2]) }),
      requestId: req.headers['x-ms-client-request-id']?.toString(),
      activity: JSON.parse(body || '{}') as SentActivity, // what our own bot has sent
    }
    const fault = fate(request)
    requests.push({ ...request, fault })
    if (fault === undefined) return answer(res, 200, { id: show(request) })
    if (fault.isShown === true) show(request)
    switch (fault.kind) {
      case 'status':
        return answer(res, fault.status, { error: { code: 'Fault' } }, fault.retryAfter)
      case 'drop':
        return void req.socket.destroy()
      case 'hang':
        return void hanging.add(res)
    }
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo // a server that listens on TCP has one

  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    shownIn: (conversationId) => [...(shown.get(conversationId)?.values() ?? [])],
    answerWith(next) {
      fate = next
    },
    script(faults) {
      const left = [...faults]
      fate = () => left.shift()
    },
    async close() {
      for (const res of hanging) res.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

/** Each of these faults for `share` of the requests, told by a seeded chance: the same seed meets the same faults. */
export function chanceFaults(random: () => number, share: number, faults: readonly Fault[]) {
  return (): Fault | undefined => faults[Math.floor(random() / share)]
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer) // no encoding is set
  return Buffer.concat(chunks).toString('utf8')
}

function answer(res: ServerResponse, status: number, body: object, retryAfter?: string): void {
  res.writeHead(status, {
    'content-type': 'application/json',
    ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
  })
  res.end(JSON.stringify(body))
}
