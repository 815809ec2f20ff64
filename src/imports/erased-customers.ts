import { type Day, parseDay } from '../domain/day.js'
import type { BankDraft } from '../ports/ports.js'
import { importLog, replaceUndoSteps, type UndoStep, undoSteps } from './import-record.js'
import { putTransactions, transactionsOf } from './transaction-store.js'

/** Someone whom no file brings back. */
export interface ErasedCustomer {
  readonly id: string
  readonly on: Day
  /**
   * What has to be written once more before it is done: the generation before, which a home in files keeps, still tells of
   * them. Absent: done.
   */
  readonly unfinished?: Rewritten
}

/** What an erasure wrote: books of these managers, steps of these imports. */
export interface Rewritten {
  readonly managerIds: readonly string[]
  readonly imports: readonly number[]
}

interface ErasedNote {
  readonly version: 1
  readonly customers: readonly (Omit<ErasedCustomer, 'on'> & { readonly on: string })[]
}

const NOTE = 'erased'

/** Ascending by id. */
export async function erasedCustomers(draft: BankDraft): Promise<readonly ErasedCustomer[]> {
  const note = (await draft.note(NOTE)) as ErasedNote | undefined // nobody else writes this note
  return (note?.customers ?? []).map((one) => ({ ...one, on: parseDay(one.on)! })) // written from days alone
}

/** Keeps what is known of one of them. */
export async function putErased(draft: BankDraft, erased: ErasedCustomer): Promise<void> {
  const others = (await erasedCustomers(draft)).filter(({ id }) => id !== erased.id)
  const customers = [...others, erased].sort((a, b) => (a.id < b.id ? -1 : 1))
  await draft.putNote(NOTE, { version: 1, customers } satisfies ErasedNote)
}

/**
 * Takes a customer out of what the importer keeps: the transactions, and what imports could be taken back with.
 *
 * @returns numbers of the imports whose steps told of the customer
 */
export async function forgetRows(
  draft: BankDraft,
  managerId: string | undefined,
  customerId: string,
): Promise<readonly number[]> {
  if (managerId !== undefined) {
    const transactions = new Map(await transactionsOf(draft, managerId))
    if (transactions.delete(customerId)) await putTransactions(draft, managerId, transactions)
  }
  const changed: number[] = []
  for (const { number } of await importLog(draft)) {
    const steps = await undoSteps(draft, number)
    const others = steps.filter((step) => !isOf(step, customerId))
    if (others.length === steps.length) continue
    await replaceUndoSteps(draft, number, others)
    changed.push(number)
  }
  return changed
}

/** Writes what an erasure wrote a second time, as it stands. */
export async function rewrite(draft: BankDraft, { managerIds, imports }: Rewritten): Promise<void> {
  for (const managerId of managerIds) {
    await draft.putBook({ ...(await draft.book(managerId)) })
    await putTransactions(draft, managerId, await transactionsOf(draft, managerId))
  }
  for (const number of imports) await replaceUndoSteps(draft, number, await undoSteps(draft, number))
}

function isOf({ of, id, customerId, from }: UndoStep, whom: string): boolean {
  if (customerId === whom || from === whom) return true
  // The id of a link's step is its kind and whom it leads to.
  return of === 'customer' ? id === whom : of === 'link' && id.endsWith(` ${whom}`)
}
