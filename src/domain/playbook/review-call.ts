import type { ClaimCheck, ClaimFinding } from '../claims/claim-check.js'
import { compilePhrase } from '../claims/phrase.js'
import type { Locale } from '../manager/manager.js'
import type { Criterion, CriterionId, ReviewSheet } from './review-sheet.js'

/** One thing said in a call, in its order. */
export interface CallLine {
  readonly who: 'manager' | 'customer'
  readonly text: string
}

export interface CriterionScore {
  readonly id: CriterionId
  /** 0 to 1. */
  readonly score: number
  /** Points of the criterion's weight, rounded. */
  readonly points: number
  readonly weight: number
  /** The manager's words in which it was found. */
  readonly heard?: string
  /** What to try next time; absent where nothing is missing. */
  readonly tip?: string
}

export interface CallReview {
  /** 0 to 100. A call that says what may not be said has no more than half of what it would have. */
  readonly total: number
  readonly scores: readonly CriterionScore[]
  /** What may not be said, with what may be said instead. */
  readonly findings: readonly ClaimFinding[]
  /** The criterion with the most points still to be had: one thing to work on. */
  readonly next?: CriterionId
}

/**
 * Scores a call by the review sheet (录音评估表, Handbook §5), a finished one or what was said so far. Only the
 * manager's lines are judged; the customer's count for how the talk was shared. Without a line of the manager all is 0.
 */
export function callReview(sheet: ReviewSheet, locale: Locale, claims: ClaimCheck) {
  const tongue = locale === 'zh-CN' ? 'zh' : 'en'
  const signs = new Map(
    sheet.criteria.map(({ id, signs }) => [
      id,
      signs.map((group) => group.map((phrase) => compilePhrase(phrase, tongue, {}, ''))),
    ]),
  )

  return (lines: readonly CallLine[]): CallReview => {
    const said = lines.filter(({ who }) => who === 'manager').map(({ text }) => text)
    const findings = said.flatMap((text) => claims(text, locale).findings)
    const scores = sheet.criteria.map((criterion) => {
      const { score, heard } =
        said.length === 0
          ? { score: 0, heard: undefined }
          : criterion.id === 'compliance'
            ? { score: findings.length === 0 ? 1 : 0, heard: undefined }
            : criterion.id === 'listening'
              ? { score: listening(lines, sheet, locale), heard: undefined }
              : found(criterion, signs.get(criterion.id)!, said)
      return scored(criterion, score, heard)
    })
    return reviewOf(scores, findings)
  }
}

/** The same of a call that only the manager heard: what was ticked on the sheet was done, the rest was not. */
export function tickedReview({ criteria }: ReviewSheet, isDone: (id: CriterionId) => boolean): CallReview {
  return reviewOf(
    criteria.map((criterion) => scored(criterion, isDone(criterion.id) ? 1 : 0, undefined)),
    [],
  )
}

function reviewOf(scores: readonly CriterionScore[], findings: readonly ClaimFinding[]): CallReview {
  const sum = scores.reduce((total, { points }) => total + points, 0)
  const next = scores.toSorted((a, b) => b.weight - b.points - (a.weight - a.points))[0]
  return {
    total: findings.length > 0 ? Math.floor(sum / 2) : sum,
    scores,
    findings,
    ...(next === undefined || next.points === next.weight ? {} : { next: next.id }),
  }
}

function scored(criterion: Criterion, score: number, heard: string | undefined): CriterionScore {
  const { id, weight, tip } = criterion
  return {
    id,
    score,
    points: Math.round(score * weight),
    weight,
    ...(heard === undefined ? {} : { heard }),
    ...(score === 1 ? {} : { tip }),
  }
}

function found(
  { within }: Criterion,
  groups: readonly (readonly RegExp[])[],
  said: readonly string[],
): { readonly score: number; readonly heard: string | undefined } {
  const looked = within === undefined ? said : within > 0 ? said.slice(0, within) : said.slice(within)
  const hearing = groups.map((group) => looked.find((text) => group.some((sign) => sign.test(plain(text)))))
  const heard = hearing.find((text) => text !== undefined)
  return { score: hearing.filter((text) => text !== undefined).length / groups.length, heard }
}

function listening(lines: readonly CallLine[], sheet: ReviewSheet, locale: Locale): number {
  const lengthOf = (who: CallLine['who']) =>
    lines.filter((line) => line.who === who).reduce((sum, { text }) => sum + lengthIn(text, locale), 0)
  const manager = lengthOf('manager')
  const customer = lengthOf('customer')
  if (customer > 0) return between(manager / (manager + customer), sheet.talkShare)
  const turns = lines.filter(({ who }) => who === 'manager').length
  return between(manager / turns, sheet.lineLength)
}

function between(value: number, { good, poor }: ReviewSheet['talkShare']): number {
  return Math.min(1, Math.max(0, (poor - value) / (poor - good)))
}

/** Chinese is measured in characters, English in words. */
function lengthIn(text: string, locale: Locale): number {
  return locale === 'zh-CN'
    ? [...text.matchAll(/[\p{Script=Han}\d]/gu)].length
    : [...text.matchAll(/[\p{L}\d']+/gu)].length
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/(?<=\d),(?=\d{3})/g, '')
}
