import { expect, it } from 'vitest'
import { hanNicknames, latinNicknames } from '../../../src/language/people/nicknames.js'
import { model } from '../../support/names.js'

const { lexicon, pinyin } = model.tools.naming

it.each([
  ['刘姨', 'female', ['刘姨', '刘阿姨']],
  ['王姐', 'female', ['王姐', '王大姐']],
  ['陈总', 'male', ['陈总']],
  ['老王', undefined, ['老王']],
] as const)('%s is also said %j', (nickname, gender, forms) => {
  expect([...hanNicknames(nickname, gender, lexicon)]).toEqual(expect.arrayContaining([...forms]))
})

it.each([
  ['陈总', 'male', ['chen zong', 'chenzong', 'boss chen']],
  ['老王', 'male', ['lao wang', 'laowang', 'old wang']],
  ['张医生', 'male', ['zhang yisheng', 'dr zhang', 'doctor zhang']],
  ['mrs zhao', 'female', ['mrs zhao']],
  ['tom', 'male', ['tom']],
  ['胖胖', undefined, ['pang pang']],
] as const)('%s in letters is %j', (nickname, gender, forms) => {
  expect([...latinNicknames(nickname, gender, lexicon, pinyin)]).toEqual(expect.arrayContaining([...forms]))
})
