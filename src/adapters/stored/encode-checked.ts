import type { z } from 'zod'

/** The JSON of what `schema` will be able to read again: nothing is written that the next start would refuse. */
export function encodeChecked<T>(schema: z.ZodType<T>, value: T): Buffer {
  const json = JSON.stringify(value)
  // What JSON itself mends, such as a key that is undefined, is no reason to refuse a manager's entry.
  if (!schema.safeParse(value).success) schema.parse(JSON.parse(json))
  return Buffer.from(json)
}
