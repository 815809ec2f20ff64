import type { Activity, TurnContext } from 'botbuilder'
import type { MessageIds } from './message-ids.js'

/** What a turn wants to say, held back until all that it writes is durable. */
export interface HeldBack {
  /** The first words of it, for a repeat of the turn. */
  words(): string
  /** Says it, in its order, as far as it can be said. Throws the first failure, at the end. */
  release(): Promise<void>
  /** Nothing of it is said. */
  discard(): void
}

type Held =
  | { readonly kind: 'send'; readonly activity: Partial<Activity>; readonly handle: string }
  | { readonly kind: 'change'; readonly activity: Partial<Activity> }

/**
 * Holds back everything that is sent in a turn. Who sends gets a handle for the message at once, with which it can be
 * changed later on, in this turn or another.
 */
export function holdBack(context: TurnContext, ids: MessageIds): HeldBack {
  const held: Held[] = []
  let isHolding = true

  context.onSendActivities(async (_context, activities, next) => {
    if (!isHolding) return next()
    return activities.map((activity) => {
      const handle = ids.newHandle()
      held.push({ kind: 'send', activity, handle })
      return { id: handle }
    })
  })
  context.onUpdateActivity(async (_context, activity, next) => {
    if (!isHolding) return next()
    held.push({ kind: 'change', activity })
  })

  async function say(one: Held): Promise<void> {
    const conversationId = context.activity.conversation.id
    if (one.kind === 'send') {
      const response = await context.sendActivity(one.activity)
      if (response?.id !== undefined && isCard(one.activity))
        ids.sent(conversationId, one.handle, response.id)
      return
    }
    const id = await ids.find(conversationId, one.activity.id ?? '')
    if (id === undefined) return
    // A message that cannot be changed any more still tells what was true when it was sent.
    await context.updateActivity({ ...one.activity, id }).catch(() => undefined)
  }

  return {
    words: () => held.flatMap((one) => (one.kind === 'send' ? (wordsOf(one.activity) ?? []) : [])).join('\n'),
    async release() {
      isHolding = false
      const failures: unknown[] = []
      for (const one of held.splice(0)) await say(one).catch((error: unknown) => failures.push(error))
      if (failures.length > 0) throw failures[0]
    },
    discard() {
      isHolding = false
      held.length = 0
    },
  }
}

function isCard({ attachments = [] }: Partial<Activity>): boolean {
  return attachments.length > 0
}

function wordsOf({ text, summary, attachments = [] }: Partial<Activity>): string | undefined {
  const content: unknown = attachments[0]?.content
  const instead: unknown =
    typeof content === 'object' && content !== null ? Reflect.get(content, 'fallbackText') : undefined
  return text ?? (typeof instead === 'string' ? instead : summary)
}
