import type { Locale } from '../../../domain/manager/manager.js'
import { productWordsEn } from './product-words-en.js'
import { type ProductWords, productWordsZh } from './product-words-zh.js'

const WORDS = { 'zh-CN': productWordsZh, 'en-US': productWordsEn } as const satisfies Record<
  Locale,
  ProductWords
>

/** What is said of products and whom they suit, in the manager's language. */
export function productWordsFor(locale: Locale): ProductWords {
  return WORDS[locale]
}

export type { ProductWords }
