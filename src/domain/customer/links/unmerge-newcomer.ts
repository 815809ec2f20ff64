import { type Book, findCustomer } from '../../book.js'
import type { Edit } from '../../change.js'
import type { Customer } from '../customer.js'
import { fillsIn, type SameToAsk } from './newcomer.js'

export type MergeEdit = Extract<Edit, { kind: 'newcomer-merged' }>

/** What is noted of a merge, so that it can be taken back. */
export function mergeEdit(book: Book, { newcomer, fromFile }: SameToAsk): MergeEdit {
  return {
    kind: 'newcomer-merged',
    customerId: fromFile.id,
    newcomer,
    filled: fillsIn(newcomer, fromFile),
    wasQuiet: fromFile.doNotContact,
    linkedBy: book.customers
      .filter(({ links = [] }) => links.some(({ otherId }) => otherId === newcomer.id))
      .map(({ id }) => id),
  }
}

/**
 * The book with the added customer apart from the one of the bank's file again. What came along goes back as it stands by
 * now, what was written of the one since stays there. Undefined where the two cannot be told apart any more: the one of
 * the file is in another book, or somebody has the newcomer's number.
 */
export function unmergeNewcomer(book: Book, edit: MergeEdit): Book | undefined {
  const { newcomer, filled, wasQuiet, linkedBy } = edit
  const merged = findCustomer(book, edit.customerId)
  if (merged === undefined || findCustomer(book, newcomer.id) !== undefined) return undefined
  const [back, left]: [Record<string, unknown>, Record<string, unknown>] = [{ ...newcomer }, { ...merged }]
  for (const [field, told] of Object.entries(newcomer)) {
    if (Array.isArray(told)) {
      const known = new Set(told.map(keyOf))
      const all: readonly unknown[] = Array.isArray(left[field]) ? left[field] : []
      back[field] = all.filter((one) => known.has(keyOf(one)))
      left[field] = all.filter((one) => !known.has(keyOf(one)))
    } else if (filled.includes(field) && left[field] === told) delete left[field]
  }
  for (const field of LISTS) if (Array.isArray(left[field]) && left[field].length === 0) delete left[field]
  // Whoever asked for quiet in between goes on having it.
  if (newcomer.doNotContact && !wasQuiet) left['doNotContact'] = false
  const apart = [left, back] as unknown as readonly Customer[] // every field is a customer's, of the one or of both
  const ids = new Set(Object.values(newcomer).flatMap((told) => (Array.isArray(told) ? told.map(keyOf) : [])))
  const others = book.customers.filter(({ id }) => id !== merged.id)
  return {
    ...book,
    customers: [...others.map((one) => leadingBack(one, edit, linkedBy)), ...apart].sort((a, b) =>
      a.id < b.id ? -1 : 1,
    ),
    changes: book.changes.map((change) => ({
      ...change,
      edits: change.edits.map((one) =>
        one.customerId === merged.id &&
        one.kind !== 'newcomer-merged' &&
        Object.values(one).some((v) => ids.has(v))
          ? { ...one, customerId: newcomer.id }
          : one,
      ),
    })),
  }
}

/** Lists that a customer without an entry does not have. */
const LISTS = [
  'deferrals',
  'campaignResults',
  'opportunities',
  'plans',
  'facts',
  'links',
  'linkQuestions',
  'favours',
  'levelRaised',
] as const satisfies readonly (keyof Customer)[]

/** Which entry of a list it is: by its id, else by all of it. */
function keyOf(entry: unknown): unknown {
  const { id } = entry as { readonly id?: unknown } // an entry of a customer's list
  return id ?? JSON.stringify(entry)
}

function leadingBack(customer: Customer, { customerId, newcomer }: MergeEdit, linkedBy: readonly string[]) {
  if (!linkedBy.includes(customer.id)) return customer
  return {
    ...customer,
    links: (customer.links ?? []).map((link) =>
      link.otherId === customerId ? { ...link, otherId: newcomer.id } : link,
    ),
  }
}
