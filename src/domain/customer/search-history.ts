import { type Day, isWithin, type Period } from '../day.js'
import type { Customer } from './customer.js'
import { favoursUpTo } from './favour.js'

/** Something that was written down of a customer and holds the word that was looked for. */
export interface FoundNote {
  readonly customer: Customer
  /** Absent for what stands in the profile and was never recorded with a day. */
  readonly on?: Day
  readonly in: 'contact' | 'agreement' | 'fact' | 'favour' | 'profile'
  /** As it was written. */
  readonly text: string
}

const WRITTEN = ['notes', 'family', 'hobbies', 'preference', 'avoid'] as const

/**
 * Notes of contacts, agreements, facts, gifts and events, and what stands in the profile, that hold the word, the newest
 * first; those without a day come last. An English word is found at its beginning: "renovat" finds "renovation".
 */
export function searchHistory(
  customers: readonly Customer[],
  sought: string,
  today: Day,
  period?: Period,
): readonly FoundNote[] {
  const holds = holderOf(sought)
  if (holds === undefined) return []
  const found = customers.flatMap((customer) => notesOf(customer, today).filter(({ text }) => holds(text)))
  const within =
    period === undefined ? found : found.filter(({ on }) => on !== undefined && isWithin(period, on))
  return within.sort(newestFirst)
}

/** Undefined where there is nothing to look for. */
function holderOf(sought: string): ((text: string) => boolean) | undefined {
  const words = sought
    .toLowerCase()
    .split(/[\s,，、;；]+/)
    .filter((word) => word !== '')
  if (words.length === 0) return undefined
  const tests = words.map((word) =>
    /^[\p{Script=Latin}\d]/u.test(word)
      ? new RegExp(`(?<![\\p{L}\\d])${word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'u')
      : word,
  )
  return (text) => {
    const lower = text.toLowerCase()
    return tests.every((test) => (typeof test === 'string' ? lower.includes(test) : test.test(lower)))
  }
}

function notesOf(customer: Customer, today: Day): readonly FoundNote[] {
  const notes: FoundNote[] = []
  for (const { on, note, withdrawn } of customer.contacts)
    if (note !== undefined && withdrawn === undefined && on <= today)
      notes.push({ customer, on, in: 'contact', text: note })
  for (const { madeOn, about, state } of customer.agreements)
    if (about !== undefined && state !== 'withdrawn' && madeOn <= today)
      notes.push({ customer, on: madeOn, in: 'agreement', text: about })
  const recorded = new Set<string>()
  for (const { on, after, how, withdrawn, field } of customer.facts ?? [])
    if (withdrawn === undefined && on <= today) {
      notes.push({ customer, on, in: 'fact', text: after })
      recorded.add(how === 'set' ? `${field} ${after}` : after)
    }
  for (const { on, name } of favoursUpTo(customer.favours, today))
    notes.push({ customer, on, in: 'favour', text: name })
  for (const field of WRITTEN)
    for (const piece of (customer[field] ?? '').split(/[;；\n]/).map((part) => part.trim()))
      if (piece !== '' && !recorded.has(piece) && !recorded.has(`${field} ${piece}`))
        notes.push({ customer, in: 'profile', text: piece })
  return notes
}

function newestFirst(a: FoundNote, b: FoundNote): number {
  if (a.on !== b.on) return (a.on ?? '') > (b.on ?? '') ? -1 : 1
  return a.customer.id < b.customer.id ? -1 : a.customer.id > b.customer.id ? 1 : 0
}
