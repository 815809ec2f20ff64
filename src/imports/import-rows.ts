import type { Agreement, Channel, Objection, Outcome } from '../domain/customer/contact.js'
import type { FieldsFromFile } from '../domain/customer/customer.js'
import type { RecordedFact } from '../domain/customer/facts/recorded-fact.js'
import type { FavourKind } from '../domain/customer/favour.js'
import type { Link, LinkType } from '../domain/customer/link.js'
import type { CardLevel, Familiarity, Gender, RiskRating } from '../domain/customer/profile-fields.js'
import type { Day } from '../domain/day.js'
import type { ProductKind, RiskLevel } from '../domain/ledger/holding.js'
import type { Locale, Manager } from '../domain/manager/manager.js'
import type { Currency, Fen } from '../domain/money.js'
import { HANDED_IN_KINDS } from '../domain/occasions/handed-in.js'
import type { Tier } from '../domain/policy.js'

/** What a bank hands over, one kind a file. */
export const IMPORT_KINDS = [
  'managers',
  'customers',
  'holdings',
  'products',
  'transactions',
  'contacts',
  'links',
  'facts',
  'agreements',
  'favours',
  ...HANDED_IN_KINDS,
] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

/**
 * A cell that may say nothing: `undefined` where the file has no such column, which changes nothing; `null` where
 * the cell is empty, which clears what the bank owns and leaves what the manager recorded.
 */
export type Cell<T> = T | null | undefined

/** A yes or no, where empty is no; `undefined` where the file has no such column. */
export type YesNo = boolean | undefined

export interface ManagerRow {
  readonly id: string
  readonly name: string
  readonly branchId: string
  readonly role: Cell<Manager['role']>
  readonly aadObjectId: Cell<string>
  readonly briefTime: Cell<string>
  readonly timeZone: Cell<string>
  readonly locale: Cell<Locale>
  readonly leftOn: Cell<Day>
}

export interface CustomerRow {
  readonly id: string
  readonly name: string
  readonly managerId: string
  readonly type: Cell<'person' | 'micro'>
  readonly nickname: Cell<string>
  readonly gender: Cell<Gender>
  readonly birthday: Cell<Day>
  /** `MM-DD` where the year is not known. */
  readonly birthdayMonthDay: Cell<string>
  readonly lunarBirthday: Cell<string>
  /** A day, or `MM-DD` where the year is not known. */
  readonly anniversary: Cell<string>
  readonly occupation: Cell<string>
  readonly company: Cell<string>
  readonly education: Cell<string>
  readonly phone: Cell<string>
  readonly email: Cell<string>
  readonly address: Cell<string>
  readonly preferredChannel: Cell<Channel>
  readonly aumFen: Cell<Fen>
  readonly riskRating: Cell<RiskRating>
  readonly riskAssessedOn: Cell<Day>
  readonly cardLevel: Cell<CardLevel>
  readonly familiarity: Cell<Familiarity>
  /** Empty leaves what was recorded: a customer who asked for quiet is not called because a cell was empty. */
  readonly doNotContact: Cell<boolean>
  readonly marketingConsent: YesNo
  /** Empty leaves what was recorded. */
  readonly sensitiveConsent: Cell<boolean>
  readonly hobbies: Cell<string>
  readonly expectedReturn: Cell<string>
  readonly preference: Cell<string>
  readonly family: Cell<string>
  readonly avoid: Cell<string>
  readonly assignedOn: Cell<Day>
  readonly notes: Cell<string>
  /** The days on which files brought what the fields hold; empty is this file, today. */
  readonly fromFile: Cell<readonly FieldsFromFile[]>
}

export interface HoldingRow {
  readonly id: string
  readonly customerId: string
  readonly productId: Cell<string>
  readonly productName: string
  readonly kind: ProductKind
  readonly amountFen: Fen
  readonly currency: Cell<Currency>
  readonly startsOn: Cell<Day>
  readonly maturesOn: Cell<Day>
  readonly ratePercent: Cell<number>
  readonly riskLevel: Cell<RiskLevel>
  readonly autoRenew: YesNo
  readonly nextPaymentOn: Cell<Day>
  readonly overdue: Cell<boolean>
  readonly costFen: Cell<Fen>
  readonly marketValueFen: Cell<Fen>
}

export interface ProductRow {
  readonly id: string
  readonly name: string
  readonly kind: ProductKind
  readonly riskLevel: Cell<RiskLevel>
  readonly issuerRiskLevel: Cell<RiskLevel>
  readonly termDays: Cell<number>
  readonly minAmountFen: Cell<Fen>
  readonly currency: Cell<Currency>
  readonly benchmark: Cell<string>
  readonly saleFrom: Cell<Day>
  readonly saleTo: Cell<Day>
  readonly audience: Cell<string>
  readonly sellingPoints: Cell<string>
}

export interface TransactionRow {
  readonly id: string
  readonly customerId: string
  readonly on: Day
  /** Plus in, minus out. */
  readonly amountFen: Fen
  readonly balanceFen: Cell<Fen>
  readonly summary: Cell<string>
}

export interface ContactRow {
  readonly id: string
  readonly customerId: string
  readonly managerId: string
  readonly on: Day
  readonly channel: Cell<Channel>
  readonly reached: Cell<boolean>
  readonly outcome: Cell<Outcome>
  readonly note: Cell<string>
  readonly amountFen: Cell<Fen>
  readonly currency: Cell<Currency>
  readonly objection: Cell<Objection>
  /** The instant it was written down, ISO 8601. */
  readonly loggedAt: Cell<string>
}

export interface LinkRow {
  readonly customerId: string
  /** What the other is to the customer. */
  readonly type: LinkType
  readonly otherId: string
  readonly since: Cell<Day>
  /** Where it comes from; empty is this file. */
  readonly source: Cell<Link['source']>
  readonly recordedOn: Cell<Day>
  readonly recordedBy: Cell<string>
}

/** A fact as a manager told it: what is exported of a customer's archive comes in again. */
export interface FactRow {
  readonly id: string
  readonly customerId: string
  readonly managerId: string
  readonly on: Day
  readonly at: string
  readonly field: RecordedFact['field']
  readonly how: RecordedFact['how']
  readonly before: Cell<string>
  readonly after: string
}

export interface AgreementRow {
  readonly id: string
  readonly customerId: string
  readonly kind: Agreement['kind']
  readonly on: Cell<Day>
  readonly time: Cell<string>
  readonly about: Cell<string>
  readonly amountFen: Cell<Fen>
  readonly currency: Cell<Currency>
  readonly madeOn: Day
  readonly contactId: Cell<string>
  readonly revision: Cell<number>
  readonly state: Agreement['state']
}

export interface FavourRow {
  readonly id: string
  readonly customerId: string
  readonly kind: FavourKind
  readonly name: string
  readonly on: Day
  readonly valueFen: Cell<Fen>
  readonly managerId: string
}

/** Whom a thing is meant for: empty is every branch, every tier. */
interface AudienceRow {
  readonly branchId: Cell<string>
  readonly tiers: Cell<readonly Tier[]>
}

export interface GiftRow extends AudienceRow {
  readonly id: string
  readonly name: string
  readonly from: Day
  readonly to: Day
}

export interface EventRow extends AudienceRow {
  readonly id: string
  readonly name: string
  readonly on: Day
  readonly place: Cell<string>
}

export interface NewsRow extends AudienceRow {
  readonly id: string
  readonly title: string
  readonly on: Day
  readonly productIds: Cell<readonly string[]>
  readonly productKinds: Cell<readonly ProductKind[]>
  readonly topics: Cell<readonly string[]>
}

export interface PriceRow {
  readonly productId: string
  readonly on: Day
  readonly value: number
  /** 0 is none. */
  readonly dividend: Cell<number>
}

/** The typed row of each kind. */
export interface ImportRows {
  readonly managers: ManagerRow
  readonly customers: CustomerRow
  readonly holdings: HoldingRow
  readonly products: ProductRow
  readonly transactions: TransactionRow
  readonly contacts: ContactRow
  readonly links: LinkRow
  readonly facts: FactRow
  readonly agreements: AgreementRow
  readonly favours: FavourRow
  readonly gifts: GiftRow
  readonly events: EventRow
  readonly news: NewsRow
  readonly prices: PriceRow
}

/** Why a row, or a whole table, is not taken. A closed set: every code has its sentence in each language. */
export const REJECTIONS = [
  'not-a-table',
  'no-header',
  'no-sheet-fits',
  'cell-too-large',
  'too-many-rows',
  'too-many-columns',
  'too-many-rejected',
  'unpacks-too-large',
  'cannot-be-opened',
  'missing-column',
  'repeated-column',
  'unclosed-quote',
  'text-after-quote',
  'too-few-cells',
  'too-many-cells',
  'broken-bytes',
  'control-character',
  'too-long',
  'name-too-long',
  'formula',
  'no-stored-value',
  'error-value',
  'required',
  'lost-digits',
  'number-has-twin',
  'not-a-sum',
  'negative-sum',
  'not-a-rate',
  'not-a-number',
  'not-a-price',
  'not-a-day',
  'no-such-day',
  'day-out-of-range',
  'ambiguous-day',
  'day-with-time-zone',
  'day-after-today',
  'maturity-before-start',
  'sale-ends-before-start',
  'gift-ends-before-start',
  'not-a-lunar-day',
  'not-a-time',
  'not-a-time-zone',
  'not-a-value',
  'not-yes-or-no',
  'not-a-currency',
  'repeated-key',
  'unknown-manager',
  'unknown-customer',
  'erased-customer',
  'link-to-itself',
] as const
export type RejectionCode = (typeof REJECTIONS)[number]

/** What is taken, but told. */
export const REMARKS = [
  'unknown-product',
  'unknown-branch',
  'sensitive-note',
  'masked-number',
  'hidden-marks',
] as const
export type RemarkCode = (typeof REMARKS)[number]

/** One finding in a file: the place, the value as read, and what is wrong with it. */
export interface Finding<Code extends string> {
  /** The physical line on which the row begins; the first line of the file is 1. */
  readonly line: number
  /** The header of the column as the file writes it; empty where the whole row is meant. */
  readonly column: string
  readonly value: string
  readonly code: Code
  /** What would have been right, where the sentence needs it: the values a column knows. */
  readonly expected?: string
}

/** Why a row is not taken: the first thing that is wrong in it, and what else is. */
export interface Rejection extends Finding<RejectionCode> {
  readonly also?: readonly Finding<RejectionCode>[]
}
export type Remark = Finding<RemarkCode>

/** A row that could be read. */
export interface ReadRow<K extends ImportKind> {
  readonly line: number
  readonly row: ImportRows[K]
  /** Fields of ids that a workbook kept as numbers, which have no leading zeros; absent where there are none. */
  readonly numberIds?: readonly string[]
}

/** A sheet of a workbook beside the one that is read. */
export interface SheetSeen {
  readonly name: string
  /** Whether it could have been read as well. */
  readonly fits: boolean
}

/** A table as it is read: typed rows in the order of the file, and the rows that could not be read. */
export interface ImportTable<K extends ImportKind> {
  readonly kind: K
  /** Name of the file without its folder. */
  readonly file: string
  /** `utf-8`, `gb18030`, `utf-16le`, `utf-16be` or `xlsx`. */
  readonly encoding: string
  readonly unknownColumns: readonly string[]
  /** Of a workbook: the sheet that is read. */
  readonly sheet?: string
  /** Of a workbook: the other sheets that hold rows. */
  readonly otherSheets?: readonly SheetSeen[]
  /** The header of a field as the file writes it; empty where it has no such column. */
  headerOf(field: keyof ImportRows[K] & string): string
  /**
   * May be walked again. Batches are small enough to be held in memory together with one book.
   *
   * @param overtaken rows that an earlier walk found wrong only after it had given them, by line
   */
  batches(overtaken?: ReadonlyMap<number, Rejection>): AsyncIterable<RowBatch<K>>
}

export interface RowBatch<K extends ImportKind> {
  readonly rows: readonly ReadRow<K>[]
  readonly rejected: readonly Rejection[]
  readonly remarks?: readonly Remark[]
  /** Rows of this batch or an earlier one that are wrong by what stands below them. */
  readonly overtaken?: readonly Rejection[]
  /** Rows that are out of sight in a workbook, by a filter or by hand. */
  readonly hiddenRows?: number
  /** The file cannot be read any further, so that nothing of it may be taken, not even in part. */
  readonly isUnreadable?: true
}
