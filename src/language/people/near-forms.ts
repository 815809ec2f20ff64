import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/index.js'
import { blurred, type Pinyin, spellings } from '../text/pinyin.js'
import type { Form } from './gazetteer.js'

/** Forms by how they sound and by how they are spelt with one slip. */
export interface NearForms {
  /** Chinese forms that sound like `window` (or nearly so), nearest first. */
  soundingLike(window: string): readonly string[]
  /** Chinese names of three and more characters that differ from `window` in one character, or in the order of two. */
  oneCharacterOff(window: string): readonly string[]
  /** Latin forms one letter away, two where the word is long. */
  oneLetterOff(word: string): readonly string[]
}

const SHORTEST_LATIN = 5
const LONG_LATIN = 9

export function createNearForms(
  han: ReadonlyMap<string, Form>,
  latin: ReadonlyMap<string, Form>,
  pinyin: Pinyin,
): NearForms {
  const bySound = new Map<string, string[]>()
  const byHole = new Map<string, string[]>()
  const byDeletion = new Map<string, string[]>()
  for (const [text, form] of han) {
    if (text.length > 4 || form.kind === 'brand' || text.includes('|')) continue
    for (const spelling of spellings(pinyin, text, 4)) push(bySound, blurred(spelling), text)
    if (text.length >= 3 && form.kind === 'name') for (const hole of holes(text)) push(byHole, hole, text)
  }
  for (const text of latin.keys()) {
    if (text.length < SHORTEST_LATIN) continue
    const letters = text.replaceAll(' ', '')
    for (const key of deletions(letters, letters.length >= LONG_LATIN ? 2 : 1)) push(byDeletion, key, text)
  }
  return {
    soundingLike(window) {
      const found = new Set<string>()
      for (const spelling of spellings(pinyin, window, 4)) {
        for (const text of bySound.get(blurred(spelling)) ?? []) if (text !== window) found.add(text)
      }
      return [...found].sort((a, b) => sameCharacters(b, window) - sameCharacters(a, window))
    },
    oneCharacterOff(window) {
      const found = new Set<string>()
      for (const hole of holes(window))
        for (const text of byHole.get(hole) ?? []) if (text !== window) found.add(text)
      return [...found]
    },
    oneLetterOff(word) {
      if (word.length < SHORTEST_LATIN - 1) return []
      const limit = word.length >= LONG_LATIN ? 2 : 1
      const found = new Map<string, number>()
      for (const key of deletions(word, limit)) {
        for (const text of byDeletion.get(key) ?? []) {
          const distance = DamerauLevenshteinDistance(text.replaceAll(' ', ''), word, { restricted: true })
          if (distance <= limit && distance > 0) found.set(text, distance)
        }
      }
      const nearest = Math.min(...found.values())
      return [...found].filter(([, distance]) => distance === nearest).map(([text]) => text)
    },
  }
}

export function sameCharacters(a: string, b: string): number {
  let same = 0
  for (let i = 0; i < a.length; i++) if (a[i] === b[i]) same++
  return same
}

/** `text` with each character but the first left open, and with each neighbouring pair after the first swapped. */
function holes(text: string): readonly string[] {
  const out: string[] = []
  for (let i = 1; i < text.length; i++) out.push(`${text.slice(0, i)}?${text.slice(i + 1)}`)
  for (let i = 1; i + 1 < text.length; i++)
    out.push(`${text.slice(0, i)}{${[text[i], text[i + 1]].sort().join('')}}${text.slice(i + 2)}`)
  return out
}

function deletions(word: string, count: number): ReadonlySet<string> {
  let last: readonly string[] = [word]
  const all = new Set(last)
  for (let round = 0; round < count; round++) {
    last = last.flatMap((w) => Array.from(w, (_, i) => w.slice(0, i) + w.slice(i + 1)))
    for (const w of last) all.add(w)
  }
  return all
}

function push(map: Map<string, string[]>, key: string, text: string): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [text])
  else if (!known.includes(text)) known.push(text)
}
