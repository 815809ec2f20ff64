import { expect, it } from 'vitest'
import type { KnownCustomer } from '../../../src/language/people/known-customer.js'
import { bookOf, mentionsIn, mentionsOf, model } from '../../support/names.js'

/** As many invented customers as a book can have, no two objects the same. */
function largeBook(count: number): readonly KnownCustomer[] {
  const surnames = [...'王李张刘陈杨赵黄周吴']
  const given = [...'建国伟明芳娜秀英敏静丽强磊军洋勇艳杰娟涛']
  return Array.from({ length: count }, (_, i) => ({
    id: `B${i}`,
    name: `${surnames[i % 10]}${given[(i * 7) % 20]}${given[(i * 13 + 3) % 20]}`,
    nickname: `${surnames[i % 10]}总`,
  }))
}

/** Names of `length` characters, all different. */
function longName(length: number): string {
  return Array.from({ length }, (_, i) => String.fromCharCode(0x5a00 + i * 7)).join('')
}

it('a form that several bear means them all; a whole name wins over a given name', () => {
  const book = bookOf(['张伟', '张伟', { name: '李国庆', nickname: '建国' }, '王建国'])
  expect(book.han.get('张伟')).toEqual({ ids: ['N1', 'N2'], kind: 'name' })
  expect(book.han.get('建国')).toEqual({ ids: ['N3'], kind: 'nickname' })
  expect(book.latin.get('zhang wei')?.ids).toEqual(['N1', 'N2'])
})

it('two books that share a customer keep their forms apart', () => {
  const shared: KnownCustomer = { id: 'S', name: '张伟' }
  const one = model.book([shared])
  const two = model.book([shared, { id: 'T', name: '张伟' }])
  expect(two.han.get('张伟')?.ids).toEqual(['S', 'T'])
  expect(one.han.get('张伟')?.ids).toEqual(['S'])
})

it('a book with one customer changed reads the change, and prepares nobody else anew', () => {
  const before = largeBook(300)
  const asked: string[] = []
  const after = before.map((c, i) => (i === 7 ? { ...c, name: '梁小满' } : c))
  const watched: KnownCustomer = {
    id: 'B8',
    get name() {
      asked.push('name')
      return '王小满'
    },
  }
  void model.book([...before, watched]).han
  const once = asked.length
  void model.book([...after, watched]).han
  expect(asked.length).toBe(once)
  expect(mentionsIn('打给梁小满没接', model.book(after))).toBe('梁小满=B7')
})

it('the customer of a name that is longer than anybody says is found as it is written', () => {
  const name = longName(100)
  const book = bookOf([name, '张伟'])
  expect(mentionsIn(`打给${name}没接`, book)).toBe(`${name}=N1`)
  expect(mentionsIn('打给张伟没接', book)).toBe('张伟=N2')
})

it.each([50, 100, 400])('a name of %i characters has no more forms than one of three', (length) => {
  const book = bookOf([longName(length)])
  expect(book.han.size + book.latin.size).toBeLessThanOrEqual(2)
})

it('a customer has a handful of forms, however many readings the name has', () => {
  const book = bookOf([{ name: '单乐行', nickname: '老单' }, '吕绿略'])
  expect(book.latin.size).toBeLessThan(200)
})

const UNMEASURED = 2_000

it.each([
  ['a word of 1,000 letters', `刚打了${'abcdefghij'.repeat(100)}没接`],
  ['a word of 1,500 letters', 'a'.repeat(1_500)],
  ['1,500 characters of one surname', '王'.repeat(1_500)],
  ['300 names', '看看庄云天 '.repeat(250)],
  ['words nobody knows', 'zhqng weq '.repeat(150)],
])('%s is read in no time', (_, text) => {
  const book = model.book(largeBook(1_000))
  mentionsOf('刚打了张伟没接 called zhang wei', book)
  const begun = performance.now()
  mentionsOf(text, book)
  // Was 5 to 20 seconds; now some milliseconds, on a busy machine some more.
  expect(performance.now() - begun).toBeLessThan(UNMEASURED)
})

it.each([
  ['刚打了王建国', 20],
  ['called Wang', 20],
])('a book is made ready in pieces, once: %s', (text, pieces) => {
  const book = model.book(largeBook(1_000))
  expect([...book.preparing(text)].length).toBeGreaterThanOrEqual(pieces)
  expect([...book.preparing(text)]).toEqual([])
  expect(book.han.size).toBe(model.book(largeBook(1_000)).han.size)
})

it('spellings are made ready when letters are first read', () => {
  const book = model.book(largeBook(100))
  expect([...book.preparing('谁')]).not.toEqual([])
  expect([...book.preparing('谁 called')]).not.toEqual([])
})
