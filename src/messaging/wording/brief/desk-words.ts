import type { Locale } from '../../../domain/manager/manager.js'
import { deskWordsEn } from './desk-words-en.js'
import { type DeskWords, deskWordsZh } from './desk-words-zh.js'

const WORDS = { 'zh-CN': deskWordsZh, 'en-US': deskWordsEn } as const satisfies Record<Locale, DeskWords>

/** What is said of arranging, putting off, explaining and settings, in the manager's language. */
export function deskWordsFor(locale: Locale): DeskWords {
  return WORDS[locale]
}

export type { DeskWords }
