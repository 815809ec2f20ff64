import type { Locale } from '../../../domain/manager/manager.js'
import { meetingWordsEn } from './meeting-words-en.js'
import { type MeetingWords, meetingWordsZh } from './meeting-words-zh.js'

const WORDS = { 'zh-CN': meetingWordsZh, 'en-US': meetingWordsEn } as const satisfies Record<
  Locale,
  MeetingWords
>

/** What a meeting sheet says. */
export function meetingWordsFor(locale: Locale): MeetingWords {
  return WORDS[locale]
}

export type { MeetingWords }
