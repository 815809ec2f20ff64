import { expect, it } from 'vitest'
import { bookOf } from '../../../support/names.js'

const { spellings } = bookOf(['Emily Zhang', '陈建国', 'Alexander Hargreaves'])

it.each([
  [['emliy'], ['emily']],
  [['emily', 'zhqng'], ['emily zhang']],
  [['chen', 'jianguoo'], ['chen jianguo']],
  [['chen', 'jiangoo'], ['chen jianguo']],
  [['alexandar', 'hargreves'], ['alexander hargreaves']],
])('one letter off, two in long names: %j', (words, forms) => {
  expect(spellings.slipsOf(words)).toEqual(forms)
})

it.each([
  [['emxlyy'], 'two letters off in a short one'],
  [['chen', 'xanguo'], 'another first letter'],
  [['emily'], 'the form itself'],
  [['emi'], 'too short'],
  [['emily', 'zhang', 'zhang', 'zhang'], 'more words than a name has'],
  [['e'.repeat(1_000)], 'longer than any name'],
])('%j is near nobody: %s', (words) => {
  expect(spellings.slipsOf(words)).toEqual([])
})
