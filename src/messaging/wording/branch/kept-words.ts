import type { Locale } from '../../../domain/manager/manager.js'
import { keptWordsEn } from './kept-words-en.js'
import { type KeptWords, keptWordsZh } from './kept-words-zh.js'

const WORDS = { 'zh-CN': keptWordsZh, 'en-US': keptWordsEn } as const satisfies Record<Locale, KeptWords>

/** What is said of what came of it, in the manager's language. */
export function keptWordsFor(locale: Locale): KeptWords {
  return WORDS[locale]
}
