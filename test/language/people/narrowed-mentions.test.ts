import { expect, it } from 'vitest'
import { bookOf, mentionsIn } from '../../support/names.js'

const book = bookOf([
  { name: '张伟', gender: 'male', occupation: '医生', phone: '13800010007' },
  { name: '张伟', gender: 'male', occupation: '工程师', company: '星河软件', phone: '13800010008' },
  { name: '陈建国', gender: 'male', occupation: '企业主', company: '建国建材有限公司', phone: '13800010001' },
  { name: '陈刚', gender: 'male', occupation: '企业主', phone: '13800010009' },
])

it.each([
  ['尾号0007的张伟没接', '尾号0007的张伟=N1'],
  ['张伟(0008)没接', '张伟(0008)=N2'],
  ['Zhang Wei ending 0007, no answer', 'Zhang Wei ending 0007=N1'],
  ['zhang wei 0008 no answer', 'zhang wei 0008=N2'],
  ['星河软件的张伟没接', '星河软件的张伟=N2'],
  ['建国建材的陈总没接', '建国建材的陈总=N3'],
  ['张伟,医生那个', '张伟=N1'],
  ['Zhang Wei, the doctor, no answer', 'Zhang Wei=N1'],
])('company, phone, trade and name narrow each other: "%s"', (says, mentions) => {
  expect(mentionsIn(says, book)).toBe(mentions)
})

it.each([
  ['张伟没接', '张伟=N1+N2'],
  ['陈总没接', '陈总=N3+N4'],
  ['张伟 9999没接', '张伟=N1+N2'],
  ['建国建材没接,陈刚也没接', '建国建材=N3 陈刚=N4'],
])('what does not narrow leaves all: "%s"', (says, mentions) => {
  expect(mentionsIn(says, book)).toBe(mentions)
})
