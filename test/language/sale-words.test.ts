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
  ['钱没问题 家里他自己拍板', { money: 'yes', authority: 'yes' }],
  ['她妈说了算', { authority: 'no' }],
  ['家里都是老婆管钱', { authority: 'no' }],
  ['不用问别人 他一个人就能定', { authority: 'yes' }],
  ['他定不了 上面还有大老板', { authority: 'no' }],
  ['没问过钱的事', { money: 'ask' }],
  ['钱有没有 不清楚', { money: 'ask' }],
  ['need? maybe, maybe not', { need: 'ask' }],
  ['钱都压在货里了', { money: 'no' }],
  ['他手上没现金', { money: 'no' }],
  ['his dad decides everything, not him', { authority: 'no' }],
  ['his own call, nobody to ask. and money is there', { authority: 'yes', money: 'yes' }],
  ['says she must ask her husband first', { authority: 'no' }],
  ['needs to run it by the wife', { authority: 'no', need: 'yes' }],
  ['waiting for her son to agree', { authority: 'no' }],
  ["it's not his decision", { authority: 'no' }],
  ['no clue if he has the cash', { money: 'ask' }],
  ['says all his cash is tied up in his flat', { money: 'no' }],
  ["doesn't have the funds right now", { money: 'no' }],
])('MAN in words: %s', (text, man) => expect(read(text).man).toEqual(man))

it.each<[string, Omit<SaleTold, 'man'>]>([
  ['他没来,改到周五上午十点', { notMet: true, agreed: true }],
  ["he didn't show up, moved to Friday", { notMet: true }],
  ['兴趣4分', { interest: 4 }],
  ['兴趣五', { interest: 5 }],
  ['interest 4 of 5', { interest: 4 }],
  ['他接受了', { accepted: true }],
  ['no more objections', { accepted: true }],
  ['没戏了这单 就是嫌收益低', { lost: true, deal: true, lostFor: '嫌收益低' }],
  ['商机先搁着', { putOff: true, shelved: true, deal: true }],
  ['单子签下来了', { won: true, deal: true }],
  ['买好了', { won: true }],
  ['think it over', {}],
  ['那成交记上了没', { asks: true }],
  ['did you log the win', { asks: true }],
  ['本周谁到期', { asks: true }],
  ['show my list', { asks: true }],
])('how it goes: %s', (text, told) => expect(read(text)).toEqual({ man: {}, ...told }))
