/** Readings of characters without tones; `v` for ü. */
export interface Pinyin {
  /** All readings of one character, the usual one first; empty for what is no Chinese character. */
  readings(character: string): readonly string[]
  /** The usual readings, one a character. */
  of(text: string): readonly string[]
}

/** The characters of each syllable. */
export type Syllables = Readonly<Record<string, string>>

/** @param usual each character's usual syllable; @param other its further ones. */
export function createPinyin(usual: Syllables, other: Syllables): Pinyin {
  const all = new Map<string, string[]>()
  for (const table of [usual, other]) {
    for (const [syllable, characters] of Object.entries(table)) {
      for (const character of characters) {
        const known = all.get(character)
        if (known === undefined) all.set(character, [syllable])
        else known.push(syllable)
      }
    }
  }
  const none: readonly string[] = []
  const readings = (character: string) => all.get(character) ?? none
  return { readings, of: (text) => [...text].map((character) => readings(character)[0] ?? character) }
}

/** The readings of each character joined in every combination, at most `limit` of them. */
export function spellings(pinyin: Pinyin, text: string, limit = 8): readonly string[] {
  let joined: readonly string[] = ['']
  for (const character of text) {
    const readings = pinyin.readings(character)
    if (readings.length === 0) return []
    joined = joined.flatMap((left) => readings.map((right) => `${left} ${right}`)).slice(0, limit)
  }
  return joined.map((spelling) => spelling.trim())
}

/** One spelling for syllables that many speakers do not tell apart: zh/z, ch/c, sh/s, ng/n, l/n at the front stay apart. */
export function blurred(spelling: string): string {
  return spelling.replace(/\b([zcs])h/g, '$1').replace(/ng\b/g, 'n')
}
