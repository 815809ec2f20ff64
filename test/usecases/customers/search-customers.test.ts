import { describe, expect, it } from 'vitest'
import { wordsOf } from '../../../src/compose/words.js'
import { loadPolicy } from '../../../src/config/policy.js'
import { findCustomers, indexCustomers } from '../../../src/domain/customer/find-customers.js'
import { day } from '../../../src/domain/day.js'
import { fenOfYuan } from '../../../src/domain/money.js'
import { WorkingCalendar } from '../../../src/domain/working-days.js'
import type { Books } from '../../../src/ports/ports.js'
import { searchCustomers } from '../../../src/usecases/customers/search-customers.js'
import { aContact, aCustomer, aHolding } from '../../support/customers.js'

const TODAY = day('2026-11-23')
const { particulars } = wordsOf({}).interpreting

const CUSTOMERS = [
  aCustomer('C1', {
    name: '陈建国',
    nickname: '陈总',
    company: '建国建材有限公司',
    occupation: '企业主',
    phone: '138-0000-1234',
    cardLevel: 'platinum',
    riskRating: 'C3',
    birthday: day('1976-12-05'),
    contacts: [aContact('2026-11-20')],
  }),
  aCustomer('C2', {
    name: '单小芳',
    nickname: '单姐',
    occupation: '退休教师',
    hobbies: '钓鱼、广场舞',
    phone: '13900005678',
    aumFen: fenOfYuan(2_500_000),
    riskRating: 'C1',
    contacts: [aContact('2026-06-01')],
    holdings: [aHolding('2027-03-01', { kind: 'fund' })],
  }),
  aCustomer('C3', {
    name: '王磊',
    company: '好味道餐饮',
    occupation: '个体户',
    type: 'micro',
    aumFen: fenOfYuan(300_000),
    riskRating: 'C4',
    holdings: [aHolding('2027-01-05')],
  }),
  aCustomer('C4', { name: '王磊', occupation: '工程师', phone: '13700009999', aumFen: fenOfYuan(80_000) }),
  aCustomer('C5', {
    name: 'Kevin Wang',
    nickname: 'Kevin',
    occupation: 'lawyer',
    aumFen: fenOfYuan(600_000),
  }),
]

const index = indexCustomers(CUSTOMERS, (text, as) => particulars.spell(text, as))

describe('customers are found as people look for them', () => {
  it.each([
    ['the whole name', '陈建国', ['C1']],
    ['part of the name', '建国', ['C1']],
    ['a nickname', '单姐', ['C2']],
    ['pinyin', 'chenjianguo', ['C1']],
    ['pinyin of the given name', 'jianguo', ['C1']],
    ['initials', 'cjg', ['C1']],
    ['a surname of its own sound', 'shanxiaofang', ['C2']],
    ['the company', '好味道', ['C3']],
    ['the last digits of the phone', '5678', ['C2']],
    ['the occupation', '工程师', ['C4']],
    ['a hobby', '钓鱼', ['C2']],
    ['an English name in small letters', 'kevin', ['C5']],
    ['full-width digits', '９９９９', ['C4']],
    ['the number of the customer', 'c5', ['C5']],
    ['namesakes together', '王磊', ['C3', 'C4']],
    ['two words that narrow each other', '王磊 餐饮', ['C3']],
    ['nobody', '赵六', []],
    ['two digits, which say too little', '34', []],
    ['nothing', ' ', []],
  ])('%s: %s', (_, sought, ids) => {
    expect(findCustomers(index, sought).map(({ customer }) => customer.id)).toEqual(ids)
  })
})

describe('customers are found by what is true of them', () => {
  const books = {
    read: async () => ({ managerId: 'M1', customers: CUSTOMERS, changes: [] }),
  } as unknown as Books // only reading is asked for
  const search = searchCustomers({
    books,
    policy: loadPolicy('data/policy.json'),
    calendar: new WorkingCalendar([]),
    spell: (text, as) => particulars.spell(text, as),
  })

  it.each([
    ['做餐饮的客户', ['C3']],
    ['retired clients above 2m', ['C2']],
    ['退休的,或者做餐饮的', ['C2', 'C3']],
    ['50万以上但不是退休的', ['C1', 'C5']],
    ['clients over 500k who are not retired', ['C1', 'C5']],
    ['C3以上风险的', ['C1', 'C3']],
    ['有基金的客户', ['C2']],
    ['12月过生日的', ['C1']],
    ['三个月没联系的', ['C2', 'C3', 'C4', 'C5']],
    ['白金卡客户', ['C1']],
    ['A类里面三个月没联系的', ['C2']],
  ])('%s', async (asked, ids) => {
    const { question } = particulars.attributes(asked, TODAY)
    const found = await search.byAttributes('M1', question!, TODAY)
    expect(found.customers.map(({ id }) => id).sort()).toEqual(ids)
  })
})
