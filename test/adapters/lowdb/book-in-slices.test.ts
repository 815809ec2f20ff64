import { describe, expect, it } from 'vitest'
import { bookInSlices } from '../../../src/adapters/lowdb/book-in-slices.js'
import { bookKind } from '../../../src/adapters/lowdb/book-kind.js'
import { decodeDocument, encodeDocument } from '../../../src/adapters/lowdb/document.js'
import type { Book } from '../../../src/domain/book.js'
import { aCustomer } from '../../support/customers.js'

const bytesOf = (book: Book) => Buffer.concat(encodeDocument(bookKind, book.managerId, book))
const aBook = (count: number): Book => ({
  managerId: 'M1',
  customers: Array.from({ length: count }, (_, at) =>
    aCustomer(`C${String(at).padStart(4, '0')}`, { nickname: '陈总\n"]}}' }),
  ),
  changes: [],
})

describe('a book that is read in slices', () => {
  it.each([1, 2, 19, 20, 21, 300])('of %i customers is the book that was written', async (count) => {
    const book = aBook(count)
    expect(await bookInSlices(bookKind, 'M1', bytesOf(book))).toEqual(book)
  })

  it('lets others have their turn in between', async () => {
    let turns = 0
    const other = setInterval(() => turns++, 0)
    const bytes = bytesOf(aBook(2_000))
    await bookInSlices(bookKind, 'M1', bytes)
    clearInterval(other)
    expect(turns).toBeGreaterThan(5)
  })

  it.each<[string, (text: string) => string]>([
    ['cut short', (text) => text.slice(0, -5)],
    ['without its end of line', (text) => text.slice(0, -1)],
    ['empty', () => ''],
    ['a customer cut out with the comma before it', (text) => text.replace(/,\n\{[^\n]*"C0001"[^\n]*/, '')],
    ['the last customer cut out and its comma left', (text) => text.replace(/\n\{[^\n]*"C0002"[^\n]*/, '')],
    ['customers out of order', (text) => text.replace('C0002', 'A')],
    ['a customer that is none', (text) => text.replace('"id":"C0001"', '"id":7')],
    ['on one line', (text) => text.replaceAll('\n', ' ')],
    ['of another key', (text) => text.replaceAll('M1', 'M2')],
    ['of a newer version', (text) => text.replace('"version":1', '"version":9')],
  ])('%s is what the ordinary reading makes of it', async (_, change) => {
    const bytes = Buffer.from(change(bytesOf(aBook(3)).toString()))
    const sliced = await bookInSlices(bookKind, 'M1', bytes)
    const whole = decodeDocument(bookKind, 'M1', bytes)
    if (sliced !== undefined) expect(whole).toEqual({ state: 'good', value: sliced })
    else
      expect(bytes.length === 0 || whole.state !== 'good' || !bytes.toString().endsWith(']}}\n')).toBe(true)
  })
})
