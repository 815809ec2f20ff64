import type { Activity } from 'botbuilder'
import { z } from 'zod'

/** Where a manager's own chat is: what is needed to write there unasked, and no name. */
const Reference = z.object({
  channelId: z.string().min(1),
  serviceUrl: z.string().min(1),
  bot: z.object({ id: z.string().min(1) }),
  user: z.object({ id: z.string().min(1), aadObjectId: z.string().optional() }),
  conversation: z.object({
    id: z.string().min(1),
    conversationType: z.string().optional(),
    tenantId: z.string().optional(),
  }),
})
export type Reference = z.infer<typeof Reference>

/** Undefined where the activity does not say enough to be answered later. */
export function referenceOf(activity: Activity): Reference | undefined {
  return parseReference({ ...activity, bot: activity.recipient, user: activity.from })
}

export function parseReference(stored: unknown): Reference | undefined {
  const parsed = Reference.safeParse(stored)
  return parsed.success ? parsed.data : undefined
}
