import type { Locale } from '../../../domain/manager/manager.js'
import { planWordsEn } from './plan-words-en.js'
import { type PlanWords, planWordsZh } from './plan-words-zh.js'

const WORDS = { 'zh-CN': planWordsZh, 'en-US': planWordsEn } as const satisfies Record<Locale, PlanWords>

/** What is said of value plans, in the manager's language. */
export function planWordsFor(locale: Locale): PlanWords {
  return WORDS[locale]
}

export type { PlanWords }
