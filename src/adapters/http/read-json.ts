import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { isWithinBounds } from './json-bounds.js'

/** An activity with its largest card is below 100 KB. */
export const MAX_BODY_BYTES = 512 * 1_024
/** The deepest thing Teams sends is a press with its card's inputs, some ten deep. */
const BOUNDS = { maxDepth: 32, maxValues: 20_000 } as const
/** Bodies that are being read at the same time, all together. */
const MAX_BYTES_UNDER_WAY = 64 * MAX_BODY_BYTES

/** Why a request is not read, as the status that says it. */
export type RefusedStatus = 400 | 413 | 415 | 503

export type ReadBody =
  | { readonly kind: 'read'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly status: RefusedStatus }

/**
 * What can be told of a body from its headers alone: undefined where it may be read.
 *
 * An encoding is refused whatever it is: what arrives compressed cannot be bounded before it has been unpacked, and no
 * messenger sends it.
 */
export function refusedByHeaders(headers: IncomingHttpHeaders): RefusedStatus | undefined {
  if (headers['content-encoding'] !== undefined) return 415
  if (!isJson(headers['content-type'])) return 415
  const length = headers['content-length']
  if (length === undefined) return headers['transfer-encoding'] === undefined ? 400 : undefined
  return Number(length) > MAX_BODY_BYTES ? 413 : undefined
}

/**
 * Reads JSON bodies within bounds, of one request and of all together, and never takes longer than the server lets a
 * request take. restify's own parser unpacks before it counts, and writes files.
 */
export function jsonReader() {
  let underWay = 0
  return (request: IncomingMessage): Promise<ReadBody> => {
    return new Promise((resolve) => {
      const chunks: Uint8Array[] = []
      let size = 0
      const settle = (body: ReadBody): void => {
        underWay -= size
        size = 0
        request.off('data', take).off('end', finish).off('close', giveUp).off('error', giveUp)
        // Whoever goes away afterwards is nobody's concern, and must not be an unheard error.
        request.on('error', () => {})
        resolve(body)
      }
      const take = (chunk: Uint8Array): void => {
        size += chunk.length
        underWay += chunk.length
        if (size > MAX_BODY_BYTES) settle({ kind: 'refused', status: 413 })
        else if (underWay > MAX_BYTES_UNDER_WAY) settle({ kind: 'refused', status: 503 })
        else chunks.push(chunk)
      }
      const finish = (): void => settle(parsed(Buffer.concat(chunks)))
      const giveUp = (): void => settle({ kind: 'refused', status: 400 })
      request.on('data', take).once('end', finish).once('close', giveUp).once('error', giveUp)
    })
  }
}

function parsed(bytes: Uint8Array): ReadBody {
  if (!isWithinBounds(bytes, BOUNDS)) return { kind: 'refused', status: 400 }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { kind: 'read', value: JSON.parse(text, withoutPrototypes) }
  } catch {
    return { kind: 'refused', status: 400 }
  }
}

/** A key that some later assignment could take for an object's prototype is left out. */
function withoutPrototypes(key: string, value: unknown): unknown {
  return key === '__proto__' ? undefined : value
}

function isJson(contentType: string | undefined): boolean {
  const [type, ...parameters] = (contentType ?? '').toLowerCase().split(';')
  return (
    type!.trim() === 'application/json' &&
    parameters.every((parameter) => /^\s*(charset\s*=\s*"?utf-8"?\s*)?$/.test(parameter))
  )
}
