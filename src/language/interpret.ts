import { addDays, type Day } from '../domain/day.js'
import { momentIn } from './answers/moment.js'
import { readAnswer } from './answers/read-answer.js'
import { asksToResume } from './assent.js'
import { productHits } from './attributes/product-hits.js'
import type { Command, Context, Frame, Interpretation } from './context.js'
import { isExact } from './days/mention.js'
import { readMomentChange } from './days/moment-change.js'
import {
  asksSomething,
  besidesIn,
  type Heard,
  hear,
  type InterpretTools,
  namedIn,
  namesStranger,
} from './heard.js'
import { SURE_ENOUGH } from './intents/certainty.js'
import { isNear, isQuestion, isWrite, rowOf } from './intents.js'
import type { MeetingRef } from './meeting-ref.js'
import { ordinalIn } from './ordinal.js'
import { sliceOf, withMention, withoutMentions, wordsBesideNames } from './parsed-parts.js'
import { askedDetail, isOnlyDetail } from './particulars/asked-detail.js'
import { withdrawsMarketing } from './particulars/marketing-wish.js'
import { wishesAnotherWay } from './particulars/quiet-wish.js'
import { rebookingWords } from './particulars/rebooking-words.js'
import { asksForQuiet, statedFact } from './particulars/stated-fact.js'
import { describedAmong } from './people/described.js'
import { withoutProductNumbers } from './products/product-numbers.js'
import type { Reading } from './reading.js'
import type { NonEvent } from './slots.js'
import { localeOf } from './spoken-language.js'
import { hasHan } from './text/normalise.js'
import { askedList } from './thread/asked-list.js'
import { changeIn } from './thread/change.js'
import { saysTakeBack } from './thread/change-words.js'
import { alsoIn, correctionIn } from './thread/correction.js'
import { askedOfAnother, followUp } from './thread/follow-up.js'
import { type Reference, referenceIn } from './thread/reference.js'
import { bookingsIn, factsIn, wishesIn } from './thread/requests.js'
import { struckMentions } from './thread/struck.js'
import { hasTooManyPieces, namesTooMuch } from './too-much.js'
import type { People } from './understand.js'

export type { InterpretTools } from './heard.js'

export interface Interpreter {
  /**
   * Reads a message once, with all that it may lean on in sight, into what it asks for.
   *
   * @param now wall-clock time `HH:mm`
   */
  interpret(text: string, context: Context, people: People, today: Day, now?: string): Interpretation
}

export function createInterpreter(tools: InterpretTools): Interpreter {
  return {
    interpret(text, context, people, today, now) {
      if (hasTooManyPieces(text)) return tooMuch(text)
      const parsed = withoutProductNumbers(
        tools.understanding.parse(text, people, today, now),
        context.products,
      )
      if (namesTooMuch(parsed)) return tooMuch(text)
      const whole = hear(parsed, people, context, today, now, tools)
      const struck = struckMentions(parsed)
      // What only corrects is read with both names; a message that goes on, without the one it takes back.
      const isWhole = struck.length === 0 || correctionIn(whole.plain) !== undefined
      const heard = isWhole ? whole : whole.with(withoutMentions(parsed, struck, today))
      const commands = commandsOf(heard, context)
      const [first] = commands
      const reading = first !== undefined && 'reading' in first ? first.reading : heard.plain
      const { mentions = [] } = whole.plain
      // The name of a product says as little of the language as that of a customer.
      const names = productHits(tools.particulars.fold(text), context.products)
      const spoken = localeOf({ text, mentions: [...mentions, ...names], intent: reading.intent })
      return { reading, spoken, commands }
    },
  }
}

function tooMuch(text: string): Interpretation {
  const reading = {
    text,
    language: hasHan(text) ? 'zh' : 'en',
    intent: 'none',
    confidence: 0,
    slots: {},
  } as const satisfies Reading
  return { reading, spoken: localeOf(reading), commands: [{ kind: 'too-much' }] }
}

function commandsOf(heard: Heard, context: Context): readonly Command[] {
  const { plain, raw, tools, text } = heard
  const request = tools.requests.request(raw)
  if (request !== undefined) {
    const intent = request.kind === 'practice' ? 'practice.start' : 'draft.check'
    return [{ kind: 'wish', reading: { ...plain, intent, confidence: 1, slots: {}, asked: { request } } }]
  }
  const { offered, question } = context
  const place = offered === undefined ? undefined : ordinalIn(text, offered.intents.length)
  const chosenIntent = offered?.intents[place ?? -1]
  if (offered !== undefined && chosenIntent !== undefined) {
    const again = hear(
      tools.understanding.parse(offered.text, heard.people, heard.today, heard.now),
      heard.people,
      context,
      heard.today,
      heard.now,
      tools,
    )
    return [{ kind: 'wish', reading: wishOf(again, context, chosenIntent) }]
  }
  if (question?.kind === 'line') {
    const answer = readAnswer(question, heard, context)
    return answer === undefined ? wishes(heard, context) : [{ kind: 'answer', answer }]
  }
  if (asksToResume(heard) && question !== undefined) return [{ kind: 'resume' }]
  const bound = boundIn(heard, context)
  const answer = question === undefined ? undefined : readAnswer(question, bound.heard, context)
  if (answer !== undefined) return [{ kind: 'answer', answer }]
  // "Not sure" leaves nothing: the question stands.
  if (question !== undefined && VAGUE.test(heard.text.trim())) return [{ kind: 'unclear', reading: plain }]
  if (plain.intent === 'cancel' && question !== undefined) return [{ kind: 'cancel' }]
  // What is being asked about is meant, not what was written before; at a step there is nothing unwritten.
  if (
    plain.intent === 'undo' &&
    question !== undefined &&
    question.kind !== 'step' &&
    question.kind !== 'offer' &&
    namedIn(heard).length === 0
  )
    return [{ kind: 'cancel' }]
  const changes = changeIn(heard, context)
  if (changes !== undefined) return changes
  const rest = afterCancel(heard)
  if (rest !== undefined) {
    const others = commandsOf(rest, withoutQuestion(context))
    return question === undefined ? others : [{ kind: 'cancel' }, ...others]
  }
  return wishes(heard, context)
}

function withoutQuestion({ question: _question, ...rest }: Context): Context {
  return rest
}

const CANCEL_LEAD =
  /^(?:(?:算了|不用了|别管了|不弄了|never ?mind|nvm|forget (?:it|that)|leave it)[,，。;； ]+)+(?=\S{2})/

/** 算了，看看沈博士的: what is asked after leaving the rest. */
function afterCancel(heard: Heard): Heard | undefined {
  const lead = CANCEL_LEAD.exec(heard.text)?.[0].length
  if (lead === undefined) return undefined
  return heard.with(sliceOf(heard.parsed, lead, heard.text.length, heard.today))
}

interface Part {
  readonly part: Heard
  /** What it is, where its own words do not say so. */
  readonly as?: Reading['intent']
}

/** One wish after the other; who is spoken of in one is "him" in the next. */
function wishes(heard: Heard, context: Context): readonly Command[] {
  const parts = wishesIn(heard).flatMap((part): readonly Part[] => {
    const facts = standingWish(part) === undefined ? factsIn(part) : undefined
    if (facts !== undefined) return facts.map((one) => ({ part: one, as: 'customer.update' as const }))
    const bookings = bookingsIn(part)
    return bookings === undefined
      ? [{ part }]
      : bookings.map((one) => ({ part: one, ...(isBooking(one) ? {} : { as: part.plain.intent }) }))
  })
  const commands: Command[] = []
  let spoken = context
  let before: Reading | undefined
  for (const { part, as } of parts) {
    const read = onTheDayBefore(wishOf(part, spoken, as), part, before)
    const reading = before === undefined ? read : ofWhomWasNamed(read, part, customersOf(before))
    before = reading
    const talk =
      as === undefined && reading.intent === 'customer.update' ? talkBehind(part, reading) : undefined
    if (talk !== undefined) commands.push({ kind: 'wish', reading: talk })
    commands.push(
      reading.intent === 'cancel'
        ? { kind: 'cancel' }
        : isVague(part, reading, context)
          ? { kind: 'unclear', reading }
          : { kind: 'wish', reading },
    )
    const [only, ...others] = customersOf(reading)
    if (only !== undefined && others.length === 0) spoken = { ...spoken, customer: only }
  }
  return commands
}

/** "Called Tom, no more marketing calls please": the talk in which a customer said what is wished from now on. */
function talkBehind({ plain, text }: Heard, wish: Reading): Reading | undefined {
  if (plain.intent !== 'contact.log' || !isStandingWish(wish, text)) return undefined
  const told = plain.slots.contacts ?? []
  if (!TALKED.test(text) || told.some(({ reached }) => !reached)) return undefined
  // How it ended is the wish, where no other words say so.
  const contacts = told.map((contact) =>
    (contact.sure?.outcome ?? 1) >= SURE_ENOUGH.said
      ? contact
      : { ...contact, outcome: 'info' as const, sure: { ...contact.sure, outcome: 1 } },
  )
  return { ...plain, confidence: 1, slots: { ...plain.slots, contacts } }
}

const TALKED =
  /打了|打给|打通|打过(?!来)|联系(?:了|上)|聊[了过]|见[了过到]|拜访|来电话|通了?(?:话|电话)|(?<![a-z])(?:called|rang|phoned|spoke|talked|met|visited|saw|chatted|bumped into|ran into)(?![a-z])/

/** A wish of its own that it can be, with its own verb; else it is the same as the first. */
function isBooking(heard: Heard): boolean {
  const { plain } = heard
  if (/^(?:and|then|for|at|on|to|with|[,.\s])*$/.test(besidesIn(heard))) return false
  const { intent, confidence } = plain
  return (
    isWrite(intent) &&
    intent !== 'contact.log' &&
    intent !== 'customer.update' &&
    confidence >= SURE_ENOUGH.besideDetail
  )
}

/** 明天三点约方老板，四点约阮姐: an hour alone is of the day that was said for the wish before. */
function onTheDayBefore(reading: Reading, { parsed }: Heard, before: Reading | undefined): Reading {
  const { when } = reading.slots
  const day = before?.slots.when?.day
  if (when === undefined || day === undefined || !isWrite(reading.intent)) return reading
  const isHourAlone = parsed.days.length > 0 && parsed.days.every(({ dayless }) => dayless === true)
  return isHourAlone ? { ...reading, slots: { ...reading.slots, when: { ...when, day } } } : reading
}

/** 刚打了陈总没接,提醒我明天再打: a reminder without a name is about whoever the wish before was. */
function ofWhomWasNamed(reading: Reading, part: Heard, before: readonly string[]): Reading {
  const { intent, slots } = reading
  const [only, ...others] = before
  if (only === undefined || others.length > 0 || (slots.customers ?? []).length > 0) return reading
  if (intent !== 'task.add' && intent !== 'appointment.add') return reading
  if (namedIn(part).length > 0 || namesStranger(part)) return reading
  return part.about(only, intent)
}

function customersOf({ slots }: Reading): readonly string[] {
  return slots.customers ?? slots.contacts?.flatMap(({ customers }) => customers) ?? []
}

const VAGUE =
  /^(?:随便|说不(?:好|准)|不好说|难说|看心情|看[他她]心情|都行|都可以|无所谓|看情况|可能吧?|也许吧?|大概吧?|好难|难|好烦|烦|累|唉+|哎+|嗯+|呃+|额+|哦+|啊+|对了|另外|whatever|any ?(?:day|time)|maybe|perhaps|not sure(?: yet)?|dunno|no idea|i don'?t know|idk|hard(?: to say)?|depends|we'?ll see|up to (?:him|her)|tough|hm+|um+|er+|meh|second|wait|hang on|hold on|one sec)(?:[吧啊呢了啦. !！。?？,，]|works? for (?:her|him|me|them)|then)*$/

/** A sound or a mood: it asks for nothing and answers nothing. */
function isVague({ text }: Heard, { intent }: Reading, { question }: Context): boolean {
  if (VAGUE.test(text.trim())) return true
  return question !== undefined && (intent === 'confirm' || intent === 'deny')
}

interface Bound {
  readonly heard: Heard
  /** Whom it is about comes from what was said before, without a word that points there. */
  readonly isPresumed?: true
  readonly product?: string
}

/** The message with the words that point to somebody bound to whom they mean. */
function boundIn(heard: Heard, context: Context): Bound {
  const described = describedIn(heard, context) ?? otherNamesake(heard, context)
  if (described !== undefined) return { heard: described }
  if (namedIn(heard).length > 0 || namesStranger(heard)) return { heard }
  const reference = referenceIn(heard.text)
  if (reference === undefined || countsPeople(reference, heard)) return { heard }
  const ids = meantBy(reference, heard, context)
  if (reference.to.kind === 'row' && context.list?.of === 'products') {
    const product = context.list.ids.at(reference.to.at)
    return product === undefined ? { heard } : { heard, product }
  }
  if (ids.length === 0) return { heard }
  const { start, end } = reference
  const bound = ids.reduce(
    (parsed, id) => withMention(parsed, { start, end, ids: [id], by: 'form' }, heard.today),
    heard.parsed,
  )
  return { heard: heard.with(bound) }
}

/** 联系了几个 asks for a number, where 这几个 and 几个都 point to those who were shown. */
function countsPeople({ start, end }: Reference, { text }: Heard): boolean {
  return /^几[个位]人?$/.test(text.slice(start, end)) && !/[这那们]$/.test(text.slice(0, start))
}

function meantBy({ to }: Reference, { people }: Heard, context: Context): readonly string[] {
  const { list, question, group = [] } = context
  // In a sale "he" is its customer, whoever was on a list in between.
  const customer =
    question?.kind === 'step' ? question.customerId : (context.customer ?? askedAbout(question))
  const genderOf = (id: string) => people.customers.get(id)?.gender
  switch (to.kind) {
    case 'row': {
      const id = list?.of === 'customers' ? list.ids.at(to.at) : undefined
      return id === undefined ? [] : [id]
    }
    case 'group':
      return group.length > 1 ? group : []
    case 'other': {
      const others = group.filter((id) => id !== customer)
      return others.length === 1 ? others : []
    }
    case 'person': {
      const fits = (id: string) =>
        to.gender === undefined || genderOf(id) === undefined || genderOf(id) === to.gender
      if (customer !== undefined) return fits(customer) ? [customer] : []
      const fitting = to.gender === undefined ? [] : group.filter((id) => genderOf(id) === to.gender)
      return fitting.length === 1 ? fitting : []
    }
  }
}

/** The one customer of whom something is shown and asked before it is written. */
function askedAbout(question: Context['question']): string | undefined {
  if (question?.kind !== 'confirm' && question?.kind !== 'when') return undefined
  const [only, ...others] = question.customers
  return others.length === 0 ? only : undefined
}

const OTHER_NAMESAKE =
  /(?:另外?(?:那|一)?(?:个|位)|另一(?:个|位)|别的那个)(?:叫)?$|(?<![a-z])(?:the )?other $/

/** 另外那个魏强, "the other Wei Qiang": of two of one name the one who is not being spoken of. */
function otherNamesake(heard: Heard, { customer }: Context): Heard | undefined {
  const [mention, ...more] = heard.parsed.people
  if (mention === undefined || more.length > 0 || customer === undefined) return undefined
  if (mention.ids.length !== 2 || !mention.ids.includes(customer)) return undefined
  const lead = OTHER_NAMESAKE.exec(heard.text.slice(0, mention.start))?.[0]
  if (lead === undefined) return undefined
  const ids = mention.ids.filter((id) => id !== customer)
  const cleared = withoutMentions(heard.parsed, [mention], heard.today)
  return heard.with(
    withMention(
      cleared,
      { start: mention.start - lead.length, end: mention.end, ids, by: 'form' },
      heard.today,
    ),
  )
}

/** 会计那位, "the one in logistics", 姓马的那位: one of those who were shown or asked about. */
const DESCRIBED =
  /(?<zh>[一-鿿a-z\d]{1,10}?)(?:的)?(?:那个|那位|那一位|那家)(?!月|星期|礼拜|事|时候|产品|电话|约|提醒)|^the (?<en>[a-z -]{3,30}?)(?: one| guy| lady| client| customer)?(?=$|[.?!,;:]| ?[-–—]| (?:says?|said|called|rang|has|is|was|wants?|didn't|will|no answer))|^the one (?<one>(?:at|in|with|from) [a-z &-]{3,30})/

/** Of one name with the customer who is being spoken of. */
function namesakesOf(id: string | undefined, { customers }: People): readonly string[] {
  const name = customers.get(id ?? '')?.name
  return [...customers.values()].filter((other) => other.name === name).map((other) => other.id)
}

function describedIn(heard: Heard, context: Context): Heard | undefined {
  const match = DESCRIBED.exec(heard.text)
  if (match === null || /^(?:不是|no,? not |not )/.test(heard.text)) return undefined
  const words = match.groups?.['zh'] ?? match.groups?.['en'] ?? match.groups?.['one'] ?? ''
  const from = [
    ...(context.question?.kind === 'customer' ? context.question.candidates : []),
    ...(context.group ?? []),
    ...(context.list?.of === 'customers' ? context.list.ids : []),
    ...namesakesOf(context.customer, heard.people),
  ]
  const among = [...new Set(from)].flatMap((id) => heard.people.customers.get(id) ?? [])
  const surname = /^姓?(?<name>[一-鿿]{1,2})(?:姓)?$/.exec(words.replace(/^姓/, ''))?.groups?.['name']
  const bySurname = words.startsWith('姓')
    ? among.filter(({ name }) => name.startsWith(surname ?? '\u0000'))
    : []
  const fitting =
    bySurname.length > 0
      ? bySurname.map(({ id }) => id)
      : describedAmong(words, among, heard.tools.particulars, heard.today)
  const [only] = fitting
  if (only === undefined || fitting.length > 1) return undefined
  if (namedIn(heard).some((id) => id !== only && !fitting.includes(id))) return undefined
  const { index } = match
  const end = index + match[0].length
  const overlapping = heard.parsed.people.filter((mention) => mention.start < end && index < mention.end)
  const cleared = withoutMentions(heard.parsed, overlapping, heard.today)
  return heard.with(withMention(cleared, { start: index, end, ids: [only], by: 'form' }, heard.today))
}

/** What a message asks by itself, or by what was asked and shown before. */
function wishOf(heard: Heard, context: Context, as?: Reading['intent']): Reading {
  const wish = once(notOnThatDay(wishIn(heard, context, as), heard))
  const reading = withoutUnreadDay(onTheSameDay(wish, heard, context), heard)
  return as === undefined ? asNonEvent(reading, heard) : reading
}

/** What is to be every so often is never written for one day in silence. */
function once(reading: Reading): Reading {
  const { asked, slots } = reading
  if (asked?.repeats !== true || slots.when === undefined) return reading
  const { when: _, ...rest } = slots
  return { ...reading, slots: rest }
}

const NOT_TO_CONTACT =
  /(?:别|不要|不用|勿|甭)(?:再|去|给|跟|[他她]){0,3}(?:PP?)?(?:打|联系|找|催|烦)|(?<![a-z])(?:don't|do not|dont|not to|no need to|never) (?:call|ring|phone|contact|text|message|chase|bother|disturb)(?![a-z])/

/** 明天别给陈总打电话, "don't ring David this Friday": no call on that day, and one from the day after. */
function notOnThatDay(reading: Reading, { parsed, text, today }: Heard): Reading {
  const { intent, slots } = reading
  if ((intent !== 'task.add' && intent !== 'contact.snooze') || slots.customers?.length !== 1) return reading
  if (
    !NOT_TO_CONTACT.test(parsed.masked) ||
    /提醒|记得|remind|until|till|before|以前|之前|[到等]D/.test(text)
  )
    return reading
  const [day, ...others] = parsed.days.filter(({ dayless }) => dayless !== true)
  if (day === undefined || others.length > 0 || day.sense.point <= today) return reading
  const until = addDays(day.sense.point, 1)
  return { ...reading, intent: 'contact.snooze', presumes: true, slots: { ...slots, when: { day: until } } }
}

/** A day that is named by what happens on it: an hour beside it is not today's. */
const UNREAD_DAY =
  /生日(?:那天|当天|那日|时)|到期(?:那天|当天|日)|发工资那天|(?<![a-z])on (?:his|her|their|the) (?:birthday|maturity(?: date| day)?|anniversary|payday)(?![a-z])|(?<![a-z])(?:before|after) (?:his|her|their|the) (?:birthday|maturity|anniversary|trip|wedding|holiday)(?![a-z])/

/** "Lunch on his birthday, noon" says a day that is not read: it is asked for. */
function withoutUnreadDay(reading: Reading, { parsed, text }: Heard): Reading {
  const { when, ...slots } = reading.slots
  if (when === undefined || !isWrite(reading.intent) || !UNREAD_DAY.test(text)) return reading
  return parsed.days.some(({ dayless }) => dayless !== true) ? reading : { ...reading, slots }
}

const SAME_DAY = /同一?天|那一?天|当天|同日|(?<![a-z])(?:same|that) day(?![a-z])/

/** 同一天下午四点: the day that was last spoken of. */
function onTheSameDay(reading: Reading, { text }: Heard, { wish, asked }: Context): Reading {
  if (!SAME_DAY.test(text)) return reading
  const day = wish?.slots.when?.day ?? asked?.slots.period?.from
  if (day === undefined) return reading
  const { when, period } = reading.slots
  if (isQuestion(reading.intent))
    return period === undefined
      ? { ...reading, slots: { ...reading.slots, period: { from: day, to: day } } }
      : reading
  return { ...reading, slots: { ...reading.slots, when: { ...when, day } } }
}

/** What orders something to be written down, rather than speaks of it. */
const ORDERS =
  /提醒|约(?!定)|预约|记(?:一下|下|得)|备注|改|换|推|放|跳过|挪|订|安排|(?<![a-z])(?:remind|book|schedule|put|set up|arrange|note|skip|snooze|push|move|reschedule|log|change|update|fix)(?![a-z])/

/** 万一他不买呢, "what if she says no": asked of what has not happened. */
const IMAGINED =
  /^(?:那|那么)?(?:万一|要是|如果|假如|假设|倘若).*(?:呢|怎么办|咋办|怎么说)[?？。]?$|^(?:and |but |so )?(?:what|suppose|say|imagine) (?:if|he|she|they)(?![a-z])/
/** 还没 buy: in either language it has not happened, and nothing else is told. */
const NOT_YET = /^.{0,8}还没有? ?[a-z]+[了呢。.! ]*$/

/** It only sounds like putting off, or what is left of it states nothing: 最后一位是9. */
function isHardlySaid({ intent, slots }: Reading, text: string): boolean {
  if (intent === 'contact.snooze') return !PUTS_OFF.test(text)
  // 下了, 那条你咋记的: it only looks like 撤了.
  if (intent === 'undo') return !saysTakeBack(text)
  return intent === 'customer.update' && slots.fact?.field === 'other' && NO_FACT.test(slots.fact.value ?? '')
}

const NO_FACT = /^(?:得.*|是.{0,2}|不.?|.{0,2})$/

/** Words that put somebody off; a day beside a name alone, or a cancelled visit, does not. */
const PUTS_OFF =
  /跳过|条过|略过|先|放|推|延|挪|缓|搁|压|等|再|往后|不用|不(?:打|联系|找)|别(?:打|联系|找|催)|暂|歇|晚(?:几|两|点|些)|过(?:几|两|了|完|段)|改(?:天|日)|以后|之后|后再|免|(?<![a-z])(?:ski?p|snooze|postpone|put|push|hold|delay|defer|move|shift|leave|later|wait|pass|ignore|drop|remove|not|no|don't|until|till|after|rest|park|kiv|off|back|again|bump)(?![a-z])/
/** Less sure than anything that is shown to be agreed to: what is meant is asked. */
const UNSAID = 0.3

const IMAGINED_ONLY: ReadonlySet<NonEvent['is']> = new Set<NonEvent['is']>([
  'wished',
  'dreamt',
  'conditional',
  'hearsay',
])

/** A wish, a guess, a condition writes nothing; a plan with who and day is offered as a reminder. */
function asNonEvent(reading: Reading, { text }: Heard): Reading {
  const { nonEvents = [], intent } = reading
  if (reading.explain?.by === 'classifier' && isHardlySaid(reading, text))
    return { ...reading, confidence: Math.min(reading.confidence, UNSAID) }
  if (isWrite(intent) && (IMAGINED.test(text) || NOT_YET.test(text))) return { ...reading, intent: 'none' }
  // "Wish Mark would pick up" picks up no sale.
  if (intent === 'sales.start' && nonEvents.some(({ is }) => IMAGINED_ONLY.has(is)))
    return { ...reading, intent: 'none' }
  if (nonEvents.length === 0 || !isWrite(intent) || intent === 'contact.log') return reading
  // What is not to be done from now on is just what is meant.
  if (intent === 'customer.update' && orders(nonEvents) && isStandingWish(reading, text)) return reading
  // What a colleague is told to do has not happened, and is just what is meant.
  if (reading.asked?.desk !== undefined) return reading
  // Settings that are only asked for are shown.
  if (intent === 'settings.change' && Object.keys(reading.asked?.settings ?? {}).length === 0) return reading
  const isPlan = nonEvents.every(({ is }) => is === 'planned' || is === 'ordered')
  if (isPlan && ORDERS.test(text)) return reading
  const { when, customers = [] } = reading.slots
  if (isPlan && when !== undefined && customers.length > 0)
    return { ...reading, intent: 'task.add', presumes: true }
  return isPlan || !ORDERS.test(text) ? { ...reading, intent: 'none' } : reading
}

function orders(nonEvents: readonly NonEvent[]): boolean {
  return nonEvents.every(({ is }) => is === 'ordered' || is === 'undone' || is === 'planned')
}

function isStandingWish({ asked }: Reading, text: string): boolean {
  const field = asked?.stated?.field
  if (field === 'do-not-contact' || field === 'marketing-consent') return true
  return (field === 'preference' || field === 'preferred-channel') && wishesAnotherWay(text)
}

/** "Lawyer Liu tomorrow at 4pm": the wish that lacked its day, now with it. */
function completedWish(heard: Heard, { wish }: Context): Reading | undefined {
  if (
    wish === undefined ||
    wish.slots.when !== undefined ||
    !/^(?:P|[DNT]|at|on|[\s,，.。!！的那个])+$/.test(heard.parsed.masked)
  )
    return undefined
  const { when } = heard.as('task.add').slots
  const named = namedIn(heard)
  const isSame = named.length > 0 && named.every((id) => wish.slots.customers?.includes(id) === true)
  if (when === undefined || !isSame || rowOf(wish.intent).days !== 'point' || wish.intent === 'contact.log')
    return undefined
  const { mentions, ...rest } = heard.as(wish.intent)
  return {
    ...rest,
    ...(mentions === undefined ? {} : { mentions }),
    confidence: 1,
    slots: { ...wish.slots, customers: named, when },
    ...(wish.asked === undefined ? {} : { asked: wish.asked }),
  }
}

function wishIn(heard: Heard, context: Context, as?: Reading['intent']): Reading {
  const bound = boundIn(heard, context)
  if (as !== undefined) return bound.heard.as(as)
  if (bound.product !== undefined) return ofProduct(heard, bound.product)
  const completed = completedWish(bound.heard, context)
  if (completed !== undefined) return completed
  const again = context.wroteLast ? sameForAnother(bound.heard, context) : undefined
  if (again !== undefined) return again
  const turned = turnedQuestion(bound.heard, context)
  if (turned !== undefined) return turned
  const read = bound.heard.plain
  const rebooked = rebookingIn(bound.heard, context) ?? keptIn(bound.heard, context)
  if (rebooked !== undefined) return rebooked
  const shelved = saleOff(bound.heard)
  if (shelved !== undefined) return shelved
  const told = standingWish(bound.heard)
  if (told !== undefined) return told
  const productWish = aboutProduct(bound.heard, context)
  if (productWish !== undefined) return productWish
  if (asksWhoSuits(bound.heard)) return { ...bound.heard.as('product.match'), confidence: 1 }
  if (isBareProduct(bound.heard)) return { ...bound.heard.as('product.show'), confidence: 1 }
  const ofProductAsked = productAsked(bound.heard)
  if (ofProductAsked !== undefined) return ofProductAsked
  const exported = exportOfList(bound.heard, context)
  if (exported !== undefined) return exported
  const listed = askedList(bound.heard)
  if (listed !== undefined) return listed
  if (isBareName(bound.heard)) return bound.heard.as('customer.show')
  if (namedIn(bound.heard).length > 0)
    return maySuit(bound.heard) ?? plainFact(bound.heard) ?? detailOf(bound.heard) ?? read
  return unnamed(heard, context) ?? read
}

const ALSO =
  /^(?:还有|另外|加上|以及|再|也|and|also|plus)[,， ]*P(?:也是?|一样|[DNT\s,，.。!！]|at|on|as well|too|呢)*$|^P(?:也是?|也一样|一样|,? too|,? as well)[。.!]*$/

/** 李总同一天九点 after a booking: nothing but who and when. */
const ANOTHER_TIME =
  /^(?:and |那|然后)?P(?= ?.*(?:[DNT]|同一?天|same day|that day))(?:[DNT]|的|呢|[上下]午|同一?天|当天|那天|(?:the )?same day|that day|at|on|for|[\s,，:：.。])+$/

/** 还有李总 after something was written: the same for one more; what is said of its day and time is changed. */
function sameForAnother(heard: Heard, { wish: said, written }: Context): Reading | undefined {
  const wish = said && asItStands(said, written)
  if (wish === undefined) return undefined
  const masked = heard.parsed.masked.trim()
  const isBooked = rowOf(wish.intent).days === 'point' && wish.intent !== 'contact.log'
  if (!ALSO.test(masked) && !(isBooked && ANOTHER_TIME.test(masked))) return undefined
  const [id, ...others] = namedIn(heard)
  if (id === undefined) return undefined
  const { today, now, tools, text } = heard
  const customers = [id, ...others]
  const mentions = heard.plain.mentions ?? []
  const { when, contacts } = wish.slots
  const moment = when && (readMomentChange(text, when, today, tools.particulars.days, now) ?? when)
  const told = contacts?.at(-1)
  return {
    text: heard.raw,
    language: heard.plain.language,
    intent: wish.intent,
    confidence: 1,
    slots: {
      ...wish.slots,
      customers,
      ...(moment === undefined ? {} : { when: moment }),
      ...(told === undefined ? {} : { contacts: [{ ...told, customers, mention: mentions[0]?.text ?? '' }] }),
    },
    mentions,
    ...(wish.asked === undefined ? {} : { asked: wish.asked }),
    // How it went with one tells little of the other: that is shown first.
    ...(wish.intent === 'contact.log' ? { presumes: true } : {}),
  }
}

/** The last wish with what was changed of it since: for Thursday, where Friday was put right. */
function asItStands(wish: Frame, written: Context['written']): Frame {
  const { when } = wish.slots
  const thing = written.findLast(
    ({ customerId }) => wish.slots.customers?.includes(customerId ?? '') === true,
  )
  return when === undefined || thing?.when === undefined || thing.kind === 'contact'
    ? wish
    : { ...wish, slots: { ...wish.slots, when: thing.when } }
}

/** The question before, turned by a few words. */
function turnedQuestion(heard: Heard, { asked, wroteLast, written }: Context): Reading | undefined {
  if (asked === undefined) return undefined
  const other = correctionIn(heard.plain)?.to ?? alsoIn(heard.plain)
  if (other !== undefined) {
    const isOfWrite = wroteLast && written.length > 0
    return isOfWrite || other.customers.length === 0
      ? undefined
      : askedOfAnother(asked, heard, other.customers)
  }
  return followUp(asked, heard)
}

const ABOUT_PRODUCT =
  /这个|那个|这款|那款|这只|它|(?<![a-z])(?:it|this|that)(?: one)?(?![a-z])|who else|还有谁/

/** 这个适合谁 after a product was shown. */
function aboutProduct(heard: Heard, { product }: Context): Reading | undefined {
  const { plain, text } = heard
  if (product === undefined || namedIn(heard).length > 0) return undefined
  if (plain.intent !== 'product.match' && plain.intent !== 'product.show') return undefined
  if (plain.asked?.products !== undefined || plain.slots.productKinds !== undefined) return undefined
  return ABOUT_PRODUCT.test(text) ? { ...plain, asked: { ...plain.asked, products: [product] } } : undefined
}

function ofProduct(heard: Heard, product: string): Reading {
  const suits = /适合|谁|推荐给|(?<![a-z])(?:who|suits?|offer)(?![a-z])/.test(heard.text)
  const reading = heard.as(suits ? 'product.match' : 'product.show')
  return { ...reading, confidence: 1, asked: { ...reading.asked, products: [product] } }
}

const BARE_NAME =
  /^[PQ][呢啊吗呀吧\s,.?!。？]*$|^(?:那|and |what about |how about )[PQ][呢\s,.?!。？]*$|^[PQ] then[.?!]*$/

const THIS_LIST =
  /(?:这|那|上面)(?:个|份|张|些)?(?:名单|列表|清单|表)?|^(?:都|全部|一起)?(?:导出|下载)(?:来|一下|成表格?|excel)*[。!！]?$|(?<![a-z])(?:this|that|these|those|it|them)(?![a-z])/

/** 导出来 after a list: the customers that were shown, as a file. */
function exportOfList({ plain, text }: Heard, { list, asked }: Context): Reading | undefined {
  const { table } = plain.asked ?? {}
  if (plain.intent !== 'export.request' || list?.of !== 'customers' || plain.slots.customers !== undefined)
    return undefined
  if (table !== undefined && !THIS_LIST.test(text)) return undefined
  const isOfMaturities = asked?.intent === 'maturity.list'
  const { period, productKinds } = isOfMaturities ? asked.slots : {}
  return {
    ...plain,
    confidence: 1,
    slots: {
      customers: [...new Set(list.ids)],
      ...(period === undefined ? {} : { period }),
      ...(productKinds === undefined ? {} : { productKinds }),
    },
    asked: { table: isOfMaturities ? 'ledger' : 'general' },
  }
}

const WHO_SUITS =
  /(?:适合|推荐给|卖给|推给|介绍给)(?:谁|哪些|哪几|哪位|什么样?的?人)|谁(?:比较|最)?(?:适合|能买|可以买|合适)|(?<![a-z])(?:who|whom|which (?:clients?|customers?))(?![a-z]).*(?<![a-z])(?:suits?|suitable|sell|offer|recommend|for)(?![a-z])/

/** Whom one product that is named suits. */
function asksWhoSuits(heard: Heard): boolean {
  if (heard.parsed.people.length > 0 || isWrite(heard.plain.intent) || !WHO_SUITS.test(heard.text))
    return false
  return heard.as('product.match').asked?.products?.length === 1
}

/** A product and nothing else, or with the words that ask to be told of it. */
function isBareProduct({ text, raw, plain, products, today, tools, parsed }: Heard): boolean {
  if (parsed.people.length > 0 || (plain.confidence >= SURE_ENOUGH.ownWish && plain.intent !== 'none'))
    return false
  const { question, leftOut } = tools.particulars.attributes(raw, today, products)
  const isOne = question?.query?.kind === 'is' && question.query.attribute.of === 'product'
  return (
    isOne &&
    leftOut.every((said) => /^about$/i.test(said)) &&
    !/谁|有|买|持|(?<![a-z])(?:who|hold|clients?|customers?|have|has)(?![a-z])/.test(text)
  )
}

/** A name and nothing else asks to see the customer, whatever it was nearest to. */
function isBareName({ parsed, plain }: Heard): boolean {
  return (
    (plain.confidence < SURE_ENOUGH.ownWish || plain.intent === 'none' || !isQuestion(plain.intent)) &&
    BARE_NAME.test(parsed.masked.trim())
  )
}

/** "Her phone" is too short to be sure of, and says what is wanted; so does a question that is answered by yes or no. */
function detailOf(heard: Heard): Reading | undefined {
  const { plain, text } = heard
  if (plain.intent === 'customer.show' && plain.confidence >= SURE_ENOUGH.besideDetail) return undefined
  // An update that says no value asks for the one that is known.
  const isValueless =
    plain.intent === 'customer.update' && (plain.slots.fact?.value ?? '') === '' && !CHANGES.test(text)
  if (isWrite(plain.intent) && !isValueless) return undefined
  const { detail, query } = heard.as('customer.show').asked ?? {}
  if (detail === undefined && query === undefined) return undefined
  const isSure = plain.confidence >= SURE_ENOUGH.besideDetail && plain.intent !== 'none'
  const isTaken = isSure && !isValueless && !(isNear(plain.intent, 'detail') && isAsked(heard))
  return isTaken ? undefined : { ...heard.as('customer.show'), confidence: 1 }

  function isAsked(of: Heard): boolean {
    if (of.plain.asked?.products !== undefined && of.plain.intent === 'product.match') return false
    return query !== undefined || detail === 'identity' || detail === 'permission'
  }
}

const CHANGES =
  /改|换|更新|补|登记|录|(?<![a-z])(?:change|update|set|fix|correct|add|new|is now|record)(?![a-z])/

/** "Last contact?" of the customer who is being spoken of. */
function unnamed(heard: Heard, { customer, question }: Context): Reading | undefined {
  const { plain, text } = heard
  // In the middle of a question words that say too little by themselves are put to that question.
  if (question !== undefined && question.kind !== 'step' && plain.confidence < SURE_ENOUGH.besideDetail)
    return undefined
  if (customer === undefined || namesStranger(heard) || referenceIn(text) !== undefined) return undefined
  if (isOnlyDetail(text)) return { ...heard.about(customer, 'customer.show'), confidence: 1 }
  if (MAY_BUY.test(text) && (heard.as('product.match').asked?.products ?? []).length === 1)
    return { ...heard.about(customer, 'product.match'), confidence: 1 }
  const isDetail = plain.intent === 'none' && askedDetail(text) !== undefined && asksSomething(heard)
  const intent = isDetail ? 'customer.show' : plain.intent
  if (rowOf(intent).aboutOne !== true) return undefined
  return { ...heard.about(customer, intent), presumes: true }
}

/** 能不能给唐医生推高远: one product for one who is named. */
function maySuit(heard: Heard): Reading | undefined {
  const reading = heard.as('product.match')
  const isOne = namedIn(heard).length > 0 && reading.asked?.products?.length === 1
  return isOne && MAY_BUY.test(heard.text) ? { ...reading, confidence: 1 } : undefined
}

/** 远航混合怎么样, "how is the growth fund": a product is asked about by its name, whatever the rest sounds like. */
function productAsked(heard: Heard): Reading | undefined {
  const { plain, parsed, text } = heard
  if (parsed.people.length > 0 || isSurelyElse(plain) || !ASKS_OF_PRODUCT.test(text)) return undefined
  const reading = heard.as('product.show')
  return reading.asked?.products?.length === 1 ? { ...reading, confidence: 1 } : undefined
}

const ASKS_OF_PRODUCT =
  /怎么样|怎样|咋样|如何|好不好|好吗|(?:是|有)(?:什么|啥)|介绍|讲讲|说说|利率|收益率?(?:多少|几)|多少天|几天|多久|多长|起购|起投|起点|几万起|门槛|期限|风险|还(?:有|在)?(?:卖|额度)|几个点|(?<![a-z])(?:how (?:is|are|about|long|good)|what(?:'s| is| are| about)|tell me about|rate|yield|term|minimum|risk level|explain)(?![a-z])/

/** 能推高远混合吗, "can I offer the growth fund": to whom is being spoken of. */
const MAY_BUY =
  /(?:能|可以?|适合|合适|该)(?:不能|不可以)?(?:给[他她])?(?:推|买|卖|做|配|投)|^(?:can|could|may|should|is it ok to) (?:[a-z.]+ ){0,3}?(?:offer|sell|buy|have|take|recommend|pitch)(?![a-z])/

/** A booked meeting that is moved or called off, where there is one; a report with a new time is a contact. */
function rebookingIn(heard: Heard, context: Context): Reading | undefined {
  const { plain, text, today, now, tools } = heard
  const words = rebookingWords(text)
  if (words === undefined || isSurelyElse(plain)) return undefined
  const ids = namedIn(heard)
  // The hour it moves to may be read with the day it stands on; what says which one is read by itself.
  const before = tools.particulars.days
    .read(text.slice(0, words.which.end), today, 'ahead', now)
    .filter(isExact)
  const day = before.find(({ dayless }) => dayless !== true)?.sense.point
  const time = before.find((mention) => mention.time !== undefined)?.time
  const isWhichSaid = day !== undefined || time !== undefined
  if (ids.length === 0 && (words.kind === 'move' || !isWhichSaid)) return undefined
  const open = context.meetings().filter(({ kind }) => kind === 'appointment' || kind === 'callback')
  const theirs = ids.length === 0 ? open : open.filter(({ customerId }) => ids.includes(customerId))
  const at = theirs.filter(
    (one) => (day === undefined || day === one.on) && (time === undefined || time === one.time),
  )
  if (words.kind === 'cancel' && words.notComing === true && !callsOffBy(heard, theirs)) return undefined
  const isThatOne = words.kind === 'cancel' && ids.length === 0
  const meant = (isWhichSaid && at.length > 0) || isThatOne ? at : theirs
  const meetings =
    words.kind === 'move' ? meant.map((one) => withNewTime(one, text.slice(words.to.start), heard)) : meant
  const intent = words.kind === 'move' ? 'appointment.move' : 'appointment.cancel'
  const isNew = words.kind === 'move' && (!words.named || plain.intent === 'appointment.add')
  if (meetings.length === 0 && (isNew || ids.length === 0)) return undefined
  return {
    ...plain,
    intent,
    confidence: 1,
    slots: { customers: [...ids] },
    asked: { rebooking: { meetings } },
  }
}

/** "Grace can't make it": of the one meeting with her, told as it is, with no other time beside it. */
function callsOffBy({ plain, parsed }: Heard, theirs: readonly MeetingRef[]): boolean {
  const [only, ...others] = theirs
  if (only === undefined || others.length > 0 || (plain.nonEvents ?? []).length > 0) return false
  return parsed.people.length > 0 && parsed.days.every(({ sense }) => sense.point === only.on)
}

/**
 * 以后永远别再联系她, "hates being phoned at work": what a customer wishes from now on is kept with them, and is no talk
 * that took place. To be left in peace ends all contact, so it is shown first.
 */
function standingWish(heard: Heard): Reading | undefined {
  const { text, plain, parsed } = heard
  if (namedIn(heard).length !== 1 || plain.intent === 'settings.change' || asksSomething(heard))
    return undefined
  const isQuiet = asksForQuiet(text)
  const isNoMarketing = !isQuiet && withdrawsMarketing(text)
  const day = daysOf(heard)
  const isOther = !isQuiet && !isNoMarketing && wishesAnotherWay(text) && day !== 'one'
  if (!isQuiet && !isNoMarketing && !isOther) return undefined
  const reading = heard.as('customer.update')
  if (isQuiet) return { ...reading, confidence: 1, presumes: true }
  if (isNoMarketing) return { ...reading, confidence: 1 }
  // 周五别打: this Friday or every one.
  const isSure = day === 'none' ? {} : ({ presumes: true } as const)
  if (reading.slots.fact?.field === 'preference') return { ...reading, confidence: 1, ...isSure }
  // No field's words fit: what is said of the customer is the preference.
  const value = wordsBesideNames(parsed)
  const fact = { field: 'preference', value } as const
  return {
    ...reading,
    confidence: 1,
    ...isSure,
    slots: { ...reading.slots, fact },
    asked: { ...reading.asked, stated: statedFact(fact, text) },
  }
}

/** Whether one day is named, a weekday that may be any, or none: what is said of Fridays holds for all of them. */
function daysOf({ parsed, raw, text }: Heard): 'one' | 'weekday' | 'none' {
  const days = parsed.days.filter(({ dayless }) => dayless !== true)
  if (days.length === 0 || EVERY.test(raw)) return 'none'
  const isBare = days.every(({ start, end }) => BARE_WEEKDAY.test(text.slice(start, end)))
  return isBare ? 'weekday' : 'one'
}

/** "On Fridays", 每周五: no one day. */
const EVERY = /每(?:周|逢|个|天)|(?<![a-z])(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days|every)(?![a-z])/i
const BARE_WEEKDAY =
  /^(?:on )?(?:(?:周|星期|礼拜)[一二三四五六日天]|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)(?:上午|下午|早上|晚上|中午| (?:mornings?|afternoons?|evenings?))?$/

const ASKS_WHICH =
  /哪|什么|啥|多少|几|谁|咋|怎|(?<![a-z])(?:what|which|who|where|when|how|any|please|pls)(?![a-z])|[?？]/i

const KINS_WORD =
  /来电|打来|打电话|[说问讲]|想[要买存办]|(?<![a-z])(?:call(?:s|ed)?|rang|phoned|texted|messaged|wants?|asks?|asked|says?|said|told|came|answered|picked up)(?![a-z])/

/** 没儿子 就一个闺女, "doesn't drink coffee, only tea": unsure as a whole, and words of a field that say what is so. */
function plainFact(heard: Heard): Reading | undefined {
  const { plain } = heard
  const isNear =
    plain.intent === 'customer.update' || plain.nearest?.some(({ intent }) => intent === 'customer.update')
  if (isNear !== true || plain.confidence >= SURE_ENOUGH.besideField || namedIn(heard).length !== 1)
    return undefined
  const tells = plain.slots.contacts?.some(
    ({ outcome, sure }) => outcome !== 'info' && (sure?.outcome ?? 1) >= SURE_ENOUGH.said,
  )
  if (tells === true || asksSomething(heard) || (plain.nonEvents ?? []).length > 0) return undefined
  // "His son called, wants to know about the FD" is somebody's wish.
  const { kinds, sums } = heard.parsed
  if (kinds.length > 0 || sums.length > 0 || KINS_WORD.test(heard.text)) return undefined
  const reading = heard.as('customer.update')
  const { field = 'other', value = '' } = reading.slots.fact ?? {}
  if (field === 'other' || field === 'need' || value === '' || ASKS_WHICH.test(value)) return undefined
  return { ...reading, confidence: 1 }
}

/** 吕总这单延到12月18号: the sale is put off, and not the next contact. */
function saleOff(heard: Heard): Reading | undefined {
  const { raw, tools, plain } = heard
  const { shelved, deal, asks, won, lost } = tools.sale(raw)
  if (shelved !== true || deal !== true || asks === true || won === true || lost === true) return undefined
  if (
    namedIn(heard).length === 0 ||
    (plain.intent === 'contact.log' && plain.confidence >= SURE_ENOUGH.besideChange)
  )
    return undefined
  const to = momentIn(heard)
  const isAhead = to !== undefined && to.day > heard.today
  const reading = heard.as('sales.start')
  return { ...reading, confidence: 1, asked: { ...reading.asked, saleOff: isAhead ? { to } : {} } }
}

/** 利率表已经发给侯明了: a promise that is open and was kept; where none is open it is a report like another. */
function keptIn({ plain }: Heard, context: Context): Reading | undefined {
  const [kept, ...others] = plain.keptPromises ?? []
  const tellsMore = plain.slots.contacts?.some(({ outcome }) => outcome !== 'info') === true
  if (kept === undefined || others.length > 0 || tellsMore || isSurelyElse(plain)) return undefined
  const meetings = context
    .meetings()
    .filter(({ kind, customerId }) => kind === 'promise' && kept.customers.includes(customerId))
  if (meetings.length === 0) return undefined
  const customers = [...new Set(meetings.map(({ customerId }) => customerId))]
  return {
    ...plain,
    intent: 'promise.keep',
    confidence: 1,
    slots: { customers },
    asked: { rebooking: { meetings } },
  }
}

/** Each meeting with the time that it would be moved to, where the words say one. */
function withNewTime(meeting: MeetingRef, said: string, { today, now, tools }: Heard): MeetingRef {
  const { on, time } = meeting
  const was = { day: on ?? today, ...(time === undefined ? {} : { time }) }
  const to = readMomentChange(said, was, today, tools.particulars.days, now)
  return to === undefined ? meeting : { ...meeting, to }
}

function isSurelyElse({ intent, confidence, slots }: Reading): boolean {
  if (
    intent === 'settings.change' ||
    (isQuestion(intent) &&
      intent !== 'appointment.list' &&
      intent !== 'customer.show' &&
      intent !== 'customer.history')
  )
    return confidence >= SURE_ENOUGH.besideChange
  return (
    intent === 'contact.log' &&
    slots.contacts?.some(({ when }) => when !== undefined) === true &&
    confidence >= SURE_ENOUGH.besideChange
  )
}

/** What of a reading is kept, so that the next few words can turn it. */
export function frameOf({ intent, text, slots, asked, mentions }: Reading): Frame {
  return {
    intent,
    text,
    slots,
    ...(asked === undefined ? {} : { asked }),
    ...(mentions === undefined ? {} : { mentions }),
  }
}
