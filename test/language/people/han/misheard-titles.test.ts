import { expect, it } from 'vitest'
import { misheardTitle } from '../../../../src/language/people/han/misheard-titles.js'
import { bookOf, model } from '../../../support/names.js'

const book = bookOf([
  { name: '陈建国', nickname: '陈总', occupation: '企业主' },
  { name: '陈刚', occupation: '企业主' },
  { name: '李梅', gender: 'female' },
  { name: '李强', gender: 'male' },
])

it.each([
  ['陈宗没接', ['N1']],
  ['李街没接', ['N3']],
  ['李割没接', ['N4']],
  ['王宗没接', []],
  ['陈宗旨明确', []],
  ['陈人没接', []],
])('%s may mean %j', (text, ids) => {
  expect(misheardTitle(text, 0, 2, book, model.tools.naming)).toEqual(ids)
})
