import { hasHan } from '../text/normalise.js'
import { type Pinyin, spellings } from '../text/pinyin.js'

/** Surnames of more than one character, and readings of surnames that differ from the usual reading of the character. */
export interface Surnames {
  readonly single: ReadonlySet<string>
  readonly double: ReadonlySet<string>
  readonly readings: Readonly<Record<string, string>>
  /** Romanised surnames and given names from elsewhere; they only help to notice a name the book does not have. */
  readonly roman: ReadonlySet<string>
  readonly given: ReadonlySet<string>
}

export interface NameParts {
  readonly surname: string
  readonly given: string
  /** Lower-case romanisation, syllables apart; several where a character has several readings. */
  readonly surnameSpelled: readonly string[]
  readonly givenSpelled: readonly string[]
}

/** Splits a folded name: 欧阳锋 is 欧阳 and 锋, "david chen" is chen and david. */
export function nameParts(folded: string, surnames: Surnames, pinyin: Pinyin): NameParts {
  if (!hasHan(folded)) {
    const words = folded.split(/[ .]+/).filter((word) => word !== '')
    const surname = words.length > 1 ? (words.at(-1) ?? '') : ''
    const given = words.length > 1 ? words.slice(0, -1).join(' ') : folded
    return { surname, given, surnameSpelled: surname === '' ? [] : [surname], givenSpelled: [given] }
  }
  const characters = folded.replace(/[ ·]/g, '')
  const length = surnames.double.has(characters.slice(0, 2)) && characters.length > 2 ? 2 : 1
  const surname = characters.slice(0, length)
  const given = characters.slice(length)
  const reading = surnames.readings[surname]
  return {
    surname,
    given,
    surnameSpelled: reading === undefined ? spellings(pinyin, surname, 1) : [reading],
    givenSpelled: spellings(pinyin, given, 4),
  }
}

/** Ways of writing ü in pinyin. */
export function umlautVariants(spelling: string): readonly string[] {
  if (!/[ln]v/.test(spelling)) return [spelling]
  return ['v', 'u', 'yu', 'ü'].map((letters) => spelling.replace(/([ln])v/g, `$1${letters}`))
}
