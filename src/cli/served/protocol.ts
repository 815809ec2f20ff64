import { z } from 'zod'

/**
 * What passes over the socket of a served home, one JSON object a line. The server says first who it is; then comes one
 * request, and of the client nothing more but what it was asked to read.
 */
export const PROTOCOL = 1

/** Who serves the home, and where. */
export const helloSchema = z.strictObject({
  daybook: z.number(),
  url: z.string(),
  pid: z.number(),
  /** ISO 8601. */
  since: z.string(),
})
export type Hello = z.infer<typeof helloSchema>

export const requestSchema = z.strictObject({
  argv: z.array(z.string()).min(1),
  /** The folder that names of files start from. */
  folder: z.string().min(1),
  /** Which of standard input, output and error are a terminal. */
  isTerminal: z.strictObject({ input: z.boolean(), output: z.boolean(), error: z.boolean() }),
})
export type Request = z.infer<typeof requestSchema>

/** A piece of what is typed; null at its end. */
export const inputSchema = z.strictObject({ input: z.string().nullable() })

export const answerSchema = z.union([
  z.strictObject({ out: z.string() }),
  z.strictObject({ err: z.string() }),
  /** The command reads, and gets one piece for each of these: nothing is taken from a pipe that is not asked for. */
  z.strictObject({ wants: z.literal('input') }),
  z.strictObject({ exit: z.number() }),
])
export type Answer = z.infer<typeof answerSchema>

/** More than any command line that a system passes on. */
export const MAX_REQUEST_BYTES = 4 * 1024 * 1024
