import { mulberry32 } from '../support/random.js'
import type { BankFiles, Row } from './bank-files.js'
import { type N, text } from './plain-days.js'

const KINDS = ['定期存款', '通知存款', '理财', '基金', '保险', '国债', '贵金属', '贷款', '信用卡', '活期']
const AUMS = [
  '',
  '0.00',
  '49999.99',
  '50000.00',
  '199999.99',
  '200000.00',
  '499999.99',
  '500000.00',
  '1999999.99',
  '2000000.00',
  '7654321.09',
]
const SUMS = ['99999.99', '100000.00', '100000.01', '199999.99', '200000.00', '250000.00', '1000000.00']
const LUNAR = ['', '', '', '08-15', '12-30', '正月初一', '腊月三十', '冬月廿九', '十月十五']

/** Files of one manager in which most days lie near `today` and most sums near a threshold, where rules break. */
export function randomBank(seed: number, today: N, customers: number): BankFiles {
  const random = mulberry32(seed)
  const upTo = (limit: number) => Math.floor(random() * limit)
  const one = <T>(list: readonly [T, ...T[]] | readonly T[]): T => list[upTo(list.length)]!
  const near = (...distances: readonly number[]): N => today + one(distances) + upTo(7) - 3
  const dayOr = (chance: number, ...distances: readonly number[]) =>
    random() < chance ? text(near(...distances)) : ''
  const many = <T>(most: number, make: (index: number) => T): T[] =>
    Array.from({ length: upTo(most + 1) }, (_, index) => make(index))

  const rows: Row[] = Array.from({ length: customers }, (_, index) => ({
    customer: String(index + 1).padStart(8, '0'),
    name: `客户${index + 1}`,
    manager: 'M1',
    birthday:
      random() < 0.5
        ? `19${60 + upTo(40)}-${text(near(0, 3)).slice(5)}`.replace('02-29', '02-28')
        : '1988-02-29',
    lunar_birthday: one(LUNAR),
    aum: one(AUMS),
    rating: one(['', 'C1', 'C2', 'C3', 'C4', 'C5']),
    assessed_on: dayOr(0.8, -365, -358, -351, -344, -335, -100),
    card: one(['', 'none', 'gold', 'platinum']),
    do_not_contact: one(['', '否', '否', '是']),
    consent: one(['是', '是', '否', '']),
    assigned_on: dayOr(0.7, -200, -30, -3, 0, 5),
  }))
  const someone = () => one(rows)['customer'] ?? ''
  return {
    customers: rows,
    holdings: many(customers * 3, (index) => {
      const startsOn = dayOr(0.8, -400, -60, -30, -1)
      const maturesOn = dayOr(0.8, -20, 0, 1, 3, 7, 8, 30, 33, 60)
      return {
        id: `H${index}`,
        customer: someone(),
        product: '',
        product_name: '某产品',
        kind: one(KINDS),
        amount: one(SUMS),
        currency: one(['', 'CNY', 'CNY', 'USD']),
        starts_on: startsOn > maturesOn ? '' : startsOn,
        matures_on: maturesOn,
        auto_renew: one(['是', '否', '']),
      }
    }),
    products: many(6, (index) => ({
      product: `P${index}`,
      product_name: '某新品',
      kind: one(KINDS),
      level: one(['', 'R1', 'R2', 'R3', 'R4', 'R5']),
      issuer_level: one(['', 'R1', 'R3', 'R5']),
      minimum: one(['', '50', '50000', '200000', '500000']),
      currency: one(['CNY', 'CNY', 'USD']),
      sale_from: dayOr(0.9, 0, 1, 3),
      sale_to: dayOr(0.3, 0, 30),
    })),
    transactions: many(customers * 6, (index) => ({
      id: `T${index}`,
      customer: someone(),
      on: text(near(-130, -121, -91, -90, -61, -31, -30, -3, -1, 0)),
      amount: `${one(['', '-'])}${one(SUMS)}`,
      balance: one(['', '99999.99', '100000.00', '350000.00', '350000.00']),
      summary: one(['现金存入', '转账汇出', '结息', '账户管理费']),
    })),
    contacts: many(customers * 4, (index) => ({
      id: `K${index}`,
      customer: someone(),
      manager: 'M1',
      on: text(near(-70, -61, -31, -14, -7, -3, 0)),
      reached: one(['是', '是', '否', '']),
    })),
    sales: many(customers, (index) => ({
      id: `O${index}`,
      customer: someone(),
      state: one(['进行中', '进行中', '延后', '成交', '没成']),
      // Of the last progress; of one that was put off, the day it was put off to.
      day: text(near(-30, -17, -14, -13, -1, 0, 3)),
      amount: one(['', ...SUMS]),
    })),
  }
}
