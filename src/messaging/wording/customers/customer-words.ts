import type { Locale } from '../../../domain/manager/manager.js'
import { customerWordsEn } from './customer-words-en.js'
import { type CustomerWords, customerWordsZh } from './customer-words-zh.js'

const WORDS = { 'zh-CN': customerWordsZh, 'en-US': customerWordsEn } as const satisfies Record<
  Locale,
  CustomerWords
>

/** What is said of customers found, shown and recorded, in the manager's language. */
export function customerWordsFor(locale: Locale): CustomerWords {
  return WORDS[locale]
}

export type { CustomerWords }
