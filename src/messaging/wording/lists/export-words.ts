import type { Locale } from '../../../domain/manager/manager.js'
import { exportWordsEn } from './export-words-en.js'
import { type ExportWords, exportWordsZh } from './export-words-zh.js'

const WORDS = { 'zh-CN': exportWordsZh, 'en-US': exportWordsEn } as const satisfies Record<
  Locale,
  ExportWords
>

/** What is said of tables as files, in the manager's language. */
export function exportWordsFor(locale: Locale): ExportWords {
  return WORDS[locale]
}

export type { ExportWords }
