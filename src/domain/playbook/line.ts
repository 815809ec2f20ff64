import type { Familiarity } from '../customer/profile-fields.js'
import type { ProductKind } from '../ledger/holding.js'
import type { Locale } from '../manager/manager.js'
import type { OccupationId } from './occupation.js'
import type { LineKind, Situation } from './situations.js'

/** What a line may leave open for this customer's own facts, written `{amount}`. */
export const PLACEHOLDERS = [
  'title',
  'managerName',
  'branch',
  'phone',
  'product',
  'amount',
  'day',
  'term',
  'rate',
  'interest',
  'newProduct',
  'minimum',
  'risk',
  'benchmark',
  'saleFrom',
  'saleTo',
  'slotA',
  'slotB',
  'event',
  'gift',
  'topic',
  'company',
  'change',
  'about',
] as const
export type Placeholder = (typeof PLACEHOLDERS)[number]

/** The facts of one customer and one moment, already in the words of the line's language. */
export type LineValues = Readonly<Partial<Record<Placeholder, string>>>

/** A line that someone of the bank has approved (Handbook §7), to be said or sent. */
export interface Line<K extends LineKind = LineKind> {
  /** The same in every language. */
  readonly id: string
  readonly kind: K
  readonly situation: Situation<K>
  readonly locale: Locale
  readonly text: string
  /** Feature, advantage and benefit on their own, where the line is made of them. */
  readonly fab?: { readonly feature: string; readonly advantage: string; readonly benefit: string }
  /** Fits only where one of these is spoken of; absent: any, or none. */
  readonly productKinds?: readonly ProductKind[]
  readonly occupations?: readonly OccupationId[]
  readonly familiarity?: readonly Familiarity[]
  /** Absent: spoken or written. */
  readonly channel?: 'spoken' | 'written'
  /** Whether an objection is raised for the first time or again. */
  readonly round?: 'first' | 'repeated'
  /** A service notice: may be said to someone who may not be addressed for marketing (Handbook §1). */
  readonly service?: true
  readonly approvedBy: string
  readonly version: string
}

const OPEN = /\{([A-Za-z]+)\}/g

/** The names in braces, each once, in the order of the text; also such as are no placeholder. */
export function namesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(OPEN)].map((match) => match[1]!))]
}

/** Placeholders of the line that have no value. */
export function unfilled(line: Pick<Line, 'text'>, values: LineValues): readonly string[] {
  const known: Readonly<Record<string, string | undefined>> = values
  return namesIn(line.text).filter((name) => (known[name] ?? '') === '')
}

/** The text with the values in their places; a placeholder without a value stays as it is. */
export function fill(text: string, values: LineValues): string {
  const known: Readonly<Record<string, string | undefined>> = values
  return text.replace(OPEN, (open, name: string) => known[name] ?? open)
}
