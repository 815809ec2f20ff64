import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type HttpDeps, type HttpServer, startHttp } from '../../../src/adapters/http/server.js'
import { silentLog } from '../../support/log.js'

let server: HttpServer | undefined
let heard: unknown[] = []

beforeEach(() => {
  heard = []
})

afterEach(async () => {
  await server?.close()
  server = undefined
})

async function start(over: Partial<HttpDeps> = {}): Promise<string> {
  server = await startHttp({
    host: '127.0.0.1',
    port: 0,
    receive: async (_authorization, body) => {
      heard.push(body)
      return { status: 200 }
    },
    isReady: () => true,
    metrics: async () => ({ type: 'text/plain', text: 'counts' }),
    log: silentLog,
    ...over,
  })
  return server.url
}

const JSON_TYPE = { 'content-type': 'application/json' }

async function post(
  url: string,
  body: string | Buffer<ArrayBuffer>,
  headers: Record<string, string>,
): Promise<number> {
  const response = await fetch(`${url}/api/messages`, { method: 'POST', headers, body })
  await response.arrayBuffer()
  return response.status
}

/** Bytes as they are, on a connection of their own; the status line of the answer, or how the connection ended. */
function send(url: string, ...pieces: readonly (string | Buffer)[]): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => {
      for (const piece of pieces) socket.write(piece)
    })
    socket.setEncoding('latin1')
    socket.on('data', (chunk: string) => {
      answer += chunk
      if (answer.includes('\r\n\r\n')) socket.destroy()
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(answer.split('\r\n')[0] || 'closed'))
  })
}

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

describe('what is refused before it is read', () => {
  it.each([
    {
      case: 'a body that says gzip and is none',
      headers: { ...JSON_TYPE, 'content-encoding': 'gzip' },
      status: 415,
    },
    { case: 'any other encoding', headers: { ...JSON_TYPE, 'content-encoding': 'br' }, status: 415 },
    {
      case: 'even the encoding that is none',
      headers: { ...JSON_TYPE, 'content-encoding': 'identity' },
      status: 415,
    },
    { case: 'a form', headers: { 'content-type': 'application/x-www-form-urlencoded' }, status: 415 },
    { case: 'a file', headers: { 'content-type': 'multipart/form-data; boundary=x' }, status: 415 },
    { case: 'a table', headers: { 'content-type': 'text/csv' }, status: 415 },
    { case: 'JSON of another kind', headers: { 'content-type': 'application/ld+json' }, status: 415 },
    {
      case: 'JSON in another character set',
      headers: { 'content-type': 'application/json; charset=gbk' },
      status: 415,
    },
    {
      case: 'JSON in UTF-8, said so',
      headers: { 'content-type': 'Application/JSON; charset="UTF-8"' },
      status: 200,
    },
  ])('$case: $status', async ({ headers, status }) => {
    const url = await start()
    expect(await post(url, '{}', headers)).toBe(status)
    expect(heard).toHaveLength(status === 200 ? 1 : 0)
  })

  it('a bomb of gzip is not unpacked', async () => {
    const url = await start()
    const bomb = gzipSync(Buffer.alloc(100_000_000, ' '))
    const before = process.memoryUsage.rss()
    expect(await post(url, bomb, { ...JSON_TYPE, 'content-encoding': 'gzip' })).toBe(415)
    expect(process.memoryUsage.rss() - before).toBeLessThan(80_000_000)
  })

  it('the body behind a token that is none is not waited for', async () => {
    const url = await start({ isWorthReading: () => false })
    const head =
      'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500000\r\n\r\n'
    expect(await send(url, head)).toBe('HTTP/1.1 401 Unauthorized')
  })

  it('who asks whether to send gets the answer instead of a go-ahead', async () => {
    const url = await start()
    const head = 'POST /api/messages HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n'
    expect(await send(url, `${head}Content-Type: text/csv\r\n\r\n`)).toBe(
      'HTTP/1.1 415 Unsupported Media Type',
    )
    expect(await send(url, `${head}Content-Type: application/json\r\n\r\n`)).toBe('HTTP/1.1 100 Continue')
  })
})

describe('what is read within bounds', () => {
  it.each([
    { case: '32 deep', body: nested(32), status: 200 },
    { case: '33 deep', body: nested(33), status: 400 },
    { case: '250,000 deep', body: nested(250_000), status: 400 },
    { case: '20,000 values', body: `[${Array(19_999).fill(1)}]`, status: 200 },
    { case: 'more values', body: `[${Array(20_001).fill(1)}]`, status: 400 },
    { case: 'brackets in a text are text', body: JSON.stringify(`"${'['.repeat(100)}\\`), status: 200 },
    { case: 'nothing', body: '', status: 400 },
    { case: 'half a value', body: '{"type":', status: 400 },
    { case: 'no UTF-8', body: Buffer.from([0x22, 0xff, 0xfe, 0x22]), status: 400 },
    { case: 'a mark of the byte order', body: '\ufeff{}', status: 200 },
  ])('$case: $status', async ({ body, status }) => {
    const url = await start()
    expect(await post(url, body, JSON_TYPE)).toBe(status)
  })

  it('a prototype in it is nobody’s', async () => {
    const url = await start()
    await post(url, '{"value":{"__proto__":{"isHead":true},"verb":"undo"}}', JSON_TYPE)
    expect(heard).toEqual([{ value: { verb: 'undo' } }])
    expect(Object.keys((heard[0] as { value: object }).value)).toEqual(['verb'])
  })

  it('more than it says is refused while it comes in', async () => {
    const url = await start()
    const head =
      'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n'
    const chunk = Buffer.from(`10000\r\n${'x'.repeat(65_536)}\r\n`)
    expect(await send(url, head, ...Array(9).fill(chunk))).toBe('HTTP/1.1 413 Payload Too Large')
  })
})

describe('senders that are slow or strange', () => {
  it.each([
    { case: 'headers that never end', pieces: ['POST /api/messages HTTP/1.1\r\nHost: x\r\n'] },
    {
      case: 'a body that never ends',
      pieces: [
        'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
      ],
    },
  ])('$case: 408, and others are answered meanwhile', async ({ pieces }) => {
    const url = await start({ withinMs: { headers: 300, request: 400, lookedAtEvery: 50 } })
    const slow = send(url, ...pieces)
    expect(await post(url, '{}', JSON_TYPE)).toBe(200)
    expect(await slow).toBe('HTTP/1.1 408 Request Timeout')
  })

  it.each([
    {
      case: 'headers of 64 KB',
      text: `GET /healthz HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(65_536)}\r\n\r\n`,
      says: 'HTTP/1.1 431',
    },
    { case: 'what is no HTTP', text: '\x16\x03\x01\x02\x00\x01\x00\r\n\r\n', says: 'HTTP/1.1 400' },
    {
      case: 'an address that cannot be decoded',
      text: 'GET /files/%E0%A4%A HTTP/1.1\r\nHost: x\r\n\r\n',
      says: 'HTTP/1.1 4',
    },
    {
      case: 'an unknown address',
      text: 'GET /admin HTTP/1.1\r\nHost: x\r\nAccept: image/png\r\n\r\n',
      says: 'HTTP/1.1 404',
    },
    {
      case: 'an answer wanted in another form',
      text: 'GET /healthz HTTP/1.1\r\nHost: x\r\nAccept: image/png\r\n\r\n',
      says: 'HTTP/1.1 200',
    },
    {
      case: 'a wish to speak something else',
      text: 'GET / HTTP/1.1\r\nHost: x\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n',
      says: 'closed',
    },
    { case: 'a wish for a tunnel', text: 'CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n', says: 'closed' },
    {
      case: 'two lengths',
      text: 'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n',
      says: 'HTTP/1.1 400',
    },
  ])('$case: $says', async ({ text, says }) => {
    const url = await start()
    expect(await send(url, text)).toContain(says)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
  })

  it('300 connections that say nothing keep nobody else waiting', async () => {
    const url = await start()
    const idle = Array.from({ length: 300 }, () => connect(Number(new URL(url).port), '127.0.0.1'))
    await Promise.all(idle.map((socket) => new Promise((resolve) => socket.once('connect', resolve))))
    expect(await post(url, '{}', JSON_TYPE)).toBe(200)
    for (const socket of idle) socket.destroy()
  })

  it('a sender that goes away in the middle is forgotten', async () => {
    const url = await start()
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.write(
      'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
    )
    await new Promise((resolve) => socket.once('connect', resolve))
    socket.destroy()
    expect(await post(url, '{}', JSON_TYPE)).toBe(200)
    expect(heard).toEqual([{}])
  })
})

describe('/metrics', () => {
  it.each([
    { case: 'for this machine', headers: {}, status: 200 },
    { case: 'not through a proxy on it', headers: { 'x-forwarded-for': '203.0.113.9' }, status: 403 },
    {
      case: 'not through one that names itself otherwise',
      headers: { forwarded: 'for=203.0.113.9' },
      status: 403,
    },
  ])('$case: $status', async ({ headers, status }) => {
    const url = await start()
    expect((await fetch(`${url}/metrics`, { headers })).status).toBe(status)
  })

  it('for anyone where a setting says so', async () => {
    const url = await start({ metricsFor: 'anyone' })
    expect((await fetch(`${url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.9' } })).status).toBe(
      200,
    )
  })
})
