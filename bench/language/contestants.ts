import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import natural from 'natural/lib/natural/classifiers/index.js'
import { dataFolder } from '../../src/compose/places.js'
import { day } from '../../src/domain/day.js'
import { loadLanguage } from '../../src/language/load.js'
import { createUnderstanding } from '../../src/language/understand.js'
import { COMPARED, type Line, largeBook, readJson } from './material.js'

export interface Answer {
  readonly intent: string
  readonly confidence: number
}

/** One way of telling what a message wants, trained once and loaded in a process of its own. */
export interface Contestant {
  /** Trains on the lines and keeps what was learnt in `folder`. */
  train(lines: readonly Line[], folder: string): Promise<void>
  /** What tells the intent of a text, from what was kept. */
  load(folder: string): Promise<(text: string) => Promise<Answer>>
}

export const CONTESTANTS = {
  /** The whole reading, names, days and sums included, with a book of 1,000. */
  daybook: async (): Promise<Contestant> => ({
    async train(_, folder) {
      loadLanguage({ dataDir: dataFolder('language'), cacheDir: folder })
    },
    async load(folder) {
      const understanding = createUnderstanding(
        loadLanguage({ dataDir: dataFolder('language'), cacheDir: folder }),
      )
      const people = understanding.people(largeBook(1_000))
      return async (text) => understanding.read(text, people, TODAY)
    },
  }),
  /** Its own stemmer would leave nothing of Chinese; it gets words and pairs of characters. */
  'natural Bayes': async (): Promise<Contestant> => ({
    async train(lines, folder) {
      const classifier = new natural.BayesClassifier()
      for (const { text, intent } of lines) classifier.addDocument(tokens(text), intent)
      classifier.train()
      writeFileSync(join(folder, 'bayes.json'), JSON.stringify(classifier))
    },
    async load(folder) {
      const classifier = natural.BayesClassifier.restore(readJson(join(folder, 'bayes.json')))
      return async (text) => {
        const all = classifier.getClassifications(tokens(text))
        const whole = all.reduce((sum, { value }) => sum + value, 0)
        return { intent: all[0]?.label ?? 'none', confidence: whole === 0 ? 0 : (all[0]?.value ?? 0) / whole }
      }
    },
  }),
  /** Told the language by the script of the text. */
  'NLP.js': async (): Promise<Contestant> => {
    const { NlpManager } = createRequire(join(COMPARED, 'package.json'))('node-nlp') as NlpModule // has no types
    const options = { languages: ['zh', 'en'], nlu: { log: false }, autoSave: false, autoLoad: false }
    return {
      async train(lines, folder) {
        const manager = new NlpManager(options)
        for (const { text, intent, language } of lines) manager.addDocument(language, text, intent)
        await manager.train()
        writeFileSync(join(folder, 'nlp.json'), manager.export())
      },
      async load(folder) {
        const manager = new NlpManager(options)
        manager.import(JSON.stringify(readJson(join(folder, 'nlp.json'))))
        return async (text) => {
          const { intent, score } = await manager.process(/[一-鿿]/.test(text) ? 'zh' : 'en', text)
          return { intent: intent === 'None' ? 'none' : intent, confidence: score }
        }
      },
    }
  },
} as const satisfies Record<string, () => Promise<Contestant>>

export type ContestantName = keyof typeof CONTESTANTS

const TODAY = day('2026-11-23')

interface NlpModule {
  readonly NlpManager: new (
    options: object,
  ) => {
    addDocument(language: string, text: string, intent: string): void
    train(): Promise<void>
    export(): string
    import(model: string): void
    process(language: string, text: string): Promise<{ readonly intent: string; readonly score: number }>
  }
}

function tokens(text: string): string[] {
  const folded = text.normalize('NFKC').toLowerCase()
  const words = folded.match(/[a-z']+|\d+/g) ?? []
  const pairs: string[] = []
  for (const run of folded.match(/[一-鿿]+/g) ?? []) {
    pairs.push(...run)
    for (let i = 0; i + 1 < run.length; i++) pairs.push(run.slice(i, i + 2))
  }
  return [...words, ...pairs]
}
