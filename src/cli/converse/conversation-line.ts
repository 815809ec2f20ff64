import { z } from 'zod'
import { type Day, parseDay } from '../../domain/day.js'

/** One turn: something said or pressed, a picture without words, or nothing but time that passes. */
const turnSchema = z
  .object({
    says: z.string().exactOptional(),
    /** A button of the last reply, by its label or its verb. */
    presses: z.string().exactOptional(),
    attaches: z.literal('image').exactOptional(),
    waitsMinutes: z.number().nonnegative().exactOptional(),
    /** Played only where the last reply asks a question of this kind. */
    ifAsked: z.string().exactOptional(),
  })
  .refine(
    ({ says, presses, attaches }) => [says, presses, attaches].filter((one) => one !== undefined).length < 2,
    {
      message: 'a turn says, presses or attaches one thing',
    },
  )

const conversationSchema = z.object({
  id: z.string(),
  /** The manager who speaks. */
  as: z.string(),
  today: z.string().transform((text, context): Day => {
    const day = parseDay(text)
    if (day === undefined) context.addIssue({ code: 'custom', message: 'not a day YYYY-MM-DD' })
    return day ?? z.NEVER
  }),
  at: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'not a time HH:mm'),
  turns: z.array(turnSchema),
})

export type ConversationTurn = z.infer<typeof turnSchema>
export type ConversationLine = z.infer<typeof conversationSchema>

/** One line of the input. What else it holds (what is expected, its kinds) is not read. @throws Error that names every problem */
export function parseConversation(line: string): ConversationLine {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    throw new Error('not JSON')
  }
  const parsed = conversationSchema.safeParse(json)
  if (parsed.success) return parsed.data
  throw new Error(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))
}
