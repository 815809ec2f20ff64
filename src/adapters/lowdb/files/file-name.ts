import { createHash } from 'node:crypto'

/** Room for suffixes below the 255 bytes that file systems allow. */
const LONGEST = 150
const KEPT_OF_LONG = 60
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/

/**
 * The name of a key's file without its ending: lower-case letters, digits, `-` and `_` stand for themselves, `+a`
 * is `A`, `~002f` is any other UTF-16 unit. Two keys never share a name, not even where case does not count.
 * A long key keeps its beginning and goes on, after `~~`, with its SHA-256; it cannot be read back from the name.
 */
export function fileNameOf(key: string): string {
  if (key === '') return '~'
  const name = key.replace(/[^a-z0-9_-]/g, (unit) =>
    /[A-Z]/.test(unit) ? `+${unit.toLowerCase()}` : escaped(unit),
  )
  if (RESERVED.test(name)) return `${escaped(name[0]!)}${name.slice(1)}`
  if (name.length <= LONGEST) return name
  return `${name.slice(0, KEPT_OF_LONG)}~~${createHash('sha256').update(key, 'utf16le').digest('hex')}`
}

/** The key that has this file name; undefined where it is only known from inside the file. */
export function keyOf(name: string): string | undefined {
  if (name.includes('~~')) return undefined
  if (name === '~') return ''
  return name.replace(/\+([a-z])|~([0-9a-f]{4})/g, (_, upper?: string, unit?: string) =>
    upper === undefined ? String.fromCharCode(Number.parseInt(unit!, 16)) : upper.toUpperCase(),
  )
}

function escaped(unit: string): string {
  return `~${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}
