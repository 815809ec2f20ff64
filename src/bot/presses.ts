import { z } from 'zod'
import type { Conversations } from '../usecases/ports.js'

const KEPT_MS = 7 * 86_400_000
const KEPT_PRESSES = 500

const Presses = z.object({ version: z.literal(1), done: z.array(z.tuple([z.string(), z.number()])) })

/**
 * Which buttons a manager has pressed in the last week; survives a restart. A press is written down after it has done
 * its work: should the process die in between, the second press finds the same `Change.id` in the book.
 */
export function pressMemory(conversations: Conversations, now: () => Date) {
  const recent = async (managerId: string) => {
    const parsed = Presses.safeParse(await conversations.read(keyOf(managerId)))
    const at = now().getTime()
    return parsed.success ? parsed.data.done.filter(([, then]) => at - then < KEPT_MS) : []
  }
  return {
    async isDone(managerId: string, press: string): Promise<boolean> {
      return (await recent(managerId)).some(([key]) => key === press)
    },
    async done(managerId: string, press: string): Promise<void> {
      const kept = [...(await recent(managerId)), [press, now().getTime()] as const].slice(-KEPT_PRESSES)
      await conversations.write(keyOf(managerId), { version: 1, done: kept })
    },
  }
}

export type PressMemory = ReturnType<typeof pressMemory>

function keyOf(managerId: string): string {
  return `presses/${managerId}`
}
