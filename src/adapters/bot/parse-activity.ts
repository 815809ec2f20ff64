import type { Activity } from 'botbuilder'
import { z } from 'zod'

/** Ids are kept, compared and put into addresses: the messenger's longest are some 200 characters, and none holds a control. */
const Id = z
  .string()
  .max(500)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u)
const Name = z.string().max(500).nullish()
const Party = z.looseObject({ id: Id, name: Name, aadObjectId: Id.nullish(), role: Name })

/**
 * As much of an activity as must be true before anything looks at it, botbuilder's own code included, which copies some of
 * it into every reply and then refuses to send that; everything else is passed on as it came.
 */
const Inbound = z.looseObject({
  type: z.string().min(1).max(100),
  id: Id.optional(),
  replyToId: Id.optional(),
  name: z.string().max(200).optional(),
  serviceUrl: z.string().max(2_000),
  channelId: z.string().min(1).max(100),
  locale: z.string().max(100).optional(),
  deliveryMode: z.string().max(100).optional(),
  conversation: z.looseObject({
    id: Id.min(1),
    name: Name,
    role: Name,
    conversationType: Name,
    tenantId: Id.nullish(),
    aadObjectId: Id.nullish(),
  }),
  from: Party.optional(),
  recipient: Party,
  text: z.string().optional(),
  textFormat: z.string().max(100).optional(),
  entities: z
    .array(
      z.looseObject({
        type: z.string().max(200),
        mentioned: z.looseObject({ id: Id.nullish() }).nullish(),
        text: z.string().max(500).nullish(),
      }),
    )
    .max(200)
    .optional(),
  attachments: z
    .array(z.looseObject({ contentType: z.string().max(200) }))
    .max(100)
    .optional(),
  membersAdded: z.array(Party).max(2_000).optional(),
  membersRemoved: z.array(Party).max(2_000).optional(),
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
