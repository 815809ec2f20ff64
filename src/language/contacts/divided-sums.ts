import type { Outcome } from '../../domain/customer/contact.js'
import type { AmountRange } from '../../domain/money.js'
import { overlaps, type Parsed } from '../parse.js'
import type { Clause } from './clauses.js'
import type { Cue, CueFinder } from './cues.js'
import type { Entry } from './entries.js'

/** One part of a sum, and what became of it. */
export interface SumPart {
  readonly outcome: Outcome
  readonly amount?: AmountRange
  readonly clause: Clause
}

/** 转走20万,剩下10万续存: a part that left and a part that stayed are two outcomes; undefined where the sum is one. */
export function partsOf(parsed: Parsed, entry: Entry, cues: CueFinder): readonly SumPart[] | undefined {
  const told = entry.clauses.filter((clause) => clause.modality === 'told')
  const parts = told
    .flatMap((clause) => partsIn(parsed, clause, cues))
    .filter((part, at, all) => all.findIndex((other) => isSame(part, other)) === at)
  const closed = parts.find((part) => part.outcome === 'closed')
  const lost = parts.find((part) => part.outcome === 'lost')
  if (closed === undefined || lost === undefined) return undefined
  const isRest = told.some(({ masked }) => REST.test(masked))
  if (closed.amount === undefined && lost.amount === undefined) return undefined
  if ((closed.amount === undefined || lost.amount === undefined) && !isRest) return undefined
  if (closed.amount !== undefined && sameSum(closed.amount, lost.amount)) return undefined
  return parts.filter((part) => part === closed || part === lost)
}

const REST =
  /剩|其余|余下|另外?(?:一半|的|M)|一半|留下|(?<![a-z])(?:the rest|other half|remaining|the remainder|half)(?![a-z])/

function isSame(a: SumPart, b: SumPart): boolean {
  return (
    a.outcome === b.outcome &&
    (a.amount === undefined || b.amount === undefined || sameSum(a.amount, b.amount))
  )
}

function sameSum(a: AmountRange, b: AmountRange | undefined): boolean {
  return b !== undefined && a.min === b.min && a.max === b.max
}

function partsIn(parsed: Parsed, clause: Clause, cues: CueFinder): readonly SumPart[] {
  const sums = parsed.sums.filter((sum) => overlaps([clause], sum.start, sum.end))
  const places = [...clause.masked.matchAll(/M/g)].map((match) => match.index)
  const verbs = cues
    .outcomes(clause.masked)
    .filter((cue) => cue.says === 'closed' || cue.says === 'lost')
    .sort((a, b) => a.at - b.at)
    .filter((cue, at, all) => at === 0 || cue.says !== all[at - 1]?.says)
  return verbs.map((cue, at) => {
    // As many sums as verbs: each has its own, in the order told.
    const place = places.length === verbs.length ? places[at] : placeOf(cue, places)
    const amount = place === undefined ? undefined : sums[places.indexOf(place)]?.range
    return { outcome: cue.says, clause, ...(amount !== undefined && { amount }) }
  })
}

/** How far behind its verb a sum may stand: "took out another 100k". */
const AFTER = 10

/** The sum directly behind the words, else within them, else a little later, else the last one before. */
function placeOf({ at, end }: Cue<Outcome>, places: readonly number[]): number | undefined {
  return (
    places.find((place) => end <= place && place <= end + 1) ??
    places.filter((place) => at <= place && place < end).at(-1) ??
    places.find((place) => end <= place && place <= end + AFTER) ??
    places.filter((place) => place < at).at(-1)
  )
}
