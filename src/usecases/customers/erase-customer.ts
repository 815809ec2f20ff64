import { findCustomer } from '../../domain/book.js'
import type { Day } from '../../domain/day.js'
import { tellsOf, withoutCustomer } from '../../domain/privacy/erase-customer.js'
import {
  erasedCustomers,
  forgetRows,
  putErased,
  type Rewritten,
  rewrite,
} from '../../imports/erased-customers.js'
import { OPERATOR } from '../../imports/operator.js'
import { breathe } from '../../ports/breathe.js'
import type { BankDraft } from '../../ports/ports.js'
import type { Store } from '../../ports/store.js'

export type EraseDeps = Pick<Store, 'bank' | 'books' | 'conversations' | 'checkpoint'>

export interface EraseInput {
  readonly customerId: string
  /** Says what would be taken out and takes out nothing. */
  readonly dryRun?: boolean
  readonly today: Day
  /** ISO 8601 instant. */
  readonly at: string
}

/** How much was known, in numbers. */
export interface KnownOfCustomer {
  readonly managerId: string
  readonly contacts: number
  readonly agreements: number
  readonly facts: number
  readonly opportunities: number
  /** Links from and to others. */
  readonly links: number
}

export type Erasure =
  /** In no book, and never erased. */
  | { readonly status: 'unknown' }
  | {
      readonly status: 'erased'
      /** Absent: was erased before, and what had been left half done is done now. */
      readonly known?: KnownOfCustomer
      /** The day of the erasure. */
      readonly on: Day
      /** Conversations that were of the customer and begin anew. */
      readonly conversations: number
    }

/**
 * Takes a customer out of the book and of all that is kept beside it (PIPL article 47). The journal stays, which holds ids
 * alone; so do the sums of results, under the id. Stopped at any point, it is done by running it again.
 */
export function eraseCustomer(deps: EraseDeps) {
  return async ({ customerId, dryRun = false, today, at }: EraseInput): Promise<Erasure> => {
    const seen = await booksTellingOf(deps, customerId)
    const { before, owner } = await deps.bank.transact(async (draft) => ({
      before: (await erasedCustomers(draft)).find(({ id }) => id === customerId),
      owner: seen.find(({ customer }) => customer !== undefined),
    }))
    if (owner?.customer === undefined && before === undefined) return { status: 'unknown' }
    const { holdsName, known } = knownOf(seen, customerId)
    const on = before?.on ?? today
    // The conversations first: afterwards nobody knows the name any more.
    const keys = await conversationsOf(deps, customerId, holdsName)
    if (dryRun) return { status: 'erased', ...(known && { known }), on, conversations: keys.length }
    for (const key of keys) await deps.conversations.delete(key)

    await deps.bank.transact(async (draft) => {
      const keeper = draft.ownerOf(customerId) ?? owner?.managerId
      const telling = seen.map(({ managerId }) => managerId)
      const managerIds = [...new Set(keeper === undefined ? telling : [...telling, keeper])]
      for (const managerId of managerIds) {
        const book = await draft.book(managerId)
        if (tellsOf(book, customerId)) await draft.putBook(withoutCustomer(book, customerId, on))
        await breathe()
      }
      const imports = await forgetRows(draft, keeper, customerId)
      const unfinished: Rewritten = {
        managerIds: [...new Set([...(before?.unfinished?.managerIds ?? []), ...managerIds])],
        imports: [...new Set([...(before?.unfinished?.imports ?? []), ...imports])],
      }
      await putErased(draft, { id: customerId, on, unfinished })
      if (before === undefined)
        draft.record({ at, managerId: OPERATOR, act: 'customer.erased', customerIds: [customerId] })
    })
    await leaveNoGeneration(deps, customerId)
    return { status: 'erased', ...(known && { known }), on, conversations: keys.length }
  }
}

/** A home in files keeps of each document the generation before: once in its place, it is written once more. */
async function leaveNoGeneration({ bank, checkpoint }: EraseDeps, customerId: string): Promise<void> {
  await checkpoint()
  await bank.transact(async (draft) => {
    const erased = (await erasedCustomers(draft)).find(({ id }) => id === customerId)!
    if (erased.unfinished !== undefined) await rewrite(draft, erased.unfinished)
  })
  await checkpoint()
  await bank.transact((draft) => done(draft, customerId))
}

async function done(draft: BankDraft, customerId: string): Promise<void> {
  const { on } = (await erasedCustomers(draft)).find(({ id }) => id === customerId)!
  await putErased(draft, { id: customerId, on })
}

async function booksTellingOf({ books }: EraseDeps, customerId: string) {
  const found = []
  for (const managerId of await books.managerIds()) {
    const book = await books.read(managerId)
    if (tellsOf(book, customerId)) found.push({ managerId, book, customer: findCustomer(book, customerId) })
    await breathe()
  }
  return found
}

type Seen = Awaited<ReturnType<typeof booksTellingOf>>

function knownOf(seen: Seen, customerId: string) {
  const owner = seen.find(({ customer }) => customer !== undefined)
  if (owner?.customer === undefined) return { holdsName: () => false, known: undefined }
  const { customer, managerId } = owner
  const { name, nickname, phone, contacts, agreements, facts = [], opportunities = [], links = [] } = customer
  const words = [name, nickname, phone].filter((word) => word !== undefined && [...word].length > 1)
  const toThem = seen.flatMap(({ book }) =>
    book.customers.flatMap((other) => (other.links ?? []).filter(({ otherId }) => otherId === customerId)),
  )
  const known: KnownOfCustomer = {
    managerId,
    contacts: contacts.length,
    agreements: agreements.length,
    facts: facts.length,
    opportunities: opportunities.length,
    links: links.length + toThem.length,
  }
  return { holdsName: (json: string) => words.some((word) => json.includes(word!)), known }
}

/** Keys of the conversations that mention the id or, as far as it is known, the name or phone. */
async function conversationsOf(
  { conversations }: EraseDeps,
  customerId: string,
  holdsName: (json: string) => boolean,
): Promise<readonly string[]> {
  const found: string[] = []
  for (const key of await conversations.keys()) {
    const json = JSON.stringify((await conversations.read(key)) ?? null)
    if (isMentioned(json, customerId) || holdsName(json)) found.push(key)
    await breathe()
  }
  return found
}

/** C1 is not mentioned by C10. */
function isMentioned(json: string, customerId: string): boolean {
  for (let at = json.indexOf(customerId); at !== -1; at = json.indexOf(customerId, at + 1)) {
    const around = `${json[at - 1] ?? ''}${json[at + customerId.length] ?? ''}`
    if (!/[A-Za-z0-9]/.test(around)) return true
  }
  return false
}
