import { dataFolder } from '../../src/compose/places.js'
import { day } from '../../src/domain/day.js'
import { englishWords, readLanguage } from '../../src/language/load.js'
import { type LanguageData, languageFrom, trainLanguage } from '../../src/language/model.js'
import { createUnderstanding } from '../../src/language/understand.js'

const FOLDS = 5
const TODAY = day('2026-11-23')

/**
 * The share of training lines whose intent is told right by what was trained without them, by language, in percent. A
 * fold is every fifth run of neighbouring lines of an intent, since neighbours were written together and resemble each other.
 */
export function crossValidated(): { readonly zh: number; readonly en: number } {
  const { data, version } = readLanguage({ dataDir: dataFolder('language') })
  const english = englishWords()
  const right = { zh: 0, en: 0 }
  const asked = { zh: 0, en: 0 }
  for (let fold = 0; fold < FOLDS; fold++) {
    const kept = withLines(data, (at, of) => foldOf(at, of) !== fold)
    const understanding = createUnderstanding(languageFrom(kept, trainLanguage(kept, english), version))
    const people = understanding.people(data.trainingPeople.customers)
    for (const { intent, ...lines } of withLines(data, (at, of) => foldOf(at, of) === fold).training) {
      for (const language of ['zh', 'en'] as const) {
        for (const text of lines[language]) {
          asked[language]++
          if (understanding.read(text, people, TODAY).intent === intent) right[language]++
        }
      }
    }
  }
  const percent = (language: 'zh' | 'en') => Math.round((10_000 * right[language]) / asked[language]) / 100
  return { zh: percent('zh'), en: percent('en') }
}

/** Runs of a twenty-fifth of the lines, dealt out to the folds in turn. */
function foldOf(at: number, of: number): number {
  return Math.floor((at * FOLDS * FOLDS) / of) % FOLDS
}

function withLines(data: LanguageData, isKept: (at: number, of: number) => boolean): LanguageData {
  const some = (lines: readonly string[]) => lines.filter((_, at) => isKept(at, lines.length))
  return {
    ...data,
    training: data.training.map(({ intent, zh, en }) => ({ intent, zh: some(zh), en: some(en) })),
  }
}
