import { type Activity, ActivityTypes, CardFactory, type TurnContext } from 'botbuilder'
import type { PressWay } from './acts.js'
import type { Conversation, GateLines, Press, PressAnswer, Turn } from './conversation.js'
import { fileInfo } from './file-consent.js'
import { type InvokeAnswer, invokeAnswer } from './invoke-answer.js'
import type { PressMemory } from './presses.js'

export interface PressDeps {
  readonly conversation: Conversation
  readonly lines: GateLines
  readonly presses: PressMemory
}

/** What a press leads to: the conversation's answer, or where the press has done its work before, a line that says so. */
export async function press(deps: PressDeps, turn: Turn, pressed: Press): Promise<PressAnswer> {
  const { key } = pressed
  if (key === undefined) return deps.conversation.onPress(turn, pressed)
  if (await deps.presses.isDone(turn.manager.id, key)) {
    return { kind: 'line', text: deps.lines.doneBefore(turn.locale) }
  }
  const answer = await deps.conversation.onPress(turn, pressed)
  await deps.presses.done(turn.manager.id, key)
  return answer
}

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
