import type { Book } from '../../domain/book.js'

/** The customers of each manager, as kept: enough to say whose a customer is without reading books. */
export type OwnersDocument = Readonly<Record<string, readonly string[]>>

/** Which manager's book each customer is in, while a transaction moves them about. */
export class Owners {
  readonly #customers: Map<string, readonly string[]>
  readonly #owner = new Map<string, string>()
  /** Whose a customer was that another book has taken, should that book give it up again. */
  readonly #ownerBefore = new Map<string, string>()

  constructor(document: OwnersDocument) {
    this.#customers = new Map(Object.entries(document))
    for (const [managerId, ids] of this.#customers) for (const id of ids) this.#owner.set(id, managerId)
  }

  ownerOf(customerId: string): string | undefined {
    return this.#owner.get(customerId)
  }

  /** Notes which customers the book now holds. */
  put(book: Book): void {
    const { managerId } = book
    const ids = book.customers.map((customer) => customer.id)
    const before = this.#customers.get(managerId) ?? []
    this.#customers.set(managerId, ids)
    for (const id of before) if (this.#owner.get(id) === managerId) this.#giveBack(id)
    for (const id of ids) {
      const other = this.#owner.get(id)
      if (other !== undefined && other !== managerId) this.#ownerBefore.set(id, other)
      this.#owner.set(id, managerId)
    }
  }

  toDocument(): OwnersDocument {
    return Object.fromEntries(this.#customers)
  }

  /** Customers that are in more than one book: nobody could say whose they are. */
  inTwoBooks(): readonly string[] {
    const twice: string[] = []
    for (const [managerId, ids] of this.#customers) {
      for (const id of ids) if (this.#owner.get(id) !== managerId) twice.push(id)
    }
    return twice
  }

  #giveBack(customerId: string): void {
    const before = this.#ownerBefore.get(customerId)
    if (before !== undefined && this.#customers.get(before)?.includes(customerId)) {
      this.#owner.set(customerId, before)
    } else {
      this.#owner.delete(customerId)
    }
  }
}
