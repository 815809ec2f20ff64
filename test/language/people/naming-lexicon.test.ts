import { expect, it } from 'vitest'
import { hanSurnameAt, hanTitleAt } from '../../../src/language/people/naming-lexicon.js'
import { model } from '../../support/names.js'

const { lexicon } = model.tools.naming

it.each([
  ['李总经理来了', 1, 'boss', 4],
  ['李总来了', 1, 'boss', 2],
  ['李老板娘来了', 1, 'boss', 4],
  ['李大姐', 1, 'sister', 3],
  ['李来了', 1, undefined, undefined],
  ['李', 1, undefined, undefined],
])('in %s the longest title at %i is %s', (text, at, id, end) => {
  const found = hanTitleAt(text, at, lexicon)
  expect([found?.title.id, found?.end]).toEqual([id, end])
})

it.each([
  ['欧阳锋', '欧阳'],
  ['欧锋', '欧'],
  ['李总', '李'],
  ['的人', undefined],
  ['', undefined],
])('%s begins with the surname %s', (text, surname) => {
  expect(hanSurnameAt(text, 0, lexicon)).toBe(surname)
})

it.each([
  ['dr', 'doctor'],
  ['auntie', 'aunt'],
  ['lao', 'old'],
  ['ah', 'ah'],
])('%s before a name is the title %s', (word, id) => {
  expect(lexicon.titlesBefore.get(word)?.id).toBe(id)
})

it('two letters of pinyin alone are no title before a name', () => {
  expect(lexicon.titlesBefore.has('a')).toBe(false)
})
