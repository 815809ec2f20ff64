import type { Locale } from '../../../domain/manager/manager.js'
import { reviewWordsEn } from './review-words-en.js'
import { type ReviewWords, reviewWordsZh } from './review-words-zh.js'

const WORDS = { 'zh-CN': reviewWordsZh, 'en-US': reviewWordsEn } as const satisfies Record<
  Locale,
  ReviewWords
>

/** What is said of wealth reviews, in the manager's language. */
export function reviewWordsFor(locale: Locale): ReviewWords {
  return WORDS[locale]
}

export type { ReviewWords }
