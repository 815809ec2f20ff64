import { type Book, findCustomer } from '../../domain/book.js'
import type { Customer } from '../../domain/customer/customer.js'
import { type Link, type LinkType, mirrorOf, type SeenLink } from '../../domain/customer/link.js'
import { companyKey } from '../../domain/customer/links/link-questions.js'
import type { Day } from '../../domain/day.js'
import type { Books } from '../../ports/ports.js'
import type { BranchLinks } from './branch-links.js'

export interface SeeLinksDeps {
  readonly books: Pick<Books, 'read'>
  readonly branchLinks: BranchLinks
}

/** A link as a manager may see it: of a colleague's customer only who it is and with whom (Handbook §8.4). */
export interface VisibleLink {
  readonly link: Link
  readonly who: SeenLink['who']
  readonly type: LinkType
  readonly otherId: string
  readonly other:
    | { readonly customer: Customer }
    | { readonly name: string; readonly managerName: string }
    /** Of another branch. */
    | 'unknown'
}

export interface CustomerLinks {
  readonly customer: Customer
  readonly links: readonly VisibleLink[]
}

/** Links that join a company and its people. */
const COMPANY_TYPES: ReadonlySet<LinkType> = new Set([
  'owner',
  'legal-representative',
  'finance',
  'employee',
] as const)

/** Links of the manager's customers, read from both ends. */
export function seeLinks({ books, branchLinks }: SeeLinksDeps) {
  async function visible(
    managerId: string,
    book: Book,
    today: Day,
  ): Promise<ReadonlyMap<string, VisibleLink[]>> {
    const all = new Map<string, VisibleLink[]>()
    const put = (id: string, seen: VisibleLink) => {
      const list = all.get(id)
      if (list === undefined) all.set(id, [seen])
      else list.push(seen)
    }
    for (const customer of book.customers) {
      for (const link of customer.links ?? []) {
        if (link.on > today) continue
        const otherId = link.otherId
        const own = findCustomer(book, otherId)
        const elsewhere = own === undefined ? await branchLinks.whoIs(managerId, otherId) : undefined
        const other =
          own !== undefined
            ? { customer: own }
            : elsewhere === undefined
              ? ('unknown' as const)
              : { name: elsewhere.name, managerName: elsewhere.managerName }
        put(customer.id, { link, who: 'other', type: link.type, otherId, other })
        if (own === undefined) continue
        put(otherId, fromOtherEnd(link, customer.id, { customer }))
      }
    }
    for (const { customerId, name, managerName, link } of await branchLinks.into(managerId)) {
      if (findCustomer(book, customerId) !== undefined || link.on > today) continue
      if (findCustomer(book, link.otherId) === undefined) continue
      put(link.otherId, fromOtherEnd(link, customerId, { name, managerName }))
    }
    return all
  }

  return {
    /** Of one customer; undefined where it is not in the manager's book. */
    async ofCustomer(managerId: string, customerId: string, today: Day): Promise<CustomerLinks | undefined> {
      const book = await books.read(managerId)
      const customer = findCustomer(book, customerId)
      if (customer === undefined) return undefined
      return { customer, links: (await visible(managerId, book, today)).get(customerId) ?? [] }
    },

    /** Everyone who is linked to a company or its people, companies first, then by id. */
    async companies(managerId: string, today: Day): Promise<readonly CustomerLinks[]> {
      const book = await books.read(managerId)
      const all = await visible(managerId, book, today)
      const shown = new Set<string>()
      const found: CustomerLinks[] = []
      const ends = [...all].map(([id, links]) => ({
        customer: findCustomer(book, id)!, // it was found in this book
        links: links.filter(({ type }) => COMPANY_TYPES.has(type)),
      }))
      for (const { customer, links } of ends.sort((a, b) => rank(a) - rank(b) || byId(a, b))) {
        // Each bond once: at the company, or where only the person is the manager's, there.
        const left = links.filter(({ otherId }) => !shown.has(`${otherId} ${customer.id}`))
        if (left.length === 0) continue
        for (const { otherId } of left) shown.add(`${customer.id} ${otherId}`)
        found.push({ customer, links: left })
      }
      return found
    },

    /** Companies whose owner nobody has recorded: micro-enterprises, and whoever has people linked to it. */
    async withoutOwner(managerId: string, today: Day) {
      const book = await books.read(managerId)
      const all = await visible(managerId, book, today)
      const companies = book.customers.filter(
        ({ id, type }) =>
          type === 'micro' ||
          (all.get(id) ?? []).some(({ who, type: of }) => who === 'other' && COMPANY_TYPES.has(of)),
      )
      const without = companies.filter(
        ({ id }) => !(all.get(id) ?? []).some(({ who, type }) => who === 'other' && type === 'owner'),
      )
      return { companies: companies.length, without }
    },

    /** The customers at a company that is named: the company itself, who works there, and who is linked to it. */
    async atCompany(managerId: string, said: string, today: Day) {
      const book = await books.read(managerId)
      const all = await visible(managerId, book, today)
      const sought = companyKey(said)
      const isNamed = (text: string | undefined) =>
        text !== undefined && sought !== '' && companyKey(text).includes(sought)
      const companies = book.customers.filter(
        ({ type, name, company }) => type === 'micro' && (isNamed(name) || isNamed(company)),
      )
      const staff = book.customers.filter(({ type, company }) => type !== 'micro' && isNamed(company))
      const linked = [...companies, ...staff].map((customer) => ({
        customer,
        links: (all.get(customer.id) ?? []).filter(({ type }) => COMPANY_TYPES.has(type)),
      }))
      return { companies, staff, linked }
    },
  }
}

export type SeeLinks = ReturnType<typeof seeLinks>

function fromOtherEnd(link: Link, otherId: string, other: VisibleLink['other']): VisibleLink {
  const mirror = mirrorOf(link.type)
  return mirror === undefined
    ? { link, who: 'self', type: link.type, otherId, other }
    : { link, who: 'other', type: mirror, otherId, other }
}

/** Who has people comes before those people. */
function rank({ links }: CustomerLinks): number {
  return links.some(({ who }) => who === 'other') ? 0 : 1
}

function byId(a: CustomerLinks, b: CustomerLinks): number {
  return a.customer.id < b.customer.id ? -1 : 1
}
