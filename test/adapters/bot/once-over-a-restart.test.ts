import { afterEach, describe, expect, it } from 'vitest'
import type { Turn } from '../../../src/ports/conversation.js'
import type { Reply } from '../../../src/ports/reply.js'
import { CHAT, LINES, startTeams, type Teams } from '../../support/teams.js'

let teams: Teams

afterEach(() => teams.stop())

const CARD = (text: string): Reply => ({
  text,
  card: { type: 'AdaptiveCard', version: '1.5', body: [], fallbackText: text },
})

/** The next process over what the first has written. */
async function next(talk: Parameters<typeof startTeams>[0] = {}): Promise<Teams> {
  return startTeams({ ...talk, state: teams })
}

describe('a message that is delivered again after a restart', () => {
  it('was not done a second time: a few words say what became of it', async () => {
    teams = await startTeams()
    await teams.say('撤销', { id: 'a1' })
    const again = await next()
    await again.say('撤销', { id: 'a1' })
    expect(again.talk.heard).toEqual([])
    expect(again.texts()).toEqual([LINES.repeated('zh-CN', '“撤销”')])
    await again.stop()
  })

  it('under another id is known by its words and their time', async () => {
    teams = await startTeams()
    const timestamp = '2026-11-23T01:00:00Z'
    await teams.say('撤销', { timestamp })
    const again = await next()
    await again.say('撤销', { id: 'other', timestamp })
    expect(again.talk.heard).toEqual([])
    await again.stop()
  })

  it('is done where the first process had failed at it', async () => {
    teams = await startTeams({ talk: { onMessage: async () => Promise.reject(new Error('killed')) } })
    await teams.say('撤销', { id: 'a1' })
    const again = await next()
    await again.say('撤销', { id: 'a1' })
    expect(again.texts()).toEqual(['“撤销”'])
    await again.stop()
  })

  it('the same word said once more is another message', async () => {
    teams = await startTeams()
    await teams.say('撤销', { id: 'a1', timestamp: '2026-11-23T01:00:00Z' })
    const again = await next()
    await again.say('撤销', { id: 'a2', timestamp: '2026-11-23T01:00:30Z' })
    expect(again.texts()).toEqual(['“撤销”'])
    await again.stop()
  })

  it('of a card, its words are told', async () => {
    teams = await startTeams({
      talk: { onMessage: async ({ chat }) => void (await chat.send(CARD('已记:陈总'))) },
    })
    await teams.say('刚打了陈总', { id: 'a1' })
    const again = await next()
    await again.say('刚打了陈总', { id: 'a1' })
    expect(again.texts()).toEqual([LINES.repeated('zh-CN', '已记:陈总')])
    await again.stop()
  })
})

describe('a reply', () => {
  it('leaves when what it tells of is written, and not before', async () => {
    let shownInside: unknown
    teams = await startTeams({
      talk: {
        async onMessage({ chat }) {
          await chat.send({ text: '记下了' })
          await teams.conversations.write('k', 1)
          shownInside = teams.texts()
        },
      },
    })
    await teams.say('记一下')
    expect(shownInside).toEqual([])
    expect(teams.texts()).toEqual(['记下了'])
    expect(await teams.conversations.read('k')).toBe(1)
  })

  it('of a turn that fails in the end is not said, nor is anything of the turn written', async () => {
    teams = await startTeams({
      talk: {
        async onMessage({ chat }) {
          await teams.conversations.write('k', 1)
          await chat.send({ text: '记下了' })
          throw new Error('no')
        },
      },
    })
    await teams.say('记一下')
    expect(teams.texts()).toEqual(['抱歉'])
    expect(await teams.conversations.read('k')).toBeUndefined()
  })

  it('where nothing can be written, says so', async () => {
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' })
    teams = await startTeams({ talk: { onMessage: async () => Promise.reject(full) } })
    await teams.say('记一下')
    expect(teams.texts()).toEqual([LINES.notKept('zh-CN')])
  })

  it('that goes wrong keeps none of the others back', async () => {
    teams = await startTeams({
      talk: {
        async onMessage({ chat }) {
          await chat.send({ text: '一' })
          await chat.send({ text: '二' })
        },
      },
    })
    teams.connector.script([{ kind: 'status', status: 400 }])
    await teams.say('说两句')
    expect(teams.texts()).toEqual(['二', LINES.unsent('zh-CN')])
  })
})

describe('a card that was sent', () => {
  /** Sends a card for every first word, and changes it for every other. */
  const changing = () => {
    let handle: string | undefined
    return {
      async onMessage({ chat, text }: Turn) {
        if (text === 'new') handle = await chat.send(CARD('before'))
        else await chat.replace(handle ?? '', CARD('after'))
      },
    }
  }
  const put = (of: Teams) => of.connector.requests.filter(({ method }) => method === 'PUT')

  it('can be changed in a later turn by what it was given when it was held back', async () => {
    teams = await startTeams({ talk: changing() })
    await teams.say('new')
    await teams.say('change')
    expect(put(teams)).toHaveLength(1)
    expect(teams.shown(CHAT)).toHaveLength(1)
    expect(JSON.stringify(teams.shown(CHAT))).toContain('after')
  })

  it('can be changed by the next process, once another turn has passed', async () => {
    const talk = changing()
    teams = await startTeams({ talk })
    await teams.say('new')
    await teams.say('change')
    const again = await next({ talk })
    await again.say('change', { id: 'b1' })
    expect(put(again).map(({ activityId }) => activityId)).toEqual(
      put(teams).map(({ activityId }) => activityId),
    )
    await again.stop()
  })

  it('of an older version is a message id, and still changed', async () => {
    teams = await startTeams({
      talk: {
        onMessage: async ({ chat }) => void (await chat.replace('m7', CARD('after'))),
      },
    })
    await teams.say('change')
    expect(put(teams)).toMatchObject([{ activityId: 'm7' }])
  })
})

it('a press that an earlier version wrote down is not done again', async () => {
  teams = await startTeams()
  await teams.conversations.write('presses/M1', {
    version: 1,
    done: [['contact.log/card-7/1', Date.parse('2026-11-22T01:00:00Z')]],
  })
  const { body } = await teams.press('contact.log', { once: 'card-7/1' })
  expect(body).toMatchObject({ value: LINES.doneBefore('zh-CN') })
  expect(teams.talk.heard).toEqual([])
})
