import { type Activity, ActivityTypes, CardFactory, type TurnContext } from 'botbuilder'
import type { PressAnswer } from '../../../ports/conversation.js'
import type { PressWay } from '../acts.js'
import { fileInfo } from '../file/file-consent.js'
import { type InvokeAnswer, invokeAnswer } from './invoke-answer.js'

/**
 * Action.Execute is answered in place; for Action.Submit, and for the offer of a file, the card is changed, or where
 * that fails sent anew.
 */
export async function showPressed(
  context: TurnContext,
  via: PressWay,
  answer: PressAnswer,
): Promise<InvokeAnswer | undefined> {
  if (via === 'execute') return invokeAnswer(answer)
  if (answer.kind === 'line') await context.sendActivity(answer.text)
  if (answer.kind === 'line' || answer.kind === 'none') return undefined
  const message = messageOf(answer)
  if (!(await isReplaced(context, message))) await context.sendActivity(message)
  return undefined
}

function messageOf(answer: Extract<PressAnswer, { kind: 'card' | 'file' }>): Partial<Activity> {
  const type = ActivityTypes.Message
  if (answer.kind === 'card') return { type, attachments: [CardFactory.adaptiveCard(answer.card)] }
  const file = fileInfo(answer.uploadInfo)
  return { type, text: answer.text, ...(file === undefined ? {} : { attachments: [file] }) }
}

/** Whether the message that carried the button could be changed; it may be gone, or not ours to change. */
async function isReplaced(context: TurnContext, message: Partial<Activity>): Promise<boolean> {
  const { replyToId } = context.activity
  if (replyToId === undefined) return false
  try {
    await context.updateActivity({ ...message, id: replyToId })
    return true
  } catch {
    return false
  }
}
