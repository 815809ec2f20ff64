import { findCustomer, withCustomers } from '../../domain/book.js'
import type { Change, Edit } from '../../domain/change.js'
import { addLink, hasLink, mirrored } from '../../domain/customer/add-link.js'
import { makeAgreement } from '../../domain/customer/agree.js'
import type { Agreement } from '../../domain/customer/contact.js'
import type { Customer } from '../../domain/customer/customer.js'
import type { LinkType } from '../../domain/customer/link.js'
import type { Day } from '../../domain/day.js'
import type { Policy } from '../../domain/policy.js'
import { withChange } from '../../domain/undo.js'
import type { WorkingCalendar } from '../../domain/working-days.js'
import type { WriteChangeDeps } from '../changes/write-change.js'

export interface LinkCustomersDeps extends WriteChangeDeps {
  readonly policy: Pick<Policy, 'links'>
  readonly calendar: WorkingCalendar
}

export interface LinkToAdd {
  readonly changeId: string
  readonly managerId: string
  /** On whom it is kept: the company, the child, whoever was introduced. */
  readonly customerId: string
  /** What the other is to the customer. */
  readonly type: LinkType
  readonly otherId: string
  /** What an introducer is thanked for, in the language of the book's manager. */
  readonly thanks: (newcomer: Customer) => string
  /** The link belongs to the change of this id that was written before, and is taken back with it. */
  readonly joins?: true
  readonly today: Day
  /** ISO 8601 instant. */
  readonly at: string
}

export type LinkWritten =
  | {
      readonly status: 'linked'
      readonly changeId: string
      readonly customer: Customer
      readonly other: Customer
      /** The introducer is to be thanked. */
      readonly promise?: Agreement
    }
  | { readonly status: 'known'; readonly customer: Customer; readonly other: Customer }
  | { readonly status: 'repeated' | 'itself' }
  /** One of the two is not in this manager's book. */
  | { readonly status: 'not-in-book'; readonly customerId: string }

/**
 * Records what one customer is to another, once. Who introduced somebody is to be thanked within the policy's working
 * days: the promise is made with the link and taken back with it (Handbook §8.4).
 */
export function linkCustomers(deps: LinkCustomersDeps) {
  return async (input: LinkToAdd): Promise<LinkWritten> => {
    const { changeId, managerId, customerId, otherId, type, today, at } = input
    if (customerId === otherId) return { status: 'itself' }
    const written = await deps.books.change<LinkWritten>(managerId, (book) => {
      const earlier = book.changes.find(({ id }) => id === changeId)
      if (earlier !== undefined && input.joins !== true) return { book, result: { status: 'repeated' } }
      const customer = findCustomer(book, customerId)
      const other = findCustomer(book, otherId)
      if (customer === undefined || other === undefined) {
        const missing = customer === undefined ? customerId : otherId
        return { book, result: { status: 'not-in-book', customerId: missing } }
      }
      const bond = { type, otherId }
      const mirror = mirrored(customerId, bond)
      const added =
        mirror !== undefined && hasLink(other, mirror)
          ? undefined
          : addLink(customer, bond, { managerId, today })
      if (added === undefined) return { book, result: { status: 'known', customer, other } }
      const thanked = type === 'introduced-by' ? thank(other, customer) : undefined
      const edits: Edit[] = [added.edit, ...(thanked === undefined ? [] : [thanked.edit])]
      const customers = [added.customer, ...(thanked === undefined ? [] : [thanked.customer])]
      const linked = withCustomers(book, customers)
      const change: Change =
        earlier === undefined
          ? { id: changeId, kind: 'link.add', at, edits, undone: false }
          : { ...earlier, edits: [...earlier.edits, ...edits] }
      const changes = book.changes.map((one) => (one === earlier ? change : one))
      return {
        book: earlier === undefined ? withChange(linked, change) : { ...linked, changes },
        result: {
          status: 'linked',
          changeId,
          customer: added.customer,
          other,
          ...(thanked === undefined ? {} : { promise: thanked.agreement }),
        },
      }
    })
    if (written.status === 'linked')
      await deps.journal.append({
        at,
        managerId,
        act: 'link.add',
        customerIds: [customerId, otherId],
        detail: type,
      })
    return written

    function thank(introducer: Customer, newcomer: Customer) {
      let due = today
      for (let days = 0; days < deps.policy.links.thanksWithinWorkingDays; days++)
        due = deps.calendar.next(due)
      return makeAgreement(
        introducer,
        { kind: 'promise', when: { day: due }, about: input.thanks(newcomer) },
        { key: `${changeId}-thanks`, today },
      )
    }
  }
}

export type LinkCustomers = ReturnType<typeof linkCustomers>
