/** What the language part needs to know of a customer; the domain's `Customer` fits. */
export interface KnownCustomer {
  readonly id: string
  readonly name: string
  readonly nickname?: string
  readonly gender?: 'male' | 'female'
  readonly occupation?: string
  readonly company?: string
  readonly phone?: string
  readonly type?: 'person' | 'micro'
}

/** Sorted, each once. */
export function idsOf(customers: readonly KnownCustomer[]): readonly string[] {
  return [...new Set(customers.map((c) => c.id))].sort()
}
