import type { Day } from '../domain/day.js'
import { mask, type Parsed } from './parse.js'
import type { NamingTools } from './people/find-mentions.js'

const PLACEHOLDERS: Readonly<Record<string, string>> = {
  P: '<name>',
  Q: '<name>',
  M: '<sum>',
  F: '<phone>',
  E: '<email>',
}

/** Capital letters within a sentence are a name's, but for days and months. */
const CAPITALS =
  /(?<=[^.!?\s] |\p{Script=Han} ?)(?!(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|I(?![a-z])))[A-Z][a-z]+/gu

/**
 * The words of a message without anything that tells whom it was about: names of the book, what looks like a name
 * of nobody in it, phones, addresses, sums and every other number. Days and products stay; rather too much is hidden.
 */
export function anonymous(parsed: Parsed, today: Day, { lexicon, isOrdinary }: NamingTools): string {
  const { text, people, phones, emails, sums } = parsed
  const masked = mask(text, { people, phones, emails, sums, days: [], kinds: [] }, today)
  const { roman, given } = lexicon.surnames
  const capitals = new Set(parsed.raw.match(CAPITALS)?.map((word) => word.toLowerCase()))
  const withoutLatin = masked.replace(/[a-z]+/g, (word) =>
    capitals.has(word) || (!isOrdinary(word) && (roman.has(word) || given.has(word))) ? 'Q' : word,
  )
  return withoutHanNames(withoutLatin, lexicon.surnames.single, isOrdinary)
    .replace(/[a-z]*\d[\d.,:/-]*[a-z]*/g, (number) => (number.length > 1 ? '<number>' : number))
    .replace(/[PQMFE]/g, (letter) => PLACEHOLDERS[letter] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A surname that is followed by characters it is not usually followed by is taken for a name. */
function withoutHanNames(
  text: string,
  surnames: ReadonlySet<string>,
  isUsual: (pair: string) => boolean,
): string {
  let out = ''
  for (let at = 0; at < text.length; at++) {
    const [surname = '', first = '', second = ''] = text.slice(at, at + 3)
    const isName = surnames.has(surname) && isHan(first) && !isUsual(surname + first)
    if (!isName) {
      out += surname
      continue
    }
    out += 'Q'
    at += isHan(second) && !isUsual(first + second) ? 2 : 1
  }
  return out
}

function isHan(character: string): boolean {
  return /\p{Script=Han}/u.test(character)
}
