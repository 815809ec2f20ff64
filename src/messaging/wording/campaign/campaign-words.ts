import type { Locale } from '../../../domain/manager/manager.js'
import { campaignWordsEn } from './campaign-words-en.js'
import { type CampaignWords, campaignWordsZh } from './campaign-words-zh.js'

const WORDS = { 'zh-CN': campaignWordsZh, 'en-US': campaignWordsEn } as const satisfies Record<
  Locale,
  CampaignWords
>

/** What is said of campaigns, in the manager's language. */
export function campaignWordsFor(locale: Locale): CampaignWords {
  return WORDS[locale]
}

export type { CampaignWords }
