import type { Activity } from 'botbuilder'
import { z } from 'zod'

const Party = z.looseObject({ id: z.string() })

/** As much of an activity as must be true before anything looks at it; everything else is passed on as it came. */
const Inbound = z.looseObject({
  type: z.string().min(1),
  id: z.string().optional(),
  serviceUrl: z.string(),
  channelId: z.string().default(''),
  conversation: z.looseObject({ id: z.string().min(1) }),
  from: Party.optional(),
  recipient: Party,
  text: z.string().optional(),
  entities: z.array(z.looseObject({ type: z.string() })).optional(),
  membersAdded: z.array(Party).optional(),
  membersRemoved: z.array(Party).optional(),
  timestamp: z.coerce.date().optional(),
  localTimestamp: z.coerce.date().optional(),
})

/** Undefined where it is no activity. */
export function parseActivity(body: unknown): Activity | undefined {
  const parsed = Inbound.safeParse(withoutNulls(body))
  // What is checked is what is read here and by botbuilder before a handler sees it; the rest of the type is the messenger's.
  return parsed.success ? (parsed.data as unknown as Activity) : undefined
}

/** Some clients say null for what they leave out. */
function withoutNulls(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null))
}
