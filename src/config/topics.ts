import { z } from 'zod'
import { OBJECTIONS } from '../domain/customer/contact.js'
import { isSituation, LINE_KINDS, type LineKind, type Situation } from '../domain/playbook/situations.js'
import { readDataFile } from './data-file.js'
import { phrases } from './phrases.js'

const topicsFile = z.strictObject({
  version: z.literal(1),
  about: z.string(),
  topics: z.array(
    z.strictObject({
      topic: z.string().transform((text, problems) => {
        const topic = parseTopic(text)
        if (topic !== undefined) return topic
        problems.addIssue({ code: 'custom', message: `${text} is no situation of the playbook` })
        return z.NEVER
      }),
      isLastResort: z.literal(true).exactOptional(),
      ...phrases.shape,
    }),
  ),
  objections: z.array(phrases.extend({ objection: z.enum(OBJECTIONS) })),
  repeated: phrases,
})

/** Reads the words by which situations of the playbook are asked for. @throws DataFileError */
export function loadTopics(path: string): Omit<z.output<typeof topicsFile>, 'version' | 'about'> {
  const { topics, objections, repeated } = readDataFile(path, topicsFile)
  return { topics, objections, repeated }
}

function parseTopic(text: string): { readonly kind: LineKind; readonly situation: Situation } | undefined {
  const [kind, situation = ''] = text.split('/')
  const known = LINE_KINDS.find((one) => one === kind)
  return known !== undefined && isSituation(known, situation) ? { kind: known, situation } : undefined
}
