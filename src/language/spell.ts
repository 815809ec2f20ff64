import type { Spell } from '../domain/customer/find-customers.js'
import {
  givenSpelled,
  nameParts,
  type Surnames,
  surnameSpelled,
  umlautVariants,
} from './people/name-parts.js'
import { hasHan } from './text/normalise.js'
import type { Pinyin } from './text/pinyin.js'

const MOST_SPELLINGS = 6

/** Spells names with the readings of surnames (曾 as zeng, 单 as shan), and other words with their usual readings. */
export function createSpell(pinyin: Pinyin, surnames: Surnames, fold: (text: string) => string): Spell {
  const syllables = (spelling: string) => spelling.split(/[\s.·-]+/).filter((s) => /^[a-zü\d']+$/.test(s))
  return (text, as) => {
    const folded = fold(text)
    if (!hasHan(folded)) return [syllables(folded)]
    if (as === 'words') return [[...pinyin.of(folded)].filter((s) => /^[a-z\d]+$/.test(s))]
    const parts = nameParts(folded, surnames)
    const { surname } = parts
    const given = givenSpelled(parts, pinyin)
    // A surname of two characters is kept in one piece in the table of readings.
    const apart =
      surname.length > 1 ? [pinyin.of(surname).join(' ')] : surnameSpelled(parts, surnames, pinyin)
    const spelt = apart.flatMap((s) => (given.length === 0 ? [s] : given.map((g) => `${s} ${g}`)))
    return spelt
      .flatMap((spelling) => umlautVariants(spelling).slice(0, 2))
      .slice(0, MOST_SPELLINGS)
      .map(syllables)
  }
}
