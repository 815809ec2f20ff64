import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isTokenInTime } from '../../../src/adapters/bot/token.js'
import { type MessengerTokens, messengerTokens } from '../../support/messenger-tokens.js'
import { startTeams, type Teams } from '../../support/teams.js'

const APP = '00000000-0000-4000-8000-0000000000aa'
const NOW = new Date()
const seconds = Math.floor(NOW.getTime() / 1_000)

let tokens: MessengerTokens
let authorization: string
let teams: Teams

/** One that holds, but for what is said otherwise. */
function bearer(over: Readonly<Record<string, unknown>> = {}, signedBy?: 'nobody'): string {
  return tokens.bearer(APP, { serviceurl: teams.connector.url, ...over }, signedBy)
}

beforeEach(async () => {
  tokens = messengerTokens(() => NOW)
  teams = await startTeams({
    // The library looks at the clock of the machine.
    start: NOW.toISOString(),
    env: { MicrosoftAppId: APP, MicrosoftAppPassword: 'p', ALLOWED_SERVICE_HOSTS: '127.0.0.1' },
    authorization: () => authorization,
    talk: { onMessage: async () => {} },
  })
  authorization = bearer()
})

afterEach(async () => {
  await teams.stop()
  tokens.stop()
})

describe('whose messages are heard', () => {
  it('the messenger’s', async () => {
    await teams.say('谁')
    expect(teams.talk.heard).toHaveLength(1)
  })

  it.each([
    { case: 'none', header: () => '' },
    { case: 'no bearer', header: () => 'Basic dXNlcjpwdw==' },
    { case: 'three dots of nothing', header: () => 'Bearer a.b.c' },
    { case: 'one that is over', header: () => bearer({ exp: seconds - 600 }) },
    { case: 'one that does not begin yet', header: () => bearer({ nbf: seconds + 600 }) },
    { case: 'one that never ends', header: () => bearer({ exp: undefined }) },
    { case: 'one for another app', header: () => bearer({ aud: 'another' }) },
    { case: 'one of another issuer', header: () => bearer({ iss: 'https://example.invalid' }) },
    {
      case: 'one for another host',
      header: () => bearer({ serviceurl: 'https://example.invalid' }),
    },
    { case: 'one that nobody we know has signed', header: () => bearer({}, 'nobody') },
    { case: 'one with a changed word', header: () => bearer().replace(/\.[^.]+\./, '.e30.') },
    { case: 'one without a signature', header: () => bearer().replace(/[^.]+$/, '') },
    { case: 'one without end', header: () => `${bearer()}${'A'.repeat(9_000)}` },
  ])('$case: 401, and not a word', async ({ header }) => {
    authorization = header()
    expect((await teams.say('谁')).status).toBe(401)
    expect(teams.talk.heard).toEqual([])
    expect(teams.connector.requests).toEqual([])
  })

  it('where the messenger’s keys cannot be had it is asked to come again', async () => {
    tokens.loseKeys()
    expect((await teams.say('谁')).status).toBe(503)
    expect(teams.talk.heard).toEqual([])
  })
})

it('a forged token that says it is in time is told by its signature alone', () => {
  expect(isTokenInTime(bearer({}, 'nobody'), NOW)).toBe(true)
})
