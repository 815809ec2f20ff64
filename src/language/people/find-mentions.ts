import { hasHan } from '../text/normalise.js'
import type { Gazetteer } from './book-names.js'
import { withColleagues } from './colleagues.js'
import { echoes } from './echoes.js'
import { hanMentions } from './han/han-mentions.js'
import { hanStrangers, likelyHanStrangers } from './han/han-strangers.js'
import { latinMentions } from './latin/latin-mentions.js'
import { latinStrangers, likelyLatinStrangers, strangersAgain } from './latin/latin-strangers.js'
import { isSlipOfFingers } from './latin/near-spellings.js'
import { markedMentions } from './marked-names.js'
import { latinWords, leftmostLongest, type NamingTools, type PersonMention } from './mention.js'
import { narrowed } from './narrowed-mentions.js'
import { nearMentions } from './near-mentions.js'
import { phoneTails } from './phone-tails.js'

export type { NamingTools, PersonMention } from './mention.js'

/** Every mention of a person in the folded text, left to right, without overlaps. `raw` tells capitals. */
export function findMentions(
  raw: string,
  folded: string,
  book: Gazetteer,
  tools: NamingTools,
): readonly PersonMention[] {
  const words = latinWords(folded)
  const inHan = hasHan(folded) ? [...hanMentions(folded, book, tools)] : []
  const inLatin = [...latinMentions(raw, folded, words, book, tools)]
  const found = [
    ...phoneTails(folded, book),
    ...markedMentions(raw, folded, book, tools),
    ...inHan,
    ...inLatin,
    ...(hasHan(folded) ? hanStrangers(folded, inHan, tools) : []),
    ...latinStrangers(raw, folded, words, inLatin, tools),
  ]
  const once = leftmostLongest(found)
  const again = [...echoes(raw, folded, words, once, tools), ...strangersAgain(folded, words, found)]
  const exact = withColleagues(folded, words, leftmostLongest([...again, ...found]), book)
  const near = nearMentions(folded, words, exact, book, tools)
  const strangers = exact.map((m) => (m.by === 'unknown' ? perhapsOneOf(m, near, folded) : m))
  const nearest = leftmostLongest([...strangers, ...near])
  const likely = [
    ...(hasHan(folded) ? likelyHanStrangers(folded, tools) : []),
    ...likelyLatinStrangers(raw, folded, words, tools),
  ].filter((m) => !nearest.some((other) => m.start < other.end && other.start < m.end))
  return narrowed(folded, leftmostLongest([...nearest, ...likely]), book, tools.lexicon)
}

/** A whole name that is nobody's is not mended, but may be asked about; where nobody is called so it is a slip: "Qin Lna". */
function perhapsOneOf(
  stranger: PersonMention,
  near: readonly PersonMention[],
  folded: string,
): PersonMention {
  const same = near.find((m) => m.start === stranger.start && m.end === stranger.end)
  if (same === undefined) return stranger
  const isSlip =
    same.nearest !== undefined && isSlipOfFingers(folded.slice(same.start, same.end), same.nearest)
  return isSlip ? same : { ...stranger, maybe: same.maybe ?? same.ids }
}
