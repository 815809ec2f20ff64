/** How much structure a JSON text may hold before anything builds it. */
export interface JsonBounds {
  /** Objects and arrays inside each other. */
  readonly maxDepth: number
  /** Values in all, counted by what opens or separates them. */
  readonly maxValues: number
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const OPENS = [0x7b, 0x5b]
const CLOSES = [0x7d, 0x5d]

/**
 * Whether a JSON text in UTF-8 keeps to the bounds, in one pass over its bytes and without building anything. Says
 * nothing of whether it is well formed: that is the parser's to find.
 */
export function isWithinBounds(bytes: Uint8Array, { maxDepth, maxValues }: JsonBounds): boolean {
  let depth = 0
  let values = 1
  let isInText = false
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (isInText) {
      if (byte === BACKSLASH) at++
      else if (byte === QUOTE) isInText = false
    } else if (byte === QUOTE) isInText = true
    else if (byte === COMMA) values++
    else if (OPENS.includes(byte)) {
      values++
      depth++
    } else if (CLOSES.includes(byte)) depth--
    if (depth > maxDepth || values > maxValues) return false
  }
  return true
}
