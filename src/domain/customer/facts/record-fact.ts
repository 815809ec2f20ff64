import type { Edit } from '../../change.js'
import type { Day } from '../../day.js'
import type { Customer } from '../customer.js'
import type { RecordedFact, RecordedField } from './recorded-fact.js'

/** One fact for the profile, checked: what its field holds, as text. */
export interface FactToRecord {
  readonly field: RecordedField
  /** `added` only for texts that hold several things: family, hobbies, preference, notes. */
  readonly how: RecordedFact['how']
  readonly value: string
}

/** Who told it, when, and the key under which a repeat is recognised. */
export interface FactTold {
  readonly key: string
  readonly managerId: string
  readonly today: Day
  /** ISO 8601 instant. */
  readonly at: string
}

export interface Recorded {
  readonly customer: Customer
  readonly fact: RecordedFact
  readonly edit: Edit
}

/** Writes one fact into a customer; undefined where the profile says so already. */
export function recordFact(customer: Customer, told: FactToRecord, by: FactTold): Recorded | undefined {
  const before = textOf(customer, told.field)
  const isKnown = told.how === 'set' ? before === told.value : piecesOf(before).includes(told.value)
  if (isKnown) return undefined
  const fact: RecordedFact = {
    id: by.key,
    on: by.today,
    at: by.at,
    managerId: by.managerId,
    field: told.field,
    how: told.how,
    ...(before === undefined ? {} : { before }),
    after: told.value,
  }
  const now = told.how === 'set' ? told.value : joined([...piecesOf(before), told.value])
  return {
    customer: { ...withText(customer, told.field, now), facts: [...(customer.facts ?? []), fact] },
    fact,
    edit: { kind: 'fact-recorded', customerId: customer.id, factId: fact.id },
  }
}

/**
 * The customer without the fact: what stood before stands again, or the added piece goes and those beside it stay.
 * Undefined where something newer has taken its place, or where it was taken back before.
 */
export function takeBackFact(customer: Customer, factId: string): Customer | undefined {
  const fact = customer.facts?.find((f) => f.id === factId && f.withdrawn === undefined)
  if (fact === undefined) return undefined
  const now = textOf(customer, fact.field)
  const then = fact.how === 'set' ? (now === fact.after ? fact.before : now) : without(now, fact.after)
  // What was only heard again leaves the profile as it is.
  if (then === now && fact.before !== fact.after) return undefined
  const facts = customer.facts?.map((f) => (f === fact ? ({ ...f, withdrawn: true } as const) : f)) ?? []
  return { ...withText(customer, fact.field, then), facts }
}

/** The fact as it stood before it was taken back alone; undefined where it stands already. @param value what the field held */
export function bringBackFact(
  customer: Customer,
  factId: string,
  value: string | undefined,
): Customer | undefined {
  const fact = customer.facts?.find((f) => f.id === factId && f.withdrawn === true)
  if (fact === undefined) return undefined
  const facts = customer.facts?.map((f) => {
    const { withdrawn: _, ...rest } = f
    return f === fact ? rest : f
  })
  return { ...withText(customer, fact.field, value), facts: facts ?? [] }
}

/** What a field of the profile holds, as text. */
export function factText(customer: Customer, field: RecordedField): string | undefined {
  return textOf(customer, field)
}

const PERMISSIONS: ReadonlySet<RecordedField> = new Set([
  'doNotContact',
  'marketingConsent',
  'sensitiveConsent',
])

function textOf(customer: Customer, field: RecordedField): string | undefined {
  const value = customer[field]
  return value === undefined ? undefined : String(value)
}

function withText(customer: Customer, field: RecordedField, text: string | undefined): Customer {
  const { [field]: _, ...rest } = customer
  const value = text !== undefined && PERMISSIONS.has(field) ? text === 'true' : text
  // A checked value, or one that stood in this field before, has the type of the field.
  return (value === undefined ? rest : { ...rest, [field]: value }) as Customer
}

const BETWEEN = ';'

function piecesOf(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(/[;；\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
}

function joined(pieces: readonly string[]): string {
  return pieces.join(`${BETWEEN} `)
}

function without(text: string | undefined, piece: string): string | undefined {
  const pieces = piecesOf(text)
  const at = pieces.lastIndexOf(piece)
  if (at < 0) return text
  const left = pieces.toSpliced(at, 1)
  return left.length === 0 ? undefined : joined(left)
}
