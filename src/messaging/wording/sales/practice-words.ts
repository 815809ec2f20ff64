import type { Locale } from '../../../domain/manager/manager.js'
import { practiceWordsEn } from './practice-words-en.js'
import { type PracticeWords, practiceWordsZh } from './practice-words-zh.js'

const WORDS = { 'zh-CN': practiceWordsZh, 'en-US': practiceWordsEn } as const satisfies Record<
  Locale,
  PracticeWords
>

/** What is said around a practised call and a text that is checked. */
export function practiceWordsFor(locale: Locale): PracticeWords {
  return WORDS[locale]
}

export type { PracticeWords }
