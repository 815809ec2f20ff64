import { type Book, findCustomer, withCustomers } from '../../domain/book.js'
import type { Customer } from '../../domain/customer/customer.js'
import type { Link } from '../../domain/customer/link.js'
import { hasHistory, profileOf, withProfile } from '../../domain/customer/profile.js'
import type { Profile } from '../../domain/customer/profile-fields.js'
import type { Day } from '../../domain/day.js'
import { fingerprint } from '../../domain/fingerprint.js'
import type { Product } from '../../domain/ledger/product.js'
import type { Manager } from '../../domain/manager/manager.js'
import { type HandedInKind, type Keyed, keyOf } from '../../domain/occasions/handed-in.js'
import type { Policy } from '../../domain/policy.js'
import type { Bank, BankDraft } from '../../ports/ports.js'
import { type ImportEntry, importLog, markUndone, type UndoStep, undoSteps } from '../import-record.js'
import { groupedBy } from '../merge-row.js'
import { takeOut } from '../move-customer.js'
import { forgetRaisedLevels } from '../note-raised-levels.js'
import { OPERATOR } from '../operator.js'
import type { PartKind } from '../part-shelf.js'
import type { TakenBack } from './taken-back.js'
import { undoTransactions } from './undo-transactions.js'

export type UndoImportReport =
  | { readonly status: 'no-such-import' | 'already-undone'; readonly number: number }
  | {
      readonly status: 'undone'
      readonly number: number
      readonly kind: ImportEntry['kind']
      readonly file: string
      /** Rows taken back. */
      readonly undone: number
      /** Ids of the rows left as they are, since something newer touched them. */
      readonly kept: readonly string[]
    }

/**
 * Takes back import `number`, row by row, as far as nothing newer touched a row; that it was taken back is recorded and
 * journalled with it.
 *
 * @param at ISO 8601 instant
 */
export function undoImport(bank: Bank, policy: Pick<Policy, 'rfm' | 'idleMoney'>) {
  return (number: number, today: Day, at: string): Promise<UndoImportReport> =>
    bank.transact(async (draft) => {
      const entry = (await importLog(draft)).find((one) => one.number === number)
      if (entry === undefined) return { status: 'no-such-import', number }
      if (entry.undoneOn !== undefined) return { status: 'already-undone', number }
      const steps = await undoSteps(draft, number)
      const { undone, kept } = await takeBack(draft, entry, steps, policy, today)
      await markUndone(draft, number, today)
      draft.record({ at, managerId: OPERATOR, act: 'import.undo', detail: `import ${number}` })
      return { status: 'undone', number, kind: entry.kind, file: entry.file, undone, kept }
    })
}

function takeBack(
  draft: BankDraft,
  entry: ImportEntry,
  steps: readonly UndoStep[],
  policy: Pick<Policy, 'rfm' | 'idleMoney'>,
  today: Day,
): Promise<TakenBack> {
  switch (entry.kind) {
    case 'managers':
      return undoManagers(draft, steps)
    case 'products':
      return undoProducts(draft, entry.number, steps)
    case 'customers':
      return undoCustomers(draft, steps)
    case 'holdings':
      return undoParts(draft, 'holdings', steps)
    case 'contacts':
    case 'facts':
    case 'agreements':
    case 'favours':
      return undoParts(draft, entry.kind, steps)
    case 'links':
      return undoLinks(draft, steps)
    case 'gifts':
    case 'events':
    case 'news':
    case 'prices':
      return undoHandedIn(draft, entry.kind, steps)
    case 'transactions':
      return undoTransactions(draft, entry.number, steps, policy, today)
  }
}

async function undoManagers(draft: BankDraft, steps: readonly UndoStep[]): Promise<TakenBack> {
  const inUse = new Set<string>()
  for (const { id, before } of steps) {
    if (before === null && (await draft.book(id)).customers.length > 0) inUse.add(id)
  }
  const free = steps.filter((step) => !inUse.has(step.id))
  const { things, undone, kept } = undoThings(draft.managers(), free)
  if (undone > 0) await draft.putManagers(things as readonly Manager[]) // what is put back was a manager
  return { undone, kept: [...kept, ...inUse] }
}

async function undoProducts(
  draft: BankDraft,
  number: number,
  steps: readonly UndoStep[],
): Promise<TakenBack> {
  const { things, undone, kept } = undoThings(draft.products(), steps)
  if (undone > 0) await draft.putProducts(things as readonly Product[]) // what is put back was a product
  await forgetRaisedLevels(draft, number)
  return { undone, kept }
}

async function undoHandedIn(
  draft: BankDraft,
  kind: HandedInKind,
  steps: readonly UndoStep[],
): Promise<TakenBack> {
  const all = draft.handedIn()
  const { things, undone, kept } = undoThings(all[kind], steps)
  if (undone > 0) await draft.putHandedIn({ ...all, [kind]: things }) // what is put back was of this kind
  return { undone, kept }
}

function undoThings(
  things: readonly Keyed[],
  steps: readonly UndoStep[],
): TakenBack & { readonly things: readonly object[] } {
  const byId = new Map<string, object>(things.map((thing) => [keyOf(thing), thing]))
  const kept: string[] = []
  for (const { id, before, after } of steps) {
    const now = byId.get(id)
    if (now === undefined || fingerprint(now) !== after) kept.push(id)
    else if (before === null) byId.delete(id)
    else byId.set(id, before)
  }
  return { things: [...byId.values()], undone: steps.length - kept.length, kept }
}

async function undoCustomers(draft: BankDraft, steps: readonly UndoStep[]): Promise<TakenBack> {
  const kept: string[] = []
  const returning: {
    readonly customerId: string
    readonly to: string
    readonly profile: Profile
    readonly fromFile: UndoStep['fromFile']
  }[] = []
  for (const [managerId, group] of groupedBy(steps, ({ id }) => draft.ownerOf(id) ?? '')) {
    const book = await draft.book(managerId)
    const changed: Customer[] = []
    const leaving = new Set<string>()
    for (const { id, before, after, from, fromFile } of group) {
      const customer = findCustomer(book, id)
      const isTouched = customer === undefined || fingerprint({ ...profileOf(customer), managerId }) !== after
      if (isTouched || (before === null && hasHistory(customer))) kept.push(id)
      else if (before === null) leaving.add(id)
      else if (from !== undefined)
        returning.push({ customerId: id, to: from, profile: before as Profile, fromFile })
      else changed.push(asBefore(customer, before as Profile, fromFile)) // the step of a customer holds a profile
    }
    if (changed.length + leaving.size > 0)
      await draft.putBook(leaveOut(withCustomers(book, changed), leaving))
  }
  const gone = await takeOut(draft, returning)
  for (const [to, group] of groupedBy(returning, (one) => one.to)) {
    const back = group.map(({ customerId, profile, fromFile }) =>
      asBefore(gone.get(customerId)!.customer, profile, fromFile),
    )
    await draft.putBook(withCustomers(await draft.book(to), back))
  }
  return { undone: steps.length - kept.length, kept }
}

function asBefore(customer: Customer, profile: Profile, fromFile: UndoStep['fromFile']): Customer {
  const { fromFile: _now, ...rest } = withProfile(customer, profile)
  return { ...rest, ...(fromFile !== undefined && { fromFile }) }
}

function leaveOut(book: Book, ids: ReadonlySet<string>): Book {
  return { ...book, customers: book.customers.filter((customer) => !ids.has(customer.id)) }
}

async function undoLinks(draft: BankDraft, steps: readonly UndoStep[]): Promise<TakenBack> {
  const kept: string[] = []
  for (const [managerId, group] of groupedBy(
    steps,
    ({ customerId }) => draft.ownerOf(customerId ?? '') ?? '',
  )) {
    const book = await draft.book(managerId)
    const changed = new Map<string, Customer>()
    for (const { id, customerId = '', before, after } of group) {
      const customer = changed.get(customerId) ?? findCustomer(book, customerId)
      const links = customer?.links ?? []
      const at = links.findIndex((link) => `${link.type} ${link.otherId}` === id)
      if (customer === undefined || at < 0 || fingerprint(links[at]!) !== after)
        kept.push(`${customerId} ${id}`)
      // the step of a link holds one
      else
        changed.set(customerId, {
          ...customer,
          links: before === null ? links.toSpliced(at, 1) : links.with(at, before as Link),
        })
    }
    if (changed.size > 0) await draft.putBook(withCustomers(book, [...changed.values()]))
  }
  return { undone: steps.length - kept.length, kept }
}

async function undoParts(draft: BankDraft, kind: PartKind, steps: readonly UndoStep[]): Promise<TakenBack> {
  const kept: string[] = []
  const returning: { readonly customerId: string; readonly part: object }[] = []
  for (const [managerId, group] of groupedBy(
    steps,
    ({ customerId }) => draft.ownerOf(customerId ?? '') ?? '',
  )) {
    const book = await draft.book(managerId)
    const changed = new Map<string, Customer>()
    for (const { id, customerId = '', before, after, from } of group) {
      const customer = changed.get(customerId) ?? findCustomer(book, customerId)
      const parts: readonly { readonly id: string }[] = customer?.[kind] ?? []
      const part = parts.find((one) => one.id === id)
      const backTo = from ?? customerId
      if (
        customer === undefined ||
        part === undefined ||
        fingerprint(part) !== after ||
        draft.ownerOf(backTo) === undefined
      ) {
        kept.push(id)
        continue
      }
      const rest = parts.filter((one) => one.id !== id)
      changed.set(customerId, { ...customer, [kind]: rest })
      if (before !== null) returning.push({ customerId: backTo, part: before })
    }
    if (changed.size > 0) await draft.putBook(withCustomers(book, [...changed.values()]))
  }
  for (const [managerId, group] of groupedBy(returning, ({ customerId }) => draft.ownerOf(customerId)!)) {
    const book = await draft.book(managerId)
    const changed = [...groupedBy(group, (one) => one.customerId)].map(([customerId, parts]) => {
      const customer = findCustomer(book, customerId)! // its owner was asked for it above
      const back = parts.map(({ part }) => part) // as the import found them
      return { ...customer, [kind]: [...(customer[kind] ?? []), ...back] } as Customer
    })
    await draft.putBook(withCustomers(book, changed))
  }
  return { undone: steps.length - kept.length, kept }
}
