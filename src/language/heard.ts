import type { Day } from '../domain/day.js'
import type { Product } from '../domain/ledger/product.js'
import { askedOf } from './asked.js'
import type { Context } from './context.js'
import type { Parsed } from './parse.js'
import { withMention } from './parsed-parts.js'
import type { Particulars } from './particulars/particulars.js'
import type { Intent, Reading } from './reading.js'
import type { RequestReader } from './requests.js'
import type { SaleReader } from './sale-words.js'
import type { TopicReader } from './topics.js'
import type { People, Understanding } from './understand.js'

/** What messages are read with. */
export interface InterpretTools {
  readonly understanding: Understanding
  readonly particulars: Particulars
  readonly topics: TopicReader
  readonly requests: RequestReader
  readonly sale: SaleReader
}

/** One message, parsed; every reading of it starts from the same parse. */
export interface Heard {
  readonly parsed: Parsed
  /** Folded and mended. */
  readonly text: string
  readonly raw: string
  /** As it reads by itself. */
  readonly plain: Reading
  readonly people: People
  readonly today: Day
  readonly now: string | undefined
  readonly products: readonly Product[]
  readonly tools: InterpretTools
  /** With the intent given. */
  as(intent: Intent): Reading
  /** As words about one customer whom they do not name. */
  about(customerId: string, as?: Intent): Reading
  /** A part of it, or it with mentions bound. */
  with(parsed: Parsed): Heard
}

export function hear(
  parsed: Parsed,
  people: People,
  context: Pick<Context, 'products' | 'colleagues'>,
  today: Day,
  now: string | undefined,
  tools: InterpretTools,
): Heard {
  const readings = new Map<string, Reading>()
  const read = (of: Parsed, as: Intent | undefined): Reading => {
    const reading = tools.understanding.readParsed(of, people, today, now, as)
    return { ...reading, asked: askedOf(reading.intent, of, reading.slots, context, today, now, tools) }
  }
  const kept = (key: string, make: () => Reading): Reading => {
    const known = readings.get(key) ?? make()
    readings.set(key, known)
    return known
  }
  return {
    parsed,
    text: parsed.text,
    raw: parsed.raw,
    get plain() {
      return kept('', () => read(parsed, undefined))
    },
    people,
    today,
    now,
    products: context.products,
    tools,
    as: (intent) => kept(`as ${intent}`, () => read(parsed, intent)),
    about: (customerId, as) =>
      kept(`about ${customerId} ${as ?? ''}`, () =>
        read(withMention(parsed, { start: 0, end: 0, ids: [customerId], by: 'form' }, today), as),
      ),
    with: (other) => hear(other, people, context, today, now, tools),
  }
}

/** Ids of the customers that are named, each once. */
export function namedIn({ parsed }: Pick<Heard, 'parsed'>): readonly string[] {
  return [...new Set(parsed.people.flatMap(({ ids }) => ids))]
}

/** Somebody is named whom the book does not have. */
export function namesStranger({ parsed }: Pick<Heard, 'parsed'>): boolean {
  return parsed.people.some(({ ids, end, start }) => ids.length === 0 && end > start)
}

/** What is left of the words when names, days, sums and kinds are taken out of them. */
export function besidesIn({ parsed }: Pick<Heard, 'parsed'>): string {
  return parsed.masked.replace(/[A-Z]/g, ' ').trim()
}

/** A question mark, or a word that asks. */
export function asksSomething({ text, tools }: Pick<Heard, 'text' | 'tools'>): boolean {
  return /[?？]\s*$/.test(text) || tools.sale(text).asks === true
}
