import type { Parsed } from '../parse.js'
import type { PersonMention } from '../people/find-mentions.js'

/** Between the wrong name and the right one: 不对是, "sorry I mean". */
const WRONG_BETWEEN =
  /^(?:的?电话|了)?[,，。.;； ]*(?:哦|啊|呃|oh |no |wait |um )*(?:不对|不是|错了|[说打记弄搞]错了?|哦不|口误|更正|sorry|no,? wait|no|i meant?|actually|correction|oops|scratch that|make that)(?:[,，。.;； ]*(?:不对|错了|sorry|i meant?|it was|it'?s|actually))*[,，。.;； ]*(?:应该)?(?:是|打给的是|打的是)?[ ]*$/
const NOT_BEFORE = /(?:不是|(?<![a-z])not)(?: to| for)? ?$/
const BUT_BETWEEN = /^[,，。. ]*(?:而是|是|but|it'?s|it was|i meant?)?[ ]*$/

/** Names that the message itself takes back: of 刚打了陈总不对是李总没接 and 不是陈总是李总, 陈总. */
export function struckMentions({ text, people }: Pick<Parsed, 'text' | 'people'>): readonly PersonMention[] {
  return people.filter((mention, at) => {
    const next = people[at + 1]
    if (next === undefined) return false
    const between = text.slice(mention.end, next.start)
    const isNot = NOT_BEFORE.test(text.slice(Math.max(0, mention.start - 6), mention.start))
    return WRONG_BETWEEN.test(between) || (isNot && BUT_BETWEEN.test(between))
  })
}
