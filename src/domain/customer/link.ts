import type { Day } from '../day.js'

/** What another customer is to this one (Handbook §8.4): the customer's owner, spouse, introducer. */
export const LINK_TYPES = [
  'owner',
  'legal-representative',
  'finance',
  'employee',
  'spouse',
  'parent',
  'child',
  'introduced-by',
] as const
export type LinkType = (typeof LINK_TYPES)[number]

/** A link between two customers, stored once, on one of them, and read from both ends. */
export interface Link {
  /** What the other customer is to the one it is stored on. */
  readonly type: LinkType
  readonly otherId: string
  /** Since when it has been so. */
  readonly since?: Day
  /** A file of the bank, or a manager by message. */
  readonly source: 'file' | 'manager'
  /** The day it was recorded, and by whom; absent where a file brought it. */
  readonly on: Day
  readonly managerId?: string
}

/** The same bond seen from the other end, where the words for it are those of a link too. */
const MIRRORED: Readonly<Partial<Record<LinkType, LinkType>>> = {
  spouse: 'spouse',
  parent: 'child',
  child: 'parent',
}

/** A link that was asked about, so that it is not asked about again. */
export interface LinkQuestion {
  /** The other of the two. */
  readonly otherId: string
  /** What the two have in common. */
  readonly because: 'company' | 'phone'
  /** The company or the phone number, as it was compared. */
  readonly common: string
  readonly on: Day
  readonly managerId: string
  /** Absent: it was put and not answered. */
  readonly answer?: 'yes' | 'no'
}

/** What this customer is to the other, where that is a type of link itself. */
export function mirrorOf(type: LinkType): LinkType | undefined {
  return MIRRORED[type]
}

/** A link as one of its two customers sees it. */
export interface SeenLink {
  readonly link: Link
  readonly otherId: string
  /**
   * `other`: the other customer is this one's `type` (the owner of this company). `self`: this customer is the other's
   * `type` (this is the owner of that company). Bonds that have words in both directions are always `other`.
   */
  readonly who: 'other' | 'self'
  readonly type: LinkType
}

/** Whoever may have links. */
interface Linked {
  readonly id: string
  readonly links?: readonly Link[]
}

/** All links of a customer, those stored on it first, then those that the others have to it, in their order. */
export function linksOf(customerId: string, customers: Iterable<Linked>): readonly SeenLink[] {
  const own: SeenLink[] = []
  const others: SeenLink[] = []
  for (const { id, links = [] } of customers) {
    for (const link of links) {
      if (id === customerId) own.push({ link, otherId: link.otherId, who: 'other', type: link.type })
      else if (link.otherId === customerId) {
        const mirror = mirrorOf(link.type)
        others.push(
          mirror === undefined
            ? { link, otherId: id, who: 'self', type: link.type }
            : { link, otherId: id, who: 'other', type: mirror },
        )
      }
    }
  }
  return [...own, ...others]
}
