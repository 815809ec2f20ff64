import type { Parsed } from '../parse.js'
import type { PersonMention } from '../people/find-mentions.js'

const NOT_BEFORE = /(?:^|but |and |[,;] ?)not (?:to |with )?$/
const ENDS_AFTER = /^ ?(?:$|[,;.!?]|but )/
const WAS_NOT_BEFORE = /(?:wasn't|wasnt|was not|isn't|isnt|is not) $/
const IT_WAS_BETWEEN = /^[^.;]{0,20}(?:but|was|is) ?$/
const WAS_NOT_BEFORE_ZH = /(?:不是|并非)(?:跟|给|打给|见|约)?$/
const IT_WAS_BETWEEN_ZH = /^[^。;]{0,6}是(?:跟|给|打给|见|约)?$/
const KIN_BETWEEN =
  /^(?:'s)? (?:neighbour|neighbor|friend|wife|husband|son|daughter|brother|sister|mother|father|colleague|partner|boss),? ?$|^的?(?:邻居|朋友|同事|闺蜜|儿子|女儿|老公|老婆|太太|爱人|弟弟|妹妹|哥哥|姐姐|合伙人),?$/

/** The people that the report is about: not Emily in "Tom but not Emily", 王姐 in 不是王姐是李姐, 李姨 in 李姨的邻居刘姨. */
export function peopleMeant({ text, people }: Pick<Parsed, 'text' | 'people'>): readonly PersonMention[] {
  const meant = people.filter((person, index) => !isSetAside(text, person, people[index + 1]))
  return meant.length > 0 ? meant : people
}

function isSetAside(text: string, person: PersonMention, next: PersonMention | undefined): boolean {
  const before = text.slice(Math.max(0, person.start - 14), person.start)
  if (NOT_BEFORE.test(before) && ENDS_AFTER.test(text.slice(person.end))) return true
  if (next === undefined) return false
  const between = text.slice(person.end, next.start)
  return (
    (WAS_NOT_BEFORE.test(before) && IT_WAS_BETWEEN.test(between)) ||
    (WAS_NOT_BEFORE_ZH.test(before) && IT_WAS_BETWEEN_ZH.test(between)) ||
    KIN_BETWEEN.test(between)
  )
}
