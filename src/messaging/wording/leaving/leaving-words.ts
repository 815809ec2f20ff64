import type { Locale } from '../../../domain/manager/manager.js'
import { leavingWordsEn } from './leaving-words-en.js'
import { type LeavingWords, leavingWordsZh } from './leaving-words-zh.js'

const WORDS = { 'zh-CN': leavingWordsZh, 'en-US': leavingWordsEn } as const satisfies Record<
  Locale,
  LeavingWords
>

/** What is said of customers who may leave and of groups by RFM, in the manager's language. */
export function leavingWordsFor(locale: Locale): LeavingWords {
  return WORDS[locale]
}

export type { LeavingWords }
