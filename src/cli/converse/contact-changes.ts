import { isDeepStrictEqual } from 'node:util'
import { momentOf } from '../../domain/customer/agree.js'
import type { Contact } from '../../domain/customer/contact.js'
import type { Customer } from '../../domain/customer/customer.js'
import { yuanOf } from '../../domain/money.js'
import { added, gone } from './entries.js'
import { amended, type ContactFields, undone, type WriteRecord, written } from './records.js'

export interface ContactChanges {
  readonly records: readonly WriteRecord[]
  /** Contacts that came or went: what was agreed in them is told with them. */
  readonly comeOrGone: ReadonlySet<string>
}

/** @param ofSale ids of what was written with a sale that was won, which is told by the sale */
export function contactChanges(
  before: Customer,
  after: Customer,
  ofSale: ReadonlySet<string>,
): ContactChanges {
  const come = added(before.contacts, after.contacts)
  const went = gone(before.contacts, after.contacts)
  const told = (contact: Contact) => !ofSale.has(contact.id)
  return {
    records: [
      ...went.filter(told).map((contact) => undone('contact.log', contactFields(before, contact))),
      ...come.filter(told).map((contact) => written('contact.log', contactFields(after, contact))),
      ...rewritten(before, after),
    ],
    comeOrGone: new Set([...come, ...went].map(({ id }) => id)),
  }
}

/** Contacts of which something else is kept than before. */
function rewritten(before: Customer, after: Customer): readonly WriteRecord[] {
  return after.contacts.flatMap((contact) => {
    const was = before.contacts.find(({ id }) => id === contact.id)
    if (was === undefined || was === contact || was.withdrawn || contact.withdrawn) return []
    const [then, now] = [contactFields(before, was), contactFields(after, contact)]
    return isDeepStrictEqual(ownFields(then), ownFields(now)) ? [] : [amended('contact.log', now, then)]
  })
}

function ownFields({ when: _when, promise: _promise, ...own }: ContactFields) {
  return own
}

/** A contact with what was agreed in it and is still open. */
export function contactFields(customer: Customer, contact: Contact): ContactFields {
  const { channel, reached, outcome, amountFen, objection } = contact
  const agreed = customer.agreements.filter((a) => a.contactId === contact.id && a.state === 'open')
  const next = agreed.find(({ kind }) => kind !== 'promise')
  const when = next && momentOf(next)
  const promise = agreed.find(({ kind }) => kind === 'promise')
  return {
    customer: customer.id,
    ...(channel === undefined ? {} : { channel }),
    reached,
    ...(outcome === undefined ? {} : { outcome }),
    ...(when === undefined ? {} : { when }),
    ...(amountFen === undefined ? {} : { amount: yuanOf(amountFen) }),
    ...(objection === undefined ? {} : { objection }),
    ...(promise === undefined ? {} : { promise: promise.on === undefined ? {} : { due: promise.on } }),
  }
}
