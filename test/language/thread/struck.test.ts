import { expect, it } from 'vitest'
import { struckMentions } from '../../../src/language/thread/struck.js'
import { heardOf } from '../a-thread.js'

function struck(says: string): readonly string[] {
  const { parsed } = heardOf(says)
  return struckMentions(parsed).map(({ start, end }) => parsed.text.slice(start, end))
}

it.each([
  ['刚打了陈总不对是李总没接', ['陈总']],
  ['刚打了陈总,哦不对,是李总,没接', ['陈总']],
  ['不是陈总是李总没接', ['陈总']],
  ['不是陈总,而是李总', ['陈总']],
  ['约陈总,说错了,李总明天三点', ['陈总']],
  ['called grace, sorry, i mean helen, no answer', ['grace']],
  ['not grace but helen did not pick up', ['grace']],
  ['book david, no wait, helen tomorrow', ['david']],
])('a name that the message takes back: %s', (says, names) => expect(struck(says)).toEqual(names))

it.each([
  '刚打了陈总,没接,李总说考虑',
  '陈总和李总都没接',
  '陈总不感兴趣,李总考虑一下',
  '陈总不是很想买,李总没接',
  'called grace and helen, no answer',
  'grace is not interested, helen will think about it',
  '不是陈总',
  'not grace',
])('no name is taken back: %s', (says) => expect(struck(says)).toEqual([]))
