import type { Change, Edit } from '../change.js'
import { inState } from './agree.js'
import type { Agreement } from './contact.js'
import type { Customer } from './customer.js'
import { factText, takeBackFact } from './facts/record-fact.js'

/** One entry that a change made: a contact with what was agreed in it, an agreement, a fact, a deferral. */
export interface Entry {
  readonly kind: 'contact' | 'agreement' | 'fact' | 'deferral'
  readonly id: string
}

export interface Withdrawn {
  readonly customer: Customer
  readonly edits: readonly Edit[]
}

/**
 * Takes back one entry of a change and leaves the others; what the entry moved goes back to where it was. Undefined
 * where it does not stand any more, or something newer has taken its place.
 */
export function withdrawEntry(
  customer: Customer,
  entry: Entry,
  change: Change | undefined,
): Withdrawn | undefined {
  const customerId = customer.id
  switch (entry.kind) {
    case 'contact': {
      const contact = customer.contacts.find(
        ({ id, withdrawn }) => id === entry.id && withdrawn === undefined,
      )
      if (contact === undefined) return undefined
      const contacts = customer.contacts.map((c) =>
        c === contact ? ({ ...c, withdrawn: true } as const) : c,
      )
      const edit: Edit = { kind: 'contact-withdrawn', customerId, contactId: contact.id }
      const made = customer.agreements.filter((a) => a.contactId === contact.id && a.state !== 'withdrawn')
      const moved = movesOf(change, customerId).filter(({ agreementId, to }) =>
        customer.agreements.some(({ id, state }) => id === agreementId && state === to),
      )
      const to = new Map<string, Agreement['state']>([
        ...moved.map(({ agreementId, from }) => [agreementId, from] as const),
        ...made.map(({ id }) => [id, 'withdrawn'] as const),
      ])
      return withStates({ ...customer, contacts }, to, [edit])
    }
    case 'agreement': {
      const agreement = customer.agreements.find(({ id, state }) => id === entry.id && state !== 'withdrawn')
      if (agreement === undefined) return undefined
      return withStates(customer, new Map([[agreement.id, 'withdrawn']]), [])
    }
    case 'fact': {
      const fact = customer.facts?.find(({ id }) => id === entry.id)
      const after = takeBackFact(customer, entry.id)
      if (fact === undefined || after === undefined) return undefined
      const value = factText(customer, fact.field)
      const edit: Edit = {
        kind: 'fact-withdrawn',
        customerId,
        factId: fact.id,
        ...(value === undefined ? {} : { value }),
      }
      return { customer: after, edits: [edit] }
    }
    case 'deferral': {
      const deferral = customer.deferrals?.find(
        ({ id, withdrawn }) => id === entry.id && withdrawn === undefined,
      )
      if (deferral === undefined) return undefined
      const deferrals = (customer.deferrals ?? []).map((d) =>
        d === deferral ? ({ ...d, withdrawn: true } as const) : d,
      )
      return {
        customer: { ...customer, deferrals },
        edits: [{ kind: 'deferral-withdrawn', customerId, deferralId: deferral.id }],
      }
    }
  }
}

function movesOf(change: Change | undefined, customerId: string) {
  return (change?.edits ?? []).flatMap((edit) =>
    edit.kind === 'agreement-moved' && edit.customerId === customerId ? [edit] : [],
  )
}

function withStates(
  customer: Customer,
  to: ReadonlyMap<string, Agreement['state']>,
  edits: readonly Edit[],
): Withdrawn {
  const moves = customer.agreements.flatMap((agreement): Edit[] => {
    const state = to.get(agreement.id)
    if (state === undefined || state === agreement.state) return []
    return [
      {
        kind: 'agreement-moved',
        customerId: customer.id,
        agreementId: agreement.id,
        from: agreement.state,
        to: state,
      },
    ]
  })
  const agreements = customer.agreements.map((agreement) => {
    const state = to.get(agreement.id)
    return state === undefined ? agreement : inState(agreement, state)
  })
  return { customer: { ...customer, agreements }, edits: [...edits, ...moves] }
}
