import { describe, expect, it } from 'vitest'
import type { Command, Context } from '../../../src/language/context.js'
import { aWrittenThing, commandsAfter } from '../../support/told-in-context.js'

function namedBy(text: string, over: Partial<Context> = {}): readonly (readonly string[])[] {
  return commandsAfter(text, [], over).map(customersOf)
}

function customersOf(command: Command): readonly string[] {
  return command.kind === 'wish' ? (command.reading.slots.customers ?? []) : []
}

const outcomesOf = (commands: readonly Command[]) =>
  commands.flatMap((command) =>
    command.kind === 'wish' ? (command.reading.slots.contacts ?? []).map(({ outcome }) => outcome) : [],
  )

describe('one of two who bear the same name', () => {
  it.each([
    ['另外那个魏强上次啥时候联系的', 'wei-engineer'],
    ['另一个魏强没接', 'wei-engineer'],
    ['另外一位魏强的电话', 'wei-engineer'],
    ['and the other Wei Qiang?', 'wei-engineer'],
    ["the other Wei Qiang didn't pick up", 'wei-engineer'],
  ])('the other than the one spoken of: %s', (text, id) => {
    expect(namedBy(text, { customer: 'wei-doctor' })).toEqual([[id]])
  })

  it.each(['另外那个魏强没接', 'the other Wei Qiang called'])(
    'and both where neither is spoken of: %s',
    (text) => {
      expect(namedBy(text)).toEqual([['wei-doctor', 'wei-engineer']])
    },
  )

  it.each([
    ['Wei Qiang at the hospital wants the fund', 'wei-doctor'],
    ['called Wei Qiang from the hospital, no answer', 'wei-doctor'],
    ['Wei Qiang at the software company is thinking it over', 'wei-engineer'],
  ])('by the place of work: %s', (text, id) => {
    expect(namedBy(text)).toEqual([[id]])
  })

  it.each(['Wei Qiang at the bank today, no decision', 'Wei Qiang in the meeting, call later'])(
    'and both where no place of work is said: %s',
    (text) => {
      expect(namedBy(text)).toEqual([['wei-doctor', 'wei-engineer']])
    },
  )

  it.each([
    ['the one at Yunfan Software', 'wei-engineer'],
    ['the one at the hospital', 'wei-doctor'],
    ['the software one', 'wei-engineer'],
  ])('in answer to which: %s', (text, customerId) => {
    const question = { kind: 'customer', said: '魏强', candidates: ['wei-doctor', 'wei-engineer'] } as const
    expect(commandsAfter(text, [], { question })).toEqual([
      { kind: 'answer', answer: { kind: 'customer', customerId } },
    ])
  })
})

describe('he and she', () => {
  it.each(['明天下午三点约她', 'book her tomorrow at 3pm'])(
    'are whom something is asked of before it is written: %s',
    (text) => {
      const question = { kind: 'confirm', customers: ['zhao'] } as const
      expect(namedBy(text, { question })).toEqual([['zhao']])
    },
  )

  it.each([
    ['她说考虑考虑', ['zhao']],
    ['他说考虑考虑', ['fang']],
    ['佢话考虑下', ['fang']],
  ])('in Chinese, of whoever is spoken of: %s', (text, ids) => {
    expect(namedBy(text, { customer: ids[0]! })).toEqual([ids])
  })

  it('a woman is not looked for in a man', () => {
    expect(namedBy('她说考虑考虑', { customer: 'fang' })).toEqual([[]])
  })
})

describe('a second contact of the same customer is a report of its own', () => {
  it.each([
    ['他刚又回电话了，说要考虑考虑', 'considering'],
    ['他后来回电话了，说不要了', 'declined'],
    ['he just called me back, he will think it over', 'considering'],
    ['Oscar answered, he is fine', 'info'],
    ['Oscar rang me back, not interested', 'declined'],
  ])('%s', (text, outcome) => {
    const missed = aWrittenThing('oscar', { told: { reached: false, outcome: 'no-answer', channel: 'call' } })
    const commands = commandsAfter(text, [missed])
    expect(commands.map(({ kind }) => kind)).toEqual(['wish'])
    expect(outcomesOf(commands)).toEqual([outcome])
    expect(commands.map(customersOf)).toEqual([['oscar']])
  })
})

describe('several wishes in one message', () => {
  it.each([
    ['方总没接，唐姐说再看看，提醒我明天十点打给方总', ['contact.log', 'task.add']],
    ['赵总说考虑考虑，提醒我周五再打给赵总', ['contact.log', 'task.add']],
    [
      "Helen's new number is 13700000055, and she said call her next Monday",
      ['customer.update', 'contact.log'],
    ],
    ['唐姐换号了13700000055，她说下周一再打', ['customer.update', 'contact.log']],
    ['book Oscar tomorrow 9am, and note that he likes fishing', ['appointment.add', 'customer.update']],
  ])('%s', (text, intents) => {
    const read = commandsAfter(text, []).map((c) => (c.kind === 'wish' ? c.reading.intent : c.kind))
    expect(read).toEqual(intents)
  })

  it.each([
    '方总没接，唐姐说再看看',
    '唐姐说再看看，她说下周一再打',
    'Helen did not answer, and Oscar said he would think about it',
    '赵总要再看看',
  ])('and one that is a single report: %s', (text) => {
    const read = commandsAfter(text, []).map((c) => (c.kind === 'wish' ? c.reading.intent : c.kind))
    expect(read).toEqual(['contact.log'])
  })
})

describe('how it went and how it was made', () => {
  it.each([
    ['唐姐 晚上来电话 说不续了要取出来', 'declined', 'call'],
    ['给唐姐打电话了，她说就让它自动转', 'info', 'call'],
    ['唐姐搁那儿寻思呢，说琢磨琢磨再说', 'considering', undefined],
    ['Helen telephonically informed she is not interested', 'declined', 'call'],
    ['Oscar ah, just now come branch, say rate too low', 'declined', 'visit'],
    ['Oscar just called back, he will think it over', 'considering', 'call'],
    ['called Helen, she said let it roll over', 'info', 'call'],
    ['Helen said call back tomorrow', 'callback', undefined],
  ])('%s', (text, outcome, channel) => {
    const [command] = commandsAfter(text, [])
    const contacts = command?.kind === 'wish' ? command.reading.slots.contacts : []
    expect(contacts).toMatchObject([{ outcome }])
    expect(contacts?.[0]?.channel).toBe(channel)
  })
})
