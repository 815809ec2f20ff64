import { type Book, findCustomer } from '../domain/book.js'
import type { Change, Edit } from '../domain/change.js'
import { momentOf } from '../domain/customer/agree.js'
import type { Agreement, Contact } from '../domain/customer/contact.js'
import type { Customer } from '../domain/customer/customer.js'
import type { RecordedField } from '../domain/customer/facts/recorded-fact.js'
import type { Desk } from '../domain/manager/desk.js'
import type { DeskSettings } from '../domain/manager/settings.js'
import { yuanOf } from '../domain/money.js'
import type { Told, WrittenThing } from '../language/context.js'
import type { FactField } from '../language/slots.js'
import type { ConversationState } from './state.js'

/** What was written in the conversation and still stands, oldest first, as the book has it now. */
export function writtenThings(
  state: Pick<ConversationState, 'turn' | 'focus'>,
  book: Book,
  desk: Pick<Desk, 'settings' | 'settingsChange'>,
): readonly WrittenThing[] {
  const things: WrittenThing[] = []
  for (const { value: id, turn } of state.focus.written ?? []) {
    const age = state.turn - turn
    const change = book.changes.find((one) => one.id === id)
    const found = change === undefined ? settingsThing(desk, id) : ofChange(change, book)
    for (const [at, thing] of found.entries()) {
      // What was written before and is changed by this one is spoken of anew.
      const older = things.findIndex((one) => one.entryId !== undefined && one.entryId === thing.entryId)
      const [before] = older >= 0 ? things.splice(older, 1) : []
      things.push({ ...thing, changeId: id, age, at: before?.at ?? at, made: before?.made ?? turn })
    }
  }
  return things
}

const WITHDRAWS: ReadonlySet<Edit['kind']> = new Set([
  'contact-withdrawn',
  'deferral-withdrawn',
  'fact-withdrawn',
])

/** Ids of the customers of whom a change wrote something; where it only takes back, of whom. */
export function writtenOf({ edits }: Change): readonly string[] {
  const made = edits.filter(
    (edit) => !WITHDRAWS.has(edit.kind) && !(edit.kind === 'agreement-moved' && edit.to !== 'open'),
  )
  return (made.length > 0 ? made : edits).map(({ customerId }) => customerId)
}

type Thing = Omit<WrittenThing, 'changeId' | 'age' | 'at' | 'made'>

function ofChange(change: Change, book: Book): readonly Thing[] {
  if (change.undone) return []
  return change.edits.flatMap((edit) => {
    const customer = findCustomer(book, edit.customerId)
    return customer === undefined ? [] : ofEdit(edit, customer)
  })
}

function ofEdit(edit: Edit, customer: Customer): readonly Thing[] {
  const customerId = customer.id
  switch (edit.kind) {
    case 'contact-added': {
      const contact = customer.contacts.find(({ id }) => id === edit.contactId)
      if (contact === undefined || contact.withdrawn === true) return []
      return [{ kind: 'contact', entryId: contact.id, customerId, ...toldOf(contact, customer) }]
    }
    case 'agreement-added':
    case 'agreement-rescheduled': {
      const agreement = customer.agreements.find(({ id }) => id === edit.agreementId)
      // What a contact agreed is part of that contact, until it is moved by itself.
      const isOfContact = agreement?.contactId !== undefined && edit.kind === 'agreement-added'
      if (agreement?.state !== 'open' || isOfContact) return []
      return [{ kind: agreement.kind, entryId: agreement.id, customerId, ...whenOf(agreement) }]
    }
    case 'fact-recorded': {
      const fact = customer.facts?.find(({ id }) => id === edit.factId)
      if (fact === undefined || fact.withdrawn === true) return []
      return [
        {
          kind: 'fact',
          entryId: fact.id,
          customerId,
          fact: { field: FACT_FIELD_OF[fact.field], value: fact.after },
        },
      ]
    }
    case 'deferral-added': {
      const deferral = customer.deferrals?.find(({ id }) => id === edit.deferralId)
      if (deferral === undefined || deferral.withdrawn === true) return []
      return deferral.kind === 'snooze'
        ? [{ kind: 'put-off', entryId: deferral.id, customerId, when: { day: deferral.until } }]
        : [{ kind: 'skip', entryId: deferral.id, customerId }]
    }
    default:
      return []
  }
}

/** Under which name of understanding.md a recorded fact is told. */
export const FACT_FIELD_OF: Readonly<Record<RecordedField, FactField>> = {
  phone: 'phone',
  email: 'email',
  address: 'address',
  birthday: 'birthday',
  birthdayMonthDay: 'birthday',
  lunarBirthday: 'birthday',
  occupation: 'occupation',
  company: 'company',
  preferredChannel: 'preference',
  family: 'family',
  hobbies: 'hobby',
  preference: 'preference',
  notes: 'other',
  avoid: 'other',
  doNotContact: 'other',
  marketingConsent: 'other',
  sensitiveConsent: 'other',
}

/** A contact as it was told, with what was agreed in it. */
function toldOf(contact: Contact, { agreements }: Customer): Pick<WrittenThing, 'told' | 'when'> {
  const open = agreements.filter(({ contactId, state }) => contactId === contact.id && state === 'open')
  const next = open.find(({ kind }) => kind === 'appointment' || kind === 'callback')
  const promise = open.find(({ kind }) => kind === 'promise')
  const when = next && momentOf(next)
  const yuan = contact.amountFen === undefined ? undefined : yuanOf(contact.amountFen)
  const told: Told = {
    reached: contact.reached,
    outcome: contact.outcome ?? 'info',
    ...(contact.channel === undefined ? {} : { channel: contact.channel }),
    ...(when === undefined ? {} : { when }),
    ...(yuan === undefined
      ? {}
      : {
          amount: {
            min: yuan,
            max: yuan,
            ...(contact.currency === undefined ? {} : { currency: contact.currency }),
          },
        }),
    ...(contact.objection === undefined ? {} : { objection: contact.objection }),
    ...(promise === undefined ? {} : { promise: promise.on === undefined ? {} : { due: promise.on } }),
  }
  return { told, ...(when === undefined ? {} : { when }) }
}

function whenOf(agreement: Agreement): Pick<WrittenThing, 'when'> {
  const when = momentOf(agreement)
  return when === undefined ? {} : { when }
}

function settingsThing(
  { settings, settingsChange }: Pick<Desk, 'settings' | 'settingsChange'>,
  id: string,
): readonly Thing[] {
  if (settingsChange?.id !== id || settingsChange.undone) return []
  return [{ kind: 'setting', entryId: id, setting: changedSetting(settingsChange.before, settings) }]
}

function changedSetting(before: DeskSettings, after: DeskSettings): NonNullable<WrittenThing['setting']> {
  if (before.briefTime !== after.briefTime) return 'brief-time'
  if (before.capacity !== after.capacity) return 'daily-limit'
  if (before.locale !== after.locale) return 'language'
  return before.pausedUntil !== after.pausedUntil || before.pausedFrom !== after.pausedFrom
    ? 'pause'
    : 'other'
}
