import type { Product } from '../../domain/ledger/product.js'
import type { AttributeHit } from './attribute-hit.js'

/** Fewer characters of a name say too little. */
const FEWEST = 3

/**
 * Products that are named by the beginning of their name: 高远成长 of 高远成长混合基金. What fits the names of several
 * equally is none of them.
 */
export function productHits(folded: string, products: readonly Product[]): readonly AttributeHit[] {
  const found = products.flatMap(({ id, name }) => {
    const of = name.toLowerCase()
    for (let length = of.length; length >= FEWEST; length--) {
      const start = folded.indexOf(of.slice(0, length))
      if (start >= 0 && isWhole(folded, start, start + length, of))
        return [{ id, name, start, end: start + length }]
    }
    return []
  })
  return found
    .filter(
      (one) =>
        !found.some(
          (other) =>
            other !== one &&
            other.start < one.end &&
            one.start < other.end &&
            other.end - other.start >= one.end - one.start,
        ),
    )
    .map(({ id, name, start, end }) => ({ start, end, attribute: { of: 'product', id, name } }))
}

/** Words in letters are whole, and a number is not cut: 安盈9 is not 安盈90天. */
function isWhole(folded: string, start: number, end: number, name: string): boolean {
  const cuts = (at: number, text: string) =>
    /[a-z\d]/.test(text[at - 1] ?? '') && /[a-z\d]/.test(text[at] ?? '')
  return !cuts(start, folded) && !cuts(end, folded) && !cuts(end - start, name)
}
