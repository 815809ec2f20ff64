import type { FieldsFromFile } from '../domain/customer/customer.js'
import type { Day } from '../domain/day.js'
import type { BankDraft } from '../ports/ports.js'
import type { ImportKind } from './import-rows.js'

/** One import as it is remembered. */
export interface ImportEntry {
  readonly number: number
  readonly kind: ImportKind
  readonly file: string
  readonly on: Day
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly rejected: number
  readonly undoneOn?: Day
}

/**
 * What an import did to one thing: enough to take it back, and to see that nothing newer touched it. Of transactions
 * only those that were replaced have a step; every row kept says itself which import brought and which changed it.
 */
export interface UndoStep {
  readonly of:
    | 'manager'
    | 'customer'
    | 'product'
    | 'holding'
    | 'contact'
    | 'link'
    | 'fact'
    | 'agreement'
    | 'favour'
    | 'transaction'
    | 'gift'
    | 'event'
    | 'news'
    | 'price'
  readonly id: string
  /** Fingerprint of the thing as the import left it. */
  readonly after: string
  /** The thing as it was; null where the import made it. */
  readonly before: object | null
  /** Of a customer: what the days of the fields were before. */
  readonly fromFile?: readonly FieldsFromFile[]
  /** Whose holding or contact it is. */
  readonly customerId?: string
  /** Where the import found it, where that was elsewhere: the manager of a customer, the customer of a holding. */
  readonly from?: string
}

interface ImportLog {
  readonly version: 1
  /** Ascending by number. */
  readonly imports: readonly ImportEntry[]
}

const LOG = 'imports'

/** All imports that were applied, the oldest first. */
export async function importLog(draft: BankDraft): Promise<readonly ImportEntry[]> {
  const note = (await draft.note(LOG)) as ImportLog | undefined // nobody else writes this note
  return note?.imports ?? []
}

export function nextNumber(log: readonly ImportEntry[]): number {
  return (log.at(-1)?.number ?? 0) + 1
}

export async function addEntry(draft: BankDraft, entry: ImportEntry): Promise<void> {
  await putLog(draft, [...(await importLog(draft)), entry])
}

export async function markUndone(draft: BankDraft, number: number, on: Day): Promise<void> {
  const log = await importLog(draft)
  await putLog(
    draft,
    log.map((entry) => (entry.number === number ? { ...entry, undoneOn: on } : entry)),
  )
}

function putLog(draft: BankDraft, imports: readonly ImportEntry[]): Promise<void> {
  return draft.putNote(LOG, { version: 1, imports } satisfies ImportLog)
}

interface UndoNote {
  readonly version: 1
  readonly steps: readonly UndoStep[]
}

export async function putUndoSteps(
  draft: BankDraft,
  number: number,
  steps: readonly UndoStep[],
): Promise<void> {
  if (steps.length > 0) await replaceUndoSteps(draft, number, steps)
}

/** Puts these in the place of the steps that an import was noted with, none of them too. */
export function replaceUndoSteps(
  draft: BankDraft,
  number: number,
  steps: readonly UndoStep[],
): Promise<void> {
  return draft.putNote(undoNote(number), { version: 1, steps } satisfies UndoNote)
}

export async function undoSteps(draft: BankDraft, number: number): Promise<readonly UndoStep[]> {
  const note = (await draft.note(undoNote(number))) as UndoNote | undefined // nobody else writes this note
  return note?.steps ?? []
}

function undoNote(number: number): string {
  return `import-${number}`
}
