import { findProducts } from '../../domain/ledger/find-products.js'
import type { ProductKind } from '../../domain/ledger/holding.js'
import type { Product } from '../../domain/ledger/product.js'

/** What a product is called by besides its name: the words of a message, and those of the names that they mean. */
const DESCRIPTIONS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /现金(?:管理|类|理财|产品|宝)|活钱(?:管理|理财|产品|宝)|(?<![a-z])(?:money[- ]market|cash[- ]management|liquidity (?:product|fund)s?)(?![a-z])/,
    /现金|cash|money market/,
  ],
  [/(?:定期)?开放|(?<![a-z])open(?:[- ]ended)?(?![a-z])/, /开放|open/],
  [/成长|(?<![a-z])growth(?![a-z])/, /成长|growth/],
  [/混合|(?<![a-z])(?:mixed|balanced|hybrid)(?![a-z])/, /混合|mixed|balanced/],
  [/纯债|债基|债券基金|(?<![a-z])(?:pure )?bond funds?(?![a-z])/, /债/],
  [/指数|(?<![a-z])(?:index|tracker)(?![a-z])/, /指数|index/],
  [/科技|(?<![a-z])tech(?:nology)?(?![a-z])/, /科技|tech/],
  [/股票|权益|(?<![a-z])(?:equity|stock)(?![a-z])/, /股票|权益|成长|混合|指数|equity/],
  [/大额存单|存单|(?<![a-z])(?:cds?|certificates? of deposit)(?![a-z])/, /存单|certificate/],
  [/国债|(?<![a-z])(?:treasury|government bond|savings bond)s?(?![a-z])/, /国债|treasury/],
  [/年金|养老|(?<![a-z])(?:annuity|pension)(?![a-z])/, /年金|annuity/],
  [/美元|美金|(?<![a-z])(?:usd|us dollar|dollar)(?![a-z])/, /美元|usd|dollar/],
  [/黄金|积存|(?<![a-z])gold(?![a-z])/, /金/],
]

/** What a message says of the product it means. `text` is folded. */
export interface Named {
  readonly text: string
  readonly raw: string
  readonly kinds: readonly ProductKind[]
  readonly termDays?: number
}

/**
 * The products that a message names: by number, name or a part of it, by the brand at its beginning, else by what they
 * are (kind, term, and words such as "money market"). Empty where none is named.
 */
export function namedProducts(said: Named, products: readonly Product[]): readonly Product[] {
  const { text, raw, kinds, termDays } = said
  const found = findProducts(products, { text: raw, ...(kinds.length === 0 ? {} : { kinds }) })
  if (found.length === 1) return found
  const branded = products.filter((product) => isBrand(product, text, products))
  if (branded.length === 1) return branded
  const among = found.length > 0 ? found : products
  const described = DESCRIPTIONS.filter(([words]) => words.test(text))
  const ofKind = among.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
  const fitting = ofKind.filter(
    (product) =>
      described.every(([, names]) => names.test(product.name.toLowerCase())) &&
      (termDays === undefined || isOfTerm(product, termDays)),
  )
  const isSaid = described.length > 0 || termDays !== undefined
  if (isSaid && fitting.length > 0) return fitting
  if (found.length > 0) return found
  return termDays === undefined ? [] : ofKind.filter(({ termDays: days }) => days === termDays)
}

/**
 * Whether a product is named as one: by number, name, brand or kind, or by a word for products. 想养老用, "he's in tech"
 * only say what some of them are about.
 */
export function namesProduct({ text, raw, kinds }: Named, products: readonly Product[]): boolean {
  return (
    kinds.length > 0 ||
    NAMES_ONE.test(text) ||
    findProducts(products, { text: raw }).length > 0 ||
    products.some((product) => isBrand(product, text, products))
  )
}

const NAMES_ONE =
  /存单|国债|年金|积存|产品|现金管理|[这那](?:一)?[款只个]|\d+ ?天|(?<![a-z])(?:cds?|annuity|product|plan|\d+[- ]?days?|that one|this one|fund|bond)(?![a-z])/

/** A year is 365 days, or 360, or 12 months of 30. */
function isOfTerm({ termDays }: Product, wanted: number): boolean {
  return (
    termDays !== undefined &&
    (termDays === wanted || (wanted % 365 === 0 && Math.abs(termDays - wanted) <= wanted / 60))
  )
}

/** The first two characters of a name, or the letters of a number, where no other product has them. */
function isBrand(product: Product, text: string, all: readonly Product[]): boolean {
  const brand = /^[一-鿿]{2}/.exec(product.name)?.[0]
  const isAlone = (of: (other: Product) => boolean) => all.filter(of).length === 1
  if (brand !== undefined && text.includes(brand) && isAlone(({ name }) => name.startsWith(brand)))
    return true
  const letters = /^[a-z]{2,}(?=\d)/.exec(product.id.toLowerCase())?.[0]
  if (letters === undefined) return false
  return (
    new RegExp(`(?<![a-z0-9])${letters}(?![a-z0-9])`).test(text) &&
    isAlone(({ id }) => new RegExp(`^${letters}(?![a-z])`, 'i').test(id))
  )
}
