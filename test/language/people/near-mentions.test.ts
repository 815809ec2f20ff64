import { expect, it } from 'vitest'
import { bookOf, mentionsOf } from '../../support/names.js'

const book = bookOf([
  { name: '徐志', gender: 'male' },
  { name: '梁建国', nickname: '梁总', gender: 'male', occupation: '企业主' },
  { name: '欧阳文山', gender: 'male' },
  { name: 'Emily Zhang', gender: 'female' },
  { name: 'Alexander Hargreaves', gender: 'male' },
])
const heard = (text: string) =>
  mentionsOf(text, book).map(({ start, end, ids, maybe }) => [text.slice(start, end), ids, maybe ?? []])

it.each([
  ['粱建过没接', '粱建过', 'N2'],
  ['梁健国没接', '梁健国', 'N2'],
  ['梁国建没接', '梁国建', 'N2'],
  ['called Emliy, no answer', 'Emliy', 'N4'],
  ['called liang jiangou, no answer', 'liang jiangou', 'N2'],
  ['called alexandar hargreves, no answer', 'alexandar hargreves', 'N5'],
])('a misspelt name is the one it is clearly nearest to: "%s"', (text, said, id) => {
  expect(heard(text)).toEqual([[said, [id], []]])
})

it.each([
  ['刚打了徐智没接', '徐智', 'N1'],
  ['梁宗没接', '梁宗', 'N2'],
  ['called Alexandar Hargreves, no answer', 'Alexandar Hargreves', 'N5'],
])('where the name may well be another\'s it is asked about, never taken: "%s"', (text, said, maybe) => {
  expect(heard(text)).toEqual([[said, [], [maybe]]])
})

it.each(['电话没人接', '量过尺寸', 'exactly as before', 'family matters', '许可证办了'])(
  'ordinary words are near nobody: "%s"',
  (text) => {
    expect(heard(text)).toEqual([])
  },
)
