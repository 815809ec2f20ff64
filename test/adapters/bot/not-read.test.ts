import { afterEach, describe, expect, it } from 'vitest'
import { startTeams, type Teams, type TeamsOptions } from '../../support/teams.js'

let teams: Teams

afterEach(() => teams.stop())

async function start(options: TeamsOptions = {}): Promise<Teams> {
  teams = await startTeams(options)
  return teams
}

const picture = { attachments: [{ contentType: 'image/jpeg', contentUrl: 'https://example.invalid/1' }] }
const another = { attachments: [{ contentType: 'image/jpeg', contentUrl: 'https://example.invalid/2' }] }

describe('what is not read gets its line', () => {
  it.each([
    { case: 'a picture', over: picture, texts: ['not read: picture'] },
    {
      case: 'a message changed afterwards',
      over: { type: 'messageUpdate', text: '没接' },
      texts: ['not read: edited'],
    },
    { case: 'a message taken away', over: { type: 'messageDelete' }, texts: ['not read: deleted'] },
    { case: 'more than anybody writes', over: { text: 'x'.repeat(1_501) }, texts: ['not read: too-long'] },
    {
      case: 'a picture with words',
      over: { ...picture, text: '记一下' },
      texts: ['“记一下”', 'not read: picture'],
    },
  ])('$case', async ({ over, texts }) => {
    await start()
    expect((await teams.post(over)).status).toBe(200)
    expect(teams.texts()).toEqual(texts)
  })

  it('a change comes under the id of the message it changes, and is no repeat of it', async () => {
    await start()
    await teams.say('刚打了王丽没接', { id: 'one' })
    await teams.post({ type: 'messageUpdate', id: 'one', text: '刚打了李强没接' })
    await teams.post({ type: 'messageUpdate', id: 'one', text: '刚打了李强没接' })
    await teams.post({ type: 'messageUpdate', id: 'one', text: '刚打了赵敏没接' })
    expect(teams.texts()).toEqual(['“刚打了王丽没接”', 'not read: edited', 'not read: edited'])
  })

  it('a message that comes back is not spoken of', async () => {
    await start()
    await teams.post({ type: 'messageUpdate', id: 'one', channelData: { eventType: 'undeleteMessage' } })
    expect(teams.texts()).toEqual([])
  })

  it('two pictures in one breath are two', async () => {
    await start()
    const timestamp = '2026-11-23T01:00:00Z'
    await teams.post({ ...picture, timestamp })
    await teams.post({ ...another, timestamp })
    await teams.post({ ...another, timestamp })
    expect(teams.texts()).toEqual(['not read: picture', 'not read: picture'])
  })

  it('in a group there is silence', async () => {
    await start()
    const conversation = { id: 'group-1', conversationType: 'groupChat', isGroup: true }
    await teams.post({ ...picture, conversation })
    await teams.post({ type: 'messageUpdate', text: '没接', conversation })
    expect(teams.texts('group-1')).toEqual([])
  })
})

describe('a sender who floods', () => {
  it('is refused, told when to come again, and disturbs nobody', async () => {
    await start({ env: { MESSAGES_PER_MINUTE: '3' } })
    const at = { timestamp: '2026-11-23T01:00:00Z' }
    const statuses: number[] = []
    // The clock of the test moves by a second a message: in ten seconds half a message comes back.
    for (const n of Array(10).keys()) statuses.push((await teams.say(`${n}`, at)).status)
    expect(statuses.filter((status) => status === 429)).toHaveLength(7)
    expect(teams.talk.heard).toHaveLength(3)
    const colleague = { id: '29:user-M2', aadObjectId: 'aad-M2' }
    expect((await teams.say('晨报', { from: colleague })).status).toBe(200)
    expect(teams.log.lines.filter(({ event }) => event === 'turn.flooded')).toHaveLength(7)
  })
})

describe('an activity that is none', () => {
  it.each([
    { case: 'an id that is a page long', over: { id: 'x'.repeat(501) } },
    { case: 'a chat whose id is a page long', over: { conversation: { id: 'x'.repeat(501) } } },
    { case: 'a chat whose id is half a character', over: { conversation: { id: 'chat-\ud800' } } },
    { case: 'a language that is a number', over: { locale: 7 } },
    { case: 'no channel', over: { channelId: '' } },
    { case: 'text that is a list', over: { text: ['a'] } },
    { case: 'attachments that are a text', over: { attachments: 'x' } },
    { case: 'an attachment of nothing', over: { attachments: [null] } },
    { case: 'entities without end', over: { entities: Array(201).fill({ type: 'mention' }) } },
    { case: 'a sender that is a number', over: { from: 7 } },
  ])('$case: 400', async ({ over }) => {
    await start()
    expect((await teams.post(over)).status).toBe(400)
    expect(teams.talk.heard).toEqual([])
  })
})
