import { type Book, findCustomer } from '../domain/book.js'
import type { Customer } from '../domain/customer/customer.js'

/** What is kept inside a customer and has rows of its own. */
export type PartKind = 'holdings' | 'contacts' | 'facts' | 'agreements' | 'favours'
export type PartOf<K extends PartKind> = NonNullable<Customer[K]>[number]

/** Where a holding, contact or another part of a customer is. */
export interface Placed<K extends PartKind> {
  readonly customerId: string
  readonly part: PartOf<K>
}

/** The holdings or contacts of one book by their id, with the customers that were changed. */
export class PartShelf<K extends PartKind> {
  readonly #where = new Map<string, string>()
  readonly #parts = new Map<string, Map<string, PartOf<K>>>()

  constructor(
    private readonly kind: K,
    private readonly book: Book,
  ) {
    for (const customer of book.customers)
      for (const part of customer[kind] ?? []) this.#where.set(part.id, customer.id)
  }

  /** A customer of this book; to ask for any other is a bug. */
  customer(id: string): Customer {
    return findCustomer(this.book, id)!
  }

  find(id: string): Placed<K> | undefined {
    const customerId = this.#where.get(id)
    if (customerId === undefined) return undefined
    const parts = (this.customer(customerId)[this.kind] ?? []) as readonly PartOf<K>[] // as they are kept under their kind
    const part = this.#parts.get(customerId)?.get(id) ?? parts.find((one) => one.id === id)
    return part === undefined ? undefined : { customerId, part }
  }

  put(customerId: string, part: PartOf<K>): void {
    this.#partsOf(customerId).set(part.id, part)
    this.#where.set(part.id, customerId)
  }

  remove(customerId: string, id: string): void {
    this.#partsOf(customerId).delete(id)
    this.#where.delete(id)
  }

  changed(): readonly Customer[] {
    return [...this.#parts].map(([customerId, parts]) => ({
      ...this.customer(customerId),
      [this.kind]: [...parts.values()],
    }))
  }

  #partsOf(customerId: string): Map<string, PartOf<K>> {
    const known = this.#parts.get(customerId)
    if (known !== undefined) return known
    const parts = (this.customer(customerId)[this.kind] ?? []) as readonly PartOf<K>[] // as they are kept under their kind
    const own = new Map(parts.map((part) => [part.id, part]))
    this.#parts.set(customerId, own)
    return own
  }
}
