import type { Customer } from '../domain/customer/customer.js'
import type { Reply } from '../ports/reply.js'

type Named = Pick<Customer, 'id' | 'name'>

interface Index {
  readonly ids: ReadonlySet<string>
  readonly named: ReadonlyMap<string, readonly string[]>
  /** Lengths of the names that begin with these two characters. */
  readonly lengths: ReadonlyMap<string, readonly number[]>
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
  const index = indexOf(customers)
  const shown = new Set<string>(said.shows?.of === 'customers' ? said.shows.ids : [])
  const texts = [...(said.text === undefined ? [] : [said.text]), ...textsIn(said.card)]
  for (const text of texts) if (index.ids.has(text)) shown.add(text)
  const names = new Set(texts.flatMap((text) => [...namesIn(text, index)]))
  for (const name of names) {
    const bearers = index.named.get(name) ?? []
    if (!bearers.some((id) => shown.has(id))) for (const id of bearers) shown.add(id)
  }
  return [...shown]
}

function indexOf(customers: readonly Named[]): Index {
  const known = indexes.get(customers)
  if (known !== undefined) return known
  const named = new Map<string, string[]>()
  const lengths = new Map<string, number[]>()
  for (const { id, name } of customers) {
    if (name === '') continue
    const bearers = named.get(name)
    if (bearers !== undefined) {
      bearers.push(id)
      continue
    }
    named.set(name, [id])
    const head = name.slice(0, HEAD)
    const known = lengths.get(head)
    if (known === undefined) lengths.set(head, [name.length])
    else if (!known.includes(name.length)) known.push(name.length)
  }
  const index = { ids: new Set(customers.map(({ id }) => id)), named, lengths }
  indexes.set(customers, index)
  return index
}

/** So many characters tell which names to look for: a surname alone is that of a tenth of a book. */
const HEAD = 2

function* textsIn(part: unknown): Iterable<string> {
  if (typeof part === 'string') yield part
  else if (typeof part === 'object' && part !== null)
    for (const inner of Object.values(part)) yield* textsIn(inner)
}

function* namesIn(text: string, { named, lengths }: Index): Iterable<string> {
  for (let at = 0; at < text.length; at++)
    for (const head of [text.slice(at, at + HEAD), text.charAt(at)])
      for (const length of lengths.get(head) ?? []) {
        const name = text.slice(at, at + length)
        if (named.has(name)) yield name
      }
}
