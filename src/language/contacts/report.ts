import type { Channel, Objection, Outcome } from '../../domain/customer/contact.js'
import type { Day, Moment } from '../../domain/day.js'
import type { AmountRange } from '../../domain/money.js'
import type { ClauseWordFinder } from '../clauses/clause-words.js'
import { withoutStruckOut } from '../clauses/corrections.js'
import type { Modality } from '../clauses/properties.js'
import { type DayMention, isExact, isPlannable } from '../days/mention.js'
import { isRuledOutBy } from '../days/ruled-out.js'
import { overlaps, type Parsed } from '../parse.js'
import type { Gazetteer } from '../people/book-names.js'
import type { ReportedContact, ReportedPromise } from '../slots.js'
import { type Clause, clausesOf, groupsOf } from './clauses.js'
import { type Cue, type CueFinder, rememberingCues } from './cues.js'
import { isTakenFrom, partsOf } from './divided-sums.js'
import { type Entry, entriesOf } from './entries.js'
import { isOwnPlan, meantNextOf } from './meant-next.js'
import { destinationOf } from './money-course.js'
import { type KeptPromise, keptPromiseOf, type NonEvent, nonEventOf, tellsOfContact } from './non-events.js'
import { type OutcomeGuess, type OutcomeReading, outcomeOf } from './outcome.js'
import { withOwnHours } from './own-hours.js'
import { peopleMeant } from './set-aside.js'
import { comesToUs } from './whose-deed.js'

export type { KeptPromise, NonEvent } from './non-events.js'

/** What a message reports, and how sure its reading is. */
export interface Report {
  readonly contacts: readonly ReportedContact[]
  /** Whether each contact rests on words that say how it went, not on the default. */
  readonly isSaid: boolean
  /** 0 to 1: 1 where each outcome is said, less where one is only likely. */
  readonly sureness: number
  /** What was spoken of and did not happen: plans, wishes, conditions, questions. */
  readonly nonEvents: readonly NonEvent[]
  /** Promises of the manager's that the message says are kept. */
  readonly keptPromises: readonly KeptPromise[]
}

/** What a report is read with. */
export interface ReportWords {
  readonly cues: CueFinder
  readonly clauseWords: ClauseWordFinder
  /** Absent while it is still to be learnt. */
  readonly guessOutcome?: OutcomeGuess
}

export function reportOf(as: Parsed, book: Gazetteer, words: ReportWords, today: Day): Report {
  const parsed = withOwnHours(withoutStruckOut(as), today)
  const heard = rememberingCues(words.cues)
  const tells = (masked: string, isOpen: boolean) =>
    heard.smallTalk(masked) !== undefined ||
    heard.outcomes(masked).some(({ says }) => says !== 'info' && !(isOpen && AGREED.has(says)))
  const groups = groupsOf({ ...parsed, people: peopleMeant(parsed) })
  const clauses = clausesOf(parsed, groups, today, words.clauseWords, tells)
  const entries = entriesOf(clauses, book)
  const ofAll = channelOfAll(clauses, heard)
  const told: Told[] = []
  for (const entry of entries.filter(tellsOfContact)) {
    const before = told.at(-1)
    for (const one of contactsOf(parsed, entry, heard, words.guessOutcome, today, ofAll))
      told.push(before !== undefined && isTheSame(entry) ? sameAs(before, one) : one)
  }
  return {
    contacts: told.map(({ contact }) => contact),
    nonEvents: entries.flatMap((entry) => nonEventOf(parsed, entry, today)),
    keptPromises: entries.flatMap((entry) => keptPromiseOf(parsed, entry)),
    isSaid: told.every(({ isSaid }) => isSaid),
    sureness: Math.min(1, ...told.map(({ sureness }) => sureness)),
  }
}

/** A day beside a verb of contact without tense is when it is to be made, no agreement. */
const AGREED: ReadonlySet<Outcome> = new Set(['appointment', 'callback'])

interface Told {
  readonly contact: ReportedContact
  readonly isSaid: boolean
  readonly sureness: number
}

/** One, or two where a sum was divided. */
function contactsOf(
  parsed: Parsed,
  entry: Entry,
  cues: CueFinder,
  guess: OutcomeGuess | undefined,
  today: Day,
  ofAll: ChannelOfAll,
): readonly Told[] {
  const channel = channelOf(entry, cues) ?? (isOfList(entry) ? ofAll?.listed : ofAll?.said)
  const parts = partsOf(parsed, entry, cues)
  if (parts === undefined) {
    const amount = amountOf(parsed, entry)
    return [contactOf(parsed, entry, cues, outcomeOf(entry, cues, guess), amount, channel, today)]
  }
  return parts.map(({ outcome, clause, amount }) =>
    contactOf(parsed, entry, cues, { outcome, clause, isSaid: true, sureness: 1 }, amount, channel, today),
  )
}

/** Of all that a message tells of, by what it begins with: 打了五个电话…, "rang James (vm), Steve (will think)". */
interface ChannelOfAll {
  /** Where the opening speaks of several contacts. */
  readonly said: Channel | undefined
  /** Of whoever is told of in a list after the verb. */
  readonly listed: Channel | undefined
}

function channelOfAll([first]: readonly Clause[], cues: CueFinder): ChannelOfAll {
  const channel = first === undefined ? undefined : cues.channels(first.masked)[0]?.says
  return { said: first !== undefined && SEVERAL.test(first.masked) ? channel : undefined, listed: channel }
}

const SEVERAL =
  /(?:[打拨见访聊]|回访|联系|跑)了?(?:[一二两三四五六七八九十几\d]+|一圈|一轮)(?:个|户|通|位|家|人)?(?!遍|次|趟|回|下)|群发|(?<![a-z])(?:called|rang|phoned|visited|texted|emailed|saw|met|tried) (?:[a-z]+ )?(?:two|three|four|five|six|\d+|all|both|round)(?! times)|(?<![a-z])(?:two|three|four|five|six|several|\d+) (?:calls|visits|texts|emails)|(?<![a-z])spent .{0,24}on the (?:phone|line)(?![a-z])|^(?:today'?s? |this morning'?s? )?(?:calls|visits|dials)(?![a-z])|^(?:ph|seen|外呼|电访|走访|拜访):?$/

/** "… , Steve (will think) and Nancy (wrong number)". */
function isOfList({ clauses: [first] }: Entry): boolean {
  return first !== undefined && /^(?:, ?|and )*[PQ] ?\(/.test(first.masked)
}

/** 姚总也是, "and so did Nancy". */
function isTheSame({ clauses }: Entry): boolean {
  return clauses.some(({ masked }) => DITTO.test(masked))
}

const DITTO =
  /^[PQ](?:也|同样)(?:是|一样|这么说|如此|这样)(?![^,。;]{2})|^(?:and |but )?so (?:did|does|is|was|has) [PQ]|^(?:and )?[PQ] (?:too|as well|likewise|ditto|the same|same)(?=$|[,.;])|^ditto (?:for |with )?[PQ]/

function sameAs({ contact: before, isSaid, sureness }: Told, { contact }: Told): Told {
  const { reached, outcome, objection } = before
  const channel = contact.channel ?? before.channel
  return {
    contact: {
      ...contact,
      ...(channel !== undefined && { channel }),
      reached,
      outcome,
      ...(objection !== undefined && { objection }),
    },
    isSaid,
    sureness,
  }
}

function contactOf(
  parsed: Parsed,
  entry: Entry,
  cues: CueFinder,
  { outcome, isSaid, sureness, clause }: OutcomeReading,
  amount: AmountRange | undefined,
  channel: Channel | undefined,
  today: Day,
): Told {
  const said = promiseOf(parsed, entry, cues)
  // Nothing is promised to whoever was not reached.
  const promise = outcome === 'no-answer' && isOwnPlan(said?.clause.masked ?? '') ? undefined : said
  const when = whenOf(parsed, entry, outcome, clause, promise?.clause, today)
  const meantNext = when === undefined ? meantNextOf(parsed, entry, promise?.clause, today) : undefined
  const objection = objectionOf(parsed, entry, cues, outcome)
  const mention = mentionOf(parsed, entry)
  const contact = {
    customers: entry.ids,
    ...(mention !== undefined && { mention }),
    ...(channel !== undefined && { channel }),
    reached: outcome !== 'no-answer' && outcome !== 'wrong-number',
    outcome,
    ...(when !== undefined && { when }),
    ...(meantNext !== undefined && { meantNext }),
    ...(amount !== undefined && { amount }),
    ...(objection !== undefined && { objection }),
    ...(promise !== undefined && { promise: promise.promise }),
    sure: {
      outcome: sureness,
      ...(channel !== undefined && { channel: SAID }),
      ...(when !== undefined && { when: SAID }),
      ...(amount !== undefined && { amount: SAID }),
      ...(objection !== undefined && { objection: SAID }),
      ...(promise !== undefined && { promise: SAID }),
    },
  }
  return { contact, isSaid, sureness }
}

/** As sure as what words of the message say. */
const SAID = 0.97

function amountOf(parsed: Parsed, entry: Entry): AmountRange | undefined {
  const sums = parsed.sums.filter((sum) => overlaps(entry.clauses, sum.start, sum.end))
  return (sums.find(({ start, end }) => !isTakenFrom(parsed.text, start, end)) ?? sums[0])?.range
}

function mentionOf(parsed: Parsed, { mention }: Entry): string | undefined {
  if (mention === undefined) return undefined
  return parsed.raw.slice(parsed.toRaw(mention.start), parsed.toRaw(mention.end))
}

/** From the clauses about this contact, else from what was said of the group or in front of all. */
function channelOf(entry: Entry, cues: CueFinder): Channel | undefined {
  for (const clause of [...entry.clauses, ...entry.shared]) {
    const next = cues.outcomes(clause.masked).filter(({ says }) => AGREED.has(says))
    const said = cues
      .channels(clause.masked)
      .filter((cue) => !isAheadOf(cue, clause.masked))
      .filter((cue) => !next.some((agreed) => agreed.at < cue.end && cue.at < agreed.end))
    const [first] = [...said].sort((a, b) => a.at - b.at)
    if (first !== undefined) return first.says
  }
  return undefined
}

/** A visit or a call after a day that is still to come is the next one, not this one; so is one that is only intended. */
function isAheadOf(cue: Cue<Channel>, masked: string): boolean {
  if (
    cue.says === 'visit' &&
    !/[了过]/.test(masked.slice(cue.at, cue.end)) &&
    INTENDED.test(masked.slice(0, cue.at))
  )
    return true
  if (ASKED_OF_US.test(masked.slice(0, cue.at))) return true
  return /[DT][^Y]*$/.test(masked.slice(0, cue.at)) && !/了/.test(masked.slice(cue.at, cue.end + 1))
}

/** 让我把材料发邮箱, "asked me to email it": the way of what is still to be sent. */
const ASKED_OF_US =
  /(?:让|叫|要|请|喊|嘱咐)(?:我|咱)们?[^,。;了]{0,10}$|我(?:答应|会|来|再|等会|晚点|回头)[^,。;了]{0,10}$|(?<![a-z])(?:asked|wants?|told|needs?) (?:me|us) to [^,.;]{0,24}$|(?<![a-z])i(?:'ll| will| promised to) [^,.;]{0,24}$/

const INTENDED = /(?:说|答应|同意|等|要|会|想|打算|准备|年|后|完|就|再)[^,。了]{0,8}$/

function objectionOf(parsed: Parsed, entry: Entry, cues: CueFinder, outcome: Outcome): Objection | undefined {
  if (outcome === 'closed' || outcome === 'no-answer' || outcome === 'wrong-number') return undefined
  const said = entry.clauses
    .filter(({ modality }) => MEANT.has(modality))
    .flatMap((clause) => {
      const named = cues.objections(clause.masked)
      const isAnother = destinationOf(clause.masked) === 'institution'
      const raised = isAnother ? [{ says: 'competitor' as const, at: 0, end: 0 }, ...named] : named
      return comesToUs(clause.masked) ? raised.filter(({ says }) => says !== 'competitor') : raised
    })
  // What the money that left or is to be borrowed was wanted for is no objection to us.
  const isNoObjection = outcome === 'lost' || (GLAD.has(outcome) && wantsLoan(parsed, entry))
  const raised = said.filter(({ says }) => !isNoObjection || says !== 'liquidity').map(({ says }) => says)
  // Another institution is the reason even where its rate is told first.
  if (raised[0] === 'yield' && raised.includes('competitor')) return 'competitor'
  const isFear = raised[0] === 'risk' && raised.includes('liquidity')
  // "Worried he can't get at it" is about getting at it.
  return isFear && entry.clauses.some(({ masked }) => FEARS_FOR_ACCESS.test(masked)) ? 'liquidity' : raised[0]
}

const GLAD: ReadonlySet<Outcome> = new Set<Outcome>(['interested', 'appointment', 'closed'])

function wantsLoan({ kinds, text }: Parsed, { clauses }: Entry): boolean {
  const isOfEntry = (start: number, end: number) => overlaps(clauses, start, end)
  return (
    kinds.some(({ kind, start, end }) => kind === 'loan' && isOfEntry(start, end)) ||
    clauses.some(({ start, end }) => BORROWS.test(text.slice(start, end)))
  )
}

const BORROWS = /[想要来问]贷|贷款|借[^,。]{0,3}[万千百]|(?<![a-z])(?:loan|borrow|mortgage)/

/** A fear of not getting at the money is one of access, not of loss. */
export const FEARS_FOR_ACCESS =
  /(?:怕|担心)[^,。]{0,8}(?:取不|拿不|动不|急用|用钱|要用)|(?<![a-z])(?:worr|afraid|scared|nervous|fear)[a-z]* .{0,20}(?:get(?:ting)? (?:at|to) |access|touch|take (?:it|the money) out|locked|tied)/

/** Clauses in which an objection is the customer's. */
const MEANT: ReadonlySet<Modality> = new Set<Modality>(['told', 'guessed', 'conditional', 'undone'])

interface Promised {
  readonly promise: ReportedPromise
  readonly clause: Clause
}

function promiseOf(parsed: Parsed, entry: Entry, cues: CueFinder): Promised | undefined {
  const clause = entry.clauses.find(({ masked }) => cues.promise(masked) !== undefined)
  if (clause === undefined) return undefined
  const due = parsed.days.find((d) => isPlannable(d) && overlaps([clause], d.start, d.end))?.sense.point
  return { promise: due === undefined ? {} : { due }, clause }
}

/** The agreed appointment or next contact: in the clause that says so, else in another that is no promise of ours. */
function whenOf(
  parsed: Parsed,
  entry: Entry,
  outcome: Outcome,
  said: Clause | undefined,
  promised: Clause | undefined,
  today: Day,
): Moment | undefined {
  if (outcome !== 'appointment' && outcome !== 'callback') return undefined
  const others = entry.clauses.filter((clause) => clause !== promised && clause !== said)
  const inOrder = said === undefined ? others : [said, ...others]
  for (const clause of [...inOrder.filter(({ masked }) => CHANGED_TO.test(masked)), ...inOrder]) {
    const days = parsed.days.filter(
      (d) =>
        isExact(d) && overlaps([clause], d.start, d.end) && d.sense.point >= today && !isRuledOut(parsed, d),
    )
    const best = days.find((d) => d.sense.point > today) ?? days.find((d) => d.time !== undefined) ?? days[0]
    if (best !== undefined && isAhead(parsed, best, today)) {
      return { day: best.sense.point, ...(best.time !== undefined && { time: best.time }) }
    }
  }
  // 让下午再打, "coming in the afternoon": of no other day than today.
  const isToday = inOrder.some(
    ({ start, end }) =>
      PART_OF_TODAY.test(parsed.text.slice(start, end)) && !overlapsAny(parsed.days, start, end),
  )
  return isToday ? { day: today } : undefined
}

const PART_OF_TODAY =
  /(?:^|[^天日号周末上每一二三四五六])(?:下午|傍晚|今晚|晚上)|(?<![a-z])(?:in the (?:afternoon|evening)|tonight|later today)(?![a-z])/

function overlapsAny(days: readonly DayMention[], start: number, end: number): boolean {
  return days.some((mention) => overlaps([{ start, end }], mention.start, mention.end))
}

/** The day that holds, whatever was agreed before. */
const CHANGED_TO = /改(?:成|到|为|在)|(?<![a-z])(?:moved|changed|shifted) (?:it |that )?to/

/** Not Thursday but Friday: 不是周四, "cannot do Wed". */
function isRuledOut({ text }: Parsed, { start, end }: DayMention): boolean {
  return isRuledOutBy(text.slice(Math.max(0, start - 24), start), text.slice(end, end + 24))
}

/** Today without a time is the day of the contact itself, unless it is this afternoon or tonight that was agreed. */
function isAhead({ text }: Parsed, { start, end, sense, time }: DayMention, today: Day): boolean {
  if (sense.point > today || time !== undefined) return true
  return (
    /下午|晚|傍晚|tonight|afternoon|evening|later/.test(text.slice(start, end)) ||
    /约|定在|for $/.test(text.slice(Math.max(0, start - 4), start))
  )
}
