import type { Day } from '../day.js'
import { fingerprint } from '../fingerprint.js'
import type { CallLine, CallReview } from './review-call.js'
import type { Situation } from './situations.js'

/** What the customer of a practised call does, in the order in which it may come up. */
export const BEATS = [
  'greets',
  'listens',
  'raises',
  'answers',
  'pushes',
  'hesitates',
  'accepts',
  'leaves',
] as const
export type Beat = (typeof BEATS)[number]

/** Said alike whatever the call is about. */
export const COMMON_BEATS = [
  'greets',
  'listens',
  'hesitates',
  'accepts',
  'leaves',
] as const satisfies readonly Beat[]
type CommonBeat = (typeof COMMON_BEATS)[number]

/** What a call can be practised on: an objection, or one of the openings of a first call (Handbook §4, §5). */
export type PracticeTopic =
  | { readonly kind: 'objection'; readonly situation: Situation<'objection'> }
  | { readonly kind: 'first-call'; readonly situation: Situation<'first-call'> }

/** A call with an invented customer. */
export interface PracticeScene {
  /** The same in every language. */
  readonly id: string
  readonly topic: PracticeTopic
  readonly who: string
  /** Who it is and what the call is to come to. */
  readonly setting: string
  readonly raises: readonly string[]
  /** In answer to an open question. */
  readonly answers: readonly string[]
  readonly pushes: readonly string[]
}

export interface PracticeWords {
  readonly any: Readonly<Record<CommonBeat, readonly string[]>>
  readonly scenes: readonly PracticeScene[]
}

/** A line of a practised call; the customer's carry what they were for. */
export interface PracticeLine extends CallLine {
  readonly beat?: Beat
}

/** Which of several wordings is drawn: another day or another round, another wording. */
export interface PracticeDraw {
  readonly day: Day
  /** 0 for the first time. */
  readonly round: number
}

/**
 * What the customer says next; undefined where the call is over, which is after the manager's answer to a yes or a
 * goodbye. The objection and its second push always come; an open question is answered once; two times offered from the objection on win the
 * meeting, and without them the customer leaves it at that.
 *
 * @param review reads the manager's lines by the review sheet
 */
export function customerTurn(
  { any }: PracticeWords,
  scene: PracticeScene,
  lines: readonly PracticeLine[],
  review: (lines: readonly CallLine[]) => CallReview,
  draw: PracticeDraw,
): (PracticeLine & { readonly beat: Beat }) | undefined {
  const used = lines.flatMap(({ beat }) => beat ?? [])
  const isDone = (id: string, said: readonly CallLine[]) =>
    review(said).scores.some((one) => one.id === id && one.score === 1)
  const since = lines.findIndex(({ beat }) => beat === 'raises')
  const beat = nextBeat(used, {
    purpose: isDone('purpose', lines),
    question: isDone('question', lines.slice(-1)),
    twoTimes: since >= 0 && isDone('two-times', lines.slice(since)),
  })
  if (beat === undefined) return undefined
  const wordings = isCommon(beat) ? any[beat] : scene[beat]
  const drawn = Number.parseInt(fingerprint({ scene: scene.id, beat, day: draw.day }), 36) + draw.round
  return { who: 'customer', beat, text: wordings[drawn % wordings.length] ?? '' }
}

/** Whether the next line of the manager is the last one. */
export function isLastWord(lines: readonly PracticeLine[]): boolean {
  const last = lines.findLast(({ beat }) => beat !== undefined)?.beat
  return last === 'accepts' || last === 'leaves'
}

function nextBeat(
  used: readonly Beat[],
  heard: { readonly purpose: boolean; readonly question: boolean; readonly twoTimes: boolean },
): Beat | undefined {
  const answers = heard.question && !used.includes('answers')
  switch (used.at(-1)) {
    case undefined:
      return 'greets'
    case 'greets':
      return heard.purpose ? 'raises' : 'listens'
    case 'listens':
      return 'raises'
    case 'raises':
      return answers ? 'answers' : 'pushes'
    case 'answers':
      if (!used.includes('pushes')) return 'pushes'
      return heard.twoTimes ? 'accepts' : used.includes('hesitates') ? 'leaves' : 'hesitates'
    case 'pushes':
      if (heard.twoTimes) return 'accepts'
      return answers ? 'answers' : 'hesitates'
    case 'hesitates':
      if (heard.twoTimes) return 'accepts'
      return answers ? 'answers' : 'leaves'
    case 'accepts':
    case 'leaves':
      return undefined
  }
}

function isCommon(beat: Beat): beat is CommonBeat {
  return COMMON_BEATS.some((one) => one === beat)
}
