import { expect, it } from 'vitest'
import { bookOf, mentionsIn } from '../../../support/names.js'

const book = bookOf([
  { name: '李志强', gender: 'male', occupation: '企业主' },
  { name: '李秀兰', gender: 'female', occupation: '退休' },
  { name: '王建军', gender: 'male', occupation: '公务员' },
  { name: '曾敏', gender: 'female', occupation: '教师' },
  'David Chen',
])

it.each([
  ['李总没接', '李总=N1'],
  ['李阿姨没接', '李阿姨=N2'],
  ['李先生没接', '李先生=N1'],
  ['李女士没接', '李女士=N2'],
  ['老王没接', '老王=N3'],
  ['小李没接', '小李=N1+N2'],
  ['王局没接', '王局=N3'],
  ['曾老师没接', '曾老师=N4'],
])('a surname with a title means all whom the title does not exclude: "%s"', (says, mentions) => {
  expect(mentionsIn(says, book)).toBe(mentions)
})

it.each([
  ['王律师没接', '王律师=?'],
  ['高总没接', '高总=?'],
  ['曾总没接', '曾总=?'],
  ['钱女士没接', '钱女士=?'],
])('a title that excludes everybody names a stranger: "%s"', (says, mentions) => {
  expect(mentionsIn(says, book)).toBe(mentions)
})

it.each([
  '高总行说了',
  '万总共多少',
  '施工队来了',
  '于工资卡',
  '全局来看',
  '老总说了算',
  '小公司',
  '马上总结',
])('a title that goes on as another word names nobody: "%s"', (says) => {
  expect(mentionsIn(says, book)).toBe('')
})
