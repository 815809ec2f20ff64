import type { BranchCustomer } from '../../domain/campaign/analyse.js'
import { breathe } from '../../ports/breathe.js'
import type { Books, Managers } from '../../ports/ports.js'
import { keepersOf } from '../branch/seen-books.js'

/**
 * All customers of a branch with their manager, book by book, so that nobody waits for a large branch.
 *
 * @param deps with the books as they are kept: whom a colleague stands in for counts once
 */
export async function branchCustomers(
  { books, managers }: { readonly books: Books; readonly managers: Managers },
  branchId: string,
): Promise<readonly BranchCustomer[]> {
  const found: BranchCustomer[] = []
  for (const { id } of keepersOf(managers, branchId)) {
    for (const customer of (await books.read(id)).customers) found.push({ managerId: id, customer })
    await breathe()
  }
  return found
}
