import { expect, it } from 'vitest'
import { languageFolders } from '../../src/compose/places.js'
import { day } from '../../src/domain/day.js'
import { loadLanguage } from '../../src/language/load.js'
import { createUnderstanding } from '../../src/language/understand.js'

const understanding = createUnderstanding(loadLanguage(languageFolders()))
const people = understanding.people([
  { id: 'C01', name: '陈立群', nickname: '陈总', company: '恒达物流' },
  { id: 'C02', name: 'Grace Yang', nickname: 'Grace' },
])

it.each([
  ['给陈总 13900001111 的那个300万咋整法子', '给<name> <phone> 的那个<sum>咋整法子'],
  ['刘德华那个怎么弄', '<name>那个怎么弄'],
  ['do the blue thing for Peter Tan on Friday', 'do the blue thing for <name> on friday'],
  ['grace and her card 622848001234', '<name> and her card <number>'],
  ['mail to zhou@bank.cn about 2m', 'mail to <email> about <sum>'],
])('words are kept without what tells whom they were about: %s', (text, kept) => {
  expect(understanding.withoutNames(text, people, day('2026-11-23'))).toBe(kept)
})
