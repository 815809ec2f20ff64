import { type Book, findCustomer } from '../domain/book.js'
import type { Customer } from '../domain/customer/customer.js'
import { type Undo, undoChange, type WhatToUndo } from '../domain/undo.js'
import type { Books, Journal } from './ports.js'
import type { WriteChangeDeps } from './write-change.js'

export interface ReplaceInput {
  readonly managerId: string
  /** What was wrong: a whole change, or its entry of one customer, in which case the others stay. */
  readonly replaces: WhatToUndo
}

export type Replaced<R> =
  | {
      readonly status: 'replaced'
      /** What the new write came to. */
      readonly result: R
      /** The customers of whom something was withdrawn, as they are after the new write. */
      readonly withdrawn: readonly Customer[]
      /** Something of the old stays, for something newer stands in its place. */
      readonly overtaken: boolean
    }
  /** The new write wrote nothing, for a reason of its own: the old stays. */
  | { readonly status: 'not-written'; readonly result: R }
  /** There is nothing of that id to correct, it was taken back before, or its customers are in another book by now. */
  | { readonly status: Exclude<Undo['status'], 'undone'> }

/**
 * Corrects what was written: takes the old back and writes the new, as one change of the book with one line in the
 * journal. Works for whatever is written with these ports: contacts, agreements, facts, putting off.
 *
 * @param write the use case of the new write, given the ports to write with: `(ports) => logContact(ports)(input)`
 */
export async function replaceChange<D extends WriteChangeDeps, R>(
  deps: D,
  { managerId, replaces }: ReplaceInput,
  write: (ports: D) => Promise<R>,
): Promise<Replaced<R>> {
  const before = undoChange(await deps.books.read(managerId), replaces)
  if (before.status !== 'undone') return { status: before.status }
  const books = booksWithout(deps.books, managerId, replaces)
  const journal = journalOf(deps.journal, replaces, before.customerIds)
  try {
    const result = await write({ ...deps, books, journal })
    const { withdrawn } = books
    if (withdrawn === undefined) return { status: 'not-written', result }
    const now = await deps.books.read(managerId)
    return {
      status: 'replaced',
      result,
      withdrawn: withdrawn.customerIds.flatMap((id) => findCustomer(now, id) ?? []),
      overtaken: withdrawn.overtaken.length > 0,
    }
  } catch (error) {
    if (error instanceof NotThere) return { status: error.status }
    throw error
  }
}

type Withdrawn = Extract<Undo, { status: 'undone' }>

/** The books as they are without the change; it is taken back by the first write that writes something. */
function booksWithout(
  books: Books,
  managerId: string,
  replaces: WhatToUndo,
): Books & { readonly withdrawn: Withdrawn | undefined } {
  let withdrawn: Withdrawn | undefined
  return {
    managerIds: () => books.managerIds(),
    get withdrawn() {
      return withdrawn
    },
    async read(id) {
      const book = await books.read(id)
      return id === managerId && withdrawn === undefined ? takenBack(book, replaces).book : book
    },
    change(id, decide) {
      if (id !== managerId || withdrawn !== undefined) return books.change(id, decide)
      return books.change(id, (book) => {
        const undone = takenBack(book, replaces)
        const { book: after, result } = decide(undone.book)
        if (after === undone.book) return { book, result }
        withdrawn = undone
        return { book: after, result }
      })
    },
    changeAll: (ids, decide) => books.changeAll(ids, decide),
  }
}

/** One line for the correction: whom it was written of before belongs to it, and what it replaces. */
function journalOf(journal: Journal, { changeId }: WhatToUndo, customerIds: readonly string[]): Journal {
  let isTold = false
  return {
    append(entry) {
      if (isTold) return journal.append(entry)
      isTold = true
      const detail = [entry.detail, `replaces ${changeId}`].filter((part) => part !== undefined).join(' ')
      return journal.append({
        ...entry,
        customerIds: [...new Set([...(entry.customerIds ?? []), ...customerIds])],
        detail,
      })
    },
  }
}

function takenBack(book: Book, replaces: WhatToUndo): Withdrawn {
  const undone = undoChange(book, replaces)
  if (undone.status !== 'undone') throw new NotThere(undone.status)
  return undone
}

/** What was to be replaced was taken back or handed over meanwhile. */
class NotThere extends Error {
  constructor(readonly status: Exclude<Undo['status'], 'undone'>) {
    super('what was to be replaced is not there any more')
  }
}
