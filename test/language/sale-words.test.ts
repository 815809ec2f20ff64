import { expect, it } from 'vitest'
import { loadSaleWords } from '../../src/config/sale-words.js'
import { createSaleReader, type SaleTold } from '../../src/language/sale-words.js'

const read = createSaleReader(loadSaleWords('data/language/sale.json'))

it.each<[string, SaleTold['man']]>([
  ['他自己说了算,手上有50万闲钱,孩子明年留学', { authority: 'yes', money: 'yes', need: 'yes' }],
  ['她要问先生', { authority: 'no' }],
  ['家里她说了算', { authority: 'yes' }],
  ['他说了不算,得和合伙人商量', { authority: 'no' }],
  ['手头紧,钱都占着', { money: 'no' }],
  ['he decides himself and has 500k free', { authority: 'yes', money: 'yes' }],
  ['she has to ask her husband', { authority: 'no' }],
  ['no plans at present, and no spare cash', { need: 'no', money: 'no' }],
  ['今天天气不错', {}],
])('MAN in words: %s', (text, man) => expect(read(text).man).toEqual(man))

it.each<[string, Omit<SaleTold, 'man'>]>([
  ['他没来,改到周五上午十点', { notMet: true, agreed: true }],
  ["he didn't show up, moved to Friday", { notMet: true }],
  ['兴趣4分', { interest: 4 }],
  ['兴趣五', { interest: 5 }],
  ['interest 4 of 5', { interest: 4 }],
  ['他接受了', { accepted: true }],
  ['no more objections', { accepted: true }],
  ['本周谁到期', { asks: true }],
  ['show my list', { asks: true }],
])('how it goes: %s', (text, told) => expect(read(text)).toEqual({ man: {}, ...told }))
