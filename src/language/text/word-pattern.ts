import { matchesIn } from './matches-in.js'
import { hasHan } from './normalise.js'

/** Parts of patterns on the masked text of one clause, in both languages. */
export interface Words {
  readonly zh: readonly string[]
  readonly en: readonly string[]
}

/** Compiled apart by script: a clause in English alone is not searched for Chinese words, nor the other way round. */
export interface WordPattern {
  readonly zh: RegExp | undefined
  readonly en: RegExp | undefined
  readonly mixed: RegExp
}

/** English parts match whole words only; a part may begin with an apostrophe ('ll, 's). */
export function wordPattern({ zh, en }: Words): WordPattern {
  const chinese = zh.length === 0 ? undefined : zh.join('|')
  const english = en.length === 0 ? undefined : `(?:(?<![a-z'])|(?='))(?:${en.join('|')})(?![a-z])`
  const compiled = (source: string | undefined) =>
    source === undefined ? undefined : new RegExp(source, 'g')
  const mixed = [chinese, english].filter((source) => source !== undefined).join('|')
  return { zh: compiled(chinese), en: compiled(english), mixed: new RegExp(mixed, 'g') }
}

/** Where in the masked text. */
export interface Match {
  readonly at: number
  readonly end: number
}

export function matchesOf(masked: string, pattern: WordPattern): readonly Match[] {
  const isLatin = !hasHan(masked)
  const fitting = isLatin ? pattern.en : /[a-z]/.test(masked) ? pattern.mixed : pattern.zh
  if (fitting === undefined) return []
  return matchesIn(masked, fitting)
    .filter((match) => match[0] !== '')
    .map((match) => ({ at: match.index, end: match.index + match[0].length }))
}
