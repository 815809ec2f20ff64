import type { Edit } from '../change.js'
import type { Day, Moment } from '../day.js'
import type { Currency, Fen } from '../money.js'
import { reviewedOn } from '../review/review.js'
import type { Agreement, Channel, Contact, Objection, Outcome } from './contact.js'
import type { Customer } from './customer.js'

/** One contact as the manager told it, for one clear customer. */
export interface ToldContact {
  readonly channel?: Channel
  readonly reached: boolean
  readonly outcome: Outcome
  /** The appointment or next contact that was agreed. */
  readonly when?: Moment
  readonly amountFen?: Fen
  readonly currency?: Currency
  readonly objection?: Objection
  /** What the manager promised; without a day it is open-ended. */
  readonly promise?: { readonly due?: Day }
  /** The manager's words. */
  readonly note?: string
  /** What was agreed is about, without its day; absent: the note. */
  readonly about?: string
  /** Lines of the playbook that were proposed for it and so used. */
  readonly lines?: readonly string[]
  /** It was a wealth review. */
  readonly review?: true
}

/** Who wrote it down, when, and the key under which a repeat is recognised. */
export interface Told {
  /** Prefix of the ids of everything this message adds to the customer. */
  readonly key: string
  readonly managerId: string
  readonly today: Day
  /** ISO 8601 instant. */
  readonly at: string
}

export interface RecordedContact {
  readonly customer: Customer
  readonly contact: Contact
  /** What was newly agreed: at most a next contact and a promise. */
  readonly agreed: readonly Agreement[]
  readonly edits: readonly Edit[]
}

/**
 * Writes one contact into a customer. A contact that reached the customer keeps the open appointments and calls that
 * were due by today; a newly agreed day takes the place of the one agreed before. Promises stay open until the manager
 * says they are kept: talking is not sending.
 */
export function recordContact(customer: Customer, told: ToldContact, by: Told): RecordedContact {
  const { when, promise, about: _about, review, ...facts } = told
  const contact: Contact = {
    id: by.key,
    on: by.today,
    loggedAt: by.at,
    managerId: by.managerId,
    ...facts,
    ...(review === undefined ? {} : { review: { holdings: reviewedOn(customer, by.today) } }),
  }
  const agreed = agreementsOf(told, by)
  const newDay = agreed.some((a) => a.kind !== 'promise')

  const moves: Edit[] = []
  const agreements = customer.agreements.map((agreement) => {
    const to = nextState(agreement, told.reached, newDay, by.today)
    if (to === agreement.state) return agreement
    moves.push({
      kind: 'agreement-moved',
      customerId: customer.id,
      agreementId: agreement.id,
      from: agreement.state,
      to,
    })
    return { ...agreement, state: to }
  })

  return {
    customer: {
      ...customer,
      contacts: [...customer.contacts, contact],
      agreements: [...agreements, ...agreed],
    },
    contact,
    agreed,
    edits: [
      { kind: 'contact-added', customerId: customer.id, contactId: contact.id },
      ...moves,
      ...agreed.map((a): Edit => ({ kind: 'agreement-added', customerId: customer.id, agreementId: a.id })),
    ],
  }
}

function agreementsOf(told: ToldContact, by: Told): Agreement[] {
  const base = { madeOn: by.today, contactId: by.key, state: 'open' } as const
  const words = told.about ?? told.note
  const about = words === undefined || words === '' ? {} : { about: words }
  const agreed: Agreement[] = []
  if (told.when !== undefined) {
    agreed.push({
      ...base,
      ...about,
      id: `${by.key}-next`,
      kind: told.outcome === 'appointment' ? 'appointment' : 'callback',
      on: told.when.day,
      ...(told.when.time === undefined ? {} : { time: told.when.time }),
      ...(told.amountFen === undefined ? {} : { amountFen: told.amountFen }),
      ...(told.currency === undefined ? {} : { currency: told.currency }),
    })
  }
  if (told.promise !== undefined) {
    agreed.push({
      ...base,
      ...about,
      id: `${by.key}-promise`,
      kind: 'promise',
      ...(told.promise.due === undefined ? {} : { on: told.promise.due }),
    })
  }
  return agreed
}

function nextState(agreement: Agreement, reached: boolean, newDay: boolean, today: Day): Agreement['state'] {
  if (agreement.state !== 'open' || agreement.kind === 'promise' || agreement.kind === 'task') {
    return agreement.state
  }
  if (reached && agreement.on !== undefined && agreement.on <= today) return 'kept'
  return newDay ? 'cancelled' : agreement.state
}
