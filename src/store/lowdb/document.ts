import { z } from 'zod'

/** What the store knows of one kind of document. The number of migrations gives its present version. */
export interface Kind<T> {
  readonly name: string
  /** The first makes version 2 out of 1, the next 3 out of 2. Pure; gets and gives plain JSON. */
  readonly migrations: readonly ((value: unknown) => unknown)[]
  /** Whether the generation before may stand in for a damaged file; not where it can be made anew from others. */
  readonly fallsBack: boolean
  /** What is there before anything was written. */
  empty(key: string): T
  /** @throws z.ZodError where `value` is no such document of the present version. */
  parse(value: unknown): T
  /** The JSON of `value` in pieces. @throws z.ZodError where it could not be read again. */
  encode(value: T): readonly Uint8Array[]
}

export type Decoded<T> =
  | { readonly state: 'good'; readonly value: T }
  /** `problem` quotes no data. */
  | { readonly state: 'damaged'; readonly problem: string }
  /** Whole, but written by a program that knows more than this one. */
  | { readonly state: 'newer'; readonly version: number }

export function versionOf<T>(kind: Kind<T>): number {
  return kind.migrations.length + 1
}

/** A kind whose documents are small enough to be checked and written whole. */
export function smallKind<T>(
  name: string,
  schema: z.ZodType<T>,
  empty: (key: string) => T,
  options: { readonly fallsBack?: boolean } = {},
): Kind<T> {
  return {
    name,
    migrations: [],
    fallsBack: options.fallsBack ?? true,
    empty,
    parse: (value) => schema.parse(value),
    encode: (value) => [encodeChecked(schema, value)],
  }
}

/** The JSON of what `schema` will be able to read again: nothing is written that the next start would refuse. */
export function encodeChecked<T>(schema: z.ZodType<T>, value: T): Buffer {
  const json = JSON.stringify(value)
  // What JSON itself mends, such as a key that is undefined, is no reason to refuse a manager's entry.
  if (!schema.safeParse(value).success) schema.parse(JSON.parse(json))
  return Buffer.from(json)
}

/** The document in pieces, of which most are the same objects from one write of a book to the next. */
export function encodeDocument<T>(kind: Kind<T>, key: string, value: T): readonly Uint8Array[] {
  const head = JSON.stringify({ kind: kind.name, version: versionOf(kind), key })
  return [Buffer.from(`${head.slice(0, -1)},"value":`), ...kind.encode(value), Buffer.from('}\n')]
}

const envelope = z.strictObject({
  kind: z.string(),
  version: z.number().int().positive(),
  key: z.string(),
  value: z.unknown(),
})

export function decodeDocument<T>(kind: Kind<T>, key: string, bytes: Uint8Array): Decoded<T> {
  const document = openEnvelope(bytes)
  if (typeof document === 'string') return damaged(document)
  if (document.kind !== kind.name) return damaged(`a ${document.kind}, not a ${kind.name}`)
  if (document.key !== key) return damaged('the document of another key')
  if (document.version > versionOf(kind)) return { state: 'newer', version: document.version }
  try {
    const migrated = kind.migrations
      .slice(document.version - 1)
      .reduce((value, migrate) => migrate(value), document.value)
    return { state: 'good', value: kind.parse(migrated) }
  } catch (error) {
    return damaged(shapeProblem(error))
  }
}

/** The key a document says it has; undefined where it cannot be read. */
export function keyInside(bytes: Uint8Array): string | undefined {
  const document = openEnvelope(bytes)
  return typeof document === 'string' ? undefined : document.key
}

function openEnvelope(bytes: Uint8Array): z.infer<typeof envelope> | string {
  let json: unknown
  try {
    json = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString())
  } catch {
    return bytes.byteLength === 0 ? 'empty' : 'not JSON' // the parser's own message quotes the file
  }
  const parsed = envelope.safeParse(json)
  return parsed.success ? parsed.data : `no document: ${shapeProblem(parsed.error)}`
}

function shapeProblem(error: unknown): string {
  if (!(error instanceof z.ZodError)) return 'cannot be migrated'
  const first = error.issues[0]
  return `${first?.code ?? 'wrong'} at ${first?.path.join('.') || 'the top'}`
}

function damaged(problem: string): { readonly state: 'damaged'; readonly problem: string } {
  return { state: 'damaged', problem }
}
