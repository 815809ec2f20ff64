import type { Day } from '../day.js'
import { addDays } from '../day.js'
import type { ProductKind } from './holding.js'
import type { Product } from './product.js'

/** On sale on that day; a product without a window always is. */
export function isOnSale({ saleFrom, saleTo }: Product, on: Day): boolean {
  return (saleFrom === undefined || saleFrom <= on) && (saleTo === undefined || on <= saleTo)
}

/** On sale, or about to be within `days` days. */
export function isOfferedSoon(product: Product, today: Day, days: number): boolean {
  const { saleFrom, saleTo } = product
  if (saleTo !== undefined && saleTo < today) return false
  return saleFrom === undefined || saleFrom <= addDays(today, days)
}

/** What a message says of the product it means. */
export interface ProductSought {
  /** The whole message: a product named in it is found by its name or its number. */
  readonly text: string
  readonly kinds?: readonly ProductKind[]
  readonly termDays?: number
}

/**
 * The products a message names: by number, by name or a part of it, else by term. Empty where none is named.
 */
export function findProducts(products: readonly Product[], sought: ProductSought): readonly Product[] {
  const ofKind =
    sought.kinds === undefined ? products : products.filter((p) => sought.kinds?.includes(p.kind))
  const said = plain(sought.text)
  const written = sought.text.normalize('NFKC')
  const numbered = products.filter(({ id }) => id.length > 1 && numberIn(written, id) !== undefined)
  if (numbered.length > 0) return numbered
  const named = longest(
    products.map((product) => ({ product, length: sharedLength(said, plain(product.name)) })),
  )
  if (named.length > 0) return named
  if (sought.termDays === undefined) return []
  return ofKind.filter((p) => p.termDays === sought.termDays)
}

/**
 * Where a text has the number of a product: WX120, "wx 120". A number that is a word of money (CASH, GOLD) has to be
 * written as the catalogue writes it: "no cash" names no product. Full-width letters have been made plain.
 */
export function numberIn(
  text: string,
  id: string,
): { readonly start: number; readonly end: number } | undefined {
  // Asked of every product of every message with a sum: most are told by their digits.
  const [digits = ''] = /\d+/.exec(id) ?? []
  if (!text.includes(digits)) return undefined
  const letters = [...id].map((char) => char.replace(/[^A-Za-z0-9]/, '\\$&'))
  const spaced = letters.join('').replace(/(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])/g, '[ -]?')
  const pattern = `(?<![A-Za-z0-9])${spaced}(?![A-Za-z0-9])`
  const match = new RegExp(pattern, MONEY_WORDS.test(id) ? '' : 'i').exec(text)
  return match === null ? undefined : { start: match.index, end: match.index + match[0].length }
}

const MONEY_WORDS =
  /^(?:cash|gold|bonds?|funds?|savings?|saver|deposits?|loans?|cards?|income|growth|bonus)$/i

function longest(
  found: readonly { readonly product: Product; readonly length: number }[],
): readonly Product[] {
  const most = Math.max(0, ...found.map((f) => f.length))
  return most === 0 ? [] : found.filter((f) => f.length === most).map((f) => f.product)
}

const FEWEST = 3

/** How many characters of a name the text has in one piece; fewer than three say too little: 月月享 of 月月享现金管理. */
function sharedLength(said: string, name: string): number {
  for (let length = name.length; length >= FEWEST; length--)
    for (let from = 0; from + length <= name.length; from++)
      if (said.includes(name.slice(from, from + length))) return length
  return 0
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}
