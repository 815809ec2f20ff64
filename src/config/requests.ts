import { z } from 'zod'
import { readDataFile } from './data-file.js'
import { phrases } from './phrases.js'
import { practiceTopic } from './practice-topic.js'

const form = z.strictObject({
  version: z.literal(1),
  about: z.string(),
  practice: z.strictObject({
    asks: phrases,
    scenes: z.array(phrases.extend({ topic: practiceTopic })),
    over: phrases,
    off: phrases,
    goodbye: phrases,
    asksDaybook: phrases,
  }),
  check: z.strictObject({ before: phrases, after: phrases }),
})

/** Reads the words by which a manager asks to practise a call or to have a text read. @throws DataFileError */
export function loadRequests(path: string): Pick<z.output<typeof form>, 'practice' | 'check'> {
  const { practice, check } = readDataFile(path, form)
  return { practice, check }
}
