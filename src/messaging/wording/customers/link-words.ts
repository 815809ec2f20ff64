import type { Locale } from '../../../domain/manager/manager.js'
import { linkWordsEn } from './link-words-en.js'
import { type LinkWords, linkWordsZh } from './link-words-zh.js'

const WORDS = { 'zh-CN': linkWordsZh, 'en-US': linkWordsEn } as const satisfies Record<Locale, LinkWords>

/** What is said of links between customers, in the manager's language. */
export function linkWordsFor(locale: Locale): LinkWords {
  return WORDS[locale]
}

export type { LinkWords }
