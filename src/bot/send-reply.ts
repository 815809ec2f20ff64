import { CardFactory, InputHints, MessageFactory, type TurnContext } from 'botbuilder'
import type { Reply } from '../messaging/reply.js'

/** One reply in a chat: the card where there is one, else the words. */
export async function sendReply(context: TurnContext, { text, card, summary }: Reply): Promise<void> {
  if (card === undefined) {
    await context.sendActivity(MessageFactory.text(paragraphs(text), undefined, InputHints.AcceptingInput))
    return
  }
  const activity = MessageFactory.attachment(CardFactory.adaptiveCard(card))
  if (summary !== undefined) activity.summary = summary
  await context.sendActivity(activity)
}

/** Messengers read a message as Markdown, in which one line break is none. */
function paragraphs(text: string): string {
  return text.replaceAll('\n', '\n\n')
}
