import { type Book, withCustomers } from '../domain/book.js'
import type { Bank, Books } from './ports.js'

/** The managers whose books a manager looks after for a while besides the own one; empty on most days. */
export type CoverOf = (managerId: string) => Promise<readonly string[]>

/**
 * The books as a stand-in sees them: the own one, with the customers of those who are away in it. What is written of
 * such a customer goes into the book that the customer is in, together with the stand-in's own record of it or not at all.
 */
export function coveringBooks(books: Books, bank: Bank, coverOf: CoverOf): Books {
  // A turn reads its book several times, and what is made ready for a book is kept by its customers.
  const last = new WeakMap<Book, { readonly parts: readonly Book[]; readonly whole: Book }>()

  function mergedOnce(parts: readonly Book[]): Book {
    const own = parts[0]!
    const known = last.get(own)
    if (known?.parts.length === parts.length && known.parts.every((part, at) => part === parts[at]))
      return known.whole
    const whole = merged(parts)
    last.set(own, { parts, whole })
    return whole
  }

  return {
    managerIds: () => books.managerIds(),

    async read(managerId) {
      const covered = await coverOf(managerId)
      if (covered.length === 0) return books.read(managerId)
      return mergedOnce(await Promise.all([managerId, ...covered].map((id) => books.read(id))))
    },

    async change(managerId, decide) {
      const covered = await coverOf(managerId)
      if (covered.length === 0) return books.change(managerId, decide)
      return bank.transact(async (draft) => {
        const parts = await Promise.all([managerId, ...covered].map((id) => draft.book(id)))
        const before = merged(parts)
        const { book, result } = decide(before)
        if (book === before) return result
        const written = new Map(book.customers.map((customer) => [customer.id, customer]))
        for (const part of parts) {
          const changed = part.customers.flatMap((old) => {
            const now = written.get(old.id)
            return now === undefined || now === old ? [] : [now]
          })
          const isOwn = part.managerId === managerId
          if (changed.length === 0 && !(isOwn && book.changes !== part.changes)) continue
          await draft.putBook({
            ...withCustomers(part, changed),
            ...(isOwn ? { changes: book.changes } : {}),
          })
        }
        return result
      })
    },
  }
}

function merged(parts: readonly Book[]): Book {
  const [own] = parts
  const customers = parts.flatMap((part) => part.customers).sort((a, b) => (a.id < b.id ? -1 : 1))
  return { ...own!, customers }
}
