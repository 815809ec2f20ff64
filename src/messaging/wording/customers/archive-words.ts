import type { Locale } from '../../../domain/manager/manager.js'
import { archiveWordsEn } from './archive-words-en.js'
import { type ArchiveWords, archiveWordsZh } from './archive-words-zh.js'

const WORDS = { 'zh-CN': archiveWordsZh, 'en-US': archiveWordsEn } as const satisfies Record<
  Locale,
  ArchiveWords
>

/** What is said of archives, changes and notes, in the manager's language. */
export function archiveWordsFor(locale: Locale): ArchiveWords {
  return WORDS[locale]
}

export type { ArchiveWords }
