import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Spell } from '../../domain/customer/find-customers.js'
import type { AttributeConcept } from '../attributes/concepts.js'
import { type AttributeReader, createAttributeReader } from '../attributes/read-attributes.js'
import type { Festivals } from '../days/festivals.js'
import { createDayReader, type DayReader } from '../days/read-days.js'
import { createKindReader, type KindWords } from '../product-kinds.js'
import { createSpell } from '../spell.js'
import { fold } from '../text/normalise.js'
import { createPinyin, type Syllables } from '../text/pinyin.js'

/** What is read from a message besides its intent and slots, where an intent needs more. */
export interface Particulars {
  readonly attributes: AttributeReader
  readonly spell: Spell
  readonly days: DayReader
  /** Half-width, lower case, simplified characters; as long as the text. */
  readonly fold: (text: string) => string
}

interface Characters {
  readonly traditional: string
  readonly simplified: string
  readonly usual: Syllables
  readonly other: Syllables
}

interface SurnameFile {
  readonly single: string
  readonly double: readonly string[]
  readonly readings: Readonly<Record<string, string>>
}

/** @param dataDir the project's `data/language`. @throws Error naming the file that cannot be read or used. */
export function loadParticulars(dataDir: string): Particulars {
  const characters = readJson<Characters>(dataDir, 'characters/characters.json')
  const { festivals } = readJson<{ festivals: Festivals }>(dataDir, 'festivals.json')
  const { kinds } = readJson<{ kinds: readonly KindWords[] }>(dataDir, 'lexicon/product-kinds.json')
  const surnames = readJson<SurnameFile>(dataDir, 'lexicon/surnames.json')
  const { concepts } = readJson<{ concepts: readonly AttributeConcept[] }>(dataDir, 'attributes.json')

  const simplified = new Map(
    [...characters.traditional].map((from, at) => [from, characters.simplified[at] ?? from]),
  )
  const folded = (text: string) => fold(text, simplified).folded
  const pinyin = createPinyin(characters.usual, characters.other)
  const days = createDayReader(festivals)
  return {
    attributes: createAttributeReader({ concepts, kinds: createKindReader(kinds), days, fold: folded }),
    spell: createSpell(
      pinyin,
      {
        single: new Set(surnames.single),
        double: new Set(surnames.double),
        readings: surnames.readings,
        roman: new Set(),
        given: new Set(),
      },
      folded,
    ),
    days,
    fold: folded,
  }
}

function readJson<T>(dataDir: string, name: string): T {
  const path = join(dataDir, name)
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T // the project's own files; their forms are held by its tests
  } catch (error) {
    throw new Error(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}
