import type { Flow, Next, View } from '../../src/conversation/flow.js'
import type { ClaimCheck } from '../../src/domain/claims/claim-check.js'
import type { Locale } from '../../src/domain/manager/manager.js'
import type { Playbooks } from '../../src/domain/playbook/playbook.js'
import { isLastWord, type PracticeLine, type PracticeTopic } from '../../src/domain/playbook/practice.js'
import { type PractisedCall, practisedCall } from '../../src/domain/playbook/practised-call.js'
import type { Answer } from '../../src/language/context.js'
import { findingLines } from '../../src/messaging/cards/meetings/draft-card.js'
import { practiceWordsFor } from '../../src/messaging/wording/sales/practice-words.js'

export interface PracticeInput {
  readonly topic: PracticeTopic
  /** How often it was practised before in a row: the customer then says it otherwise. */
  readonly round: number
  readonly locale: Locale
}

export interface PracticeState {
  readonly input: PracticeInput
  readonly lines: readonly PracticeLine[]
  /** What stands before the customer's next words: what of the last line may not be said. */
  readonly notes: readonly string[]
  /** The manager's last line ends the call. */
  readonly isOver: boolean
  readonly reviewed?: true
}

export const PRACTICE = 'practice'

type Words = { readonly playbooks: () => Playbooks; readonly claims: () => ClaimCheck }

/**
 * A call with an invented customer, whom Daybook plays; at its end the manager's lines are scored by the review sheet.
 * It is given no customer, and writes nothing: what sounds like a report in it is none.
 */
export function practiceFlow(words: Words): Flow<PracticeState, PracticeInput> {
  return {
    name: PRACTICE,
    version: 2,
    begin(input) {
      const { scene } = callOf(input, words)
      const notes = [practiceWordsFor(input.locale).title(scene.who), scene.setting]
      return { input, lines: [], notes, isOver: false }
    },
    next: (state, view) => nextOf(state, view, words),
    take: (state, answer, view) => take(state, answer, view, words),
    ran: (state) => ({ ...state, reviewed: true }),
    left: ({ input }) => practiceWordsFor(input.locale).left,
  }
}

function nextOf(state: PracticeState, { today }: View, words: Words): Next {
  const { input, lines, notes, isOver, reviewed } = state
  const { round, locale } = input
  if (reviewed === true) return { kind: 'end' }
  const { call, scene } = callOf(input, words)
  const turn = isOver ? undefined : call.next(lines, { day: today, round })
  if (turn === undefined) return { kind: 'run', act: PRACTICE, input: { input, lines, notes } }
  const own = practiceWordsFor(locale)
  const isFirst = lines.length === 0
  const hint = isLastWord([...lines, turn]) ? own.lastWord : isFirst ? own.how : undefined
  return {
    kind: 'ask',
    question: {
      open: { kind: 'line' },
      say: {
        as: 'line',
        notes,
        who: scene.who,
        text: turn.text,
        locale,
        ...(hint === undefined ? {} : { hint }),
      },
    },
  }
}

function take(
  state: PracticeState,
  answer: Answer,
  { today }: View,
  words: Words,
): PracticeState | undefined {
  if (answer.kind !== 'line' || answer.end === 'off') return undefined
  const { input, lines } = state
  const { call } = callOf(input, words)
  const heard = call.next(lines, { day: today, round: input.round })
  const before = heard === undefined ? lines : [...lines, heard]
  if (answer.end === 'over') return { ...state, lines: before, notes: [], isOver: true }
  const { text } = answer
  const notes = call.findings(text).flatMap((finding) => findingLines(finding, input.locale))
  return {
    ...state,
    lines: [...before, { who: 'manager', text }],
    notes,
    isOver: isLastWord(before) || answer.end === 'goodbye',
  }
}

export type Scene = Parameters<typeof practisedCall>[2]

/** The call that is practised, and its scene. */
export function callOf(
  { topic, locale }: PracticeInput,
  { playbooks, claims }: Words,
): { readonly call: PractisedCall; readonly scene: Scene } {
  const playbook = playbooks()[locale]
  const { kind, situation } = topic
  const scene = playbook.practice.scenes.find(
    ({ topic: other }) => other.kind === kind && other.situation === situation,
  )
  if (scene === undefined) throw new Error(`the playbook has no call to practise for ${kind}/${situation}`)
  return { call: practisedCall(playbook, claims(), scene), scene }
}
