import { expect, it } from 'vitest'
import { bookOf, mentionsIn } from '../../support/names.js'

const book = bookOf([
  { name: '孙浩', gender: 'male' },
  { name: '马超群', gender: 'male' },
  { name: '孙丽', gender: 'female' },
  { name: '施大海', gender: 'male' },
  { name: 'Kevin Lin', gender: 'male' },
])

it.each([
  ['孙浩和马超群都打了,姓孙的没接', '孙浩=N1 马超群=N2 姓孙的=N1'],
  ['打给孙浩、马超群,马没接', '孙浩=N1 马超群=N2 马=N2'],
  ['saw Sun Hao and Ma Chaoqun, Ma says no', 'Sun Hao=N1 Ma Chaoqun=N2 Ma=N2'],
])('a part of a name said again means the one named before: "%s"', (says, mentions) => {
  expect(mentionsIn(says, book)).toBe(mentions)
})

it.each([
  ['孙浩和孙丽都打了,姓孙的没接', '孙浩=N1 孙丽=N3'],
  ['打给孙浩,马没接', '孙浩=N1'],
])('it means nobody where two bear it or nobody does: "%s"', (says, mentions) => {
  expect(mentionsIn(says, book)).toBe(mentions)
})
