import { readFileSync } from 'node:fs'
import type { z } from 'zod'

/** A data file that cannot be used, with everything that is wrong in it. */
export class DataFileError extends Error {
  override readonly name = 'DataFileError'
  constructor(
    readonly path: string,
    readonly problems: readonly string[],
  ) {
    super(`${path}:\n${problems.map((p) => `  - ${p}`).join('\n')}`)
  }
}

/** Reads a JSON file and checks its form; one `DataFileError` names every problem by its place in the file. */
export function readDataFile<T>(path: string, form: z.ZodType<T>): T {
  const parsed = form.safeParse(parseJson(path))
  if (parsed.success) return parsed.data
  throw new DataFileError(
    path,
    parsed.error.issues.map((issue) => `${issue.path.join('.') || '(whole file)'}: ${issue.message}`),
  )
}

function parseJson(path: string): unknown {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw new DataFileError(path, [`cannot be read: ${messageOf(error)}`])
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new DataFileError(path, [`is not JSON: ${messageOf(error)}`])
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
