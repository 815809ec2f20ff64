import { type Activity, CardFactory, InputHints, MessageFactory, type TurnContext } from 'botbuilder'
import type { Reply } from '../messaging/reply.js'

/** One reply in a chat: the card where there is one, else the words. Gives the message's id. */
export async function sendReply(context: TurnContext, reply: Reply): Promise<string | undefined> {
  const response = await context.sendActivity(activityOf(reply))
  return response?.id
}

/** Puts a reply in the place of an earlier message; where the messenger no longer takes it, the old one stays. */
export async function replaceReply(context: TurnContext, messageId: string, reply: Reply): Promise<void> {
  try {
    await context.updateActivity({ ...activityOf(reply), id: messageId })
  } catch {
    // A message that cannot be changed any more still tells what was true when it was sent.
  }
}

function activityOf({ text, card, summary }: Reply): Partial<Activity> {
  if (card === undefined) return MessageFactory.text(paragraphs(text), undefined, InputHints.AcceptingInput)
  const activity = MessageFactory.attachment(CardFactory.adaptiveCard(card))
  return summary === undefined ? activity : { ...activity, summary }
}

/** Messengers read a message as Markdown, in which one line break is none. */
function paragraphs(text: string): string {
  return text.replaceAll('\n', '\n\n')
}
