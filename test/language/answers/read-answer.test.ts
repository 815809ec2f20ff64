import { describe, expect, it } from 'vitest'
import { readAnswer } from '../../../src/language/answers/read-answer.js'
import { aCall, aContext, heardOf } from '../a-thread.js'
import { ASKED, type AskedName } from '../questions-asked.js'

const CONTEXT = aContext({ written: [aCall('C1'), aCall('C4')] })

function answerTo(name: AskedName, text: string) {
  const question = ASKED[name]
  const context = { ...CONTEXT, question }
  return readAnswer(question, heardOf(text, context), context)
}

const customer = (customerId: string) => ({ kind: 'customer', customerId })
const choice = (id: string) => ({ kind: 'choice', id })
const snooze = (until: string) => ({ kind: 'put', put: { kind: 'snooze', until } })
const skip = (reason: string) => ({ kind: 'put', put: { kind: 'skip', reason } })
const fact = (field: string, value: string) => ({ kind: 'fact', stated: { field, value } })
const NONE_OF_THESE = { kind: 'none-of-these' }
const YES = { kind: 'confirm', yes: true }
const NO = { kind: 'confirm', yes: false }

type Case = readonly [asked: AskedName, says: string, answer: object]

describe('which customer is meant', () => {
  it.each<Case>([
    ['which of two', '第二个', customer('C2')],
    ['which of two', '2', customer('C2')],
    ['which of two', '陈姐', customer('C2')],
    ['which of two', '陈立群', customer('C1')],
    ['which of two', '教师那个', customer('C2')],
    ['which teacher', 'the second', customer('C5')],
    ['which teacher', 'Helen', customer('C5')],
    ['which teacher', 'the dentist', customer('C5')],
    ['which teacher', 'not Grace, Helen', customer('C5')],
  ])('%s: %s', (asked, says, answer) => expect(answerTo(asked, says)).toEqual(answer))

  it.each<Case>([
    ['which of two', '李总', customer('C3')],
    ['was it he', '陈总', customer('C1')],
    ['which teacher', 'David', customer('C6')],
  ])('may be another than was offered — %s: %s', (asked, says, answer) =>
    expect(answerTo(asked, says)).toEqual(answer),
  )

  it.each<Case>([
    ['which of two', '都不是', NONE_OF_THESE],
    ['which teacher', 'neither', NONE_OF_THESE],
    ['was it he', '不是', NONE_OF_THESE],
    ['was it he', 'no', NONE_OF_THESE],
  ])('may be nobody who was offered — %s: %s', (asked, says, answer) =>
    expect(answerTo(asked, says)).toEqual(answer),
  )

  it.each<Case>([
    ['was it he', '是的', customer('C3')],
    ['was it he', 'yes', customer('C3')],
  ])('a guess at one name takes a yes — %s: %s', (asked, says, answer) =>
    expect(answerTo(asked, says)).toEqual(answer),
  )

  it.each<readonly [AskedName, string]>([
    ['which of two', '好'],
    ['which of two', '第三个'],
    ['which of two', '陈'],
    ['which teacher', 'yes'],
    ['which teacher', 'the third'],
  ])('a choice between several takes no yes, and no place that was not offered — %s: %s', (asked, says) =>
    expect(answerTo(asked, says)).toBeUndefined(),
  )

  it.each<readonly [AskedName, string]>([
    ['which of two', '陈姐没接'],
    ['which of two', '李总没接'],
    ['was it he', '刚打了李总,没接'],
    ['which teacher', 'Grace called, no answer'],
    ['which teacher', 'Helen did not pick up'],
  ])('a report of one of them is a report — %s: %s', (asked, says) =>
    expect(answerTo(asked, says)).toBeUndefined(),
  )
})

describe('whether it was read right', () => {
  it.each<Case>([
    ['is it right', '好', YES],
    ['is it right', '是的', YES],
    ['is it right', 'yes', YES],
    ['is it right', 'ok', YES],
    ['is it right', '不', NO],
    ['is it right', '不对', NO],
    ['is it right', 'no', NO],
    ['is it right', 'not right', NO],
  ])('%s: %s', (asked, says, answer) => expect(answerTo(asked, says)).toEqual(answer))

  it.each([
    ['错了,是陈姐', 'C2', undefined],
    ['not Grace, Helen', 'C5', ['C4']],
    ['sorry, I meant Helen', 'C5', undefined],
  ] as const)('of somebody else: %s', (says, right, wrong) =>
    expect(answerTo('is it right', says)).toMatchObject({
      kind: 'instead',
      candidates: [right],
      ...(wrong === undefined ? {} : { not: wrong }),
    }),
  )

  it.each(['嗯', '收到', '👍', '继续', '明天', 'noted', 'got it', 'whatever', 'go on', 'tomorrow'])(
    'is not said by %s: nothing is written on a nod',
    (says) => expect(answerTo('is it right', says)).toBeUndefined(),
  )
})

describe('when', () => {
  const when = (on: string, time?: string) => ({
    kind: 'when',
    moment: { day: on, ...(time === undefined ? {} : { time }) },
  })

  it.each<Case>([
    ['when to call him', '明天', when('2026-11-24')],
    ['when to call him', '周三下午三点', when('2026-11-25', '15:00')],
    ['when to call him', '陈总明天', when('2026-11-24')],
    ['when to call him', '第一个', choice('2026-11-24')],
    ['when to call him', '3', choice('open')],
    ['when to meet her', 'next Monday at 3pm', when('2026-11-30', '15:00')],
    ['when to meet her', 'in two weeks', when('2026-12-07')],
    ['when to meet her', 'Grace on friday', when('2026-11-27')],
    ['when to meet her', '3pm', when('2026-11-23', '15:00')],
  ])('%s: %s', (asked, says, answer) => expect(answerTo(asked, says)).toEqual(answer))

  it.each<readonly [AskedName, string]>([
    ['when to call him', '李总明天'],
    ['when to call him', '提醒我明天给李总打电话'],
    ['when to call him', '随便'],
    ['when to call him', '下周谁到期?'],
    ['when to call him', '昨天'],
    ['when to meet her', 'yesterday'],
    ['when to meet her', 'Helen on friday'],
    ['when to meet her', 'what is on friday?'],
    ['when to meet her', 'not sure'],
  ])('is not said by what is another’s, asks, is over or vague — %s: %s', (asked, says) =>
    expect(answerTo(asked, says)).toBeUndefined(),
  )
})

describe('how a contact went', () => {
  it.each([
    ['how it went', '没接', 'no-answer', {}],
    ['how it went', '考虑一下', 'considering', {}],
    ['how it went', '不感兴趣', 'declined', {}],
    ['how it went', '约了明天三点', 'appointment', { when: { day: '2026-11-24', time: '15:00' } }],
    ['how it went', '他买了50万', 'closed', { amount: { min: 500_000, max: 500_000 } }],
    ['how it went with her', 'no answer', 'no-answer', {}],
    ['how it went with her', 'she will think about it', 'considering', {}],
    ['how it went with her', 'not interested', 'declined', {}],
    ['how it went with her', 'she bought 500k', 'closed', { amount: { min: 500_000, max: 500_000 } }],
  ] as const)('%s: %s', (asked, says, outcome, more) =>
    expect(answerTo(asked, says)).toMatchObject({ kind: 'outcome', told: { outcome, ...more } }),
  )

  it.each<Case>([
    ['how it went', '1', choice('no-answer')],
    ['how it went', '第二个', choice('considering')],
    ['how it went with her', 'the third', choice('declined')],
  ])('by its place — %s: %s', (asked, says, answer) => expect(answerTo(asked, says)).toEqual(answer))

  it.each<readonly [AskedName, string]>([
    ['how it went', '李总没接'],
    ['how it went', '提醒我明天打给李总'],
    ['how it went', '他生日是8月15'],
    ['how it went with her', 'Helen did not pick up'],
    ['how it went with her', 'remind me to call Helen tomorrow'],
  ])('is not told by another’s report, or a wish — %s: %s', (asked, says) =>
    expect(answerTo(asked, says)).toBeUndefined(),
  )
})

describe('till when it is put off, or why', () => {
  it.each<Case>([
    ['till when', '明天', snooze('2026-11-24')],
    ['till when', '下周一', snooze('2026-11-30')],
    ['till when', '1', snooze('2026-11-30')],
    ['till when', '他在国外', skip('他在国外')],
    ['till when', '他出差了', skip('他出差了')],
    ['till when for her', 'next monday', snooze('2026-11-30')],
    ['till when for her', '2', skip('busy')],
    ['till when for her', 'she is travelling', skip('she is travelling')],
  ])('%s: %s', (asked, says, answer) => expect(answerTo(asked, says)).toEqual(answer))

  it.each<readonly [AskedName, string]>([
    ['till when', '随便'],
    ['till when', '好'],
    ['till when', '昨天'],
    ['till when', '今天'],
    ['till when', '刚打了李总,没接'],
    ['till when for her', 'not sure'],
    ['till when for her', 'yes'],
    ['till when for her', 'called Helen, no answer'],
  ])('is not said by a nod, a day that is no later, or another’s matter — %s: %s', (asked, says) =>
    expect(answerTo(asked, says)).toBeUndefined(),
  )
})

describe('which of several things', () => {
  it.each([
    ['第二个', 'a2'],
    ['明天那个', 'a1'],
    ['陈总的', 'a1'],
    ['Grace', 'a2'],
    ['tomorrow', 'a1'],
    ['the second one', 'a2'],
  ])('a meeting: %s', (says, agreementId) =>
    expect(answerTo('which meeting', says)).toMatchObject({ kind: 'meeting', meeting: { agreementId } }),
  )

  it.each(['周五', '李总', '第三个', 'friday', 'Helen'])('no meeting of those: %s', (says) =>
    expect(answerTo('which meeting', says)).toBeUndefined(),
  )

  it.each([
    ['1', 'o1'],
    ['稳盈', 'o1'],
    ['锐进成长', 'o2'],
    ['Bold', 'o2'],
    ['the second', 'o2'],
  ])('a sale: %s', (says, id) => expect(answerTo('which sale', says)).toEqual(choice(id)))

  it.each([
    ['第二个', 1],
    ['1', 0],
    ['陈总那个', 0],
    ['Grace', 1],
    ['the second', 1],
  ])('an entry: %s', (says, at) => expect(answerTo('which entry', says)).toEqual({ kind: 'entry', at }))

  it.each<readonly [AskedName, string]>([
    ['which sale', '第三个'],
    ['which sale', '天'],
    ['which entry', '3'],
    ['which entry', 'Helen'],
  ])('none that was offered — %s: %s', (asked, says) => expect(answerTo(asked, says)).toBeUndefined())
})

describe('why a sale was lost', () => {
  it.each<readonly [AskedName, string]>([
    ['why it was lost', '嫌收益低'],
    ['why it was lost', '钱去了别家'],
    ['why hers was lost', 'the yield is too low'],
    ['why hers was lost', 'she took it to another bank'],
  ])('%s: %s', (asked, says) => expect(answerTo(asked, says)).toEqual({ kind: 'reason', text: says }))

  it.each<readonly [AskedName, string]>([
    ['why it was lost', '好'],
    ['why it was lost', '李总嫌收益低'],
    ['why it was lost', '为什么?'],
    ['why it was lost', '提醒我明天打给陈总'],
    ['why hers was lost', 'Helen said no'],
    ['why hers was lost', 'yes'],
  ])('is not told by %s: %s', (asked, says) => expect(answerTo(asked, says)).toBeUndefined())
})

describe('a setting', () => {
  it.each<Case>([
    ['when the brief comes', '七点半', choice('07:30')],
    ['when the brief comes', '8:15', choice('08:15')],
    ['when the brief comes', '7am', choice('07:00')],
    ['which language', '英文', choice('en-US')],
    ['which language', 'Chinese', choice('zh-CN')],
    ['how many a day', '12', choice('12')],
    ['how many a day', '20个', choice('20')],
  ])('%s: %s', (asked, says, answer) => expect(answerTo(asked, says)).toEqual(answer))

  it.each<readonly [AskedName, string]>([
    ['when the brief comes', '陈总明天八点'],
    ['when the brief comes', '随便'],
    ['which language', 'whatever'],
    ['how many a day', 'a few'],
  ])('is not said by %s: %s', (asked, says) => expect(answerTo(asked, says)).toBeUndefined())
})

describe('a fact that is asked for', () => {
  it.each<Case>([
    ['his phone', '13900001234', fact('phone', '13900001234')],
    ['his phone', '他的电话是13900001234', fact('phone', '13900001234')],
    ['his birthday', '8月15', fact('birthday', '08-15')],
    ['his birthday', '1980年8月15日', fact('birthday', '1980-08-15')],
    ['his birthday', '15 August 1980', fact('birthday', '1980-08-15')],
    ['his work', '开餐馆的', fact('occupation', '开餐馆的')],
    ['his work', '他是开餐馆的', fact('occupation', '开餐馆的')],
    ['her work', 'she is a dentist', fact('occupation', 'dentist')],
    ['her work', 'runs a restaurant', fact('occupation', 'runs a restaurant')],
  ])('%s: %s', (asked, says, answer) => expect(answerTo(asked, says)).toMatchObject(answer))

  it.each<readonly [AskedName, string]>([
    ['his phone', '不知道'],
    ['his phone', '李总的电话是13900001234'],
    ['his birthday', '明天'],
    ['his work', '好'],
    ['his work', '李总是牙医'],
    ['her work', 'no idea'],
    ['her work', 'Helen is a dentist'],
    ['her work', 'ok'],
  ])('is not told by %s: %s', (asked, says) => expect(answerTo(asked, says)).toBeUndefined())
})

describe('a line of a practised call', () => {
  it.each(['您好,我是林若溪', '李总没接', '考虑一下', 'Good morning', 'yes', '2'])('%s', (says) =>
    expect(answerTo('a practised call', says)).toEqual({ kind: 'line', text: says }),
  )

  it('that ends it says so', () =>
    expect(answerTo('a practised call', '结束')).toEqual({ kind: 'line', text: '结束', end: 'over' }))

  it.each(['本周谁到期', 'who matures this week?'])('is none where Daybook is surely asked: %s', (says) =>
    expect(answerTo('a practised call', says)).toBeUndefined(),
  )
})

describe('not yet as it should be', () => {
  it.each<readonly [AskedName, string]>([
    ['till when', '算了'],
    ['till when', '取消'],
    ['till when', '不用了'],
    ['till when', '撤销'],
    ['till when', '你好'],
    ['till when for her', 'never mind'],
    ['till when for her', 'forget it'],
  ])('a word that leaves the question, or greets, is no reason to skip anybody — %s: %s', (asked, says) =>
    expect(answerTo(asked, says)).toBeUndefined(),
  )

  it.each<readonly [AskedName, string]>([
    ['how it went', '好'],
    ['how it went', '嗯'],
    ['how it went', '👍'],
    ['how it went with her', 'yes'],
    ['how it went with her', 'noted'],
  ])('a nod tells nothing of how it went — %s: %s', (asked, says) =>
    expect(answerTo(asked, says)).toBeUndefined(),
  )

  it.each<readonly [AskedName, string]>([
    ['which of two', '提醒我周五给陈姐打电话'],
    ['which of two', '约陈姐周五下午三点'],
    ['which of two', '陈姐的电话是13900005678'],
    ['was it he', '提醒我周五给李总打电话'],
    ['which teacher', 'remind me to call Helen on friday'],
    ['which teacher', 'book Helen friday 3pm'],
  ])('a whole wish about one of them is a wish — %s: %s', (asked, says) =>
    expect(answerTo(asked, says)).toBeUndefined(),
  )

  it('不是陈总,是陈姐 is somebody else, and not a mere no', () =>
    expect(answerTo('is it right', '不是陈总,是陈姐')).toMatchObject({ kind: 'instead', candidates: ['C2'] }))

  it('不是陈总,是陈姐 chooses 陈姐', () =>
    expect(answerTo('which of two', '不是陈总,是陈姐')).toEqual(customer('C2')))

  it.each<readonly [AskedName, string]>([
    ['which meeting', '不是陈总,是陈姐'],
    ['which meeting', 'not Grace, Helen'],
    ['which entry', '不是陈总,是陈姐'],
    ['which entry', 'not Grace, Helen'],
    ['what he needs', '不是陈总,是陈姐'],
  ])('the name that is denied is not the one that is chosen — %s: %s', (asked, says) =>
    expect(answerTo(asked, says)).toBeUndefined(),
  )
})

describe('a reminder that is offered after what was written', () => {
  it.each<Case>([
    ['remind of him', '好', YES],
    ['remind of him', '要', YES],
    ['remind of him', '要的', YES],
    ['remind of him', '提醒我吧', YES],
    ['remind of him', '好,提醒一下', YES],
    ['remind of him', '设吧', YES],
    ['remind of her', 'yes please', YES],
    ['remind of her', 'remind me', YES],
    ['remind of her', 'ok do that', YES],
    ['remind of him', '不用', NO],
    ['remind of him', '不用提醒', NO],
    ['remind of him', '不要', NO],
    ['remind of him', '别设了', NO],
    ['remind of her', 'no', NO],
    ['remind of her', 'no need', NO],
    ['remind of her', "don't", NO],
    ['remind of him', '改成四点', { kind: 'when', moment: { day: '2026-11-24', time: '16:00' } }],
    ['remind of her', 'make it Friday', { kind: 'when', moment: { day: '2026-11-27' } }],
  ])('is taken, left or moved — %s: %s', (asked, says, answer) =>
    expect(answerTo(asked, says)).toEqual(answer),
  )

  it.each<readonly [AskedName, string]>([
    ['remind of him', '不对,是李总'],
    ['remind of him', '不是陈总,是李总'],
    ['remind of him', '嗯'],
    ['remind of him', '随便'],
    ['remind of him', '本周谁到期'],
    ['remind of him', '提醒我明天打给李总'],
    ['remind of her', 'not Grace, Helen'],
    ['remind of her', 'whatever'],
    ['remind of her', 'undo'],
    ['remind of her', 'remind me to call Helen on Friday'],
  ])('is answered by nothing else — %s: %s', (asked, says) => expect(answerTo(asked, says)).toBeUndefined())
})
