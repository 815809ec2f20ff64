import { z } from 'zod'
import { type Book, emptyBook } from '../../domain/book.js'
import type { Change } from '../../domain/change.js'
import type { Customer } from '../../domain/customer/customer.js'
import { breathe } from '../../ports/breathe.js'
import { bookRestSchema, bookSchema, customerSchema, isAscending } from '../stored/book-schema.js'
import { encodeChecked } from '../stored/encode-checked.js'
import { bookInSlices, CUSTOMERS_A_SLICE } from './book-in-slices.js'
import type { Delta, Kind } from './document.js'

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
  /** 2: `erased`, which a program that knows 1 alone would lose. */
  migrations: [(value) => value],
  fallsBack: true,
  empty: emptyBook,

  parse(value) {
    const book = bookSchema.parse(value)
    for (const customer of book.customers) parsed.add(customer)
    return book
  },

  async inSlices(key, bytes) {
    const book = await bookInSlices(bookKind, key, bytes)
    for (const customer of book?.customers ?? []) parsed.add(customer)
    return book
  },

  async prepare({ customers }) {
    let made = 0
    for (const customer of customers) {
      if (jsonOf.has(customer)) continue
      encodeCustomer(customer)
      if (++made % CUSTOMERS_A_SLICE === 0) await breathe()
    }
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

  get delta() {
    return bookDelta
  },
}

/** The customers that changed, whole; of the manager's changes those that are new or taken back, and the order of all. */
const bookDelta: Delta<Book> = {
  encode(before, after) {
    if (!isAscending(after.customers))
      throw new RangeError('customers of a book must ascend by id, once each')
    const known = new Set<Customer>(before.customers)
    const kept = new Set(after.customers.map(({ id }) => id))
    const gone = before.customers.flatMap(({ id }) => (kept.has(id) ? [] : [id]))
    const changed = after.customers.filter((customer) => !known.has(customer))
    const knownChanges = new Set<Change>(before.changes)
    const { customers: _, changes, ...rest } = after
    const ids = changes.map(({ id }) => id)
    const isClear = new Set(ids).size === ids.length
    const written = { ...rest, changes: changes.filter((change) => !isClear || !knownChanges.has(change)) }
    return [
      Buffer.from(`{"order":${JSON.stringify(isClear ? ids : null)},"gone":${JSON.stringify(gone)},"rest":`),
      encodeChecked(bookRestSchema, written),
      Buffer.from(',"customers":['),
      ...changed.flatMap((customer, at) => [at === 0 ? FIRST : NEXT, encodeCustomer(customer)]),
      Buffer.from(']}'),
    ]
  },

  apply(value, delta) {
    const { order, gone, rest, customers } = deltaShape.parse(delta)
    const before = value === undefined ? { customers: [], changes: [] } : plainBook.parse(value)
    const byId = new Map(before.customers.map((customer) => [customer.id, customer]))
    for (const id of gone) byId.delete(id)
    for (const customer of customers) byId.set(customer.id, customer)
    const changes = new Map([...before.changes, ...rest.changes].map((change) => [change.id, change]))
    return {
      ...rest,
      changes: order?.flatMap((id) => changes.get(id) ?? []) ?? rest.changes,
      customers: [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    }
  },
}

const withId = z.looseObject({ id: z.string() })
const plainBook = z.looseObject({ customers: z.array(withId), changes: z.array(withId) })
const deltaShape = z.strictObject({
  /** Null: all changes are written. */
  order: z.array(z.string()).nullable(),
  gone: z.array(z.string()),
  rest: z.looseObject({ changes: z.array(withId) }),
  customers: z.array(withId),
})

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
