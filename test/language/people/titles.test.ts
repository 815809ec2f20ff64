import { expect, it } from 'vitest'
import { titleFits } from '../../../src/language/people/titles.js'
import { model } from '../../support/names.js'

const { lexicon } = model.tools.naming
const title = (word: string) => lexicon.titles.find((t) => t.zh.includes(word) || t.en.includes(word))!

it.each([
  ['先生', { gender: 'male' }, true],
  ['先生', { gender: 'female' }, false],
  ['先生', {}, true],
  ['医生', { occupation: '医生' }, true],
  ['医生', { occupation: '律师' }, false],
  ['医生', {}, true],
  ['总', { occupation: '企业高管' }, true],
  ['老师', { occupation: '退休', nickname: '罗老师' }, true],
  ['mrs', { gender: 'male' }, false],
] as const)('%s may be said of %j: %s', (word, known, fits) => {
  expect(titleFits(title(word), { id: 'N1', name: '罗永', ...known })).toBe(fits)
})
