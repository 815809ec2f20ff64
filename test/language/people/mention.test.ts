import { expect, it } from 'vitest'
import { latinWords, leftmostLongest, type PersonMention } from '../../../src/language/people/mention.js'

it.each([
  ["grace's line", ['grace', 's', 'line']],
  ["o'brien rang", ["o'brien", 'rang']],
  ['打给tom没接', ['tom']],
  ['lü lü', ['lü', 'lü']],
  ['123', []],
])('the words of "%s" are %j', (text, words) => {
  expect(latinWords(text).map(({ word }) => word)).toEqual(words)
  for (const { word, start, end } of latinWords(text)) expect(text.slice(start, end)).toBe(word)
})

const at = (start: number, end: number, id: string): PersonMention => ({ start, end, ids: [id], by: 'form' })

it('of mentions that overlap the leftmost stays, of those the longest, of equals the first', () => {
  expect(
    leftmostLongest([at(2, 4, 'c'), at(0, 3, 'a'), at(0, 2, 'b'), at(4, 6, 'd'), at(4, 6, 'e')]).map(
      (m) => m.ids[0],
    ),
  ).toEqual(['a', 'd'])
})
