import type { ConnectorClientOptions } from 'botframework-connector'
import { LRUCache } from 'lru-cache'
import type { FailedOutcome } from '../../domain/delivery/send-outcome.js'
import type { Clock } from '../../ports/ports.js'
import { type AllowedHosts, isAllowed } from './allowed-hosts.js'
import { exchange } from './exchange.js'

/** botbuilder's own type for what carries its requests; it is not exported under a name. */
type HttpClient = NonNullable<ConnectorClientOptions['httpClient']>
type Request = Parameters<HttpClient['sendRequest']>[0]
type Response = Awaited<ReturnType<HttpClient['sendRequest']>>

/** The messenger did not take a request. The outcome says what is known of it; the message quotes nothing. */
export class SendFailure extends Error {
  override readonly name = 'SendFailure'
  constructor(readonly outcome: FailedOutcome) {
    super(`the messenger did not take the request: ${outcome.kind}`)
  }
}

export interface OncePerRequestClient extends HttpClient {
  /** Whether a POST of this id has left, so that nobody can say any more that nothing was delivered. */
  hasPosted(requestId: string): boolean
}

export interface HttpClientOptions {
  readonly timeoutMs: number
  readonly allowedHosts: AllowedHosts
  readonly clock: Clock
}

const REMEMBERED_REQUESTS = 10_000

/** Failures of which it is certain that no connection was made. */
const NEVER_CONNECTED = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]

/**
 * Carries botbuilder's requests to the messenger: one deadline for the whole answer, and at most one POST per
 * `x-ms-client-request-id`.
 *
 * botbuilder 4.23.3 repeats a request up to three times after a 5xx, a 429 with Retry-After or a lost connection,
 * whatever it is told. Its retry policy handles only responses and `RestError`s, so every answer but a 2xx leaves
 * here as a `SendFailure`, which goes through it at once; the memory of ids holds even should the policy change.
 */
export function oncePerRequestClient(options: HttpClientOptions): OncePerRequestClient {
  const posted = new LRUCache<string, true>({ max: REMEMBERED_REQUESTS })

  return {
    hasPosted: (requestId) => posted.has(requestId),
    async sendRequest(request) {
      if (!isAllowed(options.allowedHosts, request.url)) {
        throw new SendFailure({ kind: 'not-sent', why: 'bad-reference' })
      }
      if (request.method === 'POST') {
        if (posted.has(request.requestId)) throw new SendFailure({ kind: 'unknown', why: 'interrupted' })
        posted.set(request.requestId, true)
      }
      const { response, body } = await carried(request, options.timeoutMs)
      if (!response.ok) throw new SendFailure(outcomeOfStatus(response, options.clock.now()))
      return { request, status: response.status, headers: headersOf(request, response), bodyAsText: body }
    },
  }
}

async function carried(request: Request, timeoutMs: number) {
  const { method, url } = request
  try {
    return await exchange(
      url,
      { method, headers: request.headers.rawHeaders(), body: request.body ?? null },
      timeoutMs,
    )
  } catch (error) {
    throw new SendFailure(outcomeOfError(error))
  }
}

function outcomeOfStatus(response: globalThis.Response, now: Date): FailedOutcome {
  const { status } = response
  switch (status) {
    case 403:
      return { kind: 'forbidden' }
    case 404:
      return { kind: 'gone' }
    case 412:
      return { kind: 'try-again' }
    case 429: {
      const retryAfterMs = retryAfter(response.headers.get('retry-after'), now)
      return retryAfterMs === undefined ? { kind: 'throttled' } : { kind: 'throttled', retryAfterMs }
    }
    default:
      return status >= 500 ? { kind: 'unknown', why: 'server-error' } : { kind: 'refused', status }
  }
}

function outcomeOfError(error: unknown): FailedOutcome {
  if (error instanceof Error && error.name === 'TimeoutError') return { kind: 'unknown', why: 'no-answer' }
  const cause = error instanceof Error ? error.cause : undefined
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined
  return typeof code === 'string' && NEVER_CONNECTED.includes(code)
    ? { kind: 'not-sent', why: 'no-connection' }
    : { kind: 'unknown', why: 'connection-lost' }
}

/** Seconds, or an HTTP date; undefined where the header is absent or says neither. */
function retryAfter(header: string | null, now: Date): number | undefined {
  if (header === null) return undefined
  if (/^\d+$/.test(header.trim())) return Number(header) * 1_000
  const at = Date.parse(header)
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime())
}

/** The class of botbuilder's header collections is not exported; a request's own can be copied and refilled. */
function headersOf(request: Request, response: globalThis.Response): Response['headers'] {
  const headers = request.headers.clone()
  for (const name of headers.headerNames()) headers.remove(name)
  response.headers.forEach((value, name) => {
    headers.set(name, value)
  })
  return headers
}
