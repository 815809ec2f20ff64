import { findCustomer } from '../../domain/book.js'
import type { OwnedCompany } from '../../domain/occasions/sources.js'
import type { Books } from '../../ports/ports.js'
import type { BranchLinks } from './branch-links.js'

/** The companies of the manager's customers, by the owner's id: those of the own book and of the branch's other books. */
export function ownedCompanies(books: Pick<Books, 'read'>, branchLinks: BranchLinks) {
  return async (managerId: string): Promise<ReadonlyMap<string, readonly OwnedCompany[]>> => {
    const book = await books.read(managerId)
    const companies = new Map<string, OwnedCompany[]>()
    const put = (ownerId: string, company: OwnedCompany) => {
      if (findCustomer(book, ownerId) === undefined) return
      companies.set(ownerId, [...(companies.get(ownerId) ?? []), company])
    }
    for (const { id: customerId, name, flows, links = [] } of book.customers)
      for (const { type, otherId } of links) if (type === 'owner') put(otherId, { customerId, name, flows })
    for (const linked of await branchLinks.into(managerId)) {
      if (linked.link.type !== 'owner' || findCustomer(book, linked.link.otherId) === undefined) continue
      const company = await branchLinks.customerOf(linked)
      if (company === undefined) continue
      const { id: customerId, name, flows } = company
      put(linked.link.otherId, { customerId, name, flows, keeper: linked.managerName })
    }
    return companies
  }
}
