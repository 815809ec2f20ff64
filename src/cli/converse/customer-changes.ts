import { FACT_FIELD_OF } from '../../conversation/written-things.js'
import type { Customer } from '../../domain/customer/customer.js'
import type { Deferral } from '../../domain/customer/deferral.js'
import type { RecordedFact } from '../../domain/customer/facts/recorded-fact.js'
import { agreementChanges } from './agreement-changes.js'
import { contactChanges } from './contact-changes.js'
import type { CustomerContext } from './customer-context.js'
import { added, gone } from './entries.js'
import type { WriteRecord } from './records.js'
import { undone, written } from './records.js'
import { saleChanges } from './sale-changes.js'

/** What has changed of one customer. */
export function customerChanges(
  before: Customer,
  after: Customer,
  context: CustomerContext,
): readonly WriteRecord[] {
  const sales = saleChanges(before, after, context)
  const contacts = contactChanges(before, after, sales.partOf)
  return [
    ...contacts.records,
    ...agreementChanges(before, after, sales.partOf, contacts),
    ...factChanges(before, after),
    ...permissionChanges(before, after),
    ...deferralChanges(before, after),
    ...sales.records,
  ]
}

function factChanges(before: Customer, after: Customer): readonly WriteRecord[] {
  const fieldsOf = ({ field, after: value }: RecordedFact) => {
    // Permissions are acts of their own.
    return field === 'doNotContact' || field === 'marketingConsent'
      ? []
      : [{ customer: after.id, field: FACT_FIELD_OF[field], value }]
  }
  const [then, now] = [before.facts ?? [], after.facts ?? []]
  return [
    ...gone(then, now)
      .flatMap(fieldsOf)
      .map((fields) => undone('customer.update', fields)),
    ...added(then, now)
      .flatMap(fieldsOf)
      .map((fields) => written('customer.update', fields)),
  ]
}

function permissionChanges(before: Customer, after: Customer): readonly WriteRecord[] {
  const customer = after.id
  const records: WriteRecord[] = []
  if (before.doNotContact !== after.doNotContact)
    records.push((after.doNotContact ? written : undone)('do-not-contact.set', { customer }))
  if (before.marketingConsent !== after.marketingConsent)
    records.push((after.marketingConsent ? undone : written)('consent.withdraw', { customer }))
  return records
}

function deferralChanges(before: Customer, after: Customer): readonly WriteRecord[] {
  const customer = after.id
  const record = (how: typeof written | typeof undone) => (deferral: Deferral) =>
    deferral.kind === 'skip'
      ? how('contact.skip', { customer })
      : how('contact.snooze', { customer, until: deferral.until })
  const [then, now] = [before.deferrals ?? [], after.deferrals ?? []]
  return [...gone(then, now).map(record(undone)), ...added(then, now).map(record(written))]
}
