import { OBJECTIONS } from '../../../domain/customer/contact.js'
import type { Locale } from '../../../domain/manager/manager.js'
import type { PracticeScene } from '../../../domain/playbook/practice.js'
import type { CallReview } from '../../../domain/playbook/review-call.js'
import { SITUATIONS } from '../../../domain/playbook/situations.js'
import type { Reply } from '../../../ports/reply.js'
import { practiceWordsFor } from '../../wording/sales/practice-words.js'
import { wordingFor } from '../../wording/wording.js'
import { type Action, buttons, card, facts, line, press } from '../parts/elements.js'

/** "Practise what?": the objections and the first calls. */
export function whichPracticeReply(locale: Locale): Reply {
  const words = practiceWordsFor(locale)
  const { objections } = wordingFor(locale)
  const calls = SITUATIONS['first-call'].map((one) =>
    practiceButton(words.firstCalls[one], 'first-call', one),
  )
  const raised = OBJECTIONS.map((one) => practiceButton(objections[one], 'objection', one))
  const sets = [raised.slice(0, 4), raised.slice(4), calls]
  const text = [words.which, ...sets.flat().map(({ title }) => `· ${title}`)].join('\n')
  return { text, summary: words.button, card: card([line(words.which), ...sets.map(buttons)], text) }
}

/** Begins to practise a call about `kind/situation`. */
export function practiceButton(title: string, kind: string, situation: string, round = 0): Action {
  return press(title, 'practice.start', { topic: `${kind}/${situation}`, round })
}

export interface CustomerLine {
  /** What stands before the customer's words. */
  readonly notes: readonly string[]
  readonly who: string
  readonly text: string
  readonly hint?: string
  readonly locale: Locale
}

/** What the customer of a practised call says. */
export function customerLineReply({ notes, who, text: words, hint, locale }: CustomerLine): Reply {
  const { says, button } = practiceWordsFor(locale)
  const said = says(who, words)
  const text = [...notes, said, ...(hint === undefined ? [] : [`(${hint})`])].join('\n')
  return {
    text,
    summary: button,
    card: card(
      [
        ...notes.map((note) => line(note, { size: 'Small' })),
        line(said, { weight: 'Bolder' }),
        ...(hint === undefined ? [] : [line(hint, { size: 'Small', isSubtle: true })]),
      ],
      text,
    ),
  }
}

export interface PracticeReviewInput {
  readonly scene: PracticeScene
  readonly review: CallReview
  /** An approved line that would have served. */
  readonly example?: string
  readonly round: number
  readonly locale: Locale
}

/** How a practised call went by the review sheet, and the one thing to try next time. */
export function practiceReviewReply({ scene, review, example, round, locale }: PracticeReviewInput): Reply {
  const words = practiceWordsFor(locale)
  const { total, scores, findings, next } = review
  const title = words.review.title(scene.who, total)
  const rows = scores.map(({ id, points, weight }) => [words.criteria[id], `${points}/${weight}`] as const)
  const tip = scores.find(({ id }) => id === next)?.tip
  const heard = scores.toSorted((a, b) => b.points - a.points)[0]?.heard
  const notes = [
    ...(findings.length === 0 ? [] : [words.review.halved(findings.length)]),
    ...(next === undefined || tip === undefined
      ? [words.review.full]
      : [words.review.next(words.criteria[next], tip)]),
    ...(heard === undefined ? [] : [words.review.heard(heard)]),
    ...(example === undefined ? [] : [words.review.example(example)]),
  ]
  const text = [title, ...rows.map(([name, points]) => `${name} ${points}`), ...notes].join('\n')
  const { kind, situation } = scene.topic
  return {
    text,
    summary: words.button,
    data: { scene: scene.id, total, scores: scores.map(({ id, points }) => ({ id, points })) },
    card: card(
      [
        line(title, { weight: 'Bolder', size: 'Medium' }),
        facts(rows),
        ...notes.map((note) => line(note, { spacing: 'Small' })),
        buttons([
          practiceButton(words.review.again, kind, situation, round + 1),
          press(words.review.other, 'practice.which', {}),
        ]),
      ],
      text,
    ),
  }
}
