import type { MeetingWords } from './meeting-words-zh.js'

/** What a meeting sheet says, in English. */
export const meetingWordsEn: MeetingWords = {
  button: 'Meeting sheet',
  title: { appointment: 'Meeting sheet', callback: 'Call sheet' },
  notification: (time) => `Coming up at ${time}: your meeting sheet`,
  last: 'Last words',
  neverSpoken: 'You have not spoken yet: introduce yourself',
  promised: 'You promised',
  topics: 'To talk about',
  noTopics: 'Nothing in particular: ask how things are',
  sale: 'Opportunity',
  ask: 'Ask in passing',
  papersTitle: 'To bring',
  papers: {
    'name-card': 'your card',
    'id-card': 'ID (remind the customer)',
    'deposit-slip': 'deposit slip or passbook (remind the customer)',
    'business-papers': 'business licence and seals (remind the customer)',
    'assessment-form': 'risk questionnaire (to be redone)',
    'product-papers': 'product terms and risk disclosure',
    'rate-sheet': 'deposit rate sheet',
  },
  checksTitle: 'Before you go',
  checks: {
    'keep-promises': 'have you done what you promised?',
    'answer-ready': 'your answer to the last objection',
    'ask-first': 'ask first, listen more than you talk',
    'suitable-only': 'suitable products only, no promise of returns',
  },
}
