import type { ClaimCheck, ClaimFinding } from '../claims/claim-check.js'
import type { Day } from '../day.js'
import { type FilledLine, rankLines } from './choose-line.js'
import type { LineValues } from './line.js'
import { objectionAnswers } from './objection-answers.js'
import type { Playbook } from './playbook.js'
import { customerTurn, type PracticeDraw, type PracticeLine, type PracticeScene } from './practice.js'
import { type CallReview, callReview } from './review-call.js'

/** A call with an invented customer: nothing of it is about anybody in a book. */
export interface PractisedCall {
  /** What the customer says next; undefined where the call is over. */
  next(lines: readonly PracticeLine[], draw: PracticeDraw): ReturnType<typeof customerTurn>
  /** What of a line may not be said. */
  findings(text: string): readonly ClaimFinding[]
  review(lines: readonly PracticeLine[]): CallReview
  /** An approved line that would have served. */
  example(values: LineValues, today: Day): FilledLine | undefined
}

export function practisedCall(playbook: Playbook, claims: ClaimCheck, scene: PracticeScene): PractisedCall {
  const { reviewSheet, locale, practice } = playbook
  const review = callReview(reviewSheet, locale, claims)
  const { topic } = scene
  return {
    next: (lines, draw) => customerTurn(practice, scene, lines, review, draw),
    findings: (text) => claims(text, locale).findings,
    review,
    example(values, today) {
      if (topic.kind === 'objection') {
        const asked = { objection: topic.situation, repeated: false, values, lastUsed: [], today }
        return objectionAnswers(playbook, asked).answers[0]
      }
      const customer = { id: '', permission: 'any' } as const
      return rankLines(playbook, { ...topic, customer, values, day: today })[0]
    },
  }
}
