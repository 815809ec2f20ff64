import { ConnectorClient, MicrosoftAppCredentials } from 'botframework-connector'
import { afterEach, describe, expect, it } from 'vitest'
import { isAllowed } from '../../../src/adapters/bot/allowed-hosts.js'
import { oncePerRequestClient, SendFailure } from '../../../src/adapters/bot/http-client.js'
import { testClock } from '../../support/clock.js'
import { type FaultConnector, startFaultConnector } from '../../support/fault-connector.js'

describe('oncePerRequestClient', () => {
  let connector: FaultConnector

  afterEach(() => connector.close())

  async function start() {
    connector = await startFaultConnector()
    const client = oncePerRequestClient({
      timeoutMs: 1_000,
      allowedHosts: ['127.0.0.1'],
      clock: testClock('2026-11-23T01:00:00Z'),
    })
    const botbuilder = new ConnectorClient(MicrosoftAppCredentials.Empty, {
      baseUri: connector.url,
      httpClient: client,
    })
    const send = (requestId: string) =>
      botbuilder.conversations.sendToConversation(
        'chat',
        { type: 'message' },
        { customHeaders: { 'x-ms-client-request-id': requestId } },
      )
    return { client, send }
  }

  it('lets an id leave once, whoever asks again', async () => {
    const { client, send } = await start()
    expect(client.hasPosted('one')).toBe(false)
    await send('one')
    expect(client.hasPosted('one')).toBe(true)
    await expect(send('one')).rejects.toThrow(SendFailure)
    expect(connector.requests.map(({ requestId }) => requestId)).toEqual(['one'])
  })

  it('takes botbuilder past its own repeats', async () => {
    const { send } = await start()
    connector.script([{ kind: 'status', status: 502 }])
    await expect(send('one')).rejects.toMatchObject({ outcome: { kind: 'unknown', why: 'server-error' } })
    expect(connector.requests).toHaveLength(1)
  })
})

describe('isAllowed', () => {
  const hosts = ['smba.trafficmanager.net', '*.botframework.com', '127.0.0.1', '::1']

  it.each([
    ['https://smba.trafficmanager.net/emea/', true],
    ['https://SMBA.trafficmanager.net/emea/', true],
    ['https://directline.botframework.com/', true],
    ['https://botframework.com/', false],
    ['https://evilbotframework.com/', false],
    ['https://smba.trafficmanager.net.evil.example/', false],
    ['https://smba.trafficmanager.net@evil.example/', false],
    ['https://user:secret@smba.trafficmanager.net/', false],
    ['http://smba.trafficmanager.net/', false],
    ['http://127.0.0.1:56150/_connector', true],
    ['http://[::1]:56150/', true],
    ['http://localhost:56150/', false],
    ['ftp://127.0.0.1/', false],
    ['not a url', false],
    [undefined, false],
  ])('%s: %s', (url, allowed) => {
    expect(isAllowed(hosts, url)).toBe(allowed)
  })
})
