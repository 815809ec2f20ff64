import { describe, expect, it } from 'vitest'
import { createInterpreter } from '../../src/language/interpret.js'
import { aContext, interpreted, PEOPLE, TODAY, TOOLS } from './a-thread.js'

const SHORT = 300
const LONG = 1_200
/** Four times the text is four times the work, and a little more; the square of it would be sixteen. */
const GROWTH = 7
/** What every message costs, however short. */
const ANY_MESSAGE = 400_000

/** One unit said over and over: none may be worth more than its length. */
const UNITS = [
  ...[
    '一',
    '十',
    '百',
    '两',
    '有',
    '陈',
    '好',
    '。',
    '、',
    '(',
    '-',
    '.',
    '1',
    'a',
    'İ',
    'é',
    'e\u0301',
    '🏦',
    '\u200b',
    'Ⅳ',
  ],
  ...[
    'ab ',
    'Ab ',
    'a b ',
    '((',
    '()',
    '<b>',
    '1.1',
    '1/2 ',
    '12:30 ',
    '2026-',
    '$5 ',
    '5%',
    '10k ',
    '5pm ',
    'mon ',
    'mon, ',
  ],
  ...[
    'next week ',
    'tomorrow ',
    'at 5 ',
    'called ',
    'and ',
    'not ',
    'his ',
    'who ',
    'Mr ',
    'no answer ',
    'a@b.cd ',
    'teh ',
  ],
  ...[
    '十一',
    '一百',
    '一万亿',
    '5万',
    '5万到',
    '50万以上',
    '下周',
    '周一',
    '每月',
    '11月30号',
    '三点',
    '后天',
    '半',
    '两周后',
    '春节',
  ],
  ...[
    '王总',
    '王总李总',
    '陈总、',
    '打了陈总,',
    '没接,',
    '不是',
    '不对是',
    '算了,',
    '然后',
    '撤销',
    '他',
    '第二个',
    '的',
    '欧阳娜娜',
  ],
  ...[
    'Grace ',
    'Grace, ',
    'called Grace ',
    'Grace no answer, ',
    '陈总没接,李总说再考虑,',
    '打给陈总,约明天三点,',
    '买了5万理财,',
  ],
]

const interpreter = createInterpreter(TOOLS)

/** How many characters patterns look at while a message is read: what grows too fast is seen here on any machine. */
function lookedAt(text: string): number {
  const exec = RegExp.prototype.exec
  let characters = 0
  RegExp.prototype.exec = function (this: RegExp, subject: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0
    const found = exec.call(this, subject)
    characters += 1 + (found === null ? subject.length : found.index + found[0].length) - from
    return found
  }
  try {
    interpreter.interpret(text, aContext(), PEOPLE, TODAY, '09:00')
  } finally {
    RegExp.prototype.exec = exec
  }
  return characters
}

const filled = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)

describe('a message of one thing over and over is read in the time of its length', () => {
  it.each(UNITS)('%j', (unit) => {
    expect(lookedAt(filled(unit, LONG))).toBeLessThan(ANY_MESSAGE + GROWTH * lookedAt(filled(unit, SHORT)))
  })
})

describe('a message that holds more than anybody says', () => {
  it.each([
    ['names', '陈总没接 Grace no answer '.repeat(40)],
    ['stops', '好，'.repeat(200)],
    ['numbers', '5万 '.repeat(200)],
    ['digits of one number', '一'.repeat(900)],
    ['days', '明天好,后天好 '.repeat(70)],
  ])('is not read: %s', (_, text) => {
    expect(interpreted(text).commands).toEqual([{ kind: 'too-much' }])
  })

  it.each([
    ['twenty calls', '打了陈总没接，李总说再考虑，'.repeat(10)],
    [
      'twenty calls in English',
      'Called Grace, no answer. Helen will think about it until 30 November. '.repeat(10),
    ],
    ['twenty phone numbers', 'Grace 13800138000 '.repeat(20)],
    // A pattern that may part the same words in two ways doubles with every word, and holds everybody up.
    ['sixty short words before one that a cue looks back from', `${'a '.repeat(60)}rate`],
    ['looks asked for again and again', `${'看看'.repeat(40)}我资产体检P`],
    ['words that only ask', `客户${'看看一下'.repeat(40)}有房贷`],
    ['just now again and again', `陈总${'刚刚'.repeat(60)}`],
    ['set at again and again', `${'定在'.repeat(60)}她`],
    ['no and no again', `${'不是 '.repeat(60)}她`],
    ['whose record', `陈总${'的 '.repeat(60)}x`],
    ['lists in lists', `活动${'名单里'.repeat(40)}`],
    ['pronouns run together', `fin${'itshe'.repeat(40)}f`],
    ['the same for somebody', `陈总${'也一样'.repeat(40)}还`],
    ['legal forms', `公${'司有限责任公'.repeat(40)}有`],
    ['syllables', `打给n${'ianc'.repeat(40)}x`],
    ['laughs', `${'ha'.repeat(60)}x`],
    ['clients', `${'clients'.repeat(40)}a`],
    ['houses', `陈总${'家的'.repeat(60)}f`],
  ])('a long one is: %s', (_, text) => {
    expect(interpreted(text).commands).not.toContainEqual({ kind: 'too-much' })
  })

  it('what is left again and again is left once', () => {
    expect(interpreted(`${'算了,'.repeat(100)}本周谁到期`).parsed).toHaveLength(1)
  })
})
