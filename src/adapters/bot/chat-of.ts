import { type Activity, CardFactory, InputHints, MessageFactory, type TurnContext } from 'botbuilder'
import type { Chat } from '../../ports/conversation.js'
import type { FileWay } from '../../ports/ports.js'
import type { Reply } from '../../ports/reply.js'

/** The chat of a turn, in the messenger. */
export function chatOf(context: TurnContext, fileWay: (context: TurnContext) => FileWay): Chat {
  const { channelId, conversation, replyToId } = context.activity
  return {
    key: `${channelId}/conversations/${conversation.id}`,
    ...(replyToId === undefined ? {} : { cardId: replyToId }),
    async send(reply) {
      const response = await context.sendActivity(activityOf(reply))
      return response?.id
    },
    async replace(messageId, reply) {
      try {
        await context.updateActivity({ ...activityOf(reply), id: messageId })
      } catch {
        // A message that cannot be changed any more still tells what was true when it was sent.
      }
    },
    fileWay: () => fileWay(context),
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
