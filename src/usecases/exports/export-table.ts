import type { Agreement, Contact } from '../../domain/customer/contact.js'
import type { Day, Period } from '../../domain/day.js'
import type { ProductKind } from '../../domain/ledger/holding.js'
import type { Manager } from '../../domain/manager/manager.js'
import type { AmountRange, Currency, Fen } from '../../domain/money.js'
import type { Tier } from '../../domain/policy.js'
import type { ImportRows } from '../../imports/import-rows.js'

/** The three tables a manager can ask for at any time (Handbook §1). */
export const ASKED_TABLES = ['general', 'ledger', 'key-customers'] as const
/** All that a book is written out as. */
export const EXPORTS = [...ASKED_TABLES, 'links', 'contacts', 'facts', 'agreements', 'favours'] as const
export type ExportName = (typeof EXPORTS)[number]

/** What a table is narrowed to; all of it where nothing is said. */
export interface ExportNarrowing {
  /** Some customers of the book. */
  readonly customerIds?: readonly string[]
  /** Of a customer their assets, of the ledger the sum of a holding. */
  readonly amount?: AmountRange
  /** Ledger only: by the maturity day in the ledger, of the kinds that mature unless some are named. */
  readonly period?: Period
  /** Ledger only. */
  readonly kinds?: readonly ProductKind[]
}

export interface ExportRequest extends ExportNarrowing {
  readonly table: ExportName
}

/** The report of a campaign of the branch, which its head may have as a file (Handbook §8.1). */
export interface ReportRequest {
  readonly table: 'campaign'
  readonly campaignId: string
}

export type FileRequest = ExportRequest | ReportRequest

/** What a table says beyond what an import would read; columns an import leaves aside. */
export interface ExportExtras {
  readonly tier?: Tier
  readonly lastContactOn?: Day
  readonly contactDueOn?: Day
  /** Working days. */
  readonly overdueDays?: number
  readonly customerName?: string
  /** Of a link; absent where the other is a colleague's customer. */
  readonly otherName?: string
  /** Calendar days; negative once past. */
  readonly daysToMaturity?: number
  readonly nextMaturityOn?: Day
  /** The last contacts, newest first. */
  readonly history?: readonly Contact[]
  /** What is agreed and open, the earliest first. */
  readonly plan?: readonly Agreement[]
}
export type ExtraField = keyof ExportExtras

/** What can be exported, and what it comes back in as. */
export type ExportKind = 'customers' | 'holdings' | 'links' | 'contacts' | 'facts' | 'agreements' | 'favours'

export interface ExportRow<K extends ExportKind> {
  /** The row as an import reads it. */
  readonly facts: Partial<ImportRows[K]>
  readonly extras: ExportExtras
}

/** A table of one manager's own book, before it is written as a file. */
export interface TableOf<K extends ExportKind> {
  readonly name: ExportName
  readonly kind: K
  readonly manager: Manager
  /** The day it is true on. */
  readonly on: Day
  readonly narrowing: ExportNarrowing
  /** The columns an import reads, in order. */
  readonly fields: readonly (keyof ImportRows[K] & string)[]
  readonly extras: readonly ExtraField[]
  /** By currency, yuan first: assets of customers; of a ledger what they hold now and do not owe. */
  readonly sums: ReadonlyMap<Currency, Fen>
  /** Calendar days before a maturity at which the policy gives notice. */
  readonly headsUpDays: readonly number[]
  readonly rows: readonly ExportRow<K>[]
  /** What else belongs to it, a sheet each in a workbook. */
  readonly parts?: readonly ExportTable[]
}

export type ExportTable = { readonly [K in ExportKind]: TableOf<K> }[ExportKind]
