import type { NamingTools, PersonMention } from './mention.js'
import { hanSurnameAt } from './naming-lexicon.js'

const REACHED_OUT_TO =
  /(?:打给|打了|打电话给|电话给|联系了?|拜访了?|见了|回访了?|约了|微信(?:了|给)|发(?:了)?(?:条|个)?(?:微信|短信|消息)给|call了?) ?$/
const AND_THEN =
  /^(?:的?电话|那边|那里)?(?:[,。; ]|$|没|不|说|也|又|在|关机|占线|停机|空号|接|要|想|约|签|买|答应|拒)/

/** Full names that are nobody's in the book, said as the one who was called: 打给高建军没接. */
export function* hanStrangers(
  folded: string,
  known: readonly PersonMention[],
  tools: NamingTools,
): Iterable<PersonMention> {
  const isKnownAt = new Set(known.map((m) => m.start))
  for (let start = 0; start < folded.length; start++) {
    const end = isKnownAt.has(start) ? undefined : strangerAt(folded, start, tools)
    if (end !== undefined) yield { start, end, ids: [], by: 'unknown' }
  }
}

function strangerAt(folded: string, start: number, { lexicon, isOrdinary }: NamingTools): number | undefined {
  const surname = hanSurnameAt(folded, start, lexicon)
  if (surname === undefined || !REACHED_OUT_TO.test(folded.slice(Math.max(0, start - 9), start)))
    return undefined
  for (const length of [2, 1]) {
    const name = folded.slice(start, start + surname.length + length)
    const given = name.slice(surname.length)
    if (given.length !== length || !/^[一-鿿]+$/.test(given) || /[的了没不说电话接过完]/.test(given)) continue
    if (isOrdinary(name.slice(0, 2)) || (length === 2 && isOrdinary(given))) continue
    if (AND_THEN.test(folded.slice(start + name.length, start + name.length + 5))) return start + name.length
  }
  return undefined
}
