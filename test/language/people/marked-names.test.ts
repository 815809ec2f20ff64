import { describe, expect, it } from 'vitest'
import { bare, isMarked } from '../../../src/language/people/marked-names.js'
import { bookOf, mentionsIn } from '../../support/names.js'

const NAMES = {
  '85度C奶茶': ['85度C奶茶', '85度c', '８５度Ｃ奶茶', '85度C奶茶店', '85度 C'],
  '7-11便利店': ['7-11便利店', '7-11', '711便利店', '7－11便利店', '7-11便利'],
  'H&M加盟店': ['H&M加盟店', 'H&M', 'HM加盟店', 'h & m', 'Ｈ＆Ｍ加盟店', 'h and m加盟店'],
  'No.1理发': ['No.1理发', 'no1理发', 'No. 1 理发', 'No.1理发店'],
  买买提·吐尔逊: [
    '买买提·吐尔逊',
    '买买提',
    '吐尔逊',
    '买买提吐尔逊',
    '买买提・吐尔逊',
    'Maimaiti Tuerxun',
    'Maimaiti',
  ],
  𠮷野太郎: ['𠮷野太郎', '吉野太郎', '太郎', '吉野', 'Jiye Tailang'],
  马·克: ['马·克', '马克', '马•克', 'Ma Ke'],
  'K11购物(总店)': ['K11购物(总店)', 'K11购物', 'K11', 'K11购物（总店）'],
  "Liam O'Brien": ["Liam O'Brien", 'Liam OBrien', 'Liam O’Brien', 'Liam'],
  'Jean-Luc Picard': ['Jean-Luc Picard', 'Jean Luc Picard', 'JeanLuc', 'Jean-Luc', 'Picard'],
  'A.B. Tan': ['A.B. Tan', 'AB Tan', 'A B Tan'],
  '聚鲜阁餐饮(人民路店)': ['聚鲜阁餐饮(人民路店)', '聚鲜阁餐饮', '聚鲜阁', '人民路店'],
  'AT&T中国': ['AT&T中国', 'ATT中国', 'AT&T'],
  '小米之家@万达': ['小米之家@万达', '小米之家'],
  '3M口罩厂': ['3M口罩厂', '3M口罩'],
}
const customers = Object.keys(NAMES)
const book = bookOf(customers)
const said = Object.entries(NAMES).flatMap(([name, forms], i) =>
  forms.map((form) => [form, name, `N${i + 1}`] as const),
)

describe('a customer as the bank writes him is found however the name is typed', () => {
  it.each(said)('刚打了%s没接: %s', (form, _, id) => {
    expect(mentionsIn(`刚打了${form}没接`, book)).toBe(`${form}=${id}`)
  })
  it.each(said)('called %s, no answer: %s', (form, _, id) => {
    expect(mentionsIn(`called ${form}, no answer`, book)).toBe(`${form}=${id}`)
  })
  it.each(said)('看看%s的资料: %s', (form, _, id) => {
    expect(mentionsIn(`看看${form}的资料`, book)).toBe(`${form}=${id}`)
  })
})

it.each([
  '7-11到期的有谁',
  '骑马 克服一下',
  '排名no1的是谁',
  'who is due on 7-11',
  '转了7110元',
  '85度的水',
  'see you at 11',
  'hm let me think',
  '打了3m的绳子',
])('marks, numbers and pieces of words are nobody: "%s"', (says) => {
  expect(mentionsIn(says, book)).toBe('')
})

it.each([
  ['买买提大哥说要来', '买买提大哥=N5'],
  ['7-11的老板没接', '7-11的老板=N2'],
  ['h&m的老板娘说考虑', 'h&m的老板娘=N3'],
])('words for the person belong to the name: "%s"', (says, mentions) => {
  expect(mentionsIn(says, book)).toBe(mentions)
})

it.each([
  ['85度c奶茶', true, '85度c奶茶'],
  ['h&m加盟店', true, 'hm加盟店'],
  ['no.1理发(总店)', true, 'no1理发总店'],
  ['陈建国', false, '陈建国'],
  ['david chen', false, 'davidchen'],
  ["liam o'brien", true, 'liamobrien'],
])('%s is marked: %s', (name, marked, without) => {
  expect(isMarked(name)).toBe(marked)
  expect(bare(name)).toBe(without)
})
