import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
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
}

/** Reads the data, and the trained classifier from the cache or trains it. @throws Error naming an unreadable file. */
export function loadLanguage(options: LanguageOptions): LanguageModel {
  const dirs = [options.dataDir, ...(options.extraDir === undefined ? [] : [options.extraDir])]
  const hash = createHash('sha256')
  const read = (relative: string): unknown => {
    const parts = dirs
      .map((dir) => join(dir, relative))
      .filter((path) => existsSync(path))
      .map((path) => readJson(path, hash))
    if (parts.length === 0) throw new Error(`language data: ${relative} is missing in ${options.dataDir}`)
    return parts.reduce((base, extra) => merged(base, extra))
  }
  const lexicon = (name: string) => read(`lexicon/${name}.json`)
  const training = new Set(dirs.flatMap((dir) => filesIn(join(dir, 'training'))))
  // The files are the project's own or a bank's of the same form; their shape is theirs to keep.
  const data = {
    characters: read('characters/characters.json'),
    festivals: read('festivals.json'),
    productKinds: lexicon('product-kinds'),
    titles: lexicon('titles'),
    surnames: lexicon('surnames'),
    homophones: lexicon('homophones'),
    concepts: lexicon('concepts'),
    conversation: lexicon('conversation'),
    contactCues: lexicon('contact-cues'),
    facts: lexicon('facts'),
    rules: lexicon('intent-rules'),
    trainingPeople: read('training/people.json'),
    training: [...training]
      .filter((file) => file !== 'people.json')
      .sort()
      .map((file) => read(`training/${file}`)),
  } as unknown as LanguageData
  const version = hash.digest('hex').slice(0, 16)
  const trained = fromCache(options.cacheDir, version) ?? trainLanguage(data, englishWords())
  keep(options.cacheDir, version, trained)
  return languageFrom(data, trained, version)
}

function filesIn(dir: string): readonly string[] {
  return existsSync(dir) ? readdirSync(dir).filter((file) => file.endsWith('.json')) : []
}

function readJson(path: string, hash: ReturnType<typeof createHash>): unknown {
  const text = readFileSync(path, 'utf8')
  hash.update(path.slice(-40)).update(text)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Error(`language data: ${path} is not JSON`, { cause })
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
    item['intent']
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Common English words, from the lexicon that comes with natural; read only to train. */
function englishWords(): readonly string[] {
  const path = createRequire(import.meta.url).resolve(
    'natural/lib/natural/brill_pos_tagger/data/English/lexicon_from_posjs.json',
  )
  return Object.keys(JSON.parse(readFileSync(path, 'utf8'))).filter((word) => /^[a-z]{2,12}$/.test(word))
}

const FORMAT = 1

function cachePath(dir: string, version: string): string {
  return join(dir, `language-${FORMAT}-${version}`)
}

function fromCache(dir: string | undefined, version: string): TrainedLanguage | undefined {
  if (dir === undefined || !existsSync(`${cachePath(dir, version)}.json`)) return undefined
  try {
    const kept = JSON.parse(readFileSync(`${cachePath(dir, version)}.json`, 'utf8')) as Omit<
      TrainedLanguage,
      'weights'
    > // written by `keep`
    const bytes = readFileSync(`${cachePath(dir, version)}.bin`)
    const weights = new Float32Array(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
    )
    return weights.length === kept.features.length * kept.intents.length ? { ...kept, weights } : undefined
  } catch {
    return undefined // a damaged cache is made anew
  }
}

function keep(dir: string | undefined, version: string, { weights, ...rest }: TrainedLanguage): void {
  if (dir === undefined || existsSync(`${cachePath(dir, version)}.json`)) return
  mkdirSync(dir, { recursive: true })
  const path = cachePath(dir, version)
  writeFileSync(
    `${path}.bin.${process.pid}`,
    new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength),
  )
  renameSync(`${path}.bin.${process.pid}`, `${path}.bin`)
  writeFileSync(`${path}.json.${process.pid}`, JSON.stringify(rest))
  renameSync(`${path}.json.${process.pid}`, `${path}.json`)
}
