import type { Book } from '../../domain/book.js'
import type { Customer } from '../../domain/customer/customer.js'
import { breathe } from '../../ports/breathe.js'
import { bookRestSchema, customerSchema, isAscending } from '../stored/book-schema.js'
import { decodeDocument, type Kind, versionOf } from './document.js'

const NEWLINE = 0x0a
const COMMA = 0x2c
/** A customer takes a tenth of a millisecond. */
export const CUSTOMERS_A_SLICE = 20
const CLOSED = ']}}'

/**
 * A book as it is written, one customer a line, read so that nobody waits long for it: a whole book of 1,000 customers
 * at once keeps every manager waiting for a fifth of a second.
 *
 * @returns undefined where it is anything else; the ordinary reading says what
 */
export async function bookInSlices(
  kind: Kind<Book>,
  key: string,
  bytes: Uint8Array,
): Promise<Book | undefined> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const headEnd = buffer.indexOf(NEWLINE)
  const tail = buffer.lastIndexOf(`\n${CLOSED}\n`)
  if (headEnd < 0 || tail < headEnd || tail + CLOSED.length + 2 !== buffer.length) return undefined
  try {
    const headText = `${buffer.toString('utf8', 0, headEnd)}${CLOSED}`
    if (JSON.parse(headText).version !== versionOf(kind)) return undefined // to be migrated as a whole
    const head = decodeDocument(kind, key, Buffer.from(headText))
    if (head.state !== 'good' || head.value.customers.length > 0) return undefined
    const customers: Customer[] = []
    for (let from = headEnd + 1; from < tail; ) {
      const newline = buffer.indexOf(NEWLINE, from)
      const isLast = newline === tail
      // Each line but the last ends with a comma: a customer that was cut out by hand leaves none.
      if ((buffer[newline - 1] === COMMA) === isLast) return undefined
      customers.push(
        customerSchema.parse(JSON.parse(buffer.toString('utf8', from, isLast ? newline : newline - 1))),
      )
      from = newline + 1
      if (customers.length % CUSTOMERS_A_SLICE === 0) await breathe()
    }
    const { customers: _, ...rest } = head.value
    return isAscending(customers) ? { ...bookRestSchema.parse(rest), customers } : undefined
  } catch {
    return undefined
  }
}
