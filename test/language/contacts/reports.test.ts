import { expect, it } from 'vitest'
import { languageFolders } from '../../../src/compose/places.js'
import { day } from '../../../src/domain/day.js'
import { loadLanguage } from '../../../src/language/load.js'
import { createUnderstanding } from '../../../src/language/understand.js'
import { readHeldOut } from '../../support/held-out.js'

const TODAY = day('2026-11-23')
const understanding = createUnderstanding(loadLanguage(languageFolders()))
const people = understanding.people(readHeldOut()[0]?.book ?? [])

/** Each contact as the customer and how it ended. */
function outcomes(text: string): readonly string[] {
  const { slots } = understanding.read(text, people, TODAY, undefined, 'contact.log')
  return (slots.contacts ?? []).map(
    ({ customers, reached, outcome }) => `${customers.join('/')} ${reached ? '' : 'not '}${outcome}`,
  )
}

it.each([
  ['打给钟总,他助理接的,说在开会', 'H01 not no-answer'],
  ['彭姐的电话是她老公接的', 'H05 not no-answer'],
  ['姚总司机说他出差了', 'H03 not no-answer'],
  ['rang Wendy, her secretary picked up and said she is in a meeting', 'H25 not no-answer'],
  ['called James, his daughter answered, he is asleep', 'H24 not no-answer'],
  ['Nancy: the number belongs to a stranger now', 'H27 not wrong-number'],
  ['苏律师的助理说周四下午三点可以来签字', 'H09 appointment'],
  ['彭姐要问老公', 'H05 considering'],
])('who answers in the place of the customer is not the customer: %s', (text, one) =>
  expect(outcomes(text)).toEqual([one]),
)

it.each([
  ['打了孔祥和石坚,姓孔的没接,姓石的要考虑', ['H12 not no-answer', 'H14 considering']],
  ['微信都发了 江涛和史云 姓江的没回 姓史的说没兴趣', ['H16 not no-answer', 'H17 declined']],
  [
    '打了钟总、姚总、彭姐,只有彭姐接了,说考虑一下',
    ['H01 not no-answer', 'H03 not no-answer', 'H05 considering'],
  ],
  [
    'called Wendy, James and Nancy. only Nancy answered, she declined',
    ['H25 not no-answer', 'H24 not no-answer', 'H27 declined'],
  ],
  [
    'rang Wendy, James and Nancy. Wendy will think about it, the other two no answer',
    ['H25 considering', 'H24 not no-answer', 'H27 not no-answer'],
  ],
  [
    'emailed James and Wendy, James wrote back he is not interested, Wendy nothing',
    ['H24 declined', 'H25 not no-answer'],
  ],
  [
    'called Robert Teo and Steven Bai. Teo renewed, Bai wants to think about it',
    ['H26 closed', 'H29 considering'],
  ],
])('of several, each is told of by what is left of the name: %s', (text, each) =>
  expect(outcomes(text)).toEqual(each),
)

const sureness = (text: string) => understanding.read(text, people, TODAY).confidence

it('of several, the one of whom nothing is told is asked about', () =>
  expect(sureness('called Wendy and James, James renewed 200k')).toBeLessThan(0.5))

it('of several, each of whom something is told is written', () =>
  expect(sureness('called Wendy and James, James renewed 200k, Wendy declined')).toBeGreaterThan(0.5))

it.each([
  ['called James but not Wendy; James is keen on the fund', ['H24 interested']],
  ["it wasn't Wendy I met but Nancy, she declined", ['H27 declined']],
  ['见的不是彭姐是白小姐,她说没兴趣', ['H13 declined']],
  ['陆姨的邻居彭姐来办了定期', ['H05 closed']],
])('who is named only to be ruled out is not reported: %s', (text, each) =>
  expect(outcomes(text)).toEqual(each),
)

it.each([
  ['rang James, engaged, will try after lunch', 'H24 not no-answer'],
  ['called 4 times still cannot get Wendy', 'H25 not no-answer'],
  ['孔老师没接我电话 估计在上课', 'H12 not no-answer'],
  ['去了石记汽配,没见上', 'H14 not no-answer'],
  ['打给江经理 没说上话', 'H16 not no-answer'],
  ['史会计那边信号断了', 'H17 not no-answer'],
  ['彭姐没接,后来她回过来说在开会,让我五点再打', 'H05 callback'],
])('nobody was reached, in other words: %s', (text, one) => expect(outcomes(text)).toEqual([one]))

it.each([
  ['李娜 0007 来过,续了20万', ['H07']],
  ['尾号0002钟阿姨来交水费', ['H02']],
])('four digits of a phone say which one: %s', (text, ids) =>
  expect(understanding.read(text, people, TODAY).slots.customers).toEqual(ids),
)

it.each([
  ['钟总答应过来,不是周四,是周五', '2026-11-27'],
  ['彭姐先说明天来 后来改成周四来', '2026-11-26'],
  ['Wendy cannot do Wednesday, can do Thursday 5pm', '2026-11-26'],
])('the day that holds is the one that was not ruled out: %s', (text, agreed) =>
  expect(
    understanding.read(text, people, TODAY, undefined, 'contact.log').slots.contacts?.[0]?.when?.day,
  ).toBe(agreed),
)

it.each([
  ['江经理的钱全跑招行去了', 'H16 lost'],
  ['钟姐的闺蜜买了年金,她也想要', 'H02 interested'],
  ['白小姐来补卡,卡丢了,聊到国债她挺想要', 'H13 interested'],
  ['孔老师接了,说都挺好没啥事', 'H12 info'],
  ['Nancy moved 40k over, better rate there', 'H27 lost'],
  ['met Steve, might renew it might not', 'H29 considering'],
  ['James is not fussed about insurance', 'H24 declined'],
])('how it ended: %s', (text, one) => expect(outcomes(text)).toEqual([one]))
