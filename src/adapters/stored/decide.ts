import type { Book } from '../../domain/book.js'
import type { BranchCampaigns } from '../../domain/campaign/campaign.js'
import type { Desk } from '../../domain/manager/desk.js'
import type { Manager } from '../../domain/manager/manager.js'
import type { Managers } from '../../ports/ports.js'
import { refuseMixUp } from './mix-up.js'
import { holdsSameCustomers } from './same-customers.js'

/** A decision on what is kept, as the stores run it: checked for whose it is. */
export type Decide<T, R> = (before: T) => { readonly value: T; readonly result: R }

export function ofBook<R>(
  managerId: string,
  decide: (book: Book) => { readonly book: Book; readonly result: R },
): Decide<Book, R> {
  return (before) => {
    const { book, result } = decide(before)
    refuseMixUp(managerId, book)
    return { value: book, result }
  }
}

export function ofDesk<R>(
  managerId: string,
  decide: (desk: Desk) => { readonly desk: Desk; readonly result: R },
): Decide<Desk, R> {
  return (before) => {
    const { desk, result } = decide(before)
    refuseMixUp(managerId, desk)
    return { value: desk, result }
  }
}

export function ofCampaigns<R>(
  branchId: string,
  decide: (campaigns: BranchCampaigns) => { readonly campaigns: BranchCampaigns; readonly result: R },
): Decide<BranchCampaigns, R> {
  return (before) => {
    const { campaigns: value, result } = decide(before)
    if (value.branchId !== branchId) throw new RangeError(`the campaigns of another branch: ${branchId}`)
    return { value, result }
  }
}

/** Of several books at once, in the order of the ids: no customer comes or goes. */
export function ofBooks<R>(
  managerIds: readonly string[],
  decide: (books: readonly Book[]) => { readonly books: readonly Book[]; readonly result: R },
): Decide<readonly Book[], R> {
  return (before) => {
    const { books, result } = decide(before)
    for (const [at, id] of managerIds.entries()) {
      const book = books[at]!
      refuseMixUp(id, book)
      if (!holdsSameCustomers(before[at]!, book))
        throw new RangeError(`customers would come into the book of ${id}, or go`)
    }
    return { value: books, result }
  }
}

/** @param roster as it is when it is asked */
export function managersIn(roster: () => readonly Manager[]): Managers {
  return {
    all: roster,
    find: (id) => roster().find((manager) => manager.id === id),
    byAadObjectId: (id) =>
      roster().find((manager) => manager.aadObjectId?.toLowerCase() === id.toLowerCase()),
  }
}
