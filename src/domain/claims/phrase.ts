import type { Tongue } from './claim-rules.js'

// Clause-ending marks of plain text; a full stop ends a clause only before a space or the end.
const CLAUSE_END = ',。!?;:\\n'

const GAP = {
  zh: { short: `([^${CLAUSE_END}]{0,8}?)`, long: `([^。!?;:\\n]{0,16}?)` },
  en: {
    short: `(\\s(?:[^\\s${CLAUSE_END}]+\\s){0,5}?)`,
    long: `(,?\\s(?:[^\\s。!?;:\\n]+\\s){0,10}?)`,
  },
} as const satisfies Record<Tongue, unknown>

/**
 * Compiles one phrase of the claim rules or the review sheet into a regular expression over plain text.
 *
 * The language: `<name>` any word of the list `name`; `(a|b)` either; `(a)?` perhaps; `…` a few other characters
 * or words of the same clause; `……` more of them, over a comma. The rest reads as a regular expression. The
 * groups that the expression captures are the gaps, and only they. English matches whole words.
 *
 * @throws Error where a list is not known or the expression is not well formed.
 */
export function compilePhrase(
  phrase: string,
  tongue: Tongue,
  words: Readonly<Record<string, string>>,
  flags = 'g',
): RegExp {
  const bounded =
    tongue === 'en' ? `(?<![a-z0-9'])(?:${source(phrase, tongue, words)})(?![a-z0-9])` : undefined
  return new RegExp(bounded ?? source(phrase, tongue, words), flags)
}

function source(phrase: string, tongue: Tongue, words: Readonly<Record<string, string>>): string {
  const gap = GAP[tongue]
  return phrase
    .replace(/<([a-z]+)>/g, (_, name: string) => {
      const list = words[name]
      if (list === undefined) throw new Error(`no list of words "${name}" for the phrase ${phrase}`)
      return `(${list})`
    })
    .replace(/\((?!\?)/g, '(?:')
    .replace(/ ?…… ?/g, gap.long)
    .replace(/ ?… ?/g, gap.short)
}
