import { OUTCOMES, type Outcome } from '../domain/customer/contact.js'
import { day } from '../domain/day.js'
import { type ClauseWordFinder, type ClauseWords, createClauseWordFinder } from './clauses/clause-words.js'
import { type ContactCues, type CueFinder, createCueFinder } from './contacts/cues.js'
import type { OutcomeGuess } from './contacts/outcome.js'
import type { Festival } from './days/festivals.js'
import { createDayReader, type DayReader } from './days/read-days.js'
import type { WorkingDays } from './days/sense.js'
import { createFactReader, type FactReader, type FactWords } from './facts.js'
import { type Classifier, createClassifier, type TrainedWeights, trainLabels } from './intents/classifier.js'
import {
  type ConversationReader,
  type ConversationWords,
  createConversationReader,
} from './intents/conversation.js'
import { type Concept, type ConceptFinder, createConceptFinder, featuresOf } from './intents/features.js'
import { createRuleReader, type IntentRule, type RuleReader } from './intents/rules.js'
import { signalsOf } from './intents/signals.js'
import { INTENTS, type Intent } from './intents.js'
import { type ParseTools, parse } from './parse.js'
import type { Gazetteer } from './people/book-names.js'
import type { Colleague } from './people/colleague-names.js'
import { createGazetteerBuilder } from './people/gazetteer.js'
import type { KnownCustomer } from './people/known-customer.js'
import { namingLexicon } from './people/naming-lexicon.js'
import type { Title } from './people/titles.js'
import { createKindReader, type KindWords } from './products/product-kinds.js'
import { createHomophoneMender, type HomophoneWords } from './text/homophones.js'
import { fold, type Typed } from './text/normalise.js'
import { createPinyin, type Syllables } from './text/pinyin.js'
import { createSpellingMender } from './text/spelling.js'

/** All of `data/language`, as read. */
export interface LanguageData {
  readonly characters: {
    readonly traditional: string
    readonly simplified: string
    readonly usual: Syllables
    readonly other: Syllables
  }
  readonly festivals: { readonly festivals: readonly Festival[] }
  readonly productKinds: { readonly kinds: readonly KindWords[] }
  readonly titles: {
    readonly titles: readonly Title[]
    readonly before: readonly Title[]
    readonly diminutives: Readonly<Record<string, readonly string[]>>
    readonly commonWords: readonly string[]
  }
  readonly surnames: {
    readonly single: string
    readonly double: readonly string[]
    readonly readings: Readonly<Record<string, string>>
    readonly roman: readonly string[]
    readonly given: readonly string[]
    readonly words: readonly string[]
  }
  readonly homophones: HomophoneWords
  readonly shorthand: {
    /** Characters of a dialect and the common ones for them. */
    readonly characters: Readonly<Record<string, string>>
    readonly words: Readonly<Record<string, string>>
  }
  readonly concepts: { readonly concepts: readonly Concept[] }
  readonly conversation: ConversationWords
  readonly contactCues: ContactCues
  readonly clauseWords: ClauseWords
  readonly facts: { readonly fields: readonly FactWords[] }
  readonly rules: { readonly rules: readonly IntentRule[] }
  readonly trainingPeople: {
    readonly customers: readonly KnownCustomer[]
    readonly colleagues: readonly Colleague[]
  }
  /** Reports of one contact, by how it ended. */
  readonly reports: {
    readonly outcomes: readonly {
      readonly outcome: Outcome
      readonly zh: readonly string[]
      readonly en: readonly string[]
    }[]
  }
  readonly training: readonly {
    readonly intent: Intent
    readonly zh: readonly string[]
    readonly en: readonly string[]
  }[]
}

/** What training makes of the data: weights, and the words that count as known. */
export interface TrainedLanguage {
  readonly intents: TrainedWeights<Intent>
  readonly outcomes: TrainedWeights<Outcome>
  /** English words that are right as they stand, separated by spaces. */
  readonly words: string
  /** Words of the trade with their counts, `word count`. */
  readonly trade: readonly (readonly [string, number])[]
  /** Neighbouring Chinese characters that are usual, run together. */
  readonly pairs: string
}

/** Everything the language part learnt and was told. */
export interface LanguageModel {
  /** Hash of all data the model came from. */
  readonly version: string
  readonly tools: ParseTools
  readonly cues: CueFinder
  readonly clauseWords: ClauseWordFinder
  readonly concepts: ConceptFinder
  readonly conversation: ConversationReader
  readonly rules: RuleReader
  readonly classifier: Classifier<Intent>
  readonly guessOutcome: OutcomeGuess
  readonly facts: FactReader
  /** @param colleagues the managers of the branch: named, they are no customers. */
  book(customers: readonly KnownCustomer[], colleagues?: readonly Colleague[]): Gazetteer
}

export function languageFrom(
  data: LanguageData,
  trained: TrainedLanguage,
  version: string,
  working?: WorkingDays,
): LanguageModel {
  const parts = partsOf(data, trained, working)
  return {
    version,
    ...parts,
    classifier: createClassifier(trained.intents),
    guessOutcome: guessOutcomeBy(createClassifier(trained.outcomes)),
  }
}

function guessOutcomeBy(classifier: Classifier<Outcome>): OutcomeGuess {
  return (masked) => {
    const ranked = classifier.rank(featuresOf(masked, []))
    const of = (outcome: Outcome) => ranked.find(({ label }) => label === outcome)?.confidence ?? 0
    return {
      outcome: ranked[0]?.label ?? 'info',
      confidence: ranked[0]?.confidence ?? 0,
      unreached: of('no-answer') + of('wrong-number'),
    }
  }
}

type Vocabulary = Pick<TrainedLanguage, 'words' | 'trade' | 'pairs'>

function partsOf(
  data: LanguageData,
  vocabulary: Vocabulary,
  working?: WorkingDays,
): Omit<LanguageModel, 'version' | 'classifier' | 'guessOutcome'> {
  const simplified = simplifiedBy(data)
  const pinyin = createPinyin(data.characters.usual, data.characters.other)
  const words = new Set(vocabulary.words.split(' '))
  const pairs = new Set(vocabulary.pairs.match(/../g) ?? [])
  const trade = new Map(vocabulary.trade)
  const isOrdinary = (word: string) => (/^[a-z]/.test(word) ? words.has(word) : pairs.has(word))
  const naming = namingLexicon({
    titles: data.titles.titles,
    before: data.titles.before,
    diminutives: data.titles.diminutives,
    commonWords: new Set(data.titles.commonWords),
    surnames: {
      single: new Set(data.surnames.single),
      double: new Set(data.surnames.double),
      readings: data.surnames.readings,
      roman: new Set(data.surnames.roman),
      given: new Set(data.surnames.given),
      words: new Set(data.surnames.words),
    },
  })
  const days = createDayReader(data.festivals.festivals, working)
  const shorthand = new Map(Object.entries(data.shorthand.words))
  const mendSpelling = createSpellingMender(trade, (word) => words.has(word))
  const conversation = createConversationReader(data.conversation)
  const tools: ParseTools = {
    simplified,
    naming: {
      lexicon: naming,
      pinyin,
      isOrdinary,
      isMendable: (word) => shorthand.has(word) || mendSpelling(word) !== undefined,
      isDay: remembered((text) => isWholeDay(text, days)),
      isTalk: remembered((text) => conversation(text) !== undefined),
    },
    shorthand,
    mendSpelling,
    mendHomophones: createHomophoneMender(data.homophones, pinyin, (pair) => pairs.has(pair)),
    days,
    kinds: createKindReader(data.productKinds.kinds),
  }
  return {
    tools,
    cues: createCueFinder(data.contactCues),
    clauseWords: createClauseWordFinder(data.clauseWords),
    concepts: createConceptFinder(data.concepts.concepts),
    conversation,
    rules: createRuleReader(data.rules.rules),
    facts: createFactReader(data.facts.fields),
    book: createGazetteerBuilder(naming, pinyin, (raw) => fold(raw, simplified).folded),
  }
}

/** Asked only of forms of a book, which are asked about again and again. */
function remembered(ask: (text: string) => boolean): (text: string) => boolean {
  const answers = new Map<string, boolean>()
  return (text) => {
    const known = answers.get(text) ?? ask(text)
    if (answers.size >= MOST_REMEMBERED) answers.clear()
    answers.set(text, known)
    return known
  }
}

const MOST_REMEMBERED = 10_000

function isWholeDay(text: string, days: DayReader): boolean {
  return days.read(text, TRAINING_DAY, 'ahead').some((d) => d.start === 0 && d.end === text.length)
}

function simplifiedBy({ characters, shorthand }: LanguageData): ReadonlyMap<string, string> {
  const to = [...characters.simplified]
  return new Map([
    ...[...characters.traditional].map((character, i) => [character, to[i] ?? character] as const),
    ...Object.entries(shorthand.characters),
  ])
}

/** A day to read the training lines on; which day does not matter. */
const TRAINING_DAY = day('2026-11-23')

/** Trains on the lines of the data. Takes seconds; the same data gives the same result. @param english common words. */
export function trainLanguage(data: LanguageData, english: readonly string[]): TrainedLanguage {
  const reports = data.reports.outcomes.flatMap(({ outcome, zh, en }) =>
    [...zh, ...en].map((text) => ({ outcome, text })),
  )
  const lines = [
    ...data.training.flatMap(({ intent, zh, en }) => [...zh, ...en].map((text) => ({ intent, text }))),
    // Not all of them: an intent with many more lines than the others would be heard in everything.
    ...reports
      .filter((_, at) => at % REPORTS_A_LINE === 0)
      .map(({ text }) => ({ intent: 'contact.log' as const, text })),
  ]
  const simplified = simplifiedBy(data)
  const vocabulary = vocabularyOf(
    lines.map(({ text }) => fold(text, simplified)),
    english,
  )
  const parts = partsOf(data, vocabulary)
  const { customers, colleagues } = data.trainingPeople
  const book = parts.book(customers, colleagues)
  const heard = lines.map(({ intent, text }) => ({
    intent,
    signals: signalsOf(parse(text, book, TRAINING_DAY, parts.tools), parts, book, TRAINING_DAY),
  }))
  // What the cues are sure of teaches too: other words stand beside them.
  const sure = heard.flatMap(({ intent, signals: { masked, report } }) => {
    const [only] = report.contacts
    const isPlain = intent === 'contact.log' && report.contacts.length === 1 && report.isSaid
    return isPlain && only !== undefined ? [{ label: only.outcome, features: featuresOf(masked, []) }] : []
  })
  const told = reports.map(({ outcome, text }) => ({
    label: outcome,
    features: featuresOf(parse(text, book, TRAINING_DAY, parts.tools).masked, []),
  }))
  return {
    intents: trainLabels(
      INTENTS,
      heard.map(({ intent, signals }) => ({ label: intent, features: signals.features })),
    ),
    outcomes: trainLabels(OUTCOMES, [...sure, ...told]),
    ...vocabulary,
  }
}

/** Of how many reports one also teaches the intent. */
const REPORTS_A_LINE = 8

const USUAL = 2
const SURE = 3

/** A word that is only ever written with a capital is a name, and no word of the trade. */
function vocabularyOf(lines: readonly Typed[], english: readonly string[]): Vocabulary {
  const counts = new Map<string, number>()
  const count = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1)
  for (const { raw, folded } of lines) {
    for (const [word] of raw.matchAll(/(?<![A-Za-z])[a-z]+(?![A-Za-z])/g)) count(word)
    for (let i = 0; i + 1 < folded.length; i++)
      if (/^[一-鿿]{2}$/.test(folded.slice(i, i + 2))) count(folded.slice(i, i + 2))
  }
  const known = new Set(english)
  const latin = [...counts].filter(([word]) => /^[a-z]/.test(word))
  for (const [word, times] of latin) if (times >= SURE) known.add(word)
  return {
    words: [...known].join(' '),
    trade: latin.filter(
      ([word, times]) => word.length >= 4 && (times >= SURE || (times >= USUAL && known.has(word))),
    ),
    pairs: [...counts]
      .filter(([word, times]) => !/^[a-z]/.test(word) && times >= USUAL)
      .map(([word]) => word)
      .join(''),
  }
}
