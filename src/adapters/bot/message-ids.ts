import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { Conversations } from '../../ports/ports.js'

/** Which message of the messenger each handle stands for. */
export interface MessageIds {
  newHandle(): string
  sent(conversationId: string, handle: string, messageId: string): void
  /** What is no handle of ours is an id of the messenger's; undefined for a handle that is not known any more. */
  find(conversationId: string, handle: string): Promise<string | undefined>
  /** Writes down what was sent since, with the turn that is under way; call what it gives once that is committed. */
  keep(conversationId: string): Promise<() => void>
}

const HANDLE = 'held:'
const REMEMBERED = 20_000
/** Of one chat; older cards are changed no more. */
const KEPT = 30

const Sent = z.object({ version: z.literal(1), ids: z.array(z.tuple([z.string(), z.string()])) })

/**
 * A card is sent after the turn that speaks of it is written, so its id is written with the next turn of the chat: no
 * write of its own. A process that ends in between leaves a card that is not brought up to date.
 */
export function messageIds(conversations: Conversations, newId: () => string): MessageIds {
  const known = new LRUCache<string, string>({ max: REMEMBERED })
  const unwritten = new LRUCache<string, readonly (readonly [string, string])[]>({ max: REMEMBERED })

  const stored = async (conversationId: string) => {
    const sent = Sent.safeParse(await conversations.read(keyOf(conversationId)))
    return sent.success ? sent.data.ids : []
  }
  return {
    newHandle: () => `${HANDLE}${newId()}`,
    sent(conversationId, handle, messageId) {
      known.set(handle, messageId)
      unwritten.set(conversationId, [...(unwritten.get(conversationId) ?? []), [handle, messageId]])
    },
    async find(conversationId, handle) {
      if (!handle.startsWith(HANDLE)) return handle
      return known.get(handle) ?? (await stored(conversationId)).find(([one]) => one === handle)?.[1]
    },
    async keep(conversationId) {
      const news = unwritten.get(conversationId) ?? []
      if (news.length === 0) return () => {}
      const ids = [...(await stored(conversationId)), ...news].slice(-KEPT)
      await conversations.write(keyOf(conversationId), { version: 1, ids })
      return () => void unwritten.delete(conversationId)
    },
  }
}

function keyOf(conversationId: string): string {
  return `sent/${conversationId}`
}
