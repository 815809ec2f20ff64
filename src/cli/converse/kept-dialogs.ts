import { z } from 'zod'
import type { ConversationView, OpenQuestion, QuestionKind } from './open-question.js'

/** Which kind of question each dialog asks; a practised call asks the manager nothing. */
const KIND_OF: Readonly<Record<string, QuestionKind>> = {
  'choose-customer': 'customer',
  'choose-opportunity': 'choice',
  confirm: 'confirm',
  'ask-when': 'when',
  'ask-put-off': 'when',
  'ask-outcome': 'outcome',
  'ask-step': 'step',
  'ask-meeting': 'choice',
  'ask-lost': 'choice',
  'ask-fact': 'choice',
}

const said = z.object({ turn: z.number() })

const keptSchema = z.object({
  memory: z
    .object({
      thread: z
        .object({
          turn: z.number(),
          question: said.extend({ value: z.object({ intent: z.string() }) }).optional(),
          unclear: said
            .extend({ value: z.object({ id: z.string(), intents: z.array(z.string()) }) })
            .optional(),
        })
        .optional(),
    })
    .optional(),
  dialogs: z
    .object({
      dialogStack: z.array(
        z.object({ id: z.string(), state: z.looseObject({ promptId: z.string().optional() }) }),
      ),
    })
    .optional(),
})

/** The conversation as its dialogs and its thread keep it. */
export const keptDialogs: ConversationView = {
  keyOf: (managerId) => `terminal/conversations/${managerId}/`,

  openQuestionOf(memory) {
    const { memory: { thread } = {}, dialogs } = kept(memory)
    const open = (dialogs?.dialogStack ?? []).findLast(({ id }) => KIND_OF[id] !== undefined)
    const kind = open && KIND_OF[open.id]
    if (kind !== undefined) return { id: open?.state.promptId ?? open!.id, kind }
    const unclear = thread?.unclear
    if (unclear === undefined || unclear.turn !== thread?.turn) return undefined
    return {
      id: unclear.value.id,
      kind: 'choice',
      options: unclear.value.intents,
      lapses: true,
    } satisfies OpenQuestion
  },

  intentOf(memory, plain) {
    const { thread } = kept(memory).memory ?? {}
    const { question } = thread ?? {}
    return question !== undefined && question.turn === thread?.turn ? question.value.intent : plain
  },
}

function kept(memory: unknown): z.infer<typeof keptSchema> {
  return keptSchema.parse(memory ?? {})
}
