import { expect, it } from 'vitest'
import { bookOf, mentionsIn } from '../../../support/names.js'

const book = bookOf([
  { name: '陈建国', nickname: '陈总', gender: 'male', occupation: '企业主' },
  { name: '吕绿', gender: 'female' },
  { name: 'David Chen', gender: 'male', company: 'Pacific Trading' },
  { name: 'Michael Wong', nickname: 'Mr Wong', gender: 'male', company: 'Wong Seafood' },
  { name: 'Emily Zhang', gender: 'female', company: 'Zhang & Partners' },
  { name: '王芳', gender: 'female' },
])

it.each([
  ['called Chen Jianguo, no answer', 'Chen Jianguo=N1'],
  ['called chenjianguo, no answer', 'chenjianguo=N1'],
  ['called Jianguo Chen, no answer', 'Jianguo Chen=N1'],
  ['called Chen Jian Guo, no answer', 'Chen Jian Guo=N1'],
  ['called Chen Jian-guo, no answer', 'Chen Jian-guo=N1'],
  ['called jianguo, no answer', 'jianguo=N1'],
  ['chen zong said no', 'chen zong=N1'],
  ['boss chen said no', 'boss chen=N1'],
  ['called Lv Lv, no answer', 'Lv Lv=N2'],
  ['called Lu Lu, no answer', 'Lu Lu=N2'],
  ['called Mike Wong, no answer', 'Mike Wong=N4'],
  ['called dave, no answer', 'dave=N3'],
])('names of the book in letters: "%s"', (says, mentions) => {
  expect(mentionsIn(says, book)).toBe(mentions)
})

it.each([
  ['the owner of Pacific Trading rang', 'Pacific Trading=N3'],
  ['Zhang & Partners called', 'Zhang & Partners=N5'],
  ['Zhang and Partners called', 'Zhang and Partners=N5'],
])('companies of the book: "%s"', (says, mentions) => {
  expect(mentionsIn(says, book)).toBe(mentions)
})

it.each([
  ['called Chen, no answer', 'Chen=N1+N3'],
  ['called Wong, no answer', 'Wong=N4'],
  ['called Wang, no answer', 'Wang=N6'],
])('a bare surname means all who bear it; Wong is not 王: "%s"', (says, mentions) => {
  expect(mentionsIn(says, book)).toBe(mentions)
})

it.each([
  ['rang David Tan, not interested', 'David Tan=?'],
  ['rang David, not interested', 'David=N3'],
])('a given name before another surname is somebody else: "%s"', (says, mentions) => {
  expect(mentionsIn(says, book)).toBe(mentions)
})
