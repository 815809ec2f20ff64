import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.js'
import type { Context, Patch } from '../../../src/language/context.js'
import { aCall, aContext, aThing, commandsFor, inShort } from '../a-thread.js'

/** What stands, and words that put it right or take it back, as people say them; `not`: what they must not do. */
const THURSDAY = { day: day('2026-11-26'), time: '14:30' }
const yuan = (sum: number) => ({ min: sum, max: sum })
const wrote = (...written: Context['written']) =>
  aContext({ written, wroteLast: true, customer: written.at(-1)?.customerId ?? 'C1' })

const WITH_CHEN = wrote(aThing({ kind: 'appointment', when: THURSDAY }))
const WITH_GRACE = wrote(aThing({ kind: 'appointment', customerId: 'C4', when: THURSDAY }))
const REMINDER = wrote(aThing({ kind: 'task', when: { day: day('2026-11-30'), time: '09:00' } }))
const SALE = wrote(
  aCall('C1', { told: { reached: true, outcome: 'closed', channel: 'visit', amount: yuan(80_000) } }),
)
const LEFT_AND_STAYED = wrote(
  aCall('C1', { age: 2, told: { reached: true, outcome: 'lost', amount: yuan(500_000) } }),
  aCall('C1', {
    entryId: 'k2',
    changeId: 't2',
    made: 2,
    told: { reached: true, outcome: 'closed', amount: yuan(200_000) },
  }),
)
const LEFT = wrote(aCall('C1', { told: { reached: true, outcome: 'lost', amount: yuan(250_000) } }))
const CALL_BACK = wrote(
  aCall('C6'),
  aCall('C4', { at: 1, told: { reached: true, outcome: 'callback', when: { day: day('2026-11-27') } } }),
)
const KEEN = wrote(aCall('C4', { told: { reached: true, outcome: 'interested', channel: 'call' } }))
const THINKING = wrote(aCall('C2', { told: { reached: true, outcome: 'considering', channel: 'call' } }))
const NOT_REACHED = wrote(aCall('C1'))
const ROUND = wrote(aCall('C1'), aCall('C4', { at: 1 }), aCall('C3', { at: 2 }))

function done(says: string, context: Context): string {
  return commandsFor(says, context)
    .map((command) =>
      [...inShort([command]), ...(command.kind === 'amend' ? patched(command.patch) : [])].join(' '),
    )
    .join('; ')
}

function patched({ when, amount, channel, told }: Patch): readonly string[] {
  return [when && `${when.day.slice(8)} ${when.time ?? 'any time'}`, amount?.min, channel, told?.outcome]
    .filter((part) => part !== undefined)
    .map(String)
}

describe('an appointment with 陈总 on Thursday at 14:30', () => {
  it.each([
    ['记岔了 不是周四 是周五 钟点一样', 'amend 0 27 14:30'],
    ['啊呀说错 是周六不是周五', 'amend 0 28 14:30'],
    ['哎记错日子了 周五', 'amend 0 27 14:30'],
    ['记反了 是上午十点', 'amend 0 26 10:00'],
    ['我搞错了 应该是下周一', 'amend 0 30 14:30'],
    ['时间报错了 三点', 'amend 0 26 15:00'],
    ['不是周四 周五才对', 'amend 0 27 14:30'],
    ['陈总又改到周五了 还是那个点', 'amend 0 27 14:30'],
    ['陈总那个约 时间再改回九点', 'amend 0 26 09:00'],
    ['陈总那个往后推一个礼拜', 'amend 0 03 14:30'],
    ['他那个顺延一天', 'amend 0 27 14:30'],
    ['陈总说提前一小时', 'amend 0 26 13:30'],
    ['他临时有事 取消了', 'take-back 0'],
    ['nah Thu', 'amend 0 26 14:30'],
    ['nah Fri', 'amend 0 27 14:30'],
    ['nope, friday', 'amend 0 27 14:30'],
    ['hmm no, 3pm', 'amend 0 26 15:00'],
    ["my bad it's friday", 'amend 0 27 14:30'],
    ['1pm', 'amend 0 26 13:00'],
  ])('%s', (says, comes) => expect(done(says, WITH_CHEN)).toBe(comes))

  it.each([['陈总是周五吗', 'amend']])('%s does not %s', (says, not) =>
    expect(done(says, WITH_CHEN)).not.toContain(not),
  )
})

describe('an appointment with Grace on Thursday at 14:30', () => {
  it.each([
    ['Grace just moved it to fri, same time', 'amend 0 27 14:30'],
    ['Grace has moved to Friday 3pm', 'amend 0 27 15:00'],
    ['Grace called it off', 'take-back 0'],
    ['Grace cancelled on me', 'take-back 0'],
    ['the 2:30 one is off', 'take-back 0'],
    ['the 2.30 is cancelled', 'take-back 0'],
    ['scrap it', 'take-back 0'],
    ["scrap Grace's entry", 'take-back 0'],
    ["Grace's is fri actually, not thu", 'amend 0 27 14:30'],
    ["Grace's is 4.30 actually", 'amend 0 26 16:30'],
    ["got the day wrong, it's friday", 'amend 0 27 14:30'],
    ['wrong day, should be friday', 'amend 0 27 14:30'],
    ['I put the wrong time, 3pm', 'amend 0 26 15:00'],
  ])('%s', (says, comes) => expect(done(says, WITH_GRACE)).toBe(comes))

  it.each([["is Grace's on friday?", 'amend']])('%s does not %s', (says, not) =>
    expect(done(says, WITH_GRACE)).not.toContain(not),
  )
})

describe('a reminder', () => {
  it.each([
    ['陈总那个提醒不要了', 'take-back 0'],
    ['这个提醒不要了', 'take-back 0'],
    ['提醒不用了', 'take-back 0'],
    ['那个提醒去了吧', 'take-back 0'],
    ["don't need that reminder anymore", 'take-back 0'],
    ['drop the reminder', 'take-back 0'],
  ])('%s', (says, comes) => expect(done(says, REMINDER)).toBe(comes))
})

describe('a sale of 80,000', () => {
  it.each([
    ['it was 90k', 'amend 0 90000'],
    ['是9万', 'amend 0 90000'],
    ['9万才对', 'amend 0 90000'],
    ['写少了 是9万', 'amend 0 90000'],
    ['少写了1万 是9万', 'amend 0 90000'],
    ['金额写错 9万', 'amend 0 90000'],
    ['记多了 是7万', 'amend 0 70000'],
    ["should've been 90k", 'amend 0 90000'],
    ["it's 90k not 80", 'amend 0 90000'],
    ["amount's wrong, 90k", 'amend 0 90000'],
    ['I understated it, 90k', 'amend 0 90000'],
    ['that should read 90k', 'amend 0 90000'],
    ['remove this entry altogether', 'take-back 0'],
    ['remove that entry', 'take-back 0'],
  ])('%s', (says, comes) => expect(done(says, SALE)).toBe(comes))

  it.each([
    ['陈总那条你咋记的', 'take-back'],
    ['陈总那条记了没', 'take-back'],
    ['下了 刚刚', 'take-back'],
    ['那条还在吗', 'take-back'],
    ['what did you put for that', 'take-back'],
  ])('%s does not %s', (says, not) => expect(done(says, SALE)).not.toContain(not))
})

describe('money that left and money that stayed, of one customer', () => {
  it.each([
    ['转走那笔我写少了 是60万', 'amend 0 600000'],
    ['转走的那笔是60万', 'amend 0 600000'],
    ['续的那笔是30万', 'amend 1 300000'],
    ['成交那条金额错了 是30万', 'amend 1 300000'],
    ['sorry the renewed bit was 90k', 'amend 1 90000'],
    ['the part that left was 600k', 'amend 0 600000'],
    ['the lost one should be 600k', 'amend 0 600000'],
    ['the money he moved was 600k not 500k', 'amend 0 600000'],
    ['续那笔撤掉', 'take-back 1'],
    ['转走那条删了', 'take-back 0'],
  ])('%s', (says, comes) => expect(done(says, LEFT_AND_STAYED)).toBe(comes))
})

describe('money that left, 250,000', () => {
  it.each([
    ['写多了 转走的是15万', 'amend 0 150000'],
    ['转走的不是25万 是15万', 'amend 0 150000'],
    ['多记了10万 应该是15万', 'amend 0 150000'],
  ])('%s', (says, comes) => expect(done(says, LEFT)).toBe(comes))

  it.each([['sorry the renewed bit was 90k', 'amend 0']])('%s does not %s', (says, not) =>
    expect(done(says, LEFT)).not.toContain(not),
  )
})

describe('an attempt, then a call back on Friday', () => {
  it.each([
    ["Grace's is sat actually, not fri", 'amend 1 28 any time'],
    ["Grace's should be saturday", 'amend 1 28 any time'],
    ['Grace那个是周六', 'amend 1 28 any time'],
    ["scrap David's entry too", 'take-back 0'],
    ['David那条不要', 'take-back 0'],
    ['David那条也去掉', 'take-back 0'],
  ])('%s', (says, comes) => expect(done(says, CALL_BACK)).toBe(comes))
})

describe('somebody interested', () => {
  it.each([
    ['hmm no, put him as considering not keen', 'amend 0 considering'],
    ['no put her down as thinking about it', 'amend 0 considering'],
    ['不是有兴趣 是考虑', 'amend 0 considering'],
    ['记成考虑吧 别记有兴趣', 'amend 0 considering'],
    ['change it to declined', 'amend 0 declined'],
    ["she's not keen after all", 'amend 0 declined'],
  ])('%s', (says, comes) => expect(done(says, KEEN)).toBe(comes))
})

describe('somebody who thinks it over', () => {
  it.each([
    ['不是打的电话 她人到网点来的', 'amend 0 visit'],
    ['不是电话 她自己来柜台的', 'amend 0 visit'],
    ['不是打电话 是微信里聊的', 'amend 0 wechat'],
    ['not by phone, she came to the branch', 'amend 0 visit'],
    ["it wasn't a call, she walked in", 'amend 0 visit'],
  ])('%s', (says, comes) => expect(done(says, THINKING)).toBe(comes))
})

describe('a call that was not answered', () => {
  it.each([
    ['陈总后来回过来了 说下周二过来', 'wish contact.log'],
    ['陈总回电话了 说考虑', 'wish contact.log'],
    ['he rang back, will think about it', 'wish contact.log'],
    ['后来打通了 他说不要', 'wish contact.log'],
    ['不对 他接了 说考虑', 'amend 0 considering'],
  ])('%s', (says, comes) => expect(done(says, NOT_REACHED)).toBe(comes))
})

describe('three calls by one message', () => {
  it.each([
    ['陈总那条不要', 'take-back 0'],
    ['李总那条不要记', 'take-back 2'],
    ['Grace那个作废吧', 'take-back 1'],
    ['陈总那条别算', 'take-back 0'],
    ["Grace's one doesn't count", 'take-back 1'],
  ])('%s', (says, comes) => expect(done(says, ROUND)).toBe(comes))

  it.each([
    ['陈总那条留着 别的不要', 'take-back 0'],
    ['陈总那条不要动', 'take-back'],
    ['陈总不要', 'take-back'],
    ['李总不要理财', 'take-back'],
  ])('%s does not %s', (says, not) => expect(done(says, ROUND)).not.toContain(not))
})
