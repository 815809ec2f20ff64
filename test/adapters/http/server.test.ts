import { afterEach, describe, expect, it } from 'vitest'
import { promMetrics } from '../../../src/adapters/http/metrics.js'
import { type HttpDeps, type HttpServer, startHttp } from '../../../src/adapters/http/server.js'
import { silentLog } from '../../support/log.js'

let server: HttpServer | undefined

afterEach(async () => {
  await server?.close()
  server = undefined
})

async function start(over: Partial<HttpDeps> = {}): Promise<HttpServer> {
  server = await startHttp({
    host: '127.0.0.1',
    port: 0,
    receive: async () => ({ status: 200 }),
    isReady: () => true,
    metrics: promMetrics().text,
    log: silentLog,
    ...over,
  })
  return server
}

function post(url: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
}

it('a page is there for anybody, and no other is', async () => {
  const { url } = await start({ pages: { privacy: '<!doctype html>' } })
  const page = await fetch(`${url}/privacy`)
  expect([page.status, page.headers.get('content-type'), await page.text()]).toEqual([
    200,
    'text/html; charset=utf-8',
    '<!doctype html>',
  ])
  expect((await fetch(`${url}/terms`)).status).toBe(404)
})

describe('/api/messages', () => {
  it('hands over the signature and the activity, and answers with what came back', async () => {
    const heard: unknown[] = []
    const { url } = await start({
      receive: async (authorization, body) => {
        heard.push([authorization, body])
        return { status: 202, body: { statusCode: 200 } }
      },
    })
    const response = await post(url, '{"type":"message"}', { authorization: 'Bearer token' })
    expect(heard).toEqual([['Bearer token', { type: 'message' }]])
    expect([response.status, await response.json()]).toEqual([202, { statusCode: 200 }])
  })

  it.each([
    { case: 'no JSON is refused', body: '{"type":', status: 400 },
    {
      case: 'an activity as large as a card may be is taken',
      body: JSON.stringify('x'.repeat(500_000)),
      status: 200,
    },
    { case: 'a larger one is refused', body: JSON.stringify('x'.repeat(600_000)), status: 413 },
  ])('$case', async ({ body, status }) => {
    const { url } = await start()
    expect((await post(url, body)).status).toBe(status)
  })

  it('a bug behind it answers 500, names nothing, and the server lives on', async () => {
    let isBroken = true
    const { url } = await start({
      receive: async () => {
        if (isBroken) throw new Error('张三 13800001111')
        return { status: 200 }
      },
    })
    const failed = await post(url, '{}')
    expect(failed.status).toBe(500)
    expect(await failed.text()).not.toContain('13800001111')
    isBroken = false
    expect((await post(url, '{}')).status).toBe(200)
  })
})

it('is alive before it is ready', async () => {
  let isReady = false
  const { url } = await start({ isReady: () => isReady })
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  expect((await fetch(`${url}/readyz`)).status).toBe(503)
  isReady = true
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
})

it('counts turns and deliveries for Prometheus', async () => {
  const { meter, text } = promMetrics()
  meter.delivery('brief', 'sent')
  meter.turn('message', 30, 'ok')
  const { url } = await start({ metrics: text })
  const response = await fetch(`${url}/metrics`)
  expect(response.headers.get('content-type')).toContain('text/plain')
  const counts = await response.text()
  expect(counts).toContain('daybook_deliveries_total{kind="brief",state="sent"} 1')
  expect(counts).toContain('daybook_turn_seconds_bucket{le="0.05",act="message",outcome="ok"} 1')
})

it('a closing server finishes what it is answering', async () => {
  let answer = (_: { status: number }): void => {}
  let begun = (): void => {}
  const isBegun = new Promise<void>((resolve) => {
    begun = resolve
  })
  const running = await start({
    receive: () =>
      new Promise((resolve) => {
        answer = resolve
        begun()
      }),
  })
  const pending = post(running.url, '{}')
  await isBegun
  const closed = running.close()
  server = undefined
  answer({ status: 200 })
  expect((await pending).status).toBe(200)
  await closed
  await expect(fetch(`${running.url}/healthz`)).rejects.toThrow()
})

it('says so where the port is taken', async () => {
  const { url } = await start()
  const port = Number(new URL(url).port)
  await expect(
    startHttp({
      host: '127.0.0.1',
      port,
      receive: async () => ({ status: 200 }),
      isReady: () => true,
      metrics: promMetrics().text,
      log: silentLog,
    }),
  ).rejects.toThrow('EADDRINUSE')
})
