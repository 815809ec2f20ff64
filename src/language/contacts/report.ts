import { type Channel, type Objection, OUTCOMES, type Outcome } from '../../domain/customer/contact.js'
import type { Day, Moment } from '../../domain/day.js'
import type { AmountRange } from '../../domain/money.js'
import type { DayMention } from '../days/read-days.js'
import { overlaps, type Parsed } from '../parse.js'
import type { Gazetteer } from '../people/gazetteer.js'
import type { ReportedContact, ReportedPromise } from '../reading.js'
import { type Clause, clausesOf, groupsOf } from './clauses.js'
import type { CueFinder } from './cues.js'
import { type Entry, entriesOf } from './entries.js'

/** What a message reports, and how sure its reading is. */
export interface Report {
  readonly contacts: readonly ReportedContact[]
  /** Whether each contact rests on words that say how it went, not on the default. */
  readonly isSaid: boolean
}

export function reportOf(parsed: Parsed, book: Gazetteer, cues: CueFinder, today: Day): Report {
  const clauses = clausesOf(parsed, groupsOf(parsed), today)
  const entries = entriesOf(clauses, book)
  const told = entries.map((entry) => contactOf(parsed, entry, cues, today))
  return { contacts: told.map(({ contact }) => contact), isSaid: told.every(({ isSaid }) => isSaid) }
}

function contactOf(
  parsed: Parsed,
  entry: Entry,
  cues: CueFinder,
  today: Day,
): { readonly contact: ReportedContact; readonly isSaid: boolean } {
  const { outcome, isSaid, clause } = outcomeOf(entry, cues)
  const reached = outcome !== 'no-answer' && outcome !== 'wrong-number'
  const promise = promiseOf(parsed, entry, cues)
  const when = whenOf(parsed, entry, outcome, clause, promise?.clause, today)
  const channel = channelOf(entry, cues)
  const amount = amountOf(parsed, entry)
  const objection = objectionOf(entry, cues, outcome)
  const mention =
    entry.mention === undefined
      ? undefined
      : parsed.raw.slice(parsed.toRaw(entry.mention.start), parsed.toRaw(entry.mention.end))
  return {
    isSaid,
    contact: {
      customers: entry.ids,
      ...(mention !== undefined && { mention }),
      ...(channel !== undefined && { channel }),
      reached,
      outcome,
      ...(when !== undefined && { when }),
      ...(amount !== undefined && { amount }),
      ...(objection !== undefined && { objection }),
      ...(promise !== undefined && { promise: promise.promise }),
    },
  }
}

/** The first of the outcomes, in the order of the contract, that any clause says. */
function outcomeOf(
  entry: Entry,
  cues: CueFinder,
): { readonly outcome: Outcome; readonly isSaid: boolean; readonly clause?: Clause } {
  const found = entry.clauses.flatMap((clause) =>
    cues.outcomes(clause.masked).map((cue) => ({ ...cue, clause })),
  )
  for (const outcome of OUTCOMES) {
    const cue = found.find((f) => f.says === outcome)
    if (outcome !== 'info' && cue !== undefined) return { outcome, isSaid: true, clause: cue.clause }
  }
  // Nothing was said but a reason against it: that is a no, unless somebody else has yet to be asked.
  const reason = entry.clauses.flatMap((clause) => cues.objections(clause.masked))[0]?.says
  if (reason !== undefined)
    return { outcome: reason === 'authority' ? 'considering' : 'declined', isSaid: true }
  return found.length > 0 ? { outcome: 'info', isSaid: true } : { outcome: 'info', isSaid: false }
}

function channelOf(entry: Entry, cues: CueFinder): Channel | undefined {
  for (const clauses of [entry.clauses, entry.shared]) {
    for (const clause of clauses) {
      const [first] = [...cues.channels(clause.masked)].sort((a, b) => a.at - b.at)
      if (first !== undefined) return first.says
    }
  }
  return undefined
}

function amountOf(parsed: Parsed, entry: Entry): AmountRange | undefined {
  return parsed.sums.find((sum) => overlaps(entry.clauses, sum.start, sum.end))?.range
}

function objectionOf(entry: Entry, cues: CueFinder, outcome: Outcome): Objection | undefined {
  if (outcome === 'closed' || outcome === 'no-answer' || outcome === 'wrong-number') return undefined
  const found = entry.clauses.flatMap((clause) => cues.objections(clause.masked))
  return found[0]?.says
}

function promiseOf(
  parsed: Parsed,
  entry: Entry,
  cues: CueFinder,
): { readonly promise: ReportedPromise; readonly clause: Clause } | undefined {
  for (const clause of entry.clauses) {
    if (cues.promise(clause.masked) === undefined) continue
    const day = parsed.days.find((d) => overlaps([clause], d.start, d.end))
    return { promise: day === undefined ? {} : { due: day.sense.point }, clause }
  }
  return undefined
}

function whenOf(
  parsed: Parsed,
  entry: Entry,
  outcome: Outcome,
  said: Clause | undefined,
  promised: Clause | undefined,
  today: Day,
): Moment | undefined {
  if (outcome !== 'appointment' && outcome !== 'callback') return undefined
  const inClause = (clause: Clause) =>
    parsed.days.filter((d) => overlaps([clause], d.start, d.end) && isAhead(d, today))
  const clauses = [...(said === undefined ? [] : [said]), ...entry.clauses.filter((c) => c !== promised)]
  for (const clause of clauses) {
    const days = inClause(clause)
    const best = days.find((d) => d.sense.point > today) ?? days.find((d) => d.time !== undefined) ?? days[0]
    if (
      best !== undefined &&
      (best.sense.point > today || best.time !== undefined || outcome === 'appointment')
    ) {
      return { day: best.sense.point, ...(best.time !== undefined && { time: best.time }) }
    }
  }
  return undefined
}

function isAhead({ sense }: DayMention, today: Day): boolean {
  return sense.point >= today
}
