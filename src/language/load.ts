import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { WorkingDays } from './days/sense.js'
import {
  type LanguageData,
  type LanguageModel,
  languageFrom,
  type TrainedLanguage,
  trainLanguage,
} from './model.js'

export type { LanguageModel } from './model.js'

export interface LanguageOptions {
  /** The project's `data/language`. */
  readonly dataDir: string
  /** Where a trained classifier is kept by its content hash; without it training happens at every start. */
  readonly cacheDir?: string
  /** A bank's own folder of the same form, read after `dataDir`: what it lists is added. */
  readonly extraDir?: string
  /** The bank's calendar, for 下个工作日; absent: Monday to Friday. */
  readonly working?: WorkingDays
}

/** A file of words is missing or cannot be read. */
export class LanguageDataError extends Error {
  override readonly name = 'LanguageDataError'
  constructor(problem: string, options?: ErrorOptions) {
    super(`language data: ${problem}`, options)
  }
}

/** Reads the data, and the trained classifier from the cache or trains it. @throws LanguageDataError */
export function loadLanguage(options: LanguageOptions): LanguageModel {
  const { data, version } = readLanguage(options)
  const kept = fromCache(options.cacheDir, version)
  const trained = kept ?? trainLanguage(data, englishWords())
  if (kept === undefined) tryToKeep(options.cacheDir, version, trained)
  return languageFrom(data, trained, version, options.working)
}

/** The data as read, and the hash of all of it. Training lines are parsed when they are first asked for. */
export function readLanguage(options: Omit<LanguageOptions, 'cacheDir' | 'working'>): {
  readonly data: LanguageData
  readonly version: string
} {
  if (options.extraDir !== undefined && !existsSync(options.extraDir))
    throw new LanguageDataError(`there is no folder ${options.extraDir}`)
  const dirs = [options.dataDir, ...(options.extraDir === undefined ? [] : [options.extraDir])]
  const hash = createHash('sha256')
  const readLater = (relative: string): (() => unknown) => {
    const texts = dirs
      .map((dir) => join(dir, relative))
      .filter((path) => existsSync(path))
      .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
    if (texts.length === 0) throw new LanguageDataError(`${relative} is missing in ${options.dataDir}`)
    for (const { text } of texts) hash.update(relative).update(text)
    return () => texts.map(parsedJson).reduce((base, extra) => merged(base, extra))
  }
  const read = (relative: string): unknown => readLater(relative)()
  const lexicon = (name: string) => read(`lexicon/${name}.json`)
  const training = new Set(dirs.flatMap((dir) => filesIn(join(dir, 'training'))))
  const lines = [...training]
    .filter((file) => file !== 'people.json')
    .sort()
    .map((file) => readLater(`training/${file}`))
  let parsed: unknown
  // The files are the project's own or a bank's of the same form; their shape is theirs to keep.
  const data = {
    characters: read('characters/characters.json'),
    festivals: read('festivals.json'),
    productKinds: lexicon('product-kinds'),
    titles: lexicon('titles'),
    surnames: lexicon('surnames'),
    homophones: lexicon('homophones'),
    shorthand: lexicon('shorthand'),
    concepts: lexicon('concepts'),
    conversation: lexicon('conversation'),
    contactCues: lexicon('contact-cues'),
    clauseWords: lexicon('clause-words'),
    facts: lexicon('facts'),
    rules: lexicon('intent-rules'),
    trainingPeople: read('training/people.json'),
    reports: read('reports.json'),
    get training() {
      parsed ??= lines.map((parse) => parse())
      return parsed
    },
  } as unknown as LanguageData
  return { data, version: hash.digest('hex').slice(0, 16) }
}

function filesIn(dir: string): readonly string[] {
  return existsSync(dir) ? readdirSync(dir).filter((file) => file.endsWith('.json')) : []
}

function parsedJson({ path, text }: { readonly path: string; readonly text: string }): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new LanguageDataError(`${path} is not JSON`, { cause })
  }
}

/** Lists are joined, objects merged by key; lists of named things (`id`, `kind`, `field`, `intent`, …) by their name. */
function merged(base: unknown, extra: unknown): unknown {
  if (Array.isArray(base) && Array.isArray(extra)) {
    const rest = [...extra]
    const joined = base.map((item) => {
      const twin = rest.findIndex((other) => nameOf(item) !== undefined && nameOf(item) === nameOf(other))
      return twin < 0 ? item : merged(item, rest.splice(twin, 1)[0])
    })
    return [...joined, ...rest]
  }
  if (isRecord(base) && isRecord(extra)) {
    const keys = new Set([...Object.keys(base), ...Object.keys(extra)])
    return Object.fromEntries(
      [...keys].map((key) => [
        key,
        key in base && key in extra ? merged(base[key], extra[key]) : (extra[key] ?? base[key]),
      ]),
    )
  }
  return extra
}

function nameOf(item: unknown): unknown {
  if (!isRecord(item)) return undefined
  return (
    item['id'] ??
    item['kind'] ??
    item['field'] ??
    item['outcome'] ??
    item['channel'] ??
    item['objection'] ??
    item['intent'] ??
    item['mark']
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Common English words, from the lexicon that comes with natural; read only to train. */
export function englishWords(): readonly string[] {
  const path = createRequire(import.meta.url).resolve(
    'natural/lib/natural/brill_pos_tagger/data/English/lexicon_from_posjs.json',
  )
  return Object.keys(JSON.parse(readFileSync(path, 'utf8'))).filter((word) => /^[a-z]{2,12}$/.test(word))
}

/** Raised whenever training makes something else of the same data. */
const FORMAT = 9

function cachePath(dir: string, version: string): string {
  return join(dir, `language-${FORMAT}-${version}`)
}

function fromCache(dir: string | undefined, version: string): TrainedLanguage | undefined {
  if (dir === undefined || !existsSync(`${cachePath(dir, version)}.json`)) return undefined
  try {
    const kept = JSON.parse(readFileSync(`${cachePath(dir, version)}.json`, 'utf8')) as Kept // written by `keep`
    const bytes = readFileSync(`${cachePath(dir, version)}.bin`)
    const all = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
    const split = kept.intents.features.length * kept.intents.labels.length
    const end = split + kept.outcomes.features.length * kept.outcomes.labels.length
    if (all.length !== end) return undefined
    return {
      ...kept,
      intents: { ...kept.intents, weights: all.subarray(0, split) },
      outcomes: { ...kept.outcomes, weights: all.subarray(split, end) },
    }
  } catch {
    return undefined // a damaged cache is made anew
  }
}

/** As kept in JSON: the weights are in a file of their own, those of the intents first. */
type Kept = Omit<TrainedLanguage, 'intents' | 'outcomes'> & {
  readonly intents: Omit<TrainedLanguage['intents'], 'weights'>
  readonly outcomes: Omit<TrainedLanguage['outcomes'], 'weights'>
}

/** Where nothing may be written the next start learns it once more. */
function tryToKeep(dir: string | undefined, version: string, trained: TrainedLanguage): void {
  try {
    keep(dir, version, trained)
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
  }
}

function keep(dir: string | undefined, version: string, trained: TrainedLanguage): void {
  if (dir === undefined || existsSync(`${cachePath(dir, version)}.json`)) return
  mkdirSync(dir, { recursive: true })
  const path = cachePath(dir, version)
  const { weights: ofIntents, ...intents } = trained.intents
  const { weights: ofOutcomes, ...outcomes } = trained.outcomes
  const kept: Kept = { ...trained, intents, outcomes }
  const bytes = [ofIntents, ofOutcomes].map((w) => new Uint8Array(w.buffer, w.byteOffset, w.byteLength))
  writeFileSync(`${path}.bin.${process.pid}`, Buffer.concat(bytes))
  renameSync(`${path}.bin.${process.pid}`, `${path}.bin`)
  writeFileSync(`${path}.json.${process.pid}`, JSON.stringify(kept))
  renameSync(`${path}.json.${process.pid}`, `${path}.json`)
}
