import { expect, it } from 'vitest'
import { languageFolders } from '../../../src/compose/places.js'
import { day } from '../../../src/domain/day.js'
import { loadLanguage } from '../../../src/language/load.js'
import { createUnderstanding } from '../../../src/language/understand.js'
import { readHeldOut } from '../../support/held-out.js'
import { asShown } from '../../support/told-lines.js'

const TODAY = day('2026-11-23')
const understanding = createUnderstanding(loadLanguage(languageFolders()))
const people = understanding.people(readHeldOut()[0]?.book ?? [])

function told(text: string): readonly string[] {
  return (understanding.read(text, people, TODAY, undefined, 'contact.log').slots.contacts ?? []).map(asShown)
}

it.each([
  ['刚打了钟总不对是姚总没接', 'H03 call no-answer'],
  ['打给彭姐了,打错了,是白小姐,她说考虑一下', 'H13 call considering'],
  ['见了老任 说错了 是康局 他有兴趣', 'H20 visit interested'],
  ['芳姐来存了20万 啊不对 是30万', 'H19 visit closed #300000'],
  ['江经理约了周三,哦不,周四下午两点', 'H16 appointment @2026-11-26T14:00'],
  ['不是钟总是钟姐来续了5万', 'H02 visit closed #50000'],
  ['Called James, no wait, it was Wendy, no answer', 'H25 call no-answer'],
  ['called james sorry i mean nancy no answer', 'H27 call no-answer'],
  ['Steve took 50k, I mean 80k, of the fund', 'H29 closed #80000'],
  ['Met Nancy, scratch that, Mrs Jiang, she wants to think', 'H28 visit considering'],
  ["It wasn't James but Mr Teo who renewed", 'H26 closed'],
])('what is taken back in the same breath is one entry: %s', (text, one) => expect(told(text)).toEqual([one]))

it.each([
  ['打给江经理 一个阿姨接的说打错了', ['H16 call wrong-number']],
  ['钟总没接,姚总说不是他的号', ['H01 call no-answer', 'H03 wrong-number']],
  ['rang James and Wendy, both said sorry, too busy today', ['H24 call callback', 'H25 call callback']],
])('words that take nothing back strike nothing out: %s', (text, each) => expect(told(text)).toEqual(each))
