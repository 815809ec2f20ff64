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
  const lost = parts.find((part) => part.outcome === 'lost')
  if (lost === undefined) return overProducts(parsed, told, parts)
  const closed = parts.find((part) => part.outcome === 'closed')
  if (closed === undefined) return undefined
  const isRest = told.some(({ masked }) => REST.test(masked))
  if (closed.amount === undefined && lost.amount === undefined) return undefined
  if ((closed.amount === undefined || lost.amount === undefined) && !isRest) return undefined
  if (closed.amount !== undefined && sameSum(closed.amount, lost.amount)) return undefined
  return parts.filter((part) => part === closed || part === lost)
}

const INTO = new RegExp(
  [
    'M(?:的)?(?:拿|用)?(?:去|来)?(?:买|存|续|转|做|配|投|放|办)?(?:了|成|到|进|入|在|上)*(?:[一两三五半]年期?)?(?:的)?K',
    'M (?:(?:in|into|to|on|for|went|goes|of|worth) )*(?:an? |the |our )?(?:[a-z-]+ ){0,2}K',
    'K (?:for|with|of) M',
  ].join('|'),
  'g',
)
/** M里, "out of M": what the parts were taken from. */
const TAKEN_FROM = /从[^,。;]{0,6}M|M[^,。;]{0,3}(?:里|中)|(?<![a-z])(?:from|out of) (?:the |his |her )?M/

/** Whether a sum is what another was taken out of: 从50万理财里拿20万. */
export function isTakenFrom(text: string, start: number, end: number): boolean {
  return (
    /(?:从|(?<![a-z])(?:from|out of)(?: (?:the|his|her))?) ?$/.test(text.slice(0, start)) ||
    /^[^,。;]{0,4}[里中](?!面积)/.test(text.slice(end))
  )
}

/** 60万续了定期,40万买了基金: each sum that went into a product of its own is a closing of its own. */
function overProducts(
  parsed: Parsed,
  told: readonly Clause[],
  parts: readonly SumPart[],
): readonly SumPart[] | undefined {
  const isClosed = new Set(parts.map(({ clause }) => clause))
  const from = told.findIndex((clause) => isClosed.has(clause))
  if (from < 0 || told.some(({ masked }) => NOT_ALL.test(masked))) return undefined
  const found = told.slice(from).flatMap((clause): readonly SumPart[] => {
    const sums = parsed.sums.filter((sum) => overlaps([clause], sum.start, sum.end))
    const places = [...clause.masked.matchAll(/M/g)].map((match) => match.index)
    const masked = clause.masked.replace(TAKEN_FROM, (words) => '-'.repeat(words.length))
    return [...masked.matchAll(INTO)].flatMap((match) => {
      const amount = sums[places.indexOf(match.index + match[0].indexOf('M'))]?.range
      return amount === undefined ? [] : [{ outcome: 'closed', clause, amount } as const]
    })
  })
  const distinct = found.filter((part, at) => found.findIndex((other) => isSame(part, other)) === at)
  return distinct.length > 1 && distinct.length === found.length ? distinct : undefined
}

/** Where something is only wanted, put off or refused, the sums are not all of what was done. */
const NOT_ALL =
  /想|要(?!了)|打算|准备|考虑|不|没|说|(?<![a-z])(?:wants?|will|would|not|plans?|thinking|maybe|might|interested|says?|said)(?![a-z])|n't|'ll/

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
    // "Took M out" is taken away, though "took M" alone is bought.
    .filter(
      (cue, _at, all) =>
        cue.says === 'lost' ||
        !all.some((o) => o.says === 'lost' && o.at < cue.end && cue.at < o.end && cue.end <= o.end),
    )
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
