import type { Storage, StoreItems } from 'botbuilder'
import type { Conversations } from '../usecases/ports.js'

/**
 * Dialog state on the `Conversations` port. eTags are not kept: botbuilder writes with `*` anyway, and turns of one
 * conversation come one at a time.
 */
export function stateStorage(conversations: Conversations): Storage {
  return {
    async read(keys) {
      const items: StoreItems = {}
      for (const key of keys) {
        const value = await conversations.read(key)
        if (value !== undefined) items[key] = value
      }
      return items
    },
    async write(changes) {
      for (const [key, value] of Object.entries(changes)) await conversations.write(key, withoutTag(value))
    },
    async delete(keys) {
      for (const key of keys) await conversations.delete(key)
    },
  }
}

function withoutTag(item: Record<string, unknown>): unknown {
  const { eTag: _, ...rest } = item
  return rest
}
