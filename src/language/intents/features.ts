import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js'
import { matchesIn } from '../text/matches-in.js'

/** Groups of words that mean the same, each found or not in a masked text. */
export interface Concept {
  readonly id: string
  readonly zh: readonly string[]
  readonly en: readonly string[]
}

export type ConceptFinder = (masked: string) => readonly string[]

export function createConceptFinder(concepts: readonly Concept[]): ConceptFinder {
  const patterns = concepts.map(({ id, zh, en }) => ({
    id,
    pattern: new RegExp(
      [...zh, ...(en.length === 0 ? [] : [`(?<![a-z])(?:${en.join('|')})(?![a-z])`])].join('|'),
    ),
  }))
  return (masked) => patterns.filter(({ pattern }) => pattern.test(masked)).map(({ id }) => id)
}

const HAN_OR_MASK = /[\u4e00-\u9fffA-Z]+/g
const WORD = /[a-z][a-z']*|[A-Z]|\d+/g
const stems = new Map<string, string>()

/** What the classifier sees of a message: characters in pairs and threes, words, concepts and the shape of the whole. */
export function featuresOf(masked: string, concepts: readonly string[]): readonly string[] {
  const features = new Set<string>()
  for (const match of matchesIn(masked, HAN_OR_MASK)) {
    if (!/[\u4e00-\u9fff]/.test(match[0])) continue
    const run = `^${match[0]}$`
    for (let i = 0; i + 2 <= run.length; i++) {
      features.add(`2${run.slice(i, i + 2)}`)
      if (i + 3 <= run.length) features.add(`3${run.slice(i, i + 3)}`)
    }
    for (const character of match[0]) features.add(`1${character}`)
  }
  const words = masked.match(WORD) ?? []
  let last = '^'
  for (const word of words) {
    const stem = stemOf(word)
    features.add(`w${stem}`)
    features.add(`b${last} ${stem}`)
    last = stem
  }
  if (words.length > 0) features.add(`b${last} $`)
  for (const concept of concepts) features.add(`c${concept}`)
  for (let i = 0; i < concepts.length; i++) {
    for (let j = i + 1; j < concepts.length; j++) features.add(`p${concepts[i]}&${concepts[j]}`)
  }
  for (const letter of 'PQDNYTMKFE') if (masked.includes(letter)) features.add(`m${letter}`)
  features.add(
    `l${masked.length <= 4 ? 'tiny' : masked.length <= 10 ? 'short' : masked.length <= 30 ? 'mid' : 'long'}`,
  )
  return [...features]
}

function stemOf(word: string): string {
  let stem = stems.get(word)
  if (stem === undefined) {
    stem = word.length > 3 ? PorterStemmer.stem(word) : word
    if (stems.size < 20_000) stems.set(word, stem)
  }
  return stem
}
