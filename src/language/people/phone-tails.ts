import { matchesIn } from '../text/matches-in.js'
import type { Gazetteer } from './book-names.js'
import type { PersonMention } from './mention.js'

const TAIL =
  /(?:(?:手机|电话)?(?:尾号|尾数|后四位|末四位|末尾)(?:是|为)?|(?:phone |number |tel )?(?:ending|ends)(?: in| with)?|last (?:four|4)(?: digits)?(?: are| is|:)?|tail)[ :]*(?<tail>\d{4})(?!\d)(?:的?(?:那个|那位|这位)?(?:客户|用户))?|(?<![\d.])(?<full>1[3-9]\d{9})(?!\d)/g
const BESIDE_NAME = /(?<![\d.])\((?<tail>\d{4})\)/g

/** Customers by the last four digits of their phone, or by the whole number where the book has it. */
export function phoneTails(folded: string, book: Gazetteer): readonly PersonMention[] {
  if (!/\d{4}/.test(folded)) return []
  const found: PersonMention[] = []
  for (const pattern of [TAIL, BESIDE_NAME]) {
    for (const match of matchesIn(folded, pattern)) {
      const { tail, full } = match.groups ?? {}
      const ids = (book.byPhoneTail.get(tail ?? full?.slice(-4) ?? '') ?? [])
        .filter((c) => full === undefined || c.phone === full)
        .map((c) => c.id)
      if (ids.length === 0) continue
      found.push({ start: match.index, end: match.index + match[0].length, ids: ids.sort(), by: 'phone' })
    }
  }
  return found
}
