import { expect, it } from 'vitest'
import { unknownNameIn } from '../../../src/language/people/unknown-name.js'

it.each([
  ['Called Hendra Wijaya, no answer', 'Hendra Wijaya'],
  ['rang Mr Hargreaves', 'Mr Hargreaves'],
  ['Met Siti Nur Aisyah today', 'Siti Nur Aisyah'],
  ['called nobody today', undefined],
  ['Called twice', undefined],
])('"%s" names %s', (text, name) => {
  expect(unknownNameIn(text)).toBe(name)
})
