import { afterEach, describe, expect, it } from 'vitest'
import type { Conversation } from '../../../src/ports/conversation.js'
import { startTeams, type Teams } from '../../support/teams.js'

let teams: Teams

afterEach(() => teams.stop())

const CARD = { type: 'AdaptiveCard', version: '1.5', body: [] }
const answersCard: Partial<Conversation> = { onPress: async () => ({ kind: 'card', card: CARD }) }
const ONCE = { id: 'C1', once: 'card-7/1' }

describe('a pressed button', () => {
  it('as Action.Execute is answered in place', async () => {
    teams = await startTeams({ talk: answersCard })
    const { body } = await teams.press('contact.log', { id: 'C1' })
    expect(body).toEqual({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: CARD })
    expect(teams.talk.heard[0]!.press).toEqual({ verb: 'contact.log', data: { id: 'C1' } })
  })

  it('as Action.Submit changes the card it was on', async () => {
    teams = await startTeams({ talk: answersCard })
    await teams.post({ text: undefined, value: { verb: 'contact.log', id: 'C1' }, replyToId: 'm7' })
    expect(teams.talk.heard[0]!.press).toEqual({
      verb: 'contact.log',
      data: { verb: 'contact.log', id: 'C1' },
    })
    expect(teams.connector.requests).toMatchObject([{ method: 'PUT', activityId: 'm7' }])
    expect(teams.shown()).toMatchObject([{ attachments: [{ content: CARD }] }])
  })

  it('of a card that cannot be changed any more is answered below it', async () => {
    teams = await startTeams({ talk: answersCard })
    teams.connector.script([{ kind: 'status', status: 404 }])
    await teams.post({ text: undefined, value: { verb: 'contact.log' }, replyToId: 'm7' })
    expect(teams.connector.requests.map(({ method }) => method)).toEqual(['PUT', 'POST'])
    expect(teams.shown()).toMatchObject([{ attachments: [{ content: CARD }] }])
  })

  it('that fails says so in its place, and may be pressed again', async () => {
    let isBroken = true
    teams = await startTeams({
      talk: {
        async onPress() {
          if (isBroken) throw new Error('no disk')
          return { kind: 'line', text: '记下了' }
        },
      },
    })
    const broken = await teams.press('contact.log', ONCE)
    isBroken = false
    const mended = await teams.press('contact.log', ONCE)
    expect([broken, mended]).toMatchObject([
      { status: 200, body: { value: '抱歉' } },
      { status: 200, body: { value: '记下了' } },
    ])
  })
})

describe('a button that does something once', () => {
  it('pressed twice does it once', async () => {
    teams = await startTeams()
    const first = await teams.press('contact.log', ONCE)
    const second = await teams.press('contact.log', ONCE)
    expect(teams.talk.heard.map(({ press }) => press?.key)).toEqual(['contact.log/card-7/1'])
    expect([first.body, second.body]).toMatchObject([{ value: 'pressed contact.log' }, { value: '已经办过' }])
  })

  it('pressed twice at the same time does it once, and both presses see the same', async () => {
    teams = await startTeams()
    const both = await Promise.all([teams.press('contact.log', ONCE), teams.press('contact.log', ONCE)])
    expect(teams.talk.heard).toHaveLength(1)
    expect(both[0]).toEqual(both[1])
  })

  it('does it again for another version of the card, and for another button', async () => {
    teams = await startTeams()
    await teams.press('contact.log', ONCE)
    await teams.press('contact.log', { ...ONCE, once: 'card-7/2' })
    await teams.press('contact.skip', ONCE)
    expect(teams.talk.heard).toHaveLength(3)
  })

  it('is remembered by the next process', async () => {
    teams = await startTeams()
    await teams.press('contact.log', ONCE)
    const next = await startTeams({ state: teams })
    const { body } = await next.press('contact.log', ONCE)
    expect(body).toMatchObject({ value: '已经办过' })
    await next.stop()
  })

  it('is remembered for a week', async () => {
    teams = await startTeams()
    await teams.press('contact.log', ONCE)
    teams.clock.moveTo('2026-11-30T00:59:59Z')
    await teams.press('contact.log', ONCE)
    expect(teams.talk.heard).toHaveLength(1)
    teams.clock.moveTo('2026-11-30T01:00:00Z')
    await teams.press('contact.log', ONCE)
    expect(teams.talk.heard).toHaveLength(2)
  })

  it('a view may be pressed as often as one likes', async () => {
    teams = await startTeams()
    await teams.press('customer.show', { id: 'C1' })
    await teams.press('customer.show', { id: 'C1' })
    expect(teams.talk.heard).toHaveLength(2)
  })
})
