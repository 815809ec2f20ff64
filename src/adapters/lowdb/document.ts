import { z } from 'zod'
import { encodeChecked } from '../stored/encode-checked.js'

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
  /** The same value as by `parse`, read so that others get their turn meanwhile; undefined: read it at once. */
  inSlices?(key: string, bytes: Uint8Array): Promise<T | undefined>
  /** Does most of the work of `encode` so that others get their turn meanwhile; absent: it is short. */
  prepare?(value: T): Promise<void>
  /** The JSON of `value` in pieces. @throws z.ZodError where it could not be read again. */
  encode(value: T): readonly Uint8Array[]
  /** How a change of a document that is too large to be written whole each time is logged; absent: whole. */
  readonly delta?: Delta<T>
  /** Whether a value says that nothing is kept: then no file is. */
  isAbsent?(value: T): boolean
}

/** What of a document changed: putting the same deltas on again in their order, from any of them on, ends the same. */
export interface Delta<T> {
  /** JSON in pieces. @throws z.ZodError where it could not be read again. */
  encode(before: T, after: T): readonly Uint8Array[]
  /** On the plain JSON of a value, or undefined where there was none. */
  apply(value: unknown, delta: unknown): unknown
}

/** A change of one document, as it was logged by a program of that version. */
export interface Put {
  readonly kind: string
  readonly version: number
  readonly key: string
  /** The whole value, */
  readonly value?: unknown
  /** or what changed of it. */
  readonly delta?: unknown
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
  options: Partial<Pick<Kind<T>, 'fallsBack' | 'delta' | 'isAbsent'>> = {},
): Kind<T> {
  return {
    name,
    migrations: [],
    fallsBack: true,
    ...options,
    empty,
    parse: (value) => schema.parse(value),
    encode: (value) => [encodeChecked(schema, value)],
  }
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

/** @param puts what was logged of the document since, in its order */
export function decodeDocument<T>(
  kind: Kind<T>,
  key: string,
  bytes: Uint8Array,
  puts: readonly Put[] = [],
): Decoded<T> {
  const document = openEnvelope(bytes)
  if (typeof document === 'string') return damaged(document)
  if (document.kind !== kind.name) return damaged(`a ${document.kind}, not a ${kind.name}`)
  if (document.key !== key) return damaged('the document of another key')
  return withPuts(kind, document, puts)
}

/** The document as the puts leave one that was never written. */
export function decodePuts<T>(kind: Kind<T>, puts: readonly Put[]): Decoded<T> {
  return withPuts(kind, { version: puts[0]?.version ?? versionOf(kind), value: undefined }, puts)
}

/**
 * A put of an older program than wrote the document is in it already: a program that comes to know more writes no
 * document before everything that was logged of it is in it.
 */
function withPuts<T>(
  kind: Kind<T>,
  document: { readonly version: number; readonly value: unknown },
  puts: readonly Put[],
): Decoded<T> {
  try {
    let { version, value } = document
    for (const put of puts) {
      if (put.version < version) continue
      if (put.version > versionOf(kind)) return { state: 'newer', version: put.version }
      value =
        put.delta === undefined
          ? put.value
          : kind.delta!.apply(migrated(kind, value, version, put.version), put.delta)
      version = put.version
    }
    if (version > versionOf(kind)) return { state: 'newer', version }
    return { state: 'good', value: kind.parse(migrated(kind, value, version, versionOf(kind))) }
  } catch (error) {
    return damaged(shapeProblem(error))
  }
}

function migrated<T>(kind: Kind<T>, value: unknown, from: number, to: number): unknown {
  return kind.migrations.slice(from - 1, to - 1).reduce((older, migrate) => migrate(older), value)
}

const JSON_END = Buffer.from('}')

/** A change of a document as a line of the log has it, in pieces. @throws z.ZodError where it could not be read again. */
export function encodePut<T>(kind: Kind<T>, key: string, before: T, after: T): readonly Uint8Array[] {
  const head = JSON.stringify({ kind: kind.name, version: versionOf(kind), key }).slice(0, -1)
  return kind.delta === undefined
    ? [Buffer.from(`${head},"value":`), ...kind.encode(after), JSON_END]
    : [Buffer.from(`${head},"delta":`), ...kind.delta.encode(before, after), JSON_END]
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
