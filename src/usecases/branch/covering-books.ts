import { type Book, withCustomers } from '../../domain/book.js'
import type { Books } from '../../ports/ports.js'

/** The managers whose books a manager looks after for a while besides the own one; empty on most days. */
export type CoverOf = (managerId: string) => Promise<readonly string[]>

/**
 * The books as a stand-in sees them: the own one, with the customers of those who are away in it. What is written of
 * such a customer goes into the book that the customer is in, together with the stand-in's own record of it or not at all.
 */
export function coveringBooks(books: Books, coverOf: CoverOf): Books {
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

  /** Customers come into the own book, or go out of it; what is written of those of others goes into theirs first. */
  async function comeOrGo<R>(
    before: readonly Book[],
    decide: (book: Book) => { readonly book: Book; readonly result: R },
  ): Promise<R> {
    const [own, ...others] = before
    const { customers: after } = decide(mergedOnce(before)).book
    const untouched = new Set(before.flatMap(({ customers }) => customers))
    const written = new Map(after.flatMap((one) => (untouched.has(one) ? [] : [[one.id, one] as const])))
    const theirs = others.filter(({ customers }) => customers.some(({ id }) => written.has(id)))
    if (theirs.length > 0)
      await books.changeAll(
        theirs.map(({ managerId }) => managerId),
        (fresh) => ({
          books: fresh.map((part) =>
            withCustomers(
              part,
              part.customers.flatMap(({ id }) => written.get(id) ?? []),
            ),
          ),
          result: undefined,
        }),
      )
    const elsewhere = new Set(others.flatMap(({ customers }) => customers.map(({ id }) => id)))
    return books.change(own!.managerId, (fresh) => {
      const { book, result } = decide(merged([fresh, ...others]))
      const customers = book.customers.filter(({ id }) => !elsewhere.has(id))
      return { book: { ...fresh, customers, changes: book.changes }, result }
    })
  }

  return {
    managerIds: () => books.managerIds(),

    async read(managerId) {
      const covered = await coverOf(managerId)
      if (covered.length === 0) return books.read(managerId)
      return mergedOnce(await Promise.all([managerId, ...covered].map((id) => books.read(id))))
    },

    async change<R>(managerId: string, decide: (book: Book) => { readonly book: Book; readonly result: R }) {
      const covered = await coverOf(managerId)
      if (covered.length === 0) return books.change(managerId, decide)
      const ids = [managerId, ...covered]
      const before = await Promise.all(ids.map((id) => books.read(id)))
      const decided = decide(mergedOnce(before)).book
      if (decided.customers.length !== mergedOnce(before).customers.length) return comeOrGo(before, decide)
      // Of a whole branch only the books that are written to are held up; where that shows to be more, all of them.
      const written = partsOf(before, decided).map((part) => part.managerId)
      for (const taken of [ids.filter((id) => id === managerId || written.includes(id)), ids]) {
        const done = await books.changeAll<{ readonly result: R } | undefined>(taken, (fresh) => {
          const parts = before.map((part) => fresh[taken.indexOf(part.managerId)] ?? part)
          const whole = merged(parts)
          const { book, result } = decide(whole)
          const changed = book === whole ? [] : partsOf(parts, book)
          if (!changed.every((part) => taken.includes(part.managerId)))
            return { books: fresh, result: undefined }
          const byId = new Map(changed.map((part) => [part.managerId, part]))
          return { books: fresh.map((part) => byId.get(part.managerId) ?? part), result: { result } }
        })
        if (done !== undefined) return done.result
      }
      throw new Error('unreachable: with all books taken, those that are written to are among them')
    },

    changeAll: (managerIds, decide) => books.changeAll(managerIds, decide),
  }
}

/** The parts that differ in a whole made of them, as it leaves them; the first is the manager's own, and has the changes. */
function partsOf(parts: readonly Book[], whole: Book): readonly Book[] {
  const written = new Map(whole.customers.map((customer) => [customer.id, customer]))
  return parts.flatMap((part, at) => {
    const changed = part.customers.flatMap((old) => {
      const now = written.get(old.id)
      return now === undefined || now === old ? [] : [now]
    })
    const hasChanges = at === 0 && whole.changes !== part.changes
    if (changed.length === 0 && !hasChanges) return []
    return [{ ...withCustomers(part, changed), ...(at === 0 ? { changes: whole.changes } : {}) }]
  })
}

function merged(parts: readonly Book[]): Book {
  const [own] = parts
  const customers = parts.flatMap((part) => part.customers).sort((a, b) => (a.id < b.id ? -1 : 1))
  const erased = parts.flatMap((part) => part.erased ?? [])
  return { ...own!, customers, ...(erased.length > 0 ? { erased } : {}) }
}
