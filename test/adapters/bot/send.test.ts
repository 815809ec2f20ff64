import { createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type SenderDeps, sender } from '../../../src/adapters/bot/send.js'
import type { SendOutcome } from '../../../src/domain/delivery/send-outcome.js'
import type { Fault } from '../../support/fault-connector.js'
import { silentLog } from '../../support/log.js'
import { CHAT, startTeams, type Teams } from '../../support/teams.js'

let teams: Teams

afterEach(() => teams.stop())

const BRIEF = { summary: '今天要联系 5 位客户', card: { type: 'AdaptiveCard', version: '1.5', body: [] } }

function referenceTo(serviceUrl: string) {
  return {
    channelId: 'msteams',
    serviceUrl,
    bot: { id: '28:daybook' },
    user: { id: '29:user-M1' },
    conversation: { id: CHAT, conversationType: 'personal' },
  }
}

const send = (serviceUrl = teams.connector.url): Promise<SendOutcome> =>
  teams.bot.send(referenceTo(serviceUrl), BRIEF)

describe('one push is one POST', () => {
  it('taken, it says what the messenger called it', async () => {
    teams = await startTeams()
    expect(await send()).toEqual({ kind: 'sent', activityId: 'm1' })
    expect(teams.shown()).toMatchObject([
      { type: 'message', summary: BRIEF.summary, attachments: [{ content: BRIEF.card }] },
    ])
  })

  it.each<{ case: string; fault: Fault; outcome: SendOutcome }>([
    {
      case: '429 with Retry-After',
      fault: { kind: 'status', status: 429, retryAfter: '7' },
      outcome: { kind: 'throttled', retryAfterMs: 7_000 },
    },
    {
      case: '429 with a date to wait for',
      fault: { kind: 'status', status: 429, retryAfter: 'Mon, 23 Nov 2026 01:00:30 GMT' },
      outcome: { kind: 'throttled', retryAfterMs: 30_000 },
    },
    { case: '429 without a word', fault: { kind: 'status', status: 429 }, outcome: { kind: 'throttled' } },
    { case: '412', fault: { kind: 'status', status: 412 }, outcome: { kind: 'try-again' } },
    { case: '403', fault: { kind: 'status', status: 403 }, outcome: { kind: 'forbidden' } },
    { case: '404', fault: { kind: 'status', status: 404 }, outcome: { kind: 'gone' } },
    { case: '400', fault: { kind: 'status', status: 400 }, outcome: { kind: 'refused', status: 400 } },
    { case: '401', fault: { kind: 'status', status: 401 }, outcome: { kind: 'refused', status: 401 } },
    { case: 'a redirect', fault: { kind: 'status', status: 307 }, outcome: { kind: 'refused', status: 307 } },
    {
      case: '500',
      fault: { kind: 'status', status: 500 },
      outcome: { kind: 'unknown', why: 'server-error' },
    },
    {
      case: '503 with Retry-After',
      fault: { kind: 'status', status: 503, retryAfter: '0' },
      outcome: { kind: 'unknown', why: 'server-error' },
    },
    {
      case: 'a dropped connection',
      fault: { kind: 'drop' },
      outcome: { kind: 'unknown', why: 'connection-lost' },
    },
    { case: 'no answer', fault: { kind: 'hang' }, outcome: { kind: 'unknown', why: 'no-answer' } },
  ])('$case', async ({ fault, outcome }) => {
    teams = await startTeams({ env: { SEND_TIMEOUT_MS: '150' } })
    teams.connector.answerWith(() => fault)
    expect(await send()).toEqual(outcome)
    expect(teams.connector.requests).toHaveLength(1)
    expect(teams.clock.waitedMs).toBe(0)
  })

  it('each POST has an id of its own', async () => {
    teams = await startTeams()
    await send()
    await send()
    expect(new Set(teams.connector.requests.map(({ requestId }) => requestId)).size).toBe(2)
  })
})

describe('what never left was not delivered', () => {
  it('a messenger that cannot be reached', async () => {
    teams = await startTeams()
    expect(await send(`http://127.0.0.1:${await aClosedPort()}`)).toEqual({
      kind: 'not-sent',
      why: 'no-connection',
    })
  })

  it.each([
    { case: 'a host that is not allowed', reference: referenceTo('https://evil.example/') },
    { case: 'a reference of another time', reference: { conversation: { id: CHAT } } },
    { case: 'no reference', reference: undefined },
  ])('$case', async ({ reference }) => {
    teams = await startTeams()
    expect(await teams.bot.send(reference, BRIEF)).toEqual({ kind: 'not-sent', why: 'bad-reference' })
    expect(teams.connector.requests).toEqual([])
  })
})

describe('a failure of our own', () => {
  it.each([
    { case: 'before anything left', posted: false, outcome: { kind: 'not-sent', why: 'no-token' } },
    { case: 'after it left', posted: true, outcome: { kind: 'unknown', why: 'interrupted' } },
  ])('$case: $outcome.kind', async ({ posted, outcome }) => {
    teams = await startTeams()
    const auth = {
      createConnectorFactory: () => ({
        create: async () => {
          throw new Error('no token')
        },
      }),
    } as unknown as SenderDeps['auth'] // all that a push asks of it
    const httpClient = { sendRequest: () => Promise.reject(), hasPosted: () => posted }
    const push = sender({ auth, httpClient, appId: 'app', newId: () => 'id', log: silentLog })
    expect(await push(referenceTo(teams.connector.url), BRIEF)).toEqual(outcome)
  })
})

function aClosedPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
