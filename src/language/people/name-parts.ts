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
  /** Given names that are words of every day: will, may, hope. */
  readonly words: ReadonlySet<string>
}

export interface NameParts {
  readonly surname: string
  readonly given: string
}

/** Splits a folded name: 欧阳锋 is 欧阳 and 锋, "david chen" is chen and david. */
export function nameParts(folded: string, surnames: Surnames): NameParts {
  if (!hasHan(folded)) {
    const words = folded.split(/[ .]+/).filter((word) => word !== '')
    const surname = words.length > 1 ? (words.at(-1) ?? '') : ''
    return { surname, given: words.length > 1 ? words.slice(0, -1).join(' ') : folded }
  }
  const characters = folded.replace(/[ ·]/g, '')
  const length = surnames.double.has(characters.slice(0, 2)) && characters.length > 2 ? 2 : 1
  return { surname: characters.slice(0, length), given: characters.slice(length) }
}

/** Lower-case romanisation of the surname; several where it has several readings. */
export function surnameSpelled(
  { surname }: NameParts,
  surnames: Surnames,
  pinyin: Pinyin,
): readonly string[] {
  if (!hasHan(surname)) return surname === '' ? [] : [surname]
  const reading = surnames.readings[surname]
  return reading === undefined ? spellings(pinyin, surname, 1) : [reading]
}

/** The same of the given name, syllables apart. */
export function givenSpelled({ given }: NameParts, pinyin: Pinyin): readonly string[] {
  return hasHan(given) ? spellings(pinyin, given, 4) : [given]
}

/** Ways of writing ü in pinyin. */
export function umlautVariants(spelling: string): readonly string[] {
  if (!/[ln]v/.test(spelling)) return [spelling]
  return ['v', 'u', 'yu', 'ü'].map((letters) => spelling.replace(/([ln])v/g, `$1${letters}`))
}
