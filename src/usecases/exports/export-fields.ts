import type {
  AgreementRow,
  ContactRow,
  CustomerRow,
  FactRow,
  FavourRow,
  HoldingRow,
  LinkRow,
} from '../../imports/import-rows.js'

/** In the order in which a manager reads them. */
export const CUSTOMER_FIELDS = [
  'id',
  'name',
  'nickname',
  'phone',
  'aumFen',
  'managerId',
  'type',
  'gender',
  'birthday',
  'birthdayMonthDay',
  'lunarBirthday',
  'anniversary',
  'occupation',
  'company',
  'education',
  'email',
  'address',
  'preferredChannel',
  'riskRating',
  'riskAssessedOn',
  'cardLevel',
  'familiarity',
  'doNotContact',
  'marketingConsent',
  'sensitiveConsent',
  'hobbies',
  'family',
  'avoid',
  'expectedReturn',
  'preference',
  'assignedOn',
  'notes',
] as const satisfies readonly (keyof CustomerRow)[]

/** All that an archive holds, and the days on which the bank's files brought it. */
export const KEY_CUSTOMER_FIELDS = [
  ...CUSTOMER_FIELDS,
  'fromFile',
] as const satisfies readonly (keyof CustomerRow)[]

export const HOLDING_FIELDS = [
  'id',
  'customerId',
  'productName',
  'kind',
  'amountFen',
  'currency',
  'startsOn',
  'maturesOn',
  'ratePercent',
  'riskLevel',
  'autoRenew',
  'productId',
  'nextPaymentOn',
  'overdue',
  'costFen',
  'marketValueFen',
] as const satisfies readonly (keyof HoldingRow)[]

export const LINK_FIELDS = [
  'customerId',
  'otherId',
  'type',
  'since',
  'source',
  'recordedOn',
  'recordedBy',
] as const satisfies readonly (keyof LinkRow)[]

export const CONTACT_FIELDS = [
  'id',
  'customerId',
  'on',
  'managerId',
  'channel',
  'reached',
  'outcome',
  'amountFen',
  'currency',
  'objection',
  'note',
  'loggedAt',
] as const satisfies readonly (keyof ContactRow)[]

export const FACT_FIELDS = [
  'id',
  'customerId',
  'field',
  'after',
  'on',
  'managerId',
  'how',
  'before',
  'at',
] as const satisfies readonly (keyof FactRow)[]

export const AGREEMENT_FIELDS = [
  'id',
  'customerId',
  'kind',
  'on',
  'time',
  'about',
  'state',
  'madeOn',
  'amountFen',
  'currency',
  'contactId',
  'revision',
] as const satisfies readonly (keyof AgreementRow)[]

export const FAVOUR_FIELDS = [
  'id',
  'customerId',
  'kind',
  'name',
  'on',
  'valueFen',
  'managerId',
] as const satisfies readonly (keyof FavourRow)[]

/** Always there: without them a table does not come in again. */
const ALWAYS: ReadonlySet<string> = new Set([
  'id',
  'name',
  'managerId',
  'customerId',
  'productName',
  'kind',
  'amountFen',
])

/** Of few customers: their columns are there only where one of them says something. */
const RARE: ReadonlySet<string> = new Set([
  'birthdayMonthDay',
  'sensitiveConsent',
] satisfies (keyof CustomerRow)[])

/** The columns of the archive, without those that hardly anybody fills where nobody does. */
export function keyCustomerFields(rows: readonly { readonly facts: Partial<CustomerRow> }[]) {
  return KEY_CUSTOMER_FIELDS.filter((field) => !RARE.has(field) || isSaid(field, rows))
}

/** A column that says something of somebody, or without which the table would not come in again. */
export function isSaid<Facts extends object>(
  field: keyof Facts & string,
  rows: readonly { readonly facts: Facts }[],
): boolean {
  return ALWAYS.has(field) || rows.some(({ facts }) => facts[field] !== undefined)
}
