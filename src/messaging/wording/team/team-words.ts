import type { Locale } from '../../../domain/manager/manager.js'
import { teamWordsEn } from './team-words-en.js'
import { type TeamWords, teamWordsZh } from './team-words-zh.js'

const WORDS = { 'zh-CN': teamWordsZh, 'en-US': teamWordsEn } as const satisfies Record<Locale, TeamWords>

/** What is said of a head's desk, in the language of the answer. */
export function teamWordsFor(locale: Locale): TeamWords {
  return WORDS[locale]
}

export type { TeamWords }
