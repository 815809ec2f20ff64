import { expect, it } from 'vitest'
import {
  givenSpelled,
  nameParts,
  surnameSpelled,
  umlautVariants,
} from '../../../src/language/people/name-parts.js'
import { model } from '../../support/names.js'

const { lexicon, pinyin } = model.tools.naming
const { surnames } = lexicon

it.each([
  ['陈建国', '陈', '建国', ['chen'], ['jian guo']],
  ['欧阳锋', '欧阳', '锋', ['ou yang'], ['feng']],
  ['欧阳', '欧', '阳', ['ou'], ['yang']],
  ['单雄', '单', '雄', ['shan'], ['xiong']],
  ['david chen', 'chen', 'david', ['chen'], ['david']],
  ['mary ann lim', 'lim', 'mary ann', ['lim'], ['mary ann']],
  ['siti', '', 'siti', [], ['siti']],
])('%s is %s and %s', (name, surname, given, spelledSurname, spelledGiven) => {
  const parts = nameParts(name, surnames)
  expect(parts).toEqual({ surname, given })
  expect(surnameSpelled(parts, surnames, pinyin).map((s) => s.replace(' ', ''))).toEqual(
    spelledSurname.map((s) => s.replace(' ', '')),
  )
  expect(givenSpelled(parts, pinyin)).toEqual(expect.arrayContaining(spelledGiven))
})

it.each([
  ['lv', ['lv', 'lu', 'lyu', 'lü']],
  ['lu', ['lu']],
  ['nv', ['nv', 'nu', 'nyu', 'nü']],
])('%s is written %j', (spelling, variants) => {
  expect(umlautVariants(spelling)).toEqual(variants)
})
