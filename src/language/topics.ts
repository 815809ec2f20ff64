import type { Objection } from '../domain/customer/contact.js'
import type { LineKind, Situation } from '../domain/playbook/situations.js'
import { matchesIn } from './text/matches-in.js'

/** A situation that words are asked for. */
export interface Topic<K extends LineKind = LineKind> {
  readonly kind: K
  readonly situation: Situation<K>
}

/** Parts of patterns on a message in lower case. */
interface Phrases {
  readonly zh: readonly string[]
  readonly en: readonly string[]
}

/** The words by which situations and objections are asked for. */
export interface TopicWords {
  readonly topics: readonly (Phrases & { readonly topic: Topic; readonly isLastResort?: true })[]
  readonly objections: readonly (Phrases & { readonly objection: Objection })[]
  /** That an objection is not raised for the first time. */
  readonly repeated: Phrases
}

/** What a question about words is about; undefined where it names none. */
export interface TopicReader {
  topic(text: string): Topic | undefined
  objection(text: string): Objection | undefined
  /** Every one that is raised, in the order of the words' own list. */
  objections(text: string): readonly Objection[]
  isRepeated(text: string): boolean
}

/** Compiles the words once; what it returns is pure. The longest hit decides, of two as long the first in the list. */
export function createTopicReader(words: TopicWords): TopicReader {
  const compiled = words.topics.map(({ topic, isLastResort = false, ...phrases }) => ({
    says: topic,
    isLastResort,
    pattern: patternOf(phrases),
  }))
  const topics = compiled.filter(({ isLastResort }) => !isLastResort)
  const lastResort = compiled.filter(({ isLastResort }) => isLastResort)
  const objections = words.objections.map(({ objection, ...phrases }) => ({
    says: objection,
    pattern: patternOf(phrases),
  }))
  const repeated = patternOf(words.repeated)
  return {
    topic: (text) => longestIn(topics, text) ?? longestIn(lastResort, text),
    objection: (text) => longestIn(objections, text),
    objections: (text) =>
      objections.filter(({ pattern }) => plain(text).match(pattern) !== null).map(({ says }) => says),
    isRepeated: (text) => plain(text).match(repeated) !== null,
  }
}

function longestIn<T>(
  among: readonly { readonly says: T; readonly pattern: RegExp }[],
  text: string,
): T | undefined {
  const said = plain(text)
  let best: { readonly says: T; readonly length: number } | undefined
  for (const { says, pattern } of among)
    for (const [hit] of matchesIn(said, pattern))
      if (hit.length > (best?.length ?? 0)) best = { says, length: hit.length }
  return best?.says
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/’/g, "'")
}

function patternOf({ zh, en }: Phrases): RegExp {
  return new RegExp([...zh, `(?<![a-z])(?:${en.join('|')})(?![a-z])`].join('|'), 'g')
}
