import type { Book } from '../../../../src/domain/book.js'
import type { BankDraft } from '../../../../src/ports/ports.js'
import { aBook, aCustomer } from '../../../contract/builders.js'

/** The customer who goes to and fro between two managers. */
export const MOVER = 'mover'
export const CHAT = 'chat'
export const NOTE = 'moves'

/** Whose book the mover is in after move number `n`. */
export function ownerAfter(n: number): string {
  return n % 2 === 0 ? 'M1' : 'M2'
}

/** Both books as they are before anything is written. */
export async function begun(draft: BankDraft): Promise<void> {
  const others = Array.from({ length: 20 }, (_, at) => `c${String(at).padStart(3, '0')}`)
  await draft.putBook(aBook('M1', [...others, MOVER]))
  await draft.putBook(aBook('M2', ['d000']))
}

/** Move number `n`: out of one book, into the other, and the number noted. */
export async function moved(draft: BankDraft, n: number): Promise<void> {
  const to = ownerAfter(n)
  const from = ownerAfter(n + 1)
  await draft.putBook(without(await draft.book(from)))
  const book = without(await draft.book(to))
  await draft.putBook({ ...book, customers: [...book.customers, aCustomer(MOVER)] })
  await draft.putNote(NOTE, n)
}

function without(book: Book): Book {
  return { ...book, customers: book.customers.filter((customer) => customer.id !== MOVER) }
}
