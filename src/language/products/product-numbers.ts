import { numberIn } from '../../domain/ledger/find-products.js'
import type { Product } from '../../domain/ledger/product.js'
import type { Parsed } from '../parse.js'

/** The message without the sums that are the number of a product: USD180 is no 180 dollars. */
export function withoutProductNumbers(parsed: Parsed, products: readonly Product[]): Parsed {
  if (parsed.sums.length === 0) return parsed
  const numbers = products.flatMap(({ id }) => (/\d/.test(id) ? (numberIn(parsed.text, id) ?? []) : []))
  const sums = parsed.sums.filter(({ start, end }) => {
    const last = start + parsed.text.slice(start, end).replace(/[\s,.，。]+$/, '').length
    return !numbers.some((number) => number.start <= start && last <= number.end)
  })
  return sums.length === parsed.sums.length ? parsed : { ...parsed, sums }
}
