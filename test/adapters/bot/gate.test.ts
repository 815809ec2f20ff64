import { afterEach, describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.js'
import type { Manager } from '../../../src/domain/manager/manager.js'
import { aGate } from '../../support/a-gate.js'
import { aManager } from '../../support/roster.js'
import { CHAT, LINES, startTeams, type Teams, type TeamsOptions } from '../../support/teams.js'

let teams: Teams

afterEach(() => teams.stop())

async function start(options: TeamsOptions = {}): Promise<Teams> {
  teams = await startTeams(options)
  return teams
}

const STRANGER = { from: { id: '29:who', aadObjectId: 'aad-nobody' } }
const GROUP = { conversation: { id: 'group-1', conversationType: 'groupChat', isGroup: true } }
const CHANNEL = { conversation: { id: 'channel-1', conversationType: 'channel', isGroup: true } }
const MENTION = { entities: [{ type: 'mention', mentioned: { id: '28:daybook' }, text: '<at>Daybook</at>' }] }

describe('who is speaking', () => {
  it('a manager is known by the directory object id and answered', async () => {
    await start()
    expect(await teams.say(' 谁这周到期 ')).toEqual({ status: 200, body: undefined })
    expect(teams.texts()).toEqual(['“谁这周到期”'])
    expect(teams.talk.heard[0]!.turn).toMatchObject({
      id: `${CHAT}|a1`,
      locale: 'zh-CN',
      manager: { id: 'M1' },
    })
  })

  it.each([
    { case: 'someone the roster does not know', over: STRANGER },
    { case: 'someone without an object id', over: { from: { id: '29:user-M1' } } },
    {
      case: "a manager's messenger id under another object id",
      over: { from: { id: '29:user-M1', aadObjectId: 'x' } },
    },
  ])('$case gets a polite line and no data', async ({ over }) => {
    await start()
    await teams.say('谁这周到期', over)
    expect(teams.texts()).toEqual([LINES.stranger])
    expect(teams.talk.heard).toEqual([])
    expect(await teams.desks.managerIds()).toEqual([])
  })

  it.each([
    ['until the day before', '2026-11-24', '“在吗”'],
    ['from the day on', '2026-11-23', LINES.stranger],
    ['ever after', '2026-10-01', LINES.stranger],
  ])('a manager who left the bank is answered %s', async (_, leftOn, answer) => {
    await start({ managers: [aManager({ id: 'M1', aadObjectId: 'aad-M1', leftOn: day(leftOn) })] })
    await teams.say('在吗')
    expect(teams.texts()).toEqual([answer])
  })

  it('a stranger who presses a button gets the same line in its place', async () => {
    await start()
    const { body } = await teams.press('contact.log', { id: 'C1' }, STRANGER)
    expect(body).toMatchObject({ value: LINES.stranger })
    expect(teams.talk.heard).toEqual([])
  })

  it.each([
    { case: 'of the directory that is set', tenantId: 'bank', answer: '“在吗”' },
    { case: 'of another directory', tenantId: 'elsewhere', answer: LINES.stranger },
  ])('someone $case', async ({ tenantId, answer }) => {
    await start({ env: { MicrosoftAppTenantId: 'bank' } })
    await teams.say('在吗', { channelData: { tenant: { id: tenantId } } })
    expect(teams.texts()).toEqual([answer])
  })

  it('the language is the one the manager chose, else the one of the roster', async () => {
    await start()
    await teams.say('hello')
    await teams.desks.change('M1', (desk) => ({
      desk: { ...desk, settings: { ...desk.settings, locale: 'en-US' } },
      result: undefined,
    }))
    await teams.say('hello again')
    expect(teams.talk.heard.map(({ turn }) => turn.locale)).toEqual(['zh-CN', 'en-US'])
  })

  it('the roster is brought up to date first: who was imported a moment ago by another process is known', async () => {
    const managers: Manager[] = []
    await start({
      managers,
      refresh: async () => {
        managers.push(aManager())
      },
    })
    await teams.say('在吗')
    expect(teams.texts()).toEqual(['“在吗”'])
  })

  it('a manager is asked to say it again where what is kept cannot be reached, and nothing is done', async () => {
    let isAway = true
    await start({
      refresh: async () => {
        if (isAway) throw new Error('no connection')
      },
    })
    await teams.say('在吗')
    isAway = false
    await teams.say('在吗?')
    expect(teams.texts()).toEqual(['抱歉', '“在吗?”'])
    expect(teams.talk.heard).toHaveLength(1)
  })

  it('a client that says null for nothing is understood', async () => {
    await start()
    await teams.say('在吗', { value: null, entities: null, replyToId: null })
    expect(teams.texts()).toEqual(['“在吗”'])
  })

  it('our own message come back is not answered', async () => {
    await start()
    await teams.say('“谁”', { from: { id: '28:daybook', role: 'bot' } })
    expect(teams.texts()).toEqual([])
  })
})

describe('groups and channels', () => {
  it.each([
    { case: 'a group', over: GROUP },
    { case: 'a channel', over: CHANNEL },
  ])('in $case a mention is told once, and never about customers', async ({ over }) => {
    await start()
    const { id } = over.conversation
    await teams.say('<at>Daybook</at> 张三的余额', { ...over, ...MENTION })
    await teams.say('<at>Daybook</at> 那李四的呢', { ...over, ...MENTION })
    expect(teams.texts(id)).toEqual([LINES.group])
    expect(teams.talk.heard).toEqual([])
    expect(await teams.desks.managerIds()).toEqual([])
  })

  it('without a mention there is silence', async () => {
    await start()
    await teams.say('张三的余额', GROUP)
    await teams.post({ type: 'conversationUpdate', membersAdded: [{ id: '28:daybook' }], ...GROUP })
    expect(teams.texts('group-1')).toEqual([])
  })

  it('a card that got into a group does nothing there', async () => {
    await start()
    const { body } = await teams.press('customer.show', { id: 'C1' }, GROUP)
    expect(body).toMatchObject({ value: LINES.group })
    expect(teams.talk.heard).toEqual([])
  })
})

describe('one answer to each message', () => {
  it('the same activity is answered once', async () => {
    await start()
    await teams.say('给张三打过电话了', { id: 'same' })
    await teams.say('给张三打过电话了', { id: 'same' })
    expect(teams.texts()).toEqual(['“给张三打过电话了”'])
  })

  it('sent again under another id with its old time, it is answered once', async () => {
    await start()
    const timestamp = '2026-11-23T01:00:00Z'
    await teams.say('给张三打过电话了', { timestamp })
    await teams.say('给张三打过电话了', { timestamp })
    expect(teams.talk.heard).toHaveLength(1)
  })

  it('"yes" to one question and "yes" to the next are two answers', async () => {
    await start()
    await teams.say('是')
    await teams.say('是')
    expect(teams.texts()).toEqual(['“是”', '“是”'])
  })

  it('the same words of two managers are two messages', async () => {
    await start({ managers: [aManager(), aManager({ id: 'M2', aadObjectId: 'aad-M2' })] })
    const timestamp = '2026-11-23T01:00:00Z'
    await teams.say('今天', { timestamp })
    await teams.say('今天', {
      timestamp,
      from: { id: '29:user-M2', aadObjectId: 'aad-M2' },
      conversation: { id: 'chat-M2', conversationType: 'personal' },
    })
    expect(teams.talk.heard.map(({ turn }) => turn.manager.id)).toEqual(['M1', 'M2'])
  })

  it('turns of one conversation come one at a time; another conversation does not wait', async () => {
    const events: string[] = []
    const first = aGate()
    await start({
      managers: [aManager(), aManager({ id: 'M2', aadObjectId: 'aad-M2' })],
      talk: {
        async onMessage({ text }) {
          events.push(`${text} begins`)
          if (text === 'one') await first.pass()
          events.push(`${text} ends`)
        },
      },
    })
    const one = teams.say('one')
    await first.reached
    const two = teams.say('two')
    await teams.say('other', {
      from: { id: '29:user-M2', aadObjectId: 'aad-M2' },
      conversation: { id: 'chat-M2', conversationType: 'personal' },
    })
    first.open()
    await Promise.all([one, two])
    expect(events).toEqual(['one begins', 'other begins', 'other ends', 'one ends', 'two begins', 'two ends'])
  })
})

describe('when something breaks', () => {
  it('the manager gets an apology in their language and may say it again at once', async () => {
    let isBroken = true
    await start({
      talk: {
        async onMessage({ chat }) {
          if (isBroken) throw new Error('张三 13800001111')
          await chat.send({ text: '好了' })
        },
      },
    })
    const timestamp = '2026-11-23T01:00:00Z'
    expect((await teams.say('谁', { timestamp })).status).toBe(200)
    isBroken = false
    await teams.say('谁', { timestamp })
    expect(teams.texts()).toEqual(['抱歉', '好了'])
    const failure = teams.log.lines.find(({ event }) => event === 'turn.failed')
    expect(failure?.fields).toMatchObject({ managerId: 'M1', activityId: 'a1' })
  })

  it('the log holds ids, and nothing of what was said', async () => {
    await start({ talk: { onMessage: async () => Promise.reject(new Error('张三 13800001111')) } })
    await teams.say('给张三 13800001111 打过电话了')
    const written = JSON.stringify(teams.log.lines.map(({ event, fields }) => [event, fields]))
    expect(written).toContain('M1')
    expect(written).not.toMatch(/张三|13800001111|苏晓彤/)
  })

  it('a reply that is asked to come later comes later', async () => {
    await start()
    teams.connector.script([
      { kind: 'status', status: 429, retryAfter: '2' },
      { kind: 'status', status: 412 },
    ])
    await teams.say('谁')
    expect(teams.texts()).toEqual(['“谁”'])
    expect(teams.clock.waitedMs).toBe(2_000 + 1_000)
  })

  it('a reply that may have arrived is not repeated, nor is the message answered twice', async () => {
    await start()
    teams.connector.script([{ kind: 'drop', isShown: true }])
    await teams.say('谁')
    expect(teams.texts()).toEqual(['“谁”', LINES.unsent('zh-CN')])
  })
})

describe('what is no message of the messenger', () => {
  it.each([
    { case: 'no activity', over: { type: undefined }, status: 400 },
    { case: 'nobody it is for', over: { recipient: undefined }, status: 400 },
    { case: 'no conversation', over: { conversation: undefined }, status: 400 },
    { case: 'a time that is none', over: { timestamp: 'yesterday' }, status: 400 },
    { case: 'a host that is not allowed', over: { serviceUrl: 'https://evil.example/' }, status: 403 },
    {
      case: 'a host that only looks allowed',
      over: { serviceUrl: 'https://127.0.0.1.evil.example/' },
      status: 403,
    },
    {
      case: 'an allowed host in the clear',
      over: { serviceUrl: 'http://smba.trafficmanager.net/' },
      status: 403,
    },
    { case: 'typing', over: { type: 'typing' }, status: 200 },
    {
      case: 'an invoke for something else',
      over: { type: 'invoke', name: 'composeExtension/query' },
      status: 501,
    },
  ])('$case: $status, and no word', async ({ over, status }) => {
    await start()
    expect((await teams.post(over)).status).toBe(status)
    expect(teams.connector.requests).toEqual([])
    expect(teams.talk.heard).toEqual([])
  })

  it('without a signature a registered bot hears nobody', async () => {
    await start({
      env: { MicrosoftAppId: 'app', MicrosoftAppPassword: 'p', ALLOWED_SERVICE_HOSTS: '127.0.0.1' },
    })
    expect((await teams.say('谁')).status).toBe(401)
    expect(teams.talk.heard).toEqual([])
  })
})
