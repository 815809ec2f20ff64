import { ActivityTypes, CardFactory, type TurnContext } from 'botbuilder'
import type { Conversation, GateLines, Press, PressAnswer, Turn } from './conversation.js'
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

/** Action.Execute is answered in place; for Action.Submit the card is changed, or where that fails sent anew. */
export async function showPressed(
  context: TurnContext,
  via: 'execute' | 'submit',
  answer: PressAnswer,
): Promise<InvokeAnswer | undefined> {
  if (via === 'execute') return invokeAnswer(answer)
  if (answer.kind === 'line') await context.sendActivity(answer.text)
  if (answer.kind !== 'card') return undefined
  const card = { type: ActivityTypes.Message, attachments: [CardFactory.adaptiveCard(answer.card)] }
  if (!(await isReplaced(context, card))) await context.sendActivity(card)
  return undefined
}

/** Whether the message that carried the button could be changed; it may be gone, or not ours to change. */
async function isReplaced(context: TurnContext, card: object): Promise<boolean> {
  const { replyToId } = context.activity
  if (replyToId === undefined) return false
  try {
    await context.updateActivity({ ...card, id: replyToId })
    return true
  } catch {
    return false
  }
}
