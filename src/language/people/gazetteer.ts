import type { Pinyin } from '../text/pinyin.js'
import type { Gazetteer } from './book-names.js'
import type { Colleague } from './colleague-names.js'
import { colleagueNames } from './colleagues.js'
import { type CustomerNames, customerNames } from './customer-names.js'
import type { Form } from './form.js'
import { createNearSounds } from './han/near-sounds.js'
import type { KnownCustomer } from './known-customer.js'
import { createNearSpellings } from './latin/near-spellings.js'
import type { FormKind, NamingForm } from './naming-form.js'
import type { NamingLexicon } from './naming-lexicon.js'

/** Customers whose names are made in one piece: a few milliseconds. */
const PIECE = 40

export type GazetteerBuilder = (
  customers: readonly KnownCustomer[],
  colleagues?: readonly Colleague[],
) => Gazetteer

/**
 * What a customer's names come to is kept as long as the customer is, so that a book in which one was changed prepares
 * that one anew.
 */
export function createGazetteerBuilder(
  lexicon: NamingLexicon,
  pinyin: Pinyin,
  fold: (raw: string) => string,
): GazetteerBuilder {
  const prepared = new WeakMap<KnownCustomer, CustomerNames>()
  const namesOf = (customer: KnownCustomer): CustomerNames => {
    const known = prepared.get(customer)
    if (known !== undefined) return known
    const names = customerNames(customer, lexicon, pinyin, fold)
    prepared.set(customer, names)
    return names
  }
  return (customers, colleagues = []) => {
    const byId = once(() => new Map(customers.map((c) => [c.id, c])))
    const han = once(() => formsBy(customers, (c) => namesOf(c).han))
    const hanLengths = once(() => lengthsByHead(han()))
    const latin = once(() => formsBy(customers, (c) => namesOf(c).latin()))
    const marked = once(() => formsBy(customers, (c) => namesOf(c).marked))
    const markedLengths = once(() => lengthsByHead(marked()))
    const bySurname = once(() => grouped(customers, (c) => namesOf(c).surnames))
    const byTail = once(() =>
      grouped(customers, ({ phone = '' }) => (phone.length < 4 ? [] : [phone.slice(-4)])),
    )
    const sounds = once(() => createNearSounds(han(), pinyin))
    const spellings = once(() => createNearSpellings(latin()))
    const colleagueForms = once(() => colleagueNames(colleagues, lexicon, pinyin, fold))
    let isMade = { han: false, latin: false }
    return {
      *preparing(text) {
        const asksLatin = /[a-z]/i.test(text) && !isMade.latin
        if (isMade.han && !asksLatin) return
        for (const [at, customer] of customers.entries()) {
          const names = namesOf(customer)
          if (asksLatin) names.latin()
          if (at % PIECE === PIECE - 1) yield
        }
        for (const make of [hanLengths, markedLengths, bySurname, ...(asksLatin ? [latin] : [])]) {
          make()
          yield
        }
        isMade = { han: true, latin: isMade.latin || asksLatin }
      },
      get customers() {
        return byId()
      },
      get han() {
        return han()
      },
      get hanLengths() {
        return hanLengths()
      },
      get latin() {
        return latin()
      },
      get marked() {
        return marked()
      },
      get markedLengths() {
        return markedLengths()
      },
      get bySurname() {
        return bySurname()
      },
      get byPhoneTail() {
        return byTail()
      },
      get sounds() {
        return sounds()
      },
      get spellings() {
        return spellings()
      },
      get colleagues() {
        return colleagueForms()
      },
    }
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const STRENGTH: Readonly<Record<FormKind, number>> = { nickname: 3, name: 3, company: 2, brand: 1, given: 1 }

/** Of several that share a form those whose claim is strongest have it. */
function formsBy(
  customers: readonly KnownCustomer[],
  formsOf: (customer: KnownCustomer) => readonly NamingForm[],
): ReadonlyMap<string, Form> {
  const forms = new Map<string, Form>()
  for (const customer of customers) {
    // Most forms are one customer's alone: neighbours of a kind share one object.
    let alone: Form | undefined
    for (const [text, kind] of formsOf(customer)) {
      if (text.length < 2) continue
      const known = forms.get(text)
      const rank = known === undefined ? 1 : STRENGTH[kind] - STRENGTH[known.kind]
      if (known === undefined || rank > 0) {
        if (alone?.kind !== kind) alone = { ids: [customer.id], kind }
        forms.set(text, alone)
      } else if (rank === 0 && known.ids.at(-1) !== customer.id) {
        if (known.ids.length === 1) forms.set(text, { ids: [...known.ids, customer.id], kind: known.kind })
        // Only a form of several, which is this book's own, grows.
        else (known.ids as string[]).push(customer.id)
      }
    }
  }
  return forms
}

function lengthsByHead(forms: ReadonlyMap<string, Form>): ReadonlyMap<string, readonly number[]> {
  const lengths = new Map<string, number[]>()
  for (const [text, { kind }] of forms) {
    if (kind === 'brand') continue
    const head = text.slice(0, 2)
    const known = lengths.get(head)
    if (known === undefined) lengths.set(head, [text.length])
    else if (!known.includes(text.length)) known.push(text.length)
  }
  for (const known of lengths.values()) known.sort((a, b) => b - a)
  return lengths
}

function grouped(
  customers: readonly KnownCustomer[],
  keysOf: (customer: KnownCustomer) => readonly string[],
): ReadonlyMap<string, readonly KnownCustomer[]> {
  const groups = new Map<string, KnownCustomer[]>()
  for (const customer of customers) {
    for (const key of keysOf(customer)) {
      const known = groups.get(key)
      if (known === undefined) groups.set(key, [customer])
      else known.push(customer)
    }
  }
  return groups
}
