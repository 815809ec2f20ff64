import { findCustomer } from '../src/domain/book.js'
import type { Customer } from '../src/domain/customer/customer.js'
import type { Moment } from '../src/domain/day.js'
import type { Locale } from '../src/domain/manager.js'
import type { Intent, Reading } from '../src/language/reading.js'
import { correctionIn } from '../src/language/thread/correction.js'
import type { People, Understanding } from '../src/language/understand.js'
import type { Books } from '../src/usecases/ports.js'
import type { Told } from './ask-outcome.js'
import type { Instead } from './confirm.js'
import type { Session } from './session.js'

type Listener = Pick<Session, 'manager' | 'today' | 'now'>

/** Understands messages with the names of the manager's own book, and pieces of messages in answer to a question. */
export interface Hearing {
  /** @param as the intent, where it is known. */
  read(text: string, by: Listener, as?: Intent): Promise<Reading>
  /** Reads at once, in the book as it is now. */
  reader(by: Listener): Promise<(text: string, as?: Intent) => Reading>
  /** The words without names, numbers and sums, to be kept. */
  withoutNames(text: string, by: Listener): Promise<string>
  /** The customers a text names. */
  whoIsMeant(text: string, by: Listener): Promise<readonly string[]>
  /** Words about a customer who is already clear; undefined where they report nothing. */
  readReport(text: string, customerId: string, by: Listener): Promise<Told | undefined>
  readMoment(text: string, by: Listener): Promise<Moment | undefined>
  yesOrNo(text: string, by: Listener): Promise<boolean | undefined>
  /** Who is meant instead of who was understood, where words say so. */
  meantInstead(text: string, by: Listener): Promise<Instead | undefined>
  /** Whether words are nothing that could be done on its own: then they answer the question that is open. */
  isPlain(text: string, by: Listener): Promise<boolean>
}

/** What reports or could report a contact; everything else is not an answer to "how did it go". */
const REPORTS: readonly Intent[] = [
  'contact.log',
  'appointment.add',
  'none',
  'confirm',
  'deny',
  'contact.snooze',
  'task.add',
]

/** What words without a name are read as that only tell something. */
const PLAIN: readonly Intent[] = ['none', 'contact.log', 'customer.update', 'contact.snooze']

/** Below this a reading is no request of its own. */
const SURE = 0.5

/** Readings remembered for one book. */
const MOST_READINGS = 16

export function createHearing(books: Books, understanding: Understanding): Hearing {
  const known = new WeakMap<readonly Customer[], People>()
  const last = new Map<string, readonly Customer[]>()
  const readings = new WeakMap<People, Map<string, Reading>>()

  async function peopleOf(managerId: string): Promise<People> {
    const { customers } = await books.read(managerId)
    const before = last.get(managerId)
    const people =
      known.get(customers) ??
      (before !== undefined && sameNames(before, customers) ? known.get(before) : undefined) ??
      understanding.people(customers)
    known.set(customers, people)
    last.set(managerId, customers)
    return people
  }

  async function read(text: string, by: Listener, as?: Intent): Promise<Reading> {
    return readOnce(await peopleOf(by.manager.id), text, by, as)
  }

  /** One turn asks for the same reading several times. */
  function readOnce(people: People, text: string, { today, now }: Listener, as?: Intent): Reading {
    const key = JSON.stringify([text, today, now, as])
    const known = readings.get(people) ?? new Map<string, Reading>()
    const reading = known.get(key) ?? understanding.read(text, people, today, now, as)
    if (known.size >= MOST_READINGS) known.clear()
    readings.set(people, known.set(key, reading))
    return reading
  }

  return {
    read,
    async reader({ manager, today, now }) {
      const people = await peopleOf(manager.id)
      return (text, as) => readOnce(people, text, { manager, today, now }, as)
    },
    async withoutNames(text, by) {
      return understanding.withoutNames(text, await peopleOf(by.manager.id), by.today)
    },
    async whoIsMeant(text, by) {
      const reading = await read(text, by)
      return reading.slots.customers ?? [...new Set(reading.mentions?.flatMap((m) => m.customers) ?? [])]
    },
    async readReport(text, customerId, by) {
      const plain = await read(text, by)
      if (!REPORTS.includes(plain.intent)) return undefined
      if (plain.intent === 'contact.log' && plain.slots.contacts?.length === 1) {
        const named = plain.slots.contacts[0]!
        // A report about somebody else is no answer about this customer.
        if (named.customers.length > 0 && !named.customers.includes(customerId)) return undefined
      }
      const name = findCustomer(await books.read(by.manager.id), customerId)?.name ?? ''
      const whole = await read(namedFirst(text, name), by)
      const told = whole.intent === 'contact.log' ? whole.slots.contacts?.[0] : undefined
      if (told === undefined) return undefined
      const { customers: _customers, mention: _mention, ...rest } = told
      return rest
    },
    async readMoment(text, by) {
      const plain = await read(text, by)
      const said = plain.slots.when ?? plain.slots.contacts?.[0]?.when
      if (said !== undefined) return said
      const asTask = hasHan(text) ? `提醒我${text}打电话` : `remind me to call ${text}`
      return (await read(asTask, by)).slots.when
    },
    async isPlain(text, by) {
      const { intent, slots, confidence } = await read(text, by)
      const names = slots.customers ?? slots.contacts?.flatMap((c) => c.customers) ?? []
      return (PLAIN.includes(intent) || confidence < SURE) && names.length === 0
    },
    async meantInstead(text, by) {
      const correction = correctionIn(await read(text, by))
      if (correction === undefined || correction.to.customers.length === 0) return undefined
      const { from, to } = correction
      return {
        said: to.text,
        candidates: to.customers,
        ...(from === undefined ? {} : { not: from.customers }),
      }
    },
    async yesOrNo(text, by) {
      const { intent } = await read(text, by)
      return intent === 'confirm' ? true : intent === 'deny' ? false : undefined
    },
  }
}

/** The language to answer in: that of the message where it has one of its own, not that of a name in it. */
export function localeOf(reading: Reading): Locale | undefined {
  const rest = withoutNames(reading)
  if (hasHan(rest)) return 'zh-CN'
  // Initials are of no language.
  const words = (rest.match(/(?<![\w-])[a-z]{2,}(?![\w-])/gi) ?? []).filter((word) => /[aeiouy]/i.test(word))
  const isSaid = reading.intent !== 'none' || words.filter((word) => /^[a-z]/.test(word)).length > 1
  if (words.length > 0 && isSaid) return 'en-US'
  return hasHan(reading.text) ? 'zh-CN' : undefined
}

function withoutNames({ text, mentions = [] }: Reading): string {
  return mentions.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  )
}

/** Words about a customer, with the name before them. */
export function namedFirst(text: string, name: string): string {
  return hasHan(text) ? `${name},${text}` : `${name}: ${text}`
}

export function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}

// Most writes touch contacts only; the names then still stand as they were prepared.
function sameNames(a: readonly Customer[], b: readonly Customer[]): boolean {
  return (
    a.length === b.length &&
    a.every((x, i) => {
      const y = b[i]!
      return (
        x === y ||
        (x.id === y.id &&
          x.name === y.name &&
          x.nickname === y.nickname &&
          x.gender === y.gender &&
          x.occupation === y.occupation &&
          x.company === y.company &&
          x.phone === y.phone &&
          x.type === y.type)
      )
    })
  )
}
