import type { Locale } from '../../../domain/manager/manager.js'
import { listWordsEn } from './list-words-en.js'
import { type ListWords, listWordsZh } from './list-words-zh.js'

const WORDS = { 'zh-CN': listWordsZh, 'en-US': listWordsEn } as const satisfies Record<Locale, ListWords>

/** What is said of lists and results that a manager asks for, in the manager's language. */
export function listWordsFor(locale: Locale): ListWords {
  return WORDS[locale]
}

export type { ListWords }
