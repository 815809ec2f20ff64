import type { Answer, OpenQuestion } from '../language/context.js'

/** The answer that a pressed choice of a question gives; undefined for what that question does not offer. */
export function pressedAnswer(question: OpenQuestion, choice: string): Answer | undefined {
  switch (question.kind) {
    case 'customer':
      return question.candidates.includes(choice) ? { kind: 'customer', customerId: choice } : undefined
    case 'confirm':
    case 'offer':
      return { kind: 'confirm', yes: choice === 'yes' }
    case 'when':
      return question.choices.includes(choice) ? { kind: 'choice', id: choice } : undefined
    case 'outcome':
      return question.choices.some((one) => one === choice) ? { kind: 'choice', id: choice } : undefined
    case 'put-off': {
      const put = question.choices.find(({ id }) => id === choice)?.put
      return put && { kind: 'put', put }
    }
    case 'meeting': {
      const meeting = question.meetings.find(({ agreementId }) => agreementId === choice)
      return meeting && { kind: 'meeting', meeting }
    }
    case 'opportunity':
      return question.choices.some(({ id }) => id === choice) ? { kind: 'choice', id: choice } : undefined
    case 'step':
    case 'lost':
    case 'setting':
      return { kind: 'choice', id: choice }
    case 'entry': {
      const at = question.entries.find((one) => String(one) === choice)
      return at === undefined ? undefined : { kind: 'entry', at }
    }
    case 'fact':
    case 'line':
      return undefined
  }
}
