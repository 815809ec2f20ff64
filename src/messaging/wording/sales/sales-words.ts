import type { Locale } from '../../../domain/manager/manager.js'
import { salesWordsEn } from './sales-words-en.js'
import { type SalesWords, salesWordsZh } from './sales-words-zh.js'

const WORDS = { 'zh-CN': salesWordsZh, 'en-US': salesWordsEn } as const satisfies Record<Locale, SalesWords>

/** What is said around scripts, objections and the seven steps. */
export function salesWordsFor(locale: Locale): SalesWords {
  return WORDS[locale]
}

export type { SalesWords }
