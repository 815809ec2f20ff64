import type { Customer } from '../domain/customer/customer.js'
import type { ScreenedNote } from '../domain/customer/facts/screen-note.js'
import type { Day } from '../domain/day.js'
import { fingerprint } from '../domain/fingerprint.js'
import type { Policy } from '../domain/policy.js'
import type { WorkingCalendar } from '../domain/working-days.js'
import type { BankDraft } from '../ports/ports.js'
import type { UndoStep } from './import-record.js'
import type {
  Cell,
  ImportKind,
  ImportRows,
  ImportTable,
  ReadRow,
  Rejection,
  RejectionCode,
  Remark,
  RemarkCode,
} from './import-rows.js'
import type { KeptTransaction } from './transaction-store.js'

/** The rules an import asks. */
export interface ImportRules {
  readonly policy: Pick<
    Policy,
    | 'bankPostings'
    | 'rfm'
    | 'idleMoney'
    | 'vipFromFen'
    | 'stopLines'
    | 'maturingKinds'
    | 'moneyKept'
    | 'levelRaised'
  >
  /** What of a note may be stored (Handbook §1). */
  readonly screenNote: (note: string, customer: Pick<Customer, 'sensitiveConsent'>) => ScreenedNote
  readonly calendar: WorkingCalendar
  /** IANA zone of a manager for whom the bank's file names none. */
  readonly timeZone: string
  /** Lets others have the thread where this has held it for long; absent: nobody else is waiting. */
  readonly breathe?: () => Promise<void>
}

export type RowOutcome = 'created' | 'updated' | 'unchanged'

/** One import under way: where it reads and writes, and what it has found and done so far. */
export class ImportRun<K extends ImportKind> {
  readonly rejected: Rejection[] = []
  readonly remarks: Remark[] = []
  readonly steps: UndoStep[] = []
  readonly #counts: Record<RowOutcome, number> = { created: 0, updated: 0, unchanged: 0 }
  #endedCount = 0

  constructor(
    readonly draft: BankDraft,
    readonly table: ImportTable<K>,
    readonly number: number,
    readonly today: Day,
    readonly rules: ImportRules,
    /** Whether an earlier import of this kind was applied: then a key may be anywhere in the bank. */
    readonly hasEarlier: boolean,
    /** Whether the file is all there is of its kind: what it does not have has ended. */
    readonly isComplete = false,
    /** Ids of customers who were erased: no file brings them back. */
    private readonly erased: ReadonlySet<string> = new Set(),
  ) {}

  isErased(customerId: string): boolean {
    return this.erased.has(customerId)
  }

  /** Why a row of a customer who is in no book is not taken. */
  noCustomer(customerId: string): RejectionCode {
    return this.isErased(customerId) ? 'erased-customer' : 'unknown-customer'
  }

  get counts(): Readonly<Record<RowOutcome, number>> {
    return this.#counts
  }

  /** Holdings that the file ended, by an amount of 0 or by not having them. */
  get endedCount(): number {
    return this.#endedCount
  }

  /** To be awaited every few hundred rows: an import is long, and whoever chats meanwhile is not to notice. */
  async breathe(): Promise<void> {
    await this.rules.breathe?.()
  }

  count(outcome: RowOutcome): void {
    this.#counts[outcome]++
  }

  /** Says why a row that could be read is not taken. */
  reject({ line, row }: ReadRow<K>, field: keyof ImportRows[K] & string, code: RejectionCode): void {
    this.rejected.push({ line, column: this.table.headerOf(field), value: String(row[field]), code })
  }

  /** Says that an id was kept as a number and which id with leading zeros it may be. */
  rejectTwin({ line, row }: ReadRow<K>, field: string, twin: string): void {
    const own = field as keyof ImportRows[K] & string // asked for the fields of the row alone
    const value = String(row[own])
    this.rejected.push({
      line,
      column: this.table.headerOf(own),
      value,
      code: 'number-has-twin',
      expected: twin,
    })
  }

  /** Tells something about a row that is taken. */
  remark({ line, row }: ReadRow<K>, field: keyof ImportRows[K] & string, code: RemarkCode): void {
    this.remarks.push({ line, column: this.table.headerOf(field), value: String(row[field]), code })
  }

  /** What of a note may be stored, told where that is not all of it; undefined for a note that says nothing. */
  screened(
    row: ReadRow<K>,
    field: keyof ImportRows[K] & string,
    customer: Pick<Customer, 'sensitiveConsent'>,
  ): string | null | undefined {
    const note = row.row[field] as Cell<string> // asked for the columns of notes alone
    if (typeof note !== 'string') return note
    const { note: kept, maskedNumbers } = this.rules.screenNote(note, customer)
    if (kept === undefined) this.remark(row, field, 'sensitive-note')
    else if (maskedNumbers > 0) this.remark(row, field, 'masked-number')
    return kept
  }

  /** Counts what was made or changed and remembers how to take it back. */
  changed(step: Omit<UndoStep, 'after'>, after: object): void {
    this.count(step.before === null && step.from === undefined ? 'created' : 'updated')
    this.steps.push({ ...step, after: fingerprint(after) })
  }

  /** Remembers how to take back that the file ended a thing it does not have. */
  ended(step: Omit<UndoStep, 'after'>, after: object): void {
    this.countEnded()
    this.steps.push({ ...step, after: fingerprint(after) })
  }

  countEnded(): void {
    this.#endedCount++
  }

  /** Remembers the transaction that another took the place of. */
  replaced(customerId: string, before: KeptTransaction): void {
    this.steps.push({ of: 'transaction', id: before.id, customerId, before, after: '' })
  }
}

/** Reads the rows of one kind into the draft, a batch at a time. */
export interface Taker<K extends ImportKind> {
  take(rows: readonly ReadRow<K>[]): Promise<void>
  /** Takes what was held back. */
  finish(): Promise<void>
}

/** A batch that is taken whenever it comes. */
export type TakeBatch<K extends ImportKind> = (
  run: ImportRun<K>,
  rows: readonly ReadRow<K>[],
) => Promise<void>

/**
 * Holds rows back until there are `size` of them: what is read and written once a batch, a book and a note for each
 * manager, costs more than the rows.
 */
export function inBatchesOf<K extends ImportKind>(size: number, takeBatch: TakeBatch<K>) {
  return (run: ImportRun<K>): Taker<K> => {
    let held: ReadRow<K>[] = []
    const flush = async () => {
      const rows = held
      held = []
      if (rows.length > 0) await takeBatch(run, rows)
    }
    return {
      async take(rows) {
        for (const row of rows) held.push(row)
        if (held.length >= size) await flush()
      },
      finish: flush,
    }
  }
}
