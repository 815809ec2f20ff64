import type { Customer } from '../customer/customer.js'
import { isWithin, type Period } from '../day.js'
import { percentOf } from '../percent.js'
import type { Policy } from '../policy.js'

/** A manager's own notes of a period, as in a mirror (Handbook §8.10). For the manager alone. */
export interface Mirror {
  /** Notes that stand on several customers, word for word; on the most first. */
  readonly sameNotes: readonly { readonly note: string; readonly customerIds: readonly string[] }[]
  /** Whose effective contact has no outcome, once for each contact. */
  readonly withoutOutcome: readonly string[]
  /** To whom something was promised without a day. */
  readonly withoutDay: readonly string[]
  readonly counts: MirrorCounts
}

/** What shares are made of, and what may be added over a branch. */
export interface MirrorCounts {
  readonly contacts: number
  readonly withoutOutcome: number
  /** Contacts with a note that is long enough to be looked at. */
  readonly notes: number
  readonly sameNotes: number
  readonly promises: number
  readonly withoutDay: number
}

/** Per cent of the contacts, of the notes and of the promises; all that a head sees of it. */
export interface MirrorShares {
  readonly withoutOutcome: number | null
  readonly sameNotes: number | null
  readonly withoutDay: number | null
}

/** Effective contacts that the manager logged in the period, and promises made in it. */
export function mirrorOf(
  customers: readonly Customer[],
  managerId: string,
  period: Period,
  { mirror: { sameNoteCustomers, noteFromCharacters } }: Pick<Policy, 'mirror'>,
): Mirror {
  const noted = new Map<string, { contacts: number; customerIds: Set<string> }>()
  const withoutOutcome: string[] = []
  const withoutDay: string[] = []
  let contacts = 0
  let notes = 0
  let promises = 0
  for (const customer of customers) {
    for (const { managerId: by, on, reached, withdrawn, outcome, note } of customer.contacts) {
      if (by !== managerId || !reached || withdrawn || !isWithin(period, on)) continue
      contacts++
      if (outcome === undefined) withoutOutcome.push(customer.id)
      const said = note?.trim() ?? ''
      if ([...said].length < noteFromCharacters) continue
      notes++
      const known = noted.get(said) ?? { contacts: 0, customerIds: new Set() }
      known.contacts++
      known.customerIds.add(customer.id)
      noted.set(said, known)
    }
    for (const { kind, state, on, madeOn } of customer.agreements) {
      const isMade = kind === 'promise' && state !== 'withdrawn' && state !== 'cancelled'
      if (!isMade || !isWithin(period, madeOn)) continue
      promises++
      if (on === undefined) withoutDay.push(customer.id)
    }
  }
  const same = [...noted].filter(([, { customerIds }]) => customerIds.size >= sameNoteCustomers)
  return {
    sameNotes: same
      .map(([note, { customerIds }]) => ({ note, customerIds: [...customerIds].sort() }))
      .sort((a, b) => b.customerIds.length - a.customerIds.length || (a.note < b.note ? -1 : 1)),
    withoutOutcome,
    withoutDay,
    counts: {
      contacts,
      withoutOutcome: withoutOutcome.length,
      notes,
      sameNotes: same.reduce((sum, [, known]) => sum + known.contacts, 0),
      promises,
      withoutDay: withoutDay.length,
    },
  }
}

/** The shares over several managers; of nothing they are null. */
export function mirrorShares(all: readonly MirrorCounts[]): MirrorShares {
  const sum = (of: (counts: MirrorCounts) => number) => all.reduce((total, one) => total + of(one), 0)
  return {
    withoutOutcome: percentOf(
      sum((c) => c.withoutOutcome),
      sum((c) => c.contacts),
    ),
    sameNotes: percentOf(
      sum((c) => c.sameNotes),
      sum((c) => c.notes),
    ),
    withoutDay: percentOf(
      sum((c) => c.withoutDay),
      sum((c) => c.promises),
    ),
  }
}
