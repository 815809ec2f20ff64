/** A repeatable stream of draws: the same seed and words give the same stream on every machine. */
export interface Chance {
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number
  /** True with probability `share` (0 to 1). */
  is(share: number): boolean
  pick<T>(from: readonly T[]): T
  /** Picks by weight; the weights need not sum to anything. */
  weighted<T>(from: readonly T[], weightOf: (item: T, index: number) => number): T
  /** A stream of its own for `words`, not moved by draws from this one. */
  of(...words: readonly (string | number)[]): Chance
}

/** The stream that `words` name. A 32-bit mixer: good for invented people, not for secrets. */
export function chanceOf(...words: readonly (string | number)[]): Chance {
  const key = words.join('|')
  let state = hash(key)
  const draw = (): number => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 0x1_0000_0000
  }
  const chance: Chance = {
    int: (low, high) => low + Math.floor(draw() * (high - low + 1)),
    is: (share) => draw() < share,
    pick: (from) => from[Math.floor(draw() * from.length)]!,
    weighted: (from, weightOf) => {
      let left = draw() * from.reduce((sum, item, index) => sum + weightOf(item, index), 0)
      for (const [index, item] of from.entries()) {
        left -= weightOf(item, index)
        if (left < 0) return item
      }
      return from.at(-1)!
    },
    of: (...more) => chanceOf(key, ...more),
  }
  return chance
}

/** FNV-1a over the UTF-16 units of `text`. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0
  return value
}
