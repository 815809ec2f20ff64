import { terminalKey } from '../../compose/terminal-chat.js'
import { parseState } from '../../conversation/state.js'
import type { OpenQuestion as AskedQuestion } from '../../language/context.js'
import type { ConversationView, OpenQuestion, QuestionKind } from './open-question.js'

/** Which kind each question counts as; a line of a practised call asks the manager nothing. */
const KIND_OF: Readonly<Record<AskedQuestion['kind'], QuestionKind | undefined>> = {
  customer: 'customer',
  confirm: 'confirm',
  offer: 'confirm',
  when: 'when',
  outcome: 'outcome',
  'put-off': 'when',
  meeting: 'choice',
  opportunity: 'choice',
  step: 'step',
  lost: 'choice',
  fact: 'choice',
  setting: 'choice',
  line: undefined,
  entry: 'choice',
}

/** The conversation as it keeps itself between two turns. */
export const keptState: ConversationView = {
  keyOf: terminalKey,

  openQuestionOf(memory) {
    const state = parseState(memory, managerIn(memory))
    const open = state.stack.findLast(
      ({ question }) => question !== undefined && KIND_OF[question.open.kind] !== undefined,
    )
    const kind = open?.question && KIND_OF[open.question.open.kind]
    if (open?.question !== undefined && kind !== undefined) return { id: open.question.promptId, kind }
    const { unclear } = state.focus
    if (unclear === undefined || unclear.turn !== state.turn) return undefined
    return {
      id: unclear.value.id,
      kind: 'choice',
      options: unclear.value.intents,
      lapses: true,
    } satisfies OpenQuestion
  },

  intentOf(memory) {
    const { said, turn } = parseState(memory, managerIn(memory))
    return said?.turn === turn ? said.intent : undefined
  },
}

function managerIn(memory: unknown): string {
  return typeof memory === 'object' && memory !== null ? String(Reflect.get(memory, 'managerId')) : ''
}
