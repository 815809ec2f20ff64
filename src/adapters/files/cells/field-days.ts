import type { FieldsFromFile } from '../../../domain/customer/customer.js'
import { PROFILE_KEYS } from '../../../domain/customer/profile.js'
import { parseDay } from '../../../domain/day.js'
import { type CellReader, Refusal } from './refusal.js'

const KEYS: ReadonlySet<string> = new Set(PROFILE_KEYS)

/** `2026-01-05 occupation company; 2026-03-02 phone`: the fields of a profile by the day on which a file brought them. */
export const readFieldDays: CellReader<readonly FieldsFromFile[]> = (text) => {
  const entries: FieldsFromFile[] = []
  for (const part of text.split(/[;；\n]/).map((piece) => piece.trim())) {
    if (part === '') continue
    const [said = '', ...fields] = part.split(/\s+/)
    const on = parseDay(said)
    if (on === undefined) return new Refusal('not-a-day')
    if (fields.some((field) => !KEYS.has(field))) return new Refusal('not-a-value', PROFILE_KEYS.join(' '))
    entries.push({ on, fields: fields as FieldsFromFile['fields'] }) // each is one of the fields
  }
  return entries
}

export function writeFieldDays(entries: readonly FieldsFromFile[]): string {
  return entries.map(({ on, fields }) => [on, ...fields].join(' ')).join('; ')
}

/** An instant as it is kept, ISO 8601 in universal time. */
export const readInstant: CellReader<string> = (text) =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/.test(text) ? text : new Refusal('not-a-time')
