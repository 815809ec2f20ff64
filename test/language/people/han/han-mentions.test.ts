import { expect, it } from 'vitest'
import { bookOf, mentionsIn } from '../../../support/names.js'

const book = bookOf([
  { name: '陈建国', nickname: '陈总', gender: 'male', occupation: '企业主', company: '建国建材有限公司' },
  { name: '张伟', nickname: '张医生', gender: 'male', occupation: '医生', company: '市人民医院' },
  { name: '张伟', nickname: '小张', gender: 'male', occupation: '工程师', company: '星河软件' },
  { name: '欧阳锋', gender: 'male', occupation: '企业主', company: '西域药材' },
  { name: '林小玲', nickname: '玲姐', gender: 'female', company: '小玲花店' },
])

it.each([
  ['陈建国没接', '陈建国=N1'],
  ['陳建國沒接', '陳建國=N1'],
  ['建国说考虑', '建国=N1'],
  ['欧阳说考虑', '欧阳=N4'],
  ['看看玲姐的资料', '玲姐=N5'],
  ['张伟没接', '张伟=N2+N3'],
])('a name, a nickname, a given name and a double surname of the book: "%s"', (says, mentions) => {
  expect(mentionsIn(says, book)).toBe(mentions)
})

it.each([
  ['张伟医生没接', '张伟医生=N2'],
  ['张伟工程师没接', '张伟工程师=N3'],
  ['张伟女士没接', '张伟=N2+N3'],
])('a title behind a name narrows it where it fits somebody: "%s"', (says, mentions) => {
  expect(mentionsIn(says, book)).toBe(mentions)
})

it.each([
  ['建国建材那个老板没接', '建国建材那个老板=N1'],
  ['西域药材的老板说考虑', '西域药材的老板=N4'],
  ['星河软件那边没回', '星河软件=N3'],
  ['小玲花店老板娘没接', '小玲花店老板娘=N5'],
  ['西域那边没回', '西域那边=N4'],
])('a company stands for its customer, with the words for the person: "%s"', (says, mentions) => {
  expect(mentionsIn(says, book)).toBe(mentions)
})

it.each(['今天先联系谁', '西域的风光', '医生怎么说', '建材最近怎么样'])('"%s" names nobody', (says) => {
  expect(mentionsIn(says, book)).toBe('')
})
