import { describe, expect, it } from 'vitest'
import type { Command, WrittenThing } from '../../../src/language/context.js'
import { aWrittenThing, commandsAfter } from '../../support/told-in-context.js'

const visit = aWrittenThing('zhao')
const call = aWrittenThing('oscar', { told: { reached: true, outcome: 'closed', channel: 'call' } })
const booking = aWrittenThing('zhao', {
  kind: 'appointment',
  when: { day: '2026-11-27' as never, time: '10:00' },
})
const reminder = aWrittenThing('zhao', { kind: 'task', at: 1, when: { day: '2026-11-26' as never } })
const two: readonly WrittenThing[] = [
  aWrittenThing('zhao', { told: { reached: false, outcome: 'no-answer', channel: 'call' } }),
  aWrittenThing('helen', { at: 1, told: { reached: false, outcome: 'no-answer', channel: 'call' } }),
]

/** A command in short: what it does to whom of the written things. */
function inShort(commands: readonly Command[], written: readonly WrittenThing[]): string {
  return commands
    .map((command) => {
      if (command.kind === 'wish') return `wish ${command.reading.intent}`
      const ids = (of: readonly number[] = []) => of.map((at) => written[at]?.entryId).join(',')
      if (command.kind === 'take-back') return `take back ${ids(command.of)}`
      if (command.kind !== 'amend') return command.kind
      const { customer, channel, when, told } = command.patch
      const patch = customer?.candidates.join('/') ?? channel ?? when?.time ?? told?.outcome ?? ''
      return `amend ${ids(command.of)} ${patch}`
    })
    .join(' ; ')
}

describe('one channel instead of another', () => {
  it.each([
    '不是去她店里，是打的电话',
    '不是上门，是打的电话',
    '不是当面，打的电话',
    '是打的电话，不是去她店里',
    '不对，不是面谈，是电话',
    '没去她店里，是打的电话',
    'not in person, by phone',
    "and we spoke by phone, I didn't visit",
    "I didn't visit her, we spoke by phone",
    'it was a call, not a visit',
    'sorry, not a visit, phone call',
  ])('%s', (text) => {
    expect(inShort(commandsAfter(text, [visit]), [visit])).toBe('amend zhao-contact call')
  })

  it.each([
    ['不是电话，是微信', 'wechat'],
    ['不是打电话，是去他公司', 'visit'],
    ['not by phone, in person', 'visit'],
    ['not a call, an email', 'email'],
    ["I didn't call, I met him", 'visit'],
  ])('%s', (text, channel) => {
    expect(inShort(commandsAfter(text, [call]), [call])).toBe(`amend oscar-contact ${channel}`)
  })

  it.each([
    '没打通方总电话，发了微信',
    '方总不是很满意，打电话说再考虑',
    'Helen did not call back, no answer',
    '上次电话是什么时候',
    'when did I last visit her',
  ])('and words that are none: %s', (text) => {
    expect(inShort(commandsAfter(text, [visit]), [visit])).not.toMatch(/^amend/)
  })
})

describe('somebody else was meant', () => {
  it.each([
    'sorry, wrong person: Helen',
    'wrong customer, it was Helen',
    'scratch that, it was Helen',
    "scratch that, it was Helen's number",
    'oops, I meant Helen',
    '弄错人了，是Helen',
    '说错了，是Helen',
    '不好意思，是Helen',
    '记错了，应该是Helen',
  ])('%s', (text) => {
    expect(inShort(commandsAfter(text, [booking]), [booking])).toBe('amend zhao-appointment helen')
  })

  it.each([
    'sorry, Helen wants to think it over',
    '不好意思，Helen没接',
    'Helen',
    'no, show me Helen',
    'actually, what about Helen',
    '不对，查一下Helen',
  ])('and words of another wish: %s', (text) => {
    expect(inShort(commandsAfter(text, [booking]), [booking])).not.toMatch(/^amend/)
  })
})

describe('what is taken back', () => {
  it.each([
    'take the second one back',
    'please take the second one back',
    'undo the second',
    '第二个撤回',
    '把第二条撤了',
    '第二个不算',
  ])('the second of two: %s', (text) => {
    expect(inShort(commandsAfter(text, two), two)).toBe('take back helen-contact')
  })

  it.each([
    'skip her appointment, cancel it',
    'cancel her appointment',
    '她的预约取消',
    '约她的那个不见了，取消',
  ])('the meeting and not the reminder: %s', (text) => {
    const written = [booking, reminder]
    expect(inShort(commandsAfter(text, written), written)).toBe('take back zhao-appointment')
  })

  it.each(['赵总那条撤了', '赵总的撤掉', "undo Zhao's"])('hers: %s', (text) => {
    expect(inShort(commandsAfter(text, two), two)).toBe('take back zhao-contact')
  })

  it.each(['wrong, that was Helen. Undo it', '不对，那是Helen，撤销'])(
    'what stands under the wrong name: %s',
    (text) => {
      expect(inShort(commandsAfter(text, [visit]), [visit])).toBe('take back zhao-contact')
    },
  )

  it.each([
    'she will take the money out',
    'Helen wants to take it home first',
    'take the 120-day product for Helen',
    'Oscar took his money back',
    '方总把存款撤走了',
    "undo Oscar's",
  ])('and words that take nothing back: %s', (text) => {
    expect(inShort(commandsAfter(text, [visit]), [visit])).not.toMatch(/^take back zhao/)
  })
})
