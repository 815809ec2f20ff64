import { expect, it } from 'vitest'
import { bookOf, mentionsIn } from '../../../support/names.js'

const book = bookOf([
  { name: '张伟', gender: 'male', occupation: '医生' },
  { name: '张秀英', gender: 'female', occupation: '教师' },
  { name: 'Susan Zhao', gender: 'female' },
  { name: '周志明', gender: 'male', occupation: '企业主' },
])

it.each([
  ['Dr Zhang declined', 'Dr Zhang=N1'],
  ['Dr. Zhang declined', 'Dr. Zhang=N1'],
  ['Ms Zhang declined', 'Ms Zhang=N2'],
  ['Mr Zhang declined', 'Mr Zhang=N1'],
  ['Dr Zhang Wei declined', 'Dr Zhang Wei=N1'],
  ['Auntie Susan declined', 'Auntie Susan=N3'],
  ['Zhou zong declined', 'Zhou zong=N4'],
  ['zhou laoban declined', 'zhou laoban=N4'],
  ['Old Zhou declined', 'Old Zhou=N4'],
  ['lao zhou declined', 'lao zhou=N4'],
])('a title in English or in pinyin: "%s"', (says, mentions) => {
  expect(mentionsIn(says, book)).toBe(mentions)
})

it.each([
  ['Mr Zhao declined', 'Mr Zhao=?'],
  ['Mr Kumar declined', 'Mr Kumar=?'],
  ['Dr Hargreaves declined', 'Dr Hargreaves=?'],
  ['Mr Ravi Kumar declined', 'Mr Ravi Kumar=?'],
  ['Zhou laoshi declined', 'Zhou laoshi=?'],
])('a title that excludes everybody names a stranger: "%s"', (says, mentions) => {
  expect(mentionsIn(says, book)).toBe(mentions)
})

it.each(['did I miss a call', 'the doctor said no', 'old customers first', 'master list please'])(
  'a title before another word names nobody: "%s"',
  (says) => {
    expect(mentionsIn(says, book)).toBe('')
  },
)
