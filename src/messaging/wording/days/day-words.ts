import type { Locale } from '../../../domain/manager/manager.js'
import { dayWordsEn } from './day-words-en.js'
import { type DayWords, dayWordsZh } from './day-words-zh.js'

const WORDS = { 'zh-CN': dayWordsZh, 'en-US': dayWordsEn } as const satisfies Record<Locale, DayWords>

/** What is said around the day's list: acting on it, the evening, the week, the branch. */
export function dayWordsFor(locale: Locale): DayWords {
  return WORDS[locale]
}

export type { DayWords }
