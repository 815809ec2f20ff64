import type { PressAnswer } from '../../../ports/conversation.js'

/** Status and body of the answer to an invoke, as the messenger wants it for Action.Execute. */
export interface InvokeAnswer {
  readonly status: number
  readonly body?: { readonly statusCode: number; readonly type: string; readonly value: unknown }
}

/** An invoke for something this assistant does not have. */
export const NOT_OFFERED: InvokeAnswer = { status: 501 }

export function invokeAnswer(answer: PressAnswer): InvokeAnswer {
  switch (answer.kind) {
    case 'card':
      return {
        status: 200,
        body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: answer.card },
      }
    case 'line':
    case 'file':
      return lineAnswer(answer.text)
    case 'none':
      return { status: 200, body: { statusCode: 200, type: MESSAGE, value: '' } }
  }
}

export function lineAnswer(text: string): InvokeAnswer {
  return { status: 200, body: { statusCode: 200, type: MESSAGE, value: text } }
}

const MESSAGE = 'application/vnd.microsoft.activity.message'
