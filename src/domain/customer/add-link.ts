import type { Edit } from '../change.js'
import type { Day } from '../day.js'
import { fingerprint } from '../fingerprint.js'
import type { Customer } from './customer.js'
import { type Link, type LinkType, mirrorOf } from './link.js'

/** What another customer is to one. */
export interface Bond {
  readonly type: LinkType
  readonly otherId: string
}

export interface LinkAdded {
  readonly customer: Customer
  readonly link: Link
  readonly edit: Edit
}

/** Writes a link on a customer; undefined where it is known. Whether the other end has it is asked with `hasLink` first. */
export function addLink(
  customer: Customer,
  bond: Bond,
  by: { readonly managerId: string; readonly today: Day },
): LinkAdded | undefined {
  if (hasLink(customer, bond)) return undefined
  const link: Link = { ...bond, source: 'manager', on: by.today, managerId: by.managerId }
  return {
    customer: { ...customer, links: [...(customer.links ?? []), link] },
    link,
    edit: { kind: 'link-added', customerId: customer.id, ...bond, after: fingerprint(link) },
  }
}

export function hasLink({ links = [] }: Pick<Customer, 'links'>, { type, otherId }: Bond): boolean {
  return links.some((link) => link.type === type && link.otherId === otherId)
}

/** The same bond as it would be stored on the other of the two; undefined where it has no words of its own there. */
export function mirrored(customerId: string, { type }: Bond): Bond | undefined {
  const mirror = mirrorOf(type)
  return mirror === undefined ? undefined : { type: mirror, otherId: customerId }
}

/** The customer without a link that was added; undefined where it is gone, or a file has said more of it since. */
export function takeBackLink(
  customer: Customer,
  { type, otherId, after }: Extract<Edit, { kind: 'link-added' }>,
): Customer | undefined {
  const link = customer.links?.find((one) => one.type === type && one.otherId === otherId)
  if (link === undefined || fingerprint(link) !== after) return undefined
  const { links = [], ...rest } = customer
  const left = links.filter((one) => one !== link)
  return left.length === 0 ? rest : { ...rest, links: left }
}
