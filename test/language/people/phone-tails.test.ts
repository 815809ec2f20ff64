import { expect, it } from 'vitest'
import { phoneTails } from '../../../src/language/people/phone-tails.js'
import { bookOf } from '../../support/names.js'

const book = bookOf([
  { name: '张伟', phone: '13800010007' },
  { name: '李强', phone: '13900010007' },
  { name: '陈建国', phone: '13800010001' },
  { name: '无号', phone: '07' },
  '没有电话',
])
const idsIn = (text: string) => phoneTails(text, book).map((m) => m.ids)

it.each([
  ['尾号0001没接', [['N3']]],
  ['手机尾号是0007的客户', [['N1', 'N2']]],
  ['the one ending in 0001', [['N3']]],
  ['last four digits 0001', [['N3']]],
  ['13800010007打过来', [['N1']]],
  ['张伟(0007)', [['N1', 'N2']]],
])('customers by the last four digits or the whole phone: "%s"', (text, ids) => {
  expect(idsIn(text)).toEqual(ids)
})

it.each(['尾号9999', '尾号00011', '13800019999', '2026年', '转了0007元', '尾号07'])(
  '"%s" is nobody\'s',
  (text) => {
    expect(idsIn(text)).toEqual([])
  },
)
