import type { Customer } from '../domain/customer/customer.js'
import type { Reply } from '../ports/reply.js'

type Named = Pick<Customer, 'id' | 'name'>

interface Index {
  readonly ids: ReadonlySet<string>
  /** By the first character of the name. */
  readonly names: ReadonlyMap<string, readonly Named[]>
}

const indexes = new WeakMap<readonly Named[], Index>()

/**
 * Ids of the customers whom a reply shows, for the journal: those it says it shows, those its buttons are about, and those
 * it names. Of a name that two bear both count, unless the reply says which.
 */
export function customersShown(
  said: Pick<Reply, 'shows'> & { readonly text?: string; readonly card?: object },
  customers: readonly Named[],
): readonly string[] {
  const { ids, names } = indexOf(customers)
  const shown = new Set<string>(said.shows?.of === 'customers' ? said.shows.ids : [])
  const texts = [...(said.text === undefined ? [] : [said.text]), ...textsIn(said.card)]
  for (const text of texts) if (ids.has(text)) shown.add(text)
  const named = new Map<string, string[]>()
  for (const text of texts)
    for (const { id, name } of namesIn(text, names)) named.set(name, [...(named.get(name) ?? []), id])
  for (const bearers of named.values())
    if (!bearers.some((id) => shown.has(id))) for (const id of bearers) shown.add(id)
  return [...shown]
}

function indexOf(customers: readonly Named[]): Index {
  const known = indexes.get(customers)
  if (known !== undefined) return known
  const names = new Map<string, Named[]>()
  for (const customer of customers) {
    const first = customer.name.charAt(0)
    const list = names.get(first)
    if (list === undefined) names.set(first, [customer])
    else list.push(customer)
  }
  const index = { ids: new Set(customers.map(({ id }) => id)), names }
  indexes.set(customers, index)
  return index
}

function* textsIn(part: unknown): Iterable<string> {
  if (typeof part === 'string') yield part
  else if (typeof part === 'object' && part !== null)
    for (const inner of Object.values(part)) yield* textsIn(inner)
}

function* namesIn(text: string, names: Index['names']): Iterable<Named> {
  for (let at = 0; at < text.length; at++)
    for (const customer of names.get(text.charAt(at)) ?? [])
      if (customer.name !== '' && text.startsWith(customer.name, at)) yield customer
}
