import type { Book } from '../../domain/book.js'
import { breathe } from '../../ports/breathe.js'
import type { Books } from '../../ports/ports.js'

/**
 * What `of` makes of each of the books, in the order of the managers' ids: one book at a time, for a branch of 20 at once
 * would keep every manager of the bank waiting.
 */
export async function eachBook<T>(
  books: Books,
  managerIds: readonly string[],
  of: (book: Book) => T,
): Promise<readonly (readonly [managerId: string, found: T])[]> {
  const found: (readonly [string, T])[] = []
  for (const id of [...managerIds].sort()) {
    found.push([id, of(await books.read(id))])
    await breathe()
  }
  return found
}
