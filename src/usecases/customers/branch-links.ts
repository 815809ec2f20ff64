import { findCustomer } from '../../domain/book.js'
import type { Customer } from '../../domain/customer/customer.js'
import type { Link } from '../../domain/customer/link.js'
import { breathe } from '../../ports/breathe.js'
import type { Books, Managers } from '../../ports/ports.js'
import { keepersOf } from '../branch/seen-books.js'

/** A customer whom a colleague of the branch looks after: who it is and with whom, and nothing else (Handbook §8.4). */
export interface Elsewhere {
  readonly customerId: string
  readonly name: string
  readonly managerId: string
  readonly managerName: string
}

/** A link that is stored on a colleague's customer and leads out of the colleague's book. */
export interface LinkFromElsewhere extends Elsewhere {
  readonly link: Link
}

/** Links across the books of one branch. */
export interface BranchLinks {
  /** Those of the branch's other books that lead out of them, by book, then customer. */
  into(managerId: string): Promise<readonly LinkFromElsewhere[]>
  /** A customer of another book of the branch; undefined for those of other branches and of nobody. */
  whoIs(managerId: string, customerId: string): Promise<Elsewhere | undefined>
  /** The customer with all that is known, for rules that show a colleague nothing of it. */
  customerOf(elsewhere: Pick<Elsewhere, 'customerId' | 'managerId'>): Promise<Customer | undefined>
}

export interface BranchLinksDeps {
  /** Each manager's own, without those that are looked after for others. */
  readonly books: Pick<Books, 'read'>
  readonly managers: Managers
  /** Tells whose book has become another one. */
  readonly onBookChange: (tell: (managerId: string) => void) => void
}

type Outward = readonly { readonly customerId: string; readonly name: string; readonly link: Link }[]

/**
 * Reads a branch's links from both ends. Which links lead out of a book is remembered until the book changes: they are
 * few, and a brief does not read a branch for them.
 */
export function branchLinks({ books, managers, onBookChange }: BranchLinksDeps): BranchLinks {
  const outward = new Map<string, Outward>()
  const changes = new Map<string, number>()
  onBookChange((managerId) => {
    outward.delete(managerId)
    changes.set(managerId, (changes.get(managerId) ?? 0) + 1)
  })

  async function outwardOf(managerId: string): Promise<Outward> {
    const known = outward.get(managerId)
    if (known !== undefined) return known
    const change = changes.get(managerId)
    const book = await books.read(managerId)
    const found = book.customers.flatMap(({ id, name, links = [] }) =>
      links
        .filter(({ otherId }) => findCustomer(book, otherId) === undefined)
        .map((link) => ({ customerId: id, name, link })),
    )
    if (changes.get(managerId) === change) outward.set(managerId, found)
    await breathe()
    return found
  }

  const othersOf = (managerId: string) =>
    keepersOf(managers, managers.find(managerId)?.branchId ?? '').filter(({ id }) => id !== managerId)

  return {
    async into(managerId) {
      const all: LinkFromElsewhere[] = []
      for (const { id, name: managerName } of othersOf(managerId))
        for (const one of await outwardOf(id)) all.push({ ...one, managerId: id, managerName })
      return all
    },

    async whoIs(managerId, customerId) {
      for (const { id, name: managerName } of othersOf(managerId)) {
        const customer = findCustomer(await books.read(id), customerId)
        if (customer !== undefined) return { customerId, name: customer.name, managerId: id, managerName }
        await breathe()
      }
      return undefined
    },

    async customerOf({ customerId, managerId }) {
      return findCustomer(await books.read(managerId), customerId)
    },
  }
}
