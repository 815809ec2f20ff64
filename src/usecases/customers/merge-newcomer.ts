import { type Book, withCustomers } from '../../domain/book.js'
import type { Customer } from '../../domain/customer/customer.js'
import {
  asTwo,
  mergeNewcomer,
  pairOf,
  type SameToAsk,
  sameToAsk,
} from '../../domain/customer/links/newcomer.js'
import { mergeEdit } from '../../domain/customer/links/unmerge-newcomer.js'
import { withChange } from '../../domain/undo.js'
import type { WriteChangeDeps } from '../changes/write-change.js'

export interface AnswerAboutSame {
  readonly newcomerId: string
  readonly fromFileId: string
  readonly isSame: boolean
  /** Of the merge, by which it is taken back. */
  readonly changeId: string
  /** ISO 8601 instant. */
  readonly at: string
}

/** Whether a customer whom a file has brought is one whom the manager had added: asked, and what the answer does. */
export function mergeNewcomers({ books, journal }: WriteChangeDeps) {
  return {
    async next(managerId: string): Promise<SameToAsk | undefined> {
      return sameToAsk((await books.read(managerId)).customers)
    },

    /** The customer of the bank's file; undefined where one of the two is gone. */
    async answer(managerId: string, answer: AnswerAboutSame): Promise<Customer | undefined> {
      const { newcomerId, fromFileId, isSame, changeId, at } = answer
      const found = await books.change(managerId, (book) => {
        const pair = pairOf(book, newcomerId, fromFileId)
        if (pair === undefined) return { book, result: undefined }
        const after = isSame ? mergedBy(book, pair, changeId, at) : withCustomers(book, [asTwo(pair)])
        return { book: after, result: pair.fromFile }
      })
      if (found !== undefined)
        await journal.append({
          at,
          managerId,
          act: isSame ? 'customer.merge' : 'customer.keep-apart',
          customerIds: [newcomerId, fromFileId],
        })
      return found
    },
  }
}

function mergedBy(book: Book, pair: SameToAsk, id: string, at: string): Book {
  const edits = [mergeEdit(book, pair)]
  return withChange(mergeNewcomer(book, pair), { id, kind: 'customer.merge', at, edits, undone: false })
}
