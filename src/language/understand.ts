import type { Day, Moment, Period } from '../domain/day.js'
import type { AmountRange } from '../domain/money.js'
import { anonymous } from './anonymous.js'
import type { Report } from './contacts/report.js'
import { type DayMention, isExact } from './days/mention.js'
import { SURE_ENOUGH } from './intents/certainty.js'
import { featuresOf } from './intents/features.js'
import { type Signals, signalsOf } from './intents/signals.js'
import { isNear, isTalk, rowOf } from './intents.js'
import type { LanguageModel } from './model.js'
import { type Parsed, parse } from './parse.js'
import { type DeskErrand, readDeskErrand } from './particulars/desk-errand.js'
import { callsOffLeave, readStandIn, saysOwnAbsence } from './particulars/own-absence.js'
import { asksForLanguage, speaksOfSettings } from './particulars/read-settings.js'
import { readRhythm } from './particulars/rhythm-wish.js'
import type { Gazetteer } from './people/book-names.js'
import type { Colleague } from './people/colleague-names.js'
import type { PersonMention } from './people/find-mentions.js'
import type { KnownCustomer } from './people/known-customer.js'
import { namedKinds } from './products/product-kinds.js'
import type { Explanation, Intent, RankedIntent, Reading } from './reading.js'
import type { Mention, NearestName, NonEvent, Slots } from './slots.js'

export type { Colleague } from './people/colleague-names.js'
export type { KnownCustomer } from './people/known-customer.js'

/** The names of one book, prepared for reading. Built once a book and kept by the caller until the book changes. */
export type People = Gazetteer

export interface Understanding {
  /** @param colleagues the managers of the branch: named, they are no customers. */
  people(customers: readonly KnownCustomer[], colleagues?: readonly Colleague[]): People
  /**
   * @param now wall-clock time `HH:mm`; a bare weekday that is today means today only with a later time.
   * @param as the intent, where it is known: from a button, or from the question before.
   */
  read(text: string, people: People, today: Day, now?: string, as?: Intent): Reading
  /** Finds names, days, sums and kinds: the only look at the text itself. */
  parse(text: string, people: People, today: Day, now?: string): Parsed
  /** Reads what was parsed, or a part of it. @param as the intent, where it is known. */
  readParsed(parsed: Parsed, people: People, today: Day, now?: string, as?: Intent): Reading
  /** The words without names, numbers and sums, to be kept. */
  withoutNames(text: string, people: People, today: Day): string
}

/** Reads managers' messages with what `model` holds. The same text, book and day always read the same. */
export function createUnderstanding(model: LanguageModel): Understanding {
  // One message is read as several intents; what rules and the classifier go by is the same for all of them.
  const known = new WeakMap<
    Parsed,
    { readonly people: People; readonly today: Day; readonly signals: Signals }
  >()
  const signalsFor = (parsed: Parsed, people: People, today: Day): Signals => {
    const before = known.get(parsed)
    if (before?.people === people && before.today === today) return before.signals
    const signals = signalsOf(parsed, model, people, today)
    known.set(parsed, { people, today, signals })
    return signals
  }
  return {
    people: (customers, colleagues) => model.book(customers, colleagues),
    parse: (text, people, today, now) => parse(text, people, today, model.tools, now),
    read(text, people, today, now, as) {
      return this.readParsed(this.parse(text, people, today, now), people, today, now, as)
    },
    readParsed(parsed, people, today, now, as) {
      const signals = signalsFor(parsed, people, today)
      const decision = as === undefined ? decide(parsed, signals, model) : given(as, parsed, signals, model)
      const { intent } = decision
      const mentions = mentionsOf(parsed)
      const didYouMean = nearestNames(parsed, people)
      return {
        text: parsed.raw,
        language: parsed.language,
        intent,
        confidence: decision.confidence,
        slots: slotsOf(parsed, signals, intent, today, model, now),
        ...(mentions.length > 0 && { mentions }),
        ...(decision.nearest.length > 0 && { nearest: decision.nearest }),
        ...(didYouMean.length > 0 && { didYouMean }),
        ...(signals.report.nonEvents.length > 0 && { nonEvents: signals.report.nonEvents }),
        ...(signals.report.keptPromises.length > 0 && { keptPromises: signals.report.keptPromises }),
        explain: decision.explain,
      }
    },
    withoutNames(text, people, today) {
      return anonymous(parse(text, people, today, model.tools), today, model.tools.naming)
    },
  }
}

/** A question about a colleague's book is read as one about the own: 李晓梅上周打了多少电话 as 我上周打了多少电话. */
function decideOfColleague(parsed: Parsed, signals: Signals, model: LanguageModel): Decision | undefined {
  const [only, ...others] = parsed.colleagues
  if (only === undefined || others.length > 0 || parsed.people.length > 0) return undefined
  const masked = asOwn(parsed.masked, parsed.text.slice(only.start, only.end))
  if (masked === undefined) return undefined
  const concepts = model.concepts(masked)
  const own: Signals = {
    ...signals,
    masked,
    concepts: new Set(concepts),
    features: featuresOf(masked, concepts),
  }
  const ranked = model.classifier
    .rank(own.features)
    .map(({ label, confidence }): RankedIntent => ({ intent: label, confidence }))
  const rule = model.rules(own)
  const best: RankedIntent | undefined =
    rule === undefined ? ranked[0] : { intent: rule.intent, confidence: rule.confidence ?? 0.95 }
  if (best === undefined || rowOf(best.intent).ofBook !== true || best.confidence < SURE_ENOUGH.ofColleague)
    return undefined
  return {
    ...best,
    nearest: offered(ranked, best.intent),
    explain: { by: 'rule', rule: 'colleague', readAs: masked },
  }
}

function asOwn(masked: string, name: string): string | undefined {
  const at = masked.indexOf(name)
  if (at < 0) return undefined
  const [before, after] = [masked.slice(0, at), masked.slice(at + name.length)]
  if (/\p{Script=Han}/u.test(masked)) return `${before}我${after}`
  if (/^'s /.test(after)) return `${before}my${after.slice(2)}`
  return `${before}${/(?<![a-z])(?:of|for|by|from|to) $/.test(before) ? 'me' : 'i'}${after}`
}

const DESK_INTENTS: Readonly<Record<DeskErrand['kind'], Intent>> = {
  assign: 'team.assign',
  'hand-over': 'handover.start',
  cover: 'cover.start',
  'cover-ends': 'cover.start',
}

function offered(ranked: readonly RankedIntent[], than: Intent): readonly RankedIntent[] {
  return ranked.filter(({ intent }) => intent !== than && !isTalk(intent)).slice(0, 2)
}

interface Decision {
  readonly intent: Intent
  readonly confidence: number
  readonly nearest: readonly RankedIntent[]
  readonly explain: Explanation
}

function decide(parsed: Parsed, signals: Signals, model: LanguageModel): Decision {
  const readAs = parsed.masked
  const spoken = model.conversation(parsed.text)
  if (spoken !== undefined && parsed.people.length === 0) {
    return {
      intent: spoken,
      confidence: 0.99,
      nearest: [],
      explain: { by: 'rule', rule: 'conversation', readAs },
    }
  }
  const ranked: readonly RankedIntent[] = model.classifier
    .rank(signals.features)
    .map(({ label, confidence }) => ({ intent: label, confidence }))
  const errand = readDeskErrand(parsed)
  if (errand !== undefined) {
    const intent = DESK_INTENTS[errand.kind]
    return {
      intent,
      confidence: 0.95,
      nearest: offered(ranked, intent),
      explain: { by: 'rule', rule: 'desk', readAs },
    }
  }
  const ofColleague = decideOfColleague(parsed, signals, model)
  if (ofColleague !== undefined) return ofColleague
  if (isOfSettings(parsed.text)) {
    const nearest = ranked.filter((r) => r.intent !== 'settings.change').slice(0, 2)
    return {
      intent: 'settings.change',
      confidence: 0.95,
      nearest,
      explain: { by: 'rule', rule: 'pushes-and-absence', readAs },
    }
  }
  const rule = model.rules(signals)
  if (rule !== undefined) {
    const nearest = offered(ranked, rule.intent)
    return {
      intent: rule.intent,
      confidence: rule.confidence ?? 0.95,
      nearest,
      explain: { by: 'rule', rule: rule.id, readAs },
    }
  }
  // 把音乐暂停一下, 改到四点: settings only where the words are about them.
  const mayBe = speaksOfSettings(parsed.text)
    ? ranked
    : ranked.filter(({ intent }) => intent !== 'settings.change')
  const isElse = ranked[0]?.intent === 'settings.change' && mayBe !== ranked
  const best: RankedIntent | undefined = isElse
    ? { intent: 'none', confidence: UNASKED }
    : withoutWords(bestOf(mayBe, signals.report), signals, model)
  const intent = best?.intent ?? 'none'
  return {
    intent,
    confidence: Math.round(sureness(best, signals, ranked) * 1000) / 1000,
    nearest: offered(mayBe, intent),
    explain: { by: 'classifier', features: model.classifier.reasons(signals.features, intent, 8), readAs },
  }
}

function isHardlyNone(best: RankedIntent | undefined): boolean {
  return best?.intent === 'none' && best.confidence < SURE_ENOUGH.none
}

/** What sounds like a report and tells of no contact is what it is instead: a question, a plan to be asked about, nothing. */
function bestOf(ranked: readonly RankedIntent[], report: Report): RankedIntent | undefined {
  const tells = report.contacts.length > 0
  const heard = tells ? ranked : ranked.filter(({ intent }) => intent !== 'contact.log')
  const [first, second] = heard
  const only = report.nonEvents[0]
  // What is spoken of a customer and did not happen asks for nothing, unless the words surely do.
  const asksSurely =
    first !== undefined && first.intent !== 'none' && first.confidence >= SURE_ENOUGH.besideUnreal
  if (!tells && only !== undefined && UNREAL.has(only.is) && isOfSomebody(only) && !asksSurely)
    return { intent: 'none', confidence: UNASKED }
  if (tells || ranked[0]?.intent !== 'contact.log')
    return isHardlyNone(first) && mayBeMeant(second, report) ? second : first
  const is = only?.is
  if (is === 'asked') return heard.find(({ intent }) => isNear(intent, 'report'))
  if (is === 'planned' || is === 'ordered') return { intent: 'task.add', confidence: UNASKED }
  return { intent: 'none', confidence: UNASKED }
}

/** What looks like nothing of ours is read as `second` only where that is more than the least unlikely of all. */
function mayBeMeant(second: RankedIntent | undefined, { isSaid }: Report): second is RankedIntent {
  if (second === undefined || isTalk(second.intent)) return false
  // The name of a customer is a word too: 万一下雨, "summer can't come soon enough".
  if (second.intent === 'contact.log') return isSaid || second.confidence >= SURE_ENOUGH.reportBehindNone
  return second.confidence >= SURE_ENOUGH.behindNone
}

function isOfSomebody({ is, mention }: NonEvent): boolean {
  return mention !== undefined || is === 'dreamt'
}

const UNREAL: ReadonlySet<NonEvent['is']> = new Set<NonEvent['is']>([
  'conditional',
  'wished',
  'guessed',
  'dreamt',
  'hearsay',
  'undone',
])

/** "abc" is no 算了: a word of conversation is read by words of the message, not by its length and what it reminds of. */
function withoutWords(
  best: RankedIntent | undefined,
  { features }: Signals,
  { classifier }: LanguageModel,
): RankedIntent | undefined {
  if (best === undefined || best.intent === 'none' || !isTalk(best.intent)) return best
  const rests = classifier.reasons(features, best.intent, 8).some(({ feature }) => /^[123wb]/.test(feature))
  return rests ? best : { intent: 'none', confidence: UNASKED }
}

/** A reading that nobody asked for is never acted on before it was shown. */
const UNASKED = 0.4

/** How sure the classifier would have been of an intent that is known otherwise. */
function given(intent: Intent, { masked: readAs }: Parsed, signals: Signals, model: LanguageModel): Decision {
  const confidence = model.classifier.rank(signals.features).find((r) => r.label === intent)?.confidence ?? 0
  return {
    intent,
    confidence: Math.round(confidence * 1000) / 1000,
    nearest: [],
    explain: { by: 'rule', rule: 'given', readAs },
  }
}

/** Words of what is pushed and of one's own absence are few and look like those of customers to the classifier. */
function isOfSettings(folded: string): boolean {
  return (
    callsOffLeave(folded) ||
    asksForLanguage(folded) ||
    readRhythm(folded) !== undefined ||
    saysOwnAbsence(folded) ||
    readStandIn(folded) !== undefined
  )
}

/** A report is no surer than how it ended is: what is written down without asking must have been said. */
function sureness(
  best: RankedIntent | undefined,
  { report }: Signals,
  ranked: readonly RankedIntent[],
): number {
  if (best === undefined) return 0
  if (best.intent !== 'contact.log') return best.confidence
  // A meeting that was agreed and one that is booked come to the same.
  const isAgreed = report.contacts.every(
    ({ outcome, when }) => outcome === 'appointment' && when !== undefined,
  )
  const booked = isAgreed ? (ranked.find(({ intent }) => intent === 'appointment.add')?.confidence ?? 0) : 0
  const either = Math.min(1, best.confidence + booked)
  const ofIntent = either < SURE_ENOUGH.report ? either / 2 : either
  return Math.min(ofIntent, report.sureness)
}

function slotsOf(
  parsed: Parsed,
  signals: Signals,
  intent: Intent,
  today: Day,
  model: LanguageModel,
  now: string | undefined,
): Slots {
  const { days: look } = rowOf(intent)
  if (look === 'bare') return {}
  const customers = [...new Set(parsed.people.flatMap((m) => m.ids))].sort()
  const named = parsed.people.length > 0 ? { customers } : {}
  if (intent === 'undo') return customers.length > 0 ? named : {}
  const productKinds = namedKinds(parsed.kinds)
  const kinds = productKinds.length > 0 ? { productKinds } : {}
  if (intent === 'contact.log') {
    const { contacts } = signals.report
    return { contacts, customers: [...new Set(contacts.flatMap((c) => c.customers))].sort(), ...kinds }
  }
  if (intent === 'customer.update') {
    const fact = model.facts(parsed)
    return { ...named, ...(fact !== undefined && { fact }) }
  }
  const amount = amountOf(parsed)
  const sum = amount === undefined ? {} : { amount }
  if (look === 'point') {
    // "Skip her today" says which day is skipped, not when she is due again.
    const ahead = intent === 'contact.snooze' ? parsed.days.filter((d) => d.sense.point > today) : parsed.days
    const when = isOfSeveralDays(parsed) ? undefined : whenOf(changedTo(parsed, ahead), today)
    return { ...named, ...(when !== undefined && { when }), ...sum, ...kinds }
  }
  const days = look === 'back' ? model.tools.days.read(parsed.text, today, 'back', now) : parsed.days
  const period = periodOf(days)
  return { ...named, ...(period !== undefined && { period }), ...sum, ...kinds }
}

function amountOf(parsed: Parsed): AmountRange | undefined {
  return parsed.sums[0]?.range
}

function periodOf(days: readonly DayMention[]): Period | undefined {
  const said = days.find((d) => d.dayless !== true && isExact(d))
  return said === undefined ? undefined : { from: said.sense.from, to: said.sense.to }
}

/** 周三、周五, "Tuesday and Thursday": two days that are both meant; one of them alone would be half of what was said. */
function isOfSeveralDays({ days, text }: Parsed): boolean {
  const whole = days.filter((mention) => mention.dayless !== true && isExact(mention))
  return whole.some((mention, index) => {
    const next = whole[index + 1]
    return next !== undefined && AND_ALSO.test(text.slice(mention.end, next.start))
  })
}

const AND_ALSO =
  /^(?:、|和|跟|及|以及|还有|或者?|或是|要么| and (?:on )?| & | ?\/ ?|,? or (?:maybe |else )?(?:on )?)$/

/** 约了明天,改约后天: the day it was changed to. */
function changedTo({ text }: Parsed, days: readonly DayMention[]): readonly DayMention[] {
  const changed = days.filter(({ start }) => CHANGED_TO.test(text.slice(Math.max(0, start - 14), start)))
  return changed.length > 0 && changed.length < days.length ? changed : days
}

const CHANGED_TO =
  /(?:改(?:约|成|到|为|在|期到)|换(?:成|到))$|(?<![a-z])(?:make (?:it|that)|changed? (?:it |that )?to|moved? (?:it |that )?to|rather|i mean(?:t)?) ?$/

function whenOf(days: readonly DayMention[], today: Day): Moment | undefined {
  const ahead = days.filter((d) => d.sense.point >= today && isExact(d))
  const said =
    ahead.find((d) => d.time !== undefined && d.dayless !== true) ??
    ahead.find((d) => d.dayless !== true) ??
    ahead[0]
  if (said === undefined) return undefined
  // "Friday: Tom 9am": the one hour beside the one day is of that day.
  const hours = ahead.filter(({ dayless }) => dayless === true)
  const wholeDays = ahead.length - hours.length
  const time = said.time ?? (wholeDays === 1 && hours.length === 1 ? hours[0]?.time : undefined)
  return { day: said.sense.point, ...(time !== undefined && { time }) }
}

function mentionsOf(parsed: Parsed): readonly Mention[] {
  return [...parsed.people, ...parsed.colleagues].sort(byStart).map((m) => {
    const start = parsed.toRaw(m.start)
    const end = parsed.toRaw(m.end)
    const maybe = m.maybe === undefined ? {} : { maybe: m.maybe }
    const colleague = m.colleague === undefined ? {} : { colleague: m.colleague }
    return { text: parsed.raw.slice(start, end), start, end, customers: m.ids, ...maybe, ...colleague }
  })
}

function byStart(a: PersonMention, b: PersonMention): number {
  return a.start - b.start
}

function nearestNames(parsed: Parsed, people: People): readonly NearestName[] {
  return parsed.people.flatMap((m) => {
    if (m.nearest === undefined) return []
    const [id] = m.ids
    const meant = people.customers.get(id ?? '')
    const said = parsed.raw.slice(parsed.toRaw(m.start), parsed.toRaw(m.end))
    return [{ said, meant: meant?.nickname ?? meant?.name ?? m.nearest, customers: m.ids }]
  })
}
