import { type Book, emptyBook } from '../../domain/book.js'
import type { Customer } from '../../domain/customer/customer.js'
import { bookRestSchema, bookSchema, customerSchema, isAscending } from '../book-schema.js'
import { encodeChecked, type Kind } from './document.js'

/**
 * Customers are immutable and most of them are the same objects from one write of a book to the next, so the JSON
 * of each is made once. A book of 1,000 customers then costs one customer and a copy of bytes.
 */
const jsonOf = new WeakMap<Customer, Buffer>()

/** Customers that came through the schema need not go through it again before they are written. */
const parsed = new WeakSet<Customer>()

/** One customer a line, so that a person can read, compare and mend the file. */
export const bookKind: Kind<Book> = {
  name: 'book',
  migrations: [],
  fallsBack: true,
  empty: emptyBook,

  parse(value) {
    const book = bookSchema.parse(value)
    for (const customer of book.customers) parsed.add(customer)
    return book
  },

  encode(book) {
    if (!isAscending(book.customers)) throw new RangeError('customers of a book must ascend by id, once each')
    const { customers, ...rest } = book
    const head = encodeChecked(bookRestSchema, rest)
    return [
      head.subarray(0, -1), // without the closing brace
      Buffer.from(',"customers":['),
      ...customers.flatMap((customer, at) => [at === 0 ? FIRST : NEXT, encodeCustomer(customer)]),
      Buffer.from('\n]}'),
    ]
  },
}

const FIRST = Buffer.from('\n')
const NEXT = Buffer.from(',\n')

function encodeCustomer(customer: Customer): Buffer {
  const known = jsonOf.get(customer)
  if (known !== undefined) return known
  const json = parsed.has(customer)
    ? Buffer.from(JSON.stringify(customer))
    : encodeChecked(customerSchema, customer)
  jsonOf.set(customer, json)
  return json
}
