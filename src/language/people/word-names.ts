import type { NamingTools } from './mention.js'

/**
 * Names that are words: a customer called 明天, 清明, 算了, Will or May. The word is meant, unless a title, a verb of contact
 * or what is said of a person shows that the name is.
 */

const TITLE_BEHIND = /^(?:先生|女士|小姐|太太|阿姨|大哥|大姐|哥|姐|叔叔|师傅|那边)/
const CONTACT_BEFORE =
  /(?:打给|打了|打过|打通了?|拨给|拨了|联系了?|联系[上过]|拜访[了过]?|见[了到]|回访[了过]?|微信了?|(?:微信|短信|消息|电话)给|通知了?|找了?|给|跟|和|客户|called|rang|phoned|texted|messaged|met|visited) ?$/
const OF_A_PERSON =
  /^(?:[,。;!?、 ]|$|没|不[接要想在]|说(?!好|定)|讲|打(?:了|过|个)*电话|的?(?:手机|微信|号码|资料|档案|电话)|关机|占线|停机|空号|聊|通了|接了|回了|挂了)/
const SUBJECT_BEFORE = /(?:^|[,。;!?、 ]|看看|看一下|查一?下?|查查)$/
const PREDICATE =
  /^(?:说(?!好|定|$)|打(?:了|过|来|个)*电话|没接|不接|没人接|关机|占线|停机|空号|拒接|接了|挂了|回电|的?(?:手机号?|微信|资料|档案|电话号码|地址|职业)|是谁)/

/** Whether a Chinese word from `start` to `end` stands where only a name can. */
export function isHanNamePlace(folded: string, start: number, end: number): boolean {
  const before = folded.slice(Math.max(0, start - 10), start)
  const after = folded.slice(end, end + 8)
  if (TITLE_BEHIND.test(after)) return true
  return (
    (CONTACT_BEFORE.test(before) && OF_A_PERSON.test(after)) ||
    (SUBJECT_BEFORE.test(before) && PREDICATE.test(after))
  )
}

const EN_CONTACT_BEFORE =
  /(?<![a-z])(?:called|rang|phoned|dialled|dialed|pinged|texted|messaged|emailed|visited|contacted|met(?: with)?|saw|(?:spoke|talked|speak|talk) (?:to|with)|chatted with|heard from|follow(?:ed)? up with|to call|to ring|to phone|打给|打了|联系了?|约了|见了|给|看看|找|跟|和) ?$/
const EN_LOOSE_BEFORE =
  /(?<![a-z])(?:call|ring|phone|meet|see|text|message|email|visit|contact|book(?:ed)?|pull up|show(?: me)?|open|about|with|for|to|from|on|skip|remind|and|is|isn'?t|does|did|has) $/
const EN_AFTER_NAME =
  /^(?:$|[,.;:!?]|\s*[-–]|'s| (?:about|re|on|at|just|this|again|twice|but|and|no|not|didn'?t|did|he|she|who|today|yesterday|tmr|tomorrow|earlier|w\/|from|mon|tue|wed|thu|fri|sat|sun|for)(?![a-z]))/
const EN_PREDICATE =
  /^(?:'s (?:coming|going|not|happy|keen|interested|in|wife|husband|son|daughter|phone|number|birthday)| (?:said|says|wants|wanted|asked|agreed|declined|signed|renewed|bought|picked up|hung up|didn'?t|did not|doesn'?t|no ans|no answer|not interested|replied|called back|rang back|came|told|promised|confirmed|answered|hung up|undecided|unreachable|mentioned|took|gave|left|kept|moved|put|paid|got|thinks|phone|line|is (?:coming|going|not|interested|keen|happy|away|busy|considering|thinking)|(?:will|would|won'?t|can'?t|couldn'?t)(?= (?:come|sign|call|renew|be|think|bring|let|meet|visit|drop|transfer|buy|take|reply|answer))|(?:called|rang|texted|emailed)(?= ?[,.;!]| back| in(?![a-z])| about| to | again| me(?![a-z])|$))(?![a-z]))/
const MONTH_BEFORE =
  /(?:in|by|since|until|till|before|after|next|last|this|early|late|mid|end of|start of|of|from|to|every|for|\d(?:st|nd|rd|th)?)[ -]$/

/** "April, what did we talk about": whoever is asked about stands before the comma. */
const ADDRESSED = /(?:^|[.;!?] )$/
const ASKED_OF = /^, (?:what|when|where|why|how|did|does|has|who|is (?:he|she))(?![a-z])/

/** What stands before a person rather than before a month: will May come. */
const EN_PERSON_BEFORE =
  /(?<![a-z])(?:will|would|did|does|is|isn'?t|has|hope|hopes|wish|think|if|once|that|tell|ask|book|call|ring|see|meet|and) $/

/** The same of an English word; `raw` tells capitals. */
export function isLatinNamePlace(
  raw: string,
  folded: string,
  start: number,
  end: number,
  { lexicon }: NamingTools,
): boolean {
  const before = folded.slice(Math.max(0, start - 24), start)
  const after = folded.slice(end, end + 24)
  const isDay = lexicon.commonWords.has(folded.slice(start, end))
  if (isDay && (MONTH_BEFORE.test(before) || /^,? ?\d/.test(after))) return false
  if (EN_CONTACT_BEFORE.test(before) && (EN_AFTER_NAME.test(after) || OF_A_PERSON.test(after))) return true
  if (EN_PREDICATE.test(after)) return true
  const isCapital = /^[A-Z][a-z]/.test(raw.slice(start, start + 2)) && /(?<![A-Za-z])[a-z]+/.test(raw)
  if (/^[A-Z]/.test(raw.slice(start)) && ADDRESSED.test(before) && ASKED_OF.test(after)) return true
  if (!isCapital) return false
  if (isDay) return EN_PERSON_BEFORE.test(before) && /^ [a-z]|^$|^[?!.,]/.test(after)
  return EN_LOOSE_BEFORE.test(before) || /[a-z\d,] $/.test(before)
}

/** Whether these words can follow the name of one who was contacted. */
export function isAfterName(after: string): boolean {
  return EN_AFTER_NAME.test(after) || OF_A_PERSON.test(after)
}

/** Whether these words say of a person what only a person does. */
export function saysOfPerson(after: string): boolean {
  return EN_PREDICATE.test(after)
}

/** Whether a name may stand here, in either language. */
export function isNamePlace(raw: string, folded: string, start: number, end: number): boolean {
  const before = folded.slice(Math.max(0, start - 24), start)
  const after = folded.slice(end, end + 24)
  return (
    isHanNamePlace(folded, start, end) ||
    (EN_CONTACT_BEFORE.test(before) && (EN_AFTER_NAME.test(after) || OF_A_PERSON.test(after))) ||
    EN_PREDICATE.test(after) ||
    (/^[A-Z]/.test(raw.slice(start)) && EN_LOOSE_BEFORE.test(before))
  )
}

/** Whether a Chinese form is a day, a word of conversation or a plain word (万一) as well. */
export function isHanWord(form: string, { isDay, isTalk, lexicon }: NamingTools): boolean {
  return form.length <= LONGEST_WORD && (lexicon.surnames.words.has(form) || isDay(form) || isTalk(form))
}

const LONGEST_WORD = 4

/**
 * Whether an English form is a word as well. `isPart` of a given name or a company: these are names by default only
 * where they are no ordinary word.
 */
export function isLatinWord(
  form: string,
  isPart: boolean,
  { lexicon, isOrdinary, isTalk }: NamingTools,
): boolean {
  if (form.includes(' ')) return false
  const { words, given } = lexicon.surnames
  if (words.has(form) || lexicon.commonWords.has(form) || isTalk(form)) return true
  return isPart && isOrdinary(form) && !given.has(form)
}
