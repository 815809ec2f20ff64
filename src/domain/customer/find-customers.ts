import type { Customer } from './customer.js'

/** How words are spelt in letters, without tones: each spelling as its syllables, the usual one first. */
export type Spell = (words: string, as: 'name' | 'words') => readonly (readonly string[])[]

/** What of a customer was found, the surest first. */
export const FOUND_BY = [
  'name',
  'nickname',
  'spelling',
  'initials',
  'phone',
  'id',
  'company',
  'occupation',
  'hobby',
] as const
export type FoundBy = (typeof FOUND_BY)[number]

export interface Found {
  readonly customer: Customer
  readonly by: FoundBy
}

/** A book's customers prepared for finding; built once and kept until the book changes. */
export interface CustomerIndex {
  readonly entries: readonly Entry[]
}

interface Entry {
  readonly customer: Customer
  readonly id: string
  readonly name: string
  readonly nickname: string
  readonly company: string
  readonly occupation: string
  readonly hobbies: string
  readonly phone: string
  /** Spellings with a space before every syllable: ` chen jian guo`. */
  readonly spellings: readonly string[]
  readonly initials: readonly string[]
}

export function indexCustomers(customers: readonly Customer[], spell: Spell): CustomerIndex {
  return { entries: customers.map((customer) => entryOf(customer, spell)) }
}

function entryOf(customer: Customer, spell: Spell): Entry {
  const spelt = [
    ...spell(customer.name, 'name'),
    ...(customer.nickname === undefined ? [] : spell(customer.nickname, 'name')),
    ...(customer.company === undefined ? [] : spell(customer.company, 'words').slice(0, 1)),
  ].filter((syllables) => syllables.length > 0)
  return {
    customer,
    id: plain(customer.id),
    name: plain(customer.name),
    nickname: plain(customer.nickname),
    company: plain(customer.company),
    occupation: plain(customer.occupation),
    hobbies: plain(customer.hobbies),
    phone: (customer.phone ?? '').replace(/\D/g, ''),
    spellings: [...new Set(spelt.map((syllables) => ` ${syllables.join(' ')}`))],
    initials: [...new Set(spelt.map((syllables) => syllables.map((s) => s[0] ?? '').join('')))],
  }
}

/** Fewer digits than this say too little to go by. */
const FEWEST_DIGITS = 3

/**
 * Customers as a manager looks for them: part of a name, a nickname, pinyin or its initials, a company, an occupation,
 * a hobby, the last digits of a phone or an id. Words apart by a space narrow each other. The surest first, those found
 * alike by id.
 */
export function findCustomers(index: CustomerIndex, sought: string): readonly Found[] {
  const terms = plain(sought)
    .split(/[\s,，、]+/)
    .filter((term) => term !== '')
  if (terms.length === 0) return []
  const found: { customer: Customer; by: FoundBy; rank: number }[] = []
  for (const entry of index.entries) {
    const ranks = terms.map((term) => rankOf(entry, term))
    const worst = Math.max(...ranks)
    if (worst === NOT_FOUND) continue
    found.push({ customer: entry.customer, by: RANKED[Math.min(...ranks)]!.by, rank: worst })
  }
  found.sort((a, b) => a.rank - b.rank || (a.customer.id < b.customer.id ? -1 : 1))
  // Whole names leave those out that only hold the same letters somewhere.
  const best = found[0]?.rank ?? NOT_FOUND
  return found
    .filter((f) => best >= PARTIAL_FROM || f.rank < PARTIAL_FROM)
    .map(({ customer, by }) => ({ customer, by }))
}

interface Way {
  readonly by: FoundBy
  readonly fits: (entry: Entry, term: string, kind: Kind) => boolean
}
type Kind = 'digits' | 'letters' | 'characters'

/** Ways of being found, the surest first; up to `PARTIAL_FROM` the words name the customer whole. */
const RANKED: readonly Way[] = [
  { by: 'nickname', fits: (e, term) => e.nickname === term },
  { by: 'name', fits: (e, term) => e.name === term },
  { by: 'id', fits: (e, term) => e.id === term },
  {
    by: 'spelling',
    fits: (e, term, kind) => kind === 'letters' && e.spellings.some((s) => s.replaceAll(' ', '') === term),
  },
  {
    by: 'phone',
    fits: (e, term, kind) => kind === 'digits' && term.length > FEWEST_DIGITS && e.phone.endsWith(term),
  },
  {
    by: 'initials',
    fits: (e, term, kind) => kind === 'letters' && term.length > 1 && e.initials.includes(term),
  },
  { by: 'name', fits: (e, term, kind) => kind !== 'digits' && e.name.startsWith(term) },
  { by: 'name', fits: (e, term, kind) => kind === 'letters' && e.name.includes(` ${term}`) },
  {
    by: 'spelling',
    fits: (e, term, kind) => kind === 'letters' && e.spellings.some((s) => startsAtSyllable(s, term)),
  },
  { by: 'name', fits: (e, term, kind) => kind === 'characters' && e.name.includes(term) },
  { by: 'nickname', fits: (e, term, kind) => kind !== 'digits' && e.nickname.includes(term) },
  { by: 'company', fits: (e, term, kind) => kind !== 'digits' && e.company.includes(term) },
  {
    by: 'initials',
    fits: (e, term, kind) =>
      kind === 'letters' && term.length > 2 && e.initials.some((i) => i.startsWith(term)),
  },
  { by: 'occupation', fits: (e, term, kind) => kind !== 'digits' && e.occupation.includes(term) },
  { by: 'hobby', fits: (e, term, kind) => kind !== 'digits' && e.hobbies.includes(term) },
  {
    by: 'phone',
    fits: (e, term, kind) => kind === 'digits' && term.length >= FEWEST_DIGITS && e.phone.endsWith(term),
  },
  {
    by: 'id',
    fits: (e, term, kind) => kind === 'digits' && term.length >= FEWEST_DIGITS && e.id.endsWith(term),
  },
]
const PARTIAL_FROM = 6
const NOT_FOUND = RANKED.length

function rankOf(entry: Entry, term: string): number {
  const kind: Kind = /^\d+$/.test(term)
    ? 'digits'
    : /^[\p{Script=Latin}\d'.-]+$/u.test(term)
      ? 'letters'
      : 'characters'
  const rank = RANKED.findIndex((way) => way.fits(entry, term, kind))
  return rank < 0 ? NOT_FOUND : rank
}

/** Whether a run of syllables begins with the letters: `jian`, `jiang` and `jianguo` in ` chen jian guo`, but not `ian`. */
function startsAtSyllable(spelling: string, term: string): boolean {
  for (let at = spelling.indexOf(' '); at >= 0; at = spelling.indexOf(' ', at + 1)) {
    let from = at + 1
    let left = term
    while (left !== '' && from < spelling.length) {
      const letter = spelling[from++]
      if (letter === ' ') continue
      if (letter !== left[0]) break
      left = left.slice(1)
    }
    if (left === '') return true
  }
  return false
}

function plain(text: string | undefined): string {
  return (text ?? '').normalize('NFKC').trim().toLowerCase()
}
