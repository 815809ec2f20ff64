import { z } from 'zod'
import type { UnclearPhrase } from '../../domain/unclear-phrase.js'
import { schemaOf } from './same-type.js'
import { day, text } from './value-schemas.js'

export const unclearSchema = z.array(
  schemaOf<UnclearPhrase>()(
    z.strictObject({
      text,
      language: text,
      nearest: z.array(text),
      count: z.number(),
      firstOn: day,
      lastOn: day,
    }),
  ),
)
