import { describe, expect, it } from 'vitest'
import type { OpenQuestion } from '../../../src/cli/converse/open-question.js'
import { type Heard, playConversation, type ReplayedChat } from '../../../src/cli/converse/play.js'
import { day } from '../../../src/domain/day.js'

const HEARD: Heard = { text: 'ok', shows: [], wrote: [], intent: 'greet' }

/** A chat that answers everything alike and keeps the questions that it was given, one after each turn played. */
function aChat(questions: readonly (OpenQuestion | undefined)[]) {
  let played = 0
  let seconds = 0
  const next = async () => {
    played += 1
    return HEARD
  }
  const chat: ReplayedChat = {
    say: next,
    press: next,
    attachPicture: next,
    openQuestion: async () => (played === 0 ? undefined : questions[played - 1]),
    choices: () => ['yes', 'no'],
    proposes: async () => [{ act: 'contact.skip', customer: 'C001' }],
    pass: (more) => {
      seconds += more
    },
  }
  return { chat, seconds: () => seconds }
}

const play = (chat: ReplayedChat, turns: Parameters<typeof playConversation>[0]['turns']) =>
  playConversation({ id: 'a', as: 'M1', today: day('2026-11-23'), at: '10:00', turns }, chat)

const CONFIRM: OpenQuestion = { id: 'q1', kind: 'confirm' }

describe('a conversation that is played', () => {
  it('tells of a confirmation what a yes would write', async () => {
    const { chat } = aChat([CONFIRM])
    const proposes = [{ act: 'contact.skip', customer: 'C001' }]
    expect(await play(chat, [{ says: 'a' }])).toMatchObject([
      { asks: { kind: 'confirm', options: ['yes', 'no'], proposes } },
    ])
  })

  it('reads what closes a question as its answer, and what leaves it open as something of its own', async () => {
    const { chat } = aChat([CONFIRM, CONFIRM, undefined])
    const results = await play(chat, [{ says: 'a' }, { says: 'b' }, { says: 'c' }])
    expect(results.map((one) => 'intent' in one && one.intent)).toEqual(['greet', 'greet', null])
  })

  it('reads nothing as the answer to a question that lapses by itself', async () => {
    const { chat } = aChat([{ id: 'q1', kind: 'choice', lapses: true }, undefined])
    const results = await play(chat, [{ says: 'a' }, { says: 'b' }])
    expect(results[1]).toMatchObject({ intent: 'greet' })
  })

  it('skips a turn for a question that is not asked', async () => {
    const { chat } = aChat([undefined])
    const results = await play(chat, [{ says: 'a' }, { presses: 'confirm', ifAsked: 'confirm' }])
    expect(results[1]).toEqual({ skipped: true })
  })

  it('takes twenty seconds between two turns, and what a turn waits besides', async () => {
    const { chat, seconds } = aChat([undefined, undefined])
    await play(chat, [{ says: 'a' }, { waitsMinutes: 40 }, { says: 'b' }])
    expect(seconds()).toBe(2 * 20 + 40 * 60)
  })
})
