import { expect, it } from 'vitest'
import { day } from '../../../src/domain/day.js'
import { createUnderstanding } from '../../../src/language/understand.js'
import { bookOf, mentionsIn, model } from '../../support/names.js'

const COLLEAGUES = [
  { id: 'M1', name: '李晓梅' },
  { id: 'M2', name: '王丽' },
  { id: 'M3', name: 'Daniel Lee' },
  { id: 'M4', name: '林若溪' },
  { id: 'M5', name: '吴越' },
  { id: 'M6', name: '吴凡' },
]
const book = bookOf(
  ['王丽华', '张伟', { name: '林国栋', occupation: '企业主' }, 'Daniel Tan', '梁文', 'Nadia Liu'],
  COLLEAGUES,
)
const namesake = bookOf(['王丽', '晓梅花店', '李晓梅'], COLLEAGUES)

it.each([
  ['李晓梅上周打了多少电话', '李晓梅=@M1'],
  ['how many calls did Li Xiaomei make last week', 'Li Xiaomei=@M1'],
  ['晓梅这周做得怎么样', '晓梅=@M1'],
  ['王丽说张伟要来', '王丽=@M2 张伟=N2'],
  ['hand Nadia over to 王丽', 'Nadia=N6 王丽=@M2'],
  ['把张伟移交给王丽', '张伟=N2 王丽=@M2'],
  ['hand over Zhang Wei to wang li', 'Zhang Wei=N2 wang li=@M2'],
  ['Daniel Lee said Nadia is coming', 'Daniel Lee=@M3 Nadia=N6'],
  ['林若溪经理休假', '林若溪经理=@M4'],
  ['若溪今天请假', '若溪=@M4'],
])('a manager of the branch is a colleague and no customer: "%s"', (says, mentions) => {
  expect(mentionsIn(says, book)).toBe(mentions)
})

it.each([
  ['王丽华没接', '王丽华=N1'],
  ['打给王丽娟没接', '王丽娟=?'],
  ['called Daniel, no answer', 'Daniel=N4'],
  ['林总没接', '林总=N3'],
  ['梁文说不要', '梁文=N5'],
])('a customer of a longer or a nearer name is meant rather than a colleague: "%s"', (says, mentions) => {
  expect(mentionsIn(says, book)).toBe(mentions)
})

it.each([
  ['刚打了王丽没接', '王丽=N1'],
  ['called Wang Li, no answer', 'Wang Li=N1'],
  ['把客户移交给王丽', '王丽=@M2'],
  ['王丽的业绩', '王丽=@M2'],
  ['李晓梅这周打了几个电话', '李晓梅=@M1'],
  ['hand over the book to Wang Li', 'Wang Li=@M2'],
  ['李晓梅要续存', '李晓梅=N3'],
])('where a customer bears the same name, words of a colleague\'s work decide: "%s"', (says, mentions) => {
  expect(mentionsIn(says, namesake)).toBe(mentions)
})

it('a surname with a rank that two colleagues share names neither', () => {
  expect(mentionsIn('李经理来了', book)).toBe('李经理=@M1')
  expect(mentionsIn('吴经理来了', book)).not.toContain('@')
})

const understanding = createUnderstanding(model)
const TODAY = day('2026-11-23')

it('a reading tells the colleague by id, and the customers without', () => {
  const people = understanding.people([{ id: 'N1', name: '张伟' }], COLLEAGUES)
  const { mentions, slots } = understanding.read(
    '王丽要张伟的资料',
    people,
    TODAY,
    undefined,
    'customer.show',
  )
  expect(mentions).toEqual([
    { text: '王丽', start: 0, end: 2, customers: [], colleague: 'M2' },
    { text: '张伟', start: 3, end: 5, customers: ['N1'] },
  ])
  expect(slots.customers).toEqual(['N1'])
})

it("a contact with a colleague is nobody else's", () => {
  const people = understanding.people([{ id: 'N1', name: '张伟' }], COLLEAGUES)
  const { slots } = understanding.read('刚打了王丽没接', people, TODAY)
  expect(slots.contacts?.map(({ customers, mention }) => [customers, mention])).toEqual([[[], '王丽']])
})
