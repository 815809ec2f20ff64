import { z } from 'zod'
import type { Conversations } from '../../../ports/ports.js'

const KEPT_MS = 7 * 86_400_000

const Presses = z.object({ version: z.literal(1), done: z.array(z.tuple([z.string(), z.number()])) })

/**
 * Presses of the last week that an earlier version wrote down beside the conversation; those since are known by the
 * key of their turn.
 */
export function pressesBefore(conversations: Conversations, now: () => Date) {
  return {
    async isDone(managerId: string, press: string): Promise<boolean> {
      const parsed = Presses.safeParse(await conversations.read(`presses/${managerId}`))
      const at = now().getTime()
      return parsed.success && parsed.data.done.some(([key, then]) => key === press && at - then < KEPT_MS)
    },
  }
}
