import type { Channel, Objection, Outcome } from '../../domain/customer/contact.js'
import type { Day, Moment } from '../../domain/day.js'
import { type DayMention, isExact } from '../days/mention.js'
import { overlaps, type Parsed } from '../parse.js'
import type { Gazetteer } from '../people/gazetteer.js'
import type { ReportedContact, ReportedPromise } from '../reading.js'
import { type Clause, clausesOf, groupsOf } from './clauses.js'
import { type Cue, type CueFinder, rememberingCues } from './cues.js'
import { type Entry, entriesOf } from './entries.js'
import { type OutcomeGuess, outcomeOf } from './outcome.js'
import { peopleMeant } from './set-aside.js'

/** What a message reports, and how sure its reading is. */
export interface Report {
  readonly contacts: readonly ReportedContact[]
  /** Whether each contact rests on words that say how it went, not on the default. */
  readonly isSaid: boolean
  /** 0 to 1: 1 where each outcome is said, less where one is only likely. */
  readonly sureness: number
}

export function reportOf(
  parsed: Parsed,
  book: Gazetteer,
  cues: CueFinder,
  guess: OutcomeGuess | undefined,
  today: Day,
): Report {
  const clauses = clausesOf(parsed, groupsOf({ ...parsed, people: peopleMeant(parsed) }), today)
  const heard = rememberingCues(cues)
  const told = entriesOf(clauses, book).map((entry) => contactOf(parsed, entry, heard, guess, today))
  return {
    contacts: told.map(({ contact }) => contact),
    isSaid: told.every(({ isSaid }) => isSaid),
    sureness: Math.min(1, ...told.map(({ sureness }) => sureness)),
  }
}

interface Told {
  readonly contact: ReportedContact
  readonly isSaid: boolean
  readonly sureness: number
}

function contactOf(
  parsed: Parsed,
  entry: Entry,
  cues: CueFinder,
  guess: OutcomeGuess | undefined,
  today: Day,
): Told {
  const { outcome, isSaid, sureness, clause } = outcomeOf(entry, cues, guess)
  const promise = promiseOf(parsed, entry, cues)
  const when = whenOf(parsed, entry, outcome, clause, promise?.clause, today)
  const channel = channelOf(entry, cues)
  const amount = parsed.sums.find((sum) => overlaps(entry.clauses, sum.start, sum.end))?.range
  const objection = objectionOf(entry, cues, outcome)
  const mention = mentionOf(parsed, entry)
  const contact = {
    customers: entry.ids,
    ...(mention !== undefined && { mention }),
    ...(channel !== undefined && { channel }),
    reached: outcome !== 'no-answer' && outcome !== 'wrong-number',
    outcome,
    ...(when !== undefined && { when }),
    ...(amount !== undefined && { amount }),
    ...(objection !== undefined && { objection }),
    ...(promise !== undefined && { promise: promise.promise }),
  }
  return { contact, isSaid, sureness }
}

function mentionOf(parsed: Parsed, { mention }: Entry): string | undefined {
  if (mention === undefined) return undefined
  return parsed.raw.slice(parsed.toRaw(mention.start), parsed.toRaw(mention.end))
}

/** From the clauses about this contact, else from what was said of the group or in front of all. */
function channelOf(entry: Entry, cues: CueFinder): Channel | undefined {
  for (const clause of [...entry.clauses, ...entry.shared]) {
    const said = cues.channels(clause.masked).filter((cue) => !isAheadOf(cue, clause.masked))
    const [first] = [...said].sort((a, b) => a.at - b.at)
    if (first !== undefined) return first.says
  }
  return undefined
}

/** A visit or a call after a day that is still to come is the next one, not this one. */
function isAheadOf(cue: Cue<Channel>, masked: string): boolean {
  return /[DT][^Y]*$/.test(masked.slice(0, cue.at)) && !/了/.test(masked.slice(cue.at, cue.end + 1))
}

function objectionOf(entry: Entry, cues: CueFinder, outcome: Outcome): Objection | undefined {
  if (outcome === 'closed' || outcome === 'no-answer' || outcome === 'wrong-number') return undefined
  return entry.clauses.flatMap((clause) => cues.objections(clause.masked))[0]?.says
}

interface Promised {
  readonly promise: ReportedPromise
  readonly clause: Clause
}

function promiseOf(parsed: Parsed, entry: Entry, cues: CueFinder): Promised | undefined {
  const clause = entry.clauses.find(({ masked }) => cues.promise(masked) !== undefined)
  if (clause === undefined) return undefined
  const due = parsed.days.find((d) => isExact(d) && overlaps([clause], d.start, d.end))?.sense.point
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
  return undefined
}

/** The day that holds, whatever was agreed before. */
const CHANGED_TO = /改(?:成|到|为|在)|(?<![a-z])(?:moved|changed|shifted) (?:it |that )?to/

/** Not Thursday but Friday: 不是周四, "cannot do Wed". */
function isRuledOut({ text }: Parsed, { start }: DayMention): boolean {
  return /(?:不是|不要)$|(?:cannot|can't|cant|couldn't|can not) (?:do|make) $|(?<![a-z])not (?:on )?$/.test(
    text.slice(Math.max(0, start - 16), start),
  )
}

/** Today without a time is the day of the contact itself, unless it is this afternoon or tonight that was agreed. */
function isAhead({ text }: Parsed, { start, end, sense, time }: DayMention, today: Day): boolean {
  if (sense.point > today || time !== undefined) return true
  return (
    /下午|晚|傍晚|tonight|afternoon|evening|later/.test(text.slice(start, end)) ||
    /约|定在|for $/.test(text.slice(Math.max(0, start - 4), start))
  )
}
