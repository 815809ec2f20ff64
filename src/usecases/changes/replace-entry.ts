import { type Book, findCustomer, withCustomers } from '../../domain/book.js'
import type { Change, ChangeKind, Edit } from '../../domain/change.js'
import { makeAgreement } from '../../domain/customer/agree.js'
import type { Agreement, Contact } from '../../domain/customer/contact.js'
import type { Customer } from '../../domain/customer/customer.js'
import { defer, type Put } from '../../domain/customer/defer.js'
import { checkFact, type StatedFact } from '../../domain/customer/facts/check-fact.js'
import { recordFact } from '../../domain/customer/facts/record-fact.js'
import type { SensitiveWords } from '../../domain/customer/facts/sensitive-note.js'
import { recordContact, type ToldContact } from '../../domain/customer/record-contact.js'
import { type Entry, withdrawEntry } from '../../domain/customer/withdraw.js'
import type { Day } from '../../domain/day.js'
import { withChange } from '../../domain/undo.js'
import type { WriteChangeDeps } from './write-change.js'

export interface ReplaceEntryDeps extends WriteChangeDeps {
  readonly sensitiveWords: SensitiveWords
}

/** What is written in the place of an entry; absent parts are taken from it. */
export type Replacement =
  | { readonly kind: 'contact'; readonly customerId: string; readonly told: ToldContact }
  /** The same agreement, of another customer. */
  | { readonly kind: 'agreement'; readonly customerId: string }
  | { readonly kind: 'fact'; readonly customerId: string; readonly stated: StatedFact }
  | { readonly kind: 'put'; readonly customerId: string; readonly put: Put }

export interface EntryToReplace {
  /** The same for every repeat of the message or press. */
  readonly changeId: string
  readonly managerId: string
  /** The change that made the entry. */
  readonly of: string
  readonly customerId: string
  readonly entry: Entry
  /** Absent: it is only taken back. */
  readonly by?: Replacement
  readonly today: Day
  /** ISO 8601 instant. */
  readonly at: string
}

export type EntryReplaced =
  | {
      readonly status: 'replaced'
      readonly changeId: string
      readonly kind: ChangeKind
      /** Whose entry it was. */
      readonly before: Customer
      /** Of the replacement. */
      readonly customer?: Customer
      readonly contact?: Contact
      readonly agreed: readonly Agreement[]
    }
  /** It does not stand any more, or one of the customers is not in this manager's book. */
  | { readonly status: 'gone' }
  | { readonly status: 'refused'; readonly customer: Customer }

/**
 * Takes back one entry of an earlier change and writes another in its place, as one change, which one undo takes back;
 * the other entries of the earlier change stay as they are.
 */
export function replaceEntry(deps: ReplaceEntryDeps) {
  return async (input: EntryToReplace): Promise<EntryReplaced> => {
    const { managerId, at } = input
    const result = await deps.books.change<EntryReplaced>(managerId, (book) => {
      const decided = decide(book, input, deps.sensitiveWords)
      return 'result' in decided
        ? { book, result: decided.result }
        : { book: decided.book, result: decided.replaced }
    })
    if (result.status === 'replaced') {
      const customerIds = [
        ...new Set([result.before.id, ...(result.customer === undefined ? [] : [result.customer.id])]),
      ]
      const act = input.by === undefined ? 'undo' : 'correct'
      await deps.journal.append({ at, managerId, act, customerIds, detail: result.kind })
    }
    return result
  }
}

type Decided = { readonly result: EntryReplaced } | { readonly book: Book; readonly replaced: EntryReplaced }

function decide(book: Book, input: EntryToReplace, sensitiveWords: SensitiveWords): Decided {
  const { changeId, customerId, entry, by, today, at, managerId } = input
  const gone: Decided = { result: { status: 'gone' } }
  if (book.changes.some(({ id }) => id === changeId)) return gone
  const before = findCustomer(book, customerId)
  const withdrawn =
    before &&
    withdrawEntry(
      before,
      entry,
      book.changes.find(({ id }) => id === input.of),
    )
  if (before === undefined || withdrawn === undefined) return gone
  const without = withCustomers(book, [withdrawn.customer])
  const target = by === undefined ? undefined : findCustomer(without, by.customerId)
  if (by !== undefined && target === undefined) return gone
  const key = `${changeId}-1`
  const written =
    by && target && write(by, target, before, entry, { key, managerId, today, at }, sensitiveWords)
  if (written === 'refused') return { result: { status: 'refused', customer: target! } }
  if (by !== undefined && written === undefined) return gone
  const kind = KINDS[entry.kind](before, entry)
  const change: Change = {
    id: changeId,
    kind,
    at,
    edits: [...withdrawn.edits, ...(written?.edits ?? [])],
    undone: false,
  }
  const customers = written === undefined ? [] : [written.customer]
  return {
    book: withChange(withCustomers(without, customers), change),
    replaced: {
      status: 'replaced',
      changeId,
      kind,
      before: withdrawn.customer,
      ...(written === undefined ? {} : { customer: written.customer }),
      ...(written?.contact === undefined ? {} : { contact: written.contact }),
      agreed: written?.agreed ?? [],
    },
  }
}

const KINDS: Readonly<Record<Entry['kind'], (customer: Customer, entry: Entry) => ChangeKind>> = {
  contact: () => 'contact.log',
  agreement: ({ agreements }, { id }) =>
    agreements.find((one) => one.id === id)?.kind === 'task' ? 'task.add' : 'appointment.add',
  fact: () => 'customer.update',
  deferral: () => 'contact.snooze',
}

interface Written {
  readonly customer: Customer
  readonly edits: readonly Edit[]
  readonly contact?: Contact
  readonly agreed?: readonly Agreement[]
}

function write(
  by: Replacement,
  target: Customer,
  before: Customer,
  entry: Entry,
  told: { readonly key: string; readonly managerId: string; readonly today: Day; readonly at: string },
  sensitiveWords: SensitiveWords,
): Written | 'refused' | undefined {
  switch (by.kind) {
    case 'contact': {
      const old = before.contacts.find(({ id }) => id === entry.id)
      const note = by.told.note ?? old?.note
      const kept = {
        ...(note === undefined ? {} : { note }),
        ...(by.told.reached && old?.lines !== undefined ? { lines: old.lines } : {}),
        ...(old?.review === undefined ? {} : { review: true as const }),
      }
      return recordContact(target, { ...by.told, ...kept }, told)
    }
    case 'agreement': {
      const old = before.agreements.find(({ id }) => id === entry.id)
      if (old?.on === undefined) return undefined
      const { kind, on, time, about, amountFen, currency } = old
      const made = makeAgreement(
        target,
        {
          kind,
          when: { day: on, ...(time === undefined ? {} : { time }) },
          ...(about === undefined ? {} : { about }),
          ...(amountFen === undefined ? {} : { amountFen }),
          ...(currency === undefined ? {} : { currency }),
        },
        told,
      )
      return { customer: made.customer, edits: [made.edit], agreed: [made.agreement] }
    }
    case 'fact': {
      const checked = checkFact(by.stated, target, sensitiveWords, told.today)
      if (checked.status === 'refused') return 'refused'
      const recorded = recordFact(target, checked.fact, told)
      return recorded && { customer: recorded.customer, edits: [recorded.edit] }
    }
    case 'put': {
      const deferred = defer(target, by.put, told)
      return { customer: deferred.customer, edits: [deferred.edit] }
    }
  }
}

export type ReplaceEntry = ReturnType<typeof replaceEntry>
