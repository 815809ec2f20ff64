import { expect, it } from 'vitest'
import { customerNames } from '../../../src/language/people/customer-names.js'
import { fold } from '../../../src/language/text/normalise.js'
import { model } from '../../support/names.js'

const { lexicon, pinyin } = model.tools.naming
const namesOf = (name: string, rest = {}) =>
  customerNames(
    { id: 'N1', name, ...rest },
    lexicon,
    pinyin,
    (raw) => fold(raw, model.tools.simplified).folded,
  )
const texts = (forms: readonly (readonly [string, string])[]) => forms.map(([text]) => text)

it.each([
  ['陈建国', ['陈建国', '建国'], ['陈', 'chen']],
  ['陳建國', ['陈建国', '建国'], ['陈', 'chen']],
  ['欧阳锋', ['欧阳锋', '欧阳'], ['欧阳', 'ouyang']],
  ['赵国庆', ['赵国庆'], ['赵', 'zhao']],
  ['买买提·吐尔逊', ['买买提吐尔逊', '买买提', '吐尔逊'], ['买', 'mai']],
  ['丽华美容美发店', ['丽华美容美发店'], []],
])('%s is called %j', (name, han, surnames) => {
  const names = namesOf(name)
  expect(texts(names.han)).toEqual(expect.arrayContaining(han))
  expect(names.surnames).toEqual(surnames)
})

it.each([
  ['陈建国', ['chen jianguo', 'chenjianguo', 'jianguo chen', 'jianguo']],
  ['David Chen', ['david chen', 'chen david', 'david', 'dave', 'davidchen']],
  ['Will Harper', ['will harper', 'will']],
])('%s in letters is %j', (name, latin) => {
  expect(texts(namesOf(name).latin())).toEqual(expect.arrayContaining(latin))
})

it('a given name that is better known as something else is none, nor is a part of a business', () => {
  expect(texts(namesOf('赵国庆').han)).not.toContain('国庆')
  expect(texts(namesOf('丽华美容美发店').han)).not.toContain('华美容美发店')
  expect(texts(namesOf('Will Harper').latin())).not.toContain('harper will')
})

it('only names with marks, digits or two scripts are compared without their marks', () => {
  expect(namesOf('陈建国').marked).toEqual([])
  expect(texts(namesOf('H&M加盟店').marked)).toEqual(expect.arrayContaining(['hm加盟店', 'hm']))
})
