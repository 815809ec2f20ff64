import { blurred, type Pinyin } from '../../text/pinyin.js'
import type { Form } from '../form.js'

/** Chinese forms of a book by how they sound, and names by their first character. */
export interface NearSounds {
  /** Forms that sound like `window` (or nearly so), those with most characters the same first. */
  soundingLike(window: string): readonly string[]
  /** Whether any form sounds like these two characters to begin with. */
  beginsLike(two: string): boolean
  /** Names of three and four characters that differ from `window` in one character, or in the order of two. */
  oneCharacterOff(window: string): readonly string[]
}

/** Longer forms are not compared: nobody mistypes one so that it is still told apart. */
const LONGEST = 4
/** Ways of reading one form that are looked at. */
const MOST_READINGS = 4

export function createNearSounds(han: ReadonlyMap<string, Form>, pinyin: Pinyin): NearSounds {
  const bySound = new Map<string, string[]>()
  const heads = new Set<string>()
  const byInitial = new Map<string, string[]>()
  const blurredReadings = new Map<string, readonly string[]>()
  const readingsOf = (character: string): readonly string[] => {
    const known = blurredReadings.get(character)
    if (known !== undefined) return known
    const readings = [...new Set(pinyin.readings(character).map(blurred))]
    blurredReadings.set(character, readings)
    return readings
  }
  const soundsOf = (text: string): readonly string[] => {
    let joined: readonly string[] = ['']
    for (const character of text) {
      const readings = readingsOf(character)
      if (readings.length === 0) return []
      joined =
        readings.length === 1
          ? joined.map((left) => `${left} ${readings[0]}`)
          : joined.flatMap((left) => readings.map((right) => `${left} ${right}`)).slice(0, MOST_READINGS)
    }
    return joined
  }
  for (const [text, { kind }] of han) {
    // A given name or a company of two characters is too little to be heard in others.
    if (text.length > LONGEST || kind === 'brand') continue
    if (text.length < 3 && (kind === 'given' || kind === 'company')) continue
    for (const sound of soundsOf(text)) push(bySound, sound, text)
    for (const head of soundsOf(text.slice(0, 2))) heads.add(head)
    if (text.length >= 3 && kind === 'name') push(byInitial, `${text[0]}${text.length}`, text)
  }
  return {
    soundingLike(window) {
      const found = new Set<string>()
      for (const sound of soundsOf(window))
        for (const text of bySound.get(sound) ?? []) if (text !== window) found.add(text)
      return [...found].sort((a, b) => sameCharacters(b, window) - sameCharacters(a, window))
    },
    beginsLike: (two) => soundsOf(two).some((sound) => heads.has(sound)),
    oneCharacterOff: (window) =>
      (byInitial.get(`${window[0]}${window.length}`) ?? []).filter((text) => isOneOff(text, window)),
  }
}

export function sameCharacters(a: string, b: string): number {
  let same = 0
  for (let i = 0; i < a.length; i++) if (a[i] === b[i]) same++
  return same
}

/** Whether two names of the same length and surname differ in one character, or in the order of two neighbours. */
function isOneOff(a: string, b: string): boolean {
  let at = 1
  while (at < a.length && a[at] === b[at]) at++
  if (at >= a.length) return false
  const rest = at + 1
  if (a.slice(rest) === b.slice(rest)) return true
  return a[at] === b[rest] && a[rest] === b[at] && a.slice(rest + 1) === b.slice(rest + 1)
}

function push(map: Map<string, string[]>, key: string, text: string): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [text])
  else if (known.at(-1) !== text) known.push(text)
}
