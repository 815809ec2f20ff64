import { ANSWER_VERB } from '../../messaging/cards/questions/question-cards.js'
import type { Reply } from '../../ports/reply.js'

/** A button as a card carries it. */
export interface Button {
  readonly title: string
  readonly verb: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Every button of some replies, in the order in which they are read. */
export function buttonsOf(replies: readonly Reply[]): readonly Button[] {
  return replies.flatMap(({ card }) => buttonsIn(card))
}

/** What a yes or a no is among the choices of a question. */
const CHOICE_OF: Readonly<Record<string, string>> = { confirm: 'yes', deny: 'no' }

/** The newest button of that label, verb or choice of a question; undefined where there is none. */
export function findButton(buttons: readonly Button[], wanted: string): Button | undefined {
  const sought = wanted.trim().toLowerCase()
  const matches = ({ title, verb, data }: Button) => {
    const choice = verb === ANSWER_VERB ? String(data['choice']).toLowerCase() : undefined
    return (
      title.trim().toLowerCase() === sought ||
      verb.toLowerCase() === sought ||
      (choice !== undefined && (choice === sought || choice === CHOICE_OF[sought]))
    )
  }
  return buttons.findLast(matches)
}

/** The choices that stand under a question, by their ids. */
export function choicesOf(buttons: readonly Button[], questionId: string): readonly string[] {
  const own = buttons.filter(({ verb, data }) => verb === ANSWER_VERB && data['prompt'] === questionId)
  return [...new Set(own.map(({ data }) => String(data['choice'])))]
}

/** Whether a reply puts that question. */
export function puts(reply: Reply, questionId: string): boolean {
  return choicesOf(buttonsOf([reply]), questionId).length > 0
}

function buttonsIn(node: unknown): readonly Button[] {
  if (typeof node !== 'object' || node === null) return []
  const own =
    Reflect.get(node, 'type') === 'Action.Execute'
      ? [
          {
            title: String(Reflect.get(node, 'title')),
            verb: String(Reflect.get(node, 'verb')),
            data: (Reflect.get(node, 'data') ?? {}) as Button['data'], // our own cards carry records
          },
        ]
      : []
  return [...own, ...Object.values(node).flatMap(buttonsIn)]
}
