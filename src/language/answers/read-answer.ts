import type { Moment } from '../../domain/day.js'
import { asksToResume, assentIn, takesOffer } from '../assent.js'
import type { Answer, Context, OpenQuestion, Told } from '../context.js'
import { readMomentChange } from '../days/moment-change.js'
import { asksSomething, besidesIn, type Heard, namedIn, namesStranger } from '../heard.js'
import { SURE_ENOUGH } from '../intents/certainty.js'
import { ANSWERED_LIKE, isQuestion, isWrite, rowOf } from '../intents.js'
import { ordinalIn } from '../ordinal.js'
import { isReason } from '../particulars/put-off-words.js'
import { describedAmong } from '../people/described.js'
import type { KnownCustomer } from '../people/known-customer.js'
import { correctionIn } from '../thread/correction.js'
import { momentIn } from './moment.js'
import { readFactAnswer } from './read-fact.js'
import { readStep } from './read-step.js'
import { toldAbout } from './told-about.js'

/**
 * What a message says in answer to the open question; undefined where it is no answer to it: a wish, a report or a
 * question of its own, somebody else's matter, or words too vague.
 */
export function readAnswer(question: OpenQuestion, heard: Heard, context: Context): Answer | undefined {
  if (isElse(question.kind, heard)) return undefined
  switch (question.kind) {
    case 'customer':
      return whichCustomer(question, heard)
    case 'confirm':
      return confirmation(question, heard)
    case 'offer':
      return offer(question, heard)
    case 'when':
      return isOthersMatter(heard, question.customers) ? undefined : when(question, heard)
    case 'outcome':
      return isOthersMatter(heard, [question.customerId]) ? undefined : outcome(question, heard)
    case 'put-off':
      return isOthersMatter(heard, question.customers) ? undefined : putOff(question, heard)
    case 'meeting':
      return meeting(question, heard)
    case 'opportunity':
      return opportunity(question, heard)
    case 'step':
      return isOthersMatter(heard, [question.customerId]) ? undefined : readStep(question, heard)
    case 'lost':
      return isOthersMatter(heard, [question.customerId]) || !mayTell(heard)
        ? undefined
        : { kind: 'reason', text: heard.raw }
    case 'fact':
      return readFactAnswer(question, heard)
    case 'setting':
      return setting(question, heard)
    case 'line':
      return line(heard)
    case 'entry': {
      const place = ordinalIn(heard.text, question.entries.length)
      const right = correctionIn(heard.plain)?.to.customers ?? namedIn(heard)
      const named = question.entries.filter((at) => right.includes(context.written[at]?.customerId ?? ''))
      const at = place === undefined ? (named.length === 1 ? named[0] : undefined) : question.entries[place]
      return at === undefined ? undefined : { kind: 'entry', at }
    }
  }
}

/** It surely asks for, or tells, something that the question does not ask for. */
function isElse(kind: OpenQuestion['kind'], heard: Heard): boolean {
  const { plain } = heard
  const asked = ANSWERED_LIKE.find((one) => one === kind)
  if (asked === undefined || plain.confidence < SURE_ENOUGH.ownWish) return false
  const { answers, kind: of } = rowOf(plain.intent)
  if (answers?.includes(asked) === true) return false
  // Greetings and thanks, leaving and taking back: no answer to anything.
  if (of === 'talk' && plain.intent !== 'confirm' && plain.intent !== 'deny') return true
  return isWrite(plain.intent) && !isBareAnswer(heard)
}

/** A day, a time, a number or a name and nothing else is read in many ways, and answers what asks for it. */
function isBareAnswer(heard: Heard): boolean {
  const { parsed } = heard
  const marks = [...parsed.people, ...parsed.days, ...parsed.sums]
  const rest = [...parsed.text].map((char, at) =>
    marks.some(({ start, end }) => at >= start && at < end) ? '' : char,
  )
  return ONLY_NAMES.test(rest.join('').trim()) || /^\d+$/.test(parsed.text.trim())
}

/** It names another customer, or somebody whom nobody knows. */
function isOthersMatter(heard: Heard, about: readonly string[]): boolean {
  const named = namedIn(heard)
  return named.length > 0 ? !named.some((id) => about.includes(id)) : namesStranger(heard)
}

/** Whether it surely asks for something, rather than tells. */
export function isOwnWish({ plain }: Pick<Heard, 'plain'>): boolean {
  return (
    isQuestion(plain.intent) && rowOf(plain.intent).tells !== true && plain.confidence >= SURE_ENOUGH.ownWish
  )
}

function mayTell(heard: Heard): boolean {
  const { plain } = heard
  if (rowOf(plain.intent).tells !== true || asksSomething(heard) || assentIn(heard) !== undefined)
    return false
  // Bought, agreed on a day, not reached: that is a report.
  return !(
    isReport(heard) && plain.slots.contacts?.some(({ outcome: told }) => REPORTED.includes(told)) === true
  )
}

const REPORTED: readonly Told['outcome'][] = ['closed', 'appointment', 'callback', 'no-answer']

const NONE_OF_THESE =
  /^(?:都|全|两个都|一个都)?(?:不是|不对|没有)(?:他们?|她们?|的|这些|这两个)?[。!！.]*$|^(?:no[, ]*)?(?:neither|none)(?: of (?:them|these|those))?[.! ]*$/
const ONLY_NAMES =
  /^(?:是|就是|那个|这个|找|我说的是|我是说|说的是|指的是|的|那位|叫|姓|应该是|其实是|不是|it'?s|it was|it is|i meant?|the|one|no|not|,|，|\s|[.!。！吧啊呢])*$/

function whichCustomer(
  question: Extract<OpenQuestion, { kind: 'customer' }>,
  heard: Heard,
): Answer | undefined {
  const { candidates, guessed } = question
  const { text, people, tools } = heard
  const place = ordinalIn(text, candidates.length)
  if (place !== undefined) return chosen(candidates[place])
  // 他俩谁是医生 asks, and chooses nobody.
  if (/[谁哪](?!都)|(?<![a-z])(?:who|which)(?![a-z])/.test(text)) return undefined
  const denied = DENIES_ONE.exec(text.trim())?.groups?.['who']
  if (denied !== undefined) {
    const among = known(candidates, people)
    const ruledOut = describedAmong(denied, among, tools.particulars, heard.today)
    const left = candidates.filter((id) => !ruledOut.includes(id))
    if (ruledOut.length > 0) return left.length === 1 ? chosen(left[0]) : undefined
  }
  if (NONE_OF_THESE.test(text.trim())) return { kind: 'none-of-these' }
  const assent = assentIn(heard)
  if (guessed === true && assent !== undefined && correctionIn(heard.plain) === undefined)
    return assent && candidates.length === 1 ? chosen(candidates[0]) : { kind: 'none-of-these' }
  const correction = correctionIn(heard.plain)
  if (correction?.to.customers.length === 1) return chosen(correction.to.customers[0])
  if (assent === false) return { kind: 'none-of-these' }
  const isBare = ONLY_NAMES.test(besidesIn(heard))
  const isWish = isWrite(heard.plain.intent) && heard.plain.confidence >= SURE_ENOUGH.ownWish
  if (!isBare && (isWish || (isOwnWish(heard) && namedIn(heard).length > 0))) return undefined
  const among = known(candidates, people)
  const named = namedIn(heard)
  const inList = named.filter((id) => candidates.includes(id))
  if (inList.length === 1) return chosen(inList[0])
  if (inList.length > 1) {
    const narrowed = describedAmong(withoutNames(heard), among, tools.particulars, heard.today)
    return narrowed.length === 1 ? chosen(narrowed[0]) : undefined
  }
  if (isBare && named.length === 1) return chosen(named[0])
  if (text.length > 24) return undefined
  const fitting = describedAmong(text, among, tools.particulars, heard.today)
  return fitting.length === 1 ? chosen(fitting[0]) : undefined
}

function withoutNames({ parsed }: Heard): string {
  let out = parsed.text
  for (const { start, end } of parsed.people)
    out = out.slice(0, start) + ' '.repeat(end - start) + out.slice(end)
  return out.replace(/^[\s,，是]+/, '')
}

/** 不是医生那个, "not the doctor": whom the words describe is the one who is not meant. */
const DENIES_ONE =
  /^(?:不是|no,? not |not )(?:the )?(?<who>[^,，。是]{1,16}?)(?:那个|那位|的)?(?: one)?[。.!！]*$/

/** It tells how a contact went: more than whom it was with. */
function isReport({ plain }: Heard): boolean {
  return plain.intent === 'contact.log' && plain.confidence >= SURE_ENOUGH.ownWish
}

function chosen(customerId: string | undefined): Answer | undefined {
  return customerId === undefined ? undefined : { kind: 'customer', customerId }
}

export function known(ids: readonly string[], people: Heard['people']): readonly KnownCustomer[] {
  return ids.flatMap((id) => people.customers.get(id) ?? [])
}

function confirmation(
  { when: was, customers }: Extract<OpenQuestion, { kind: 'confirm' }>,
  heard: Heard,
): Answer | undefined {
  const moment = was === undefined ? undefined : otherMoment(was, customers, heard)
  if (moment !== undefined) return { kind: 'when', moment }
  const correction = correctionIn(heard.plain)
  const assent = assentIn(heard)
  // 不是陈总,是陈姐 says no to the one and names the other.
  if (correction === undefined || correction.to.customers.length === 0)
    return assent === undefined ? undefined : { kind: 'confirm', yes: assent }
  const { from, to } = correction
  return {
    kind: 'instead',
    said: to.text,
    candidates: to.customers,
    ...(from === undefined ? {} : { not: from.customers }),
  }
}

/** Whoever else is named corrects what was written, and not the offer. */
function offer(
  { when: was, customers }: Extract<OpenQuestion, { kind: 'offer' }>,
  heard: Heard,
): Answer | undefined {
  const moment = otherMoment(was, customers, heard)
  if (moment !== undefined) return { kind: 'when', moment }
  const assent = correctionIn(heard.plain) === undefined ? takesOffer(heard) : undefined
  return assent === undefined ? undefined : { kind: 'confirm', yes: assent }
}

/** "No, 4pm", 改成周五, "make Emily's 3pm": the same at another time; undefined where more or less than that is said. */
function otherMoment(was: Moment, customers: readonly string[], heard: Heard): Moment | undefined {
  const { parsed, text, today, now, tools } = heard
  if (isOthersMatter(heard, customers) || !ONLY_WHEN.test(parsed.masked) || !/[DNT]|\d/.test(parsed.masked))
    return undefined
  const moment = readMomentChange(text, was, today, tools.particulars.days, now)
  return moment === undefined || (moment.day === was.day && moment.time === was.time) ? undefined : moment
}

const ONLY_WHEN =
  /^(?:[PDNT]|\d{1,2}|[上下中]午|晚上|今晚|早上|傍晚|(?:in the )?(?:morning|afternoon|evening)|tonight|不对?|是|错了|说错了|改(?:成|到|为)?|换成?|挪到|还是|应该|那|就|定|在|的|吧|了|才对|[他她](?:说|讲)|no|nope|not|sorry|oops|wait|actually|make|it|that|'s|move|change|to|at|on|for|rather|instead|better|please|pls|then|but|(?:he|she) (?:said|says|wants|meant)|i meant?|[\s,，.。!！:：])+$/

function when(question: Extract<OpenQuestion, { kind: 'when' }>, heard: Heard): Answer | undefined {
  const place = ordinalIn(heard.text, question.choices.length)
  const choice = place === undefined ? undefined : question.choices[place]
  if (choice !== undefined) return { kind: 'choice', id: choice }
  if (asksSomething(heard) || isOwnWish(heard)) return undefined
  if (isReport(heard) && heard.plain.slots.contacts?.every(({ outcome: told }) => told !== 'appointment'))
    return undefined
  // 可能周五吧 is no day that was agreed; "and who's in January" asks of others.
  if (GUESSES.test(heard.text) || ASKS_OF_OTHERS.test(heard.text)) return undefined
  const moment = momentIn(heard)
  if (moment === undefined || (question.dayNeeded === true && moment.day < heard.today)) return undefined
  // 今天天气咋样 sets no day.
  if (moment.day === heard.today && moment.time === undefined && !AGREES_TO_TODAY.test(besidesIn(heard)))
    return undefined
  return { kind: 'when', moment }
}

const GUESSES =
  /可能|也许|大概|估计|说不定|没准|不一定|(?<![a-z])(?:maybe|perhaps|might|probably|possibly|not sure|depends)(?![a-z])/

const ASKS_OF_OTHERS =
  /谁|哪(?:个|位|些|几)|几(?:个|位)|多少|(?<![a-z])(?:who|whom|whose|which|how many|any(?:one|body))(?![a-z])/

/** 就今天吧, "today is fine". */
const AGREES_TO_TODAY =
  /^(?:就|那|吧|可以|行|好|是|会|再|定|约|先|的|了|上午|下午|晚上|今晚|也|呢|(?:her|him|he|she|it|is|it'?s|fine|ok|okay|works|then|let'?s|do|set|make|for|on|at|by|please|asap|right|away|good|later|just)\b|\s|[,，.。!！])*$/

function outcome(question: Extract<OpenQuestion, { kind: 'outcome' }>, heard: Heard): Answer | undefined {
  const place = ordinalIn(heard.text, question.choices.length)
  const choice = place === undefined ? undefined : question.choices[place]
  if (choice !== undefined) return { kind: 'choice', id: choice }
  const told = toldAbout(question.customerId, heard)
  return told === undefined ? undefined : { kind: 'outcome', told }
}

function putOff(question: Extract<OpenQuestion, { kind: 'put-off' }>, heard: Heard): Answer | undefined {
  const place = ordinalIn(heard.text, question.choices.length)
  const choice = place === undefined ? undefined : question.choices[place]
  if (choice !== undefined) return { kind: 'put', put: choice.put }
  if (asksSomething(heard) || isOwnWish(heard) || assentIn(heard) !== undefined || asksToResume(heard))
    return undefined
  // 没接 is how it went, and no reason.
  if (isReport(heard) && heard.plain.slots.contacts?.some(({ reached }) => !reached) === true)
    return undefined
  const moment = momentIn(heard)
  if (moment !== undefined)
    return moment.day > heard.today ? { kind: 'put', put: { kind: 'snooze', until: moment.day } } : undefined
  const isPlain =
    !isWrite(heard.plain.intent) ||
    ['contact.log', 'customer.update', 'contact.snooze'].includes(heard.plain.intent)
  // The question's own customer may be named: 他出国了. Their phone is no reason, and is noted.
  const { fact } = heard.plain.slots
  const isFact = isWrite(heard.plain.intent) && fact !== undefined && fact.field !== 'other'
  const isDayAlone = /^[YDNT\s,，.。]+$/.test(heard.parsed.masked)
  return isPlain && !isFact && !isDayAlone && isReason(heard.raw) && !VAGUE.test(heard.text.trim())
    ? { kind: 'put', put: { kind: 'skip', reason: heard.raw.trim() } }
    : undefined
}

/** Sounds, moods and anything-goes: no reason and no day. */
const VAGUE =
  /^(?:随便|都行|都可以|无所谓|看情况|再看|再说|不知道|不清楚|不确定|好难|难|好烦|烦|累|唉|哎|whatever|anything|any ?(?:day|time)|up to you|maybe|not sure|dunno|no idea|i don'?t know|idk|hard|tough|hmm+|meh|so so)(?:[吧啊呢了. !！。]|yet)*$/

function meeting({ meetings }: Extract<OpenQuestion, { kind: 'meeting' }>, heard: Heard): Answer | undefined {
  const place = ordinalIn(heard.text, meetings.length)
  const at = place === undefined ? undefined : meetings[place]
  if (at !== undefined) return { kind: 'meeting', meeting: at }
  if (!isBareAnswer(heard) && (isReport(heard) || isOwnWish(heard))) return undefined
  const right = correctionIn(heard.plain)?.to.customers
  const named = right ?? namedIn(heard)
  const whose = named.length > 0 ? meetings.filter(({ customerId }) => named.includes(customerId)) : meetings
  const moment = momentIn(heard)
  const fitting =
    moment === undefined
      ? named.length > 0
        ? whose
        : []
      : whose.filter(
          ({ on, time }) => on === moment.day && (moment.time === undefined || time === moment.time),
        )
  const [only] = fitting
  return fitting.length === 1 && only !== undefined ? { kind: 'meeting', meeting: only } : undefined
}

function opportunity(
  { choices }: Extract<OpenQuestion, { kind: 'opportunity' }>,
  heard: Heard,
): Answer | undefined {
  const place = ordinalIn(heard.text, choices.length)
  const at = place === undefined ? undefined : choices[place]
  if (at !== undefined) return { kind: 'choice', id: at.id }
  const words = heard.raw.trim()
  const named = choices.filter(({ names }) => words.length > 1 && names.some((name) => name.includes(words)))
  return named.length === 1 ? { kind: 'choice', id: named[0]!.id } : undefined
}

function setting(
  { setting: which }: Extract<OpenQuestion, { kind: 'setting' }>,
  heard: Heard,
): Answer | undefined {
  if (namedIn(heard).length > 0 || asksSomething(heard)) return undefined
  const wish = heard.as('settings.change')
  const { settings } = wish.asked ?? {}
  const time = heard.parsed.days.find((mention) => mention.time !== undefined)?.time
  if (which === 'brief-time') {
    const said = settings?.briefTime ?? time
    return said === undefined ? undefined : { kind: 'choice', id: said }
  }
  if (which === 'locale')
    return settings?.locale === undefined ? undefined : { kind: 'choice', id: settings.locale }
  const count =
    settings?.capacity ??
    Number(/^(\d{1,3}) ?(?:个|位|人)?[吧。]?$/.exec(heard.text.trim())?.[1] ?? Number.NaN)
  return Number.isNaN(count) ? undefined : { kind: 'choice', id: String(count) }
}

/** In a practised call everything is a line, but what ends it and what surely asks Daybook for something. */
function line(heard: Heard): Answer | undefined {
  const { raw, tools, plain } = heard
  const end = tools.requests.practiceEnd(raw)
  if (end !== undefined) return { kind: 'line', text: raw, end }
  const asksUs =
    tools.requests.asksDaybook(raw) &&
    rowOf(plain.intent).inPractice === true &&
    plain.confidence >= SURE_ENOUGH.askedInPractice
  return asksUs ? undefined : { kind: 'line', text: raw }
}
