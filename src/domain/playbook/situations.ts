import { OBJECTIONS } from '../customer/contact.js'

/** The kinds of products a line can speak of: all that a customer chooses, current accounts apart. */
export const SOLD_KINDS = [
  'time-deposit',
  'notice-deposit',
  'wealth',
  'fund',
  'insurance',
  'bond',
  'gold',
  'loan',
  'credit-card',
] as const

/** What a manager may need words for, and the situations of each kind of line (Handbook §3 to §5). */
export const SITUATIONS = {
  /** The opening of a first call: a VIP, someone the bank last spoke with long ago, someone who has come to the VIP line without a card, anyone else. */
  'first-call': ['vip', 'long-ago', 'vip-without-card', 'new'],
  /** What is sent after it: who I am and where to find me. */
  'first-message': ['contact-details'],
  /** The five good pretexts of a regular contact. */
  pretext: ['maturity', 'investment', 'care', 'information', 'advice'],
  /** An invitation that offers two times. */
  invitation: ['branch', 'visit', 'call', 'event', 'reassess', 'with-family'],
  /** About thirty seconds to interest. */
  pitch: ['maturity', 'idle', 'launch', 'review', 'card', 'company'],
  /** Feature, advantage, benefit of a kind of product. */
  benefit: SOLD_KINDS,
  objection: OBJECTIONS,
  /** Inviting to a wealth review, and what is said to each of its flags; no product is named. */
  review: [
    'invite',
    'above-rating',
    'one-product',
    'idle',
    'illiquid',
    'one-month',
    'assessment',
    'one-kind',
    'no-holdings',
  ],
  closing: ['summary', 'choice', 'first-step', 'documents', 'fit', 'postponed', 'declined'],
  'after-sales': ['day-1', 'month-1', 'before-maturity'],
  greeting: [
    'birthday',
    'anniversary',
    'new-year',
    'laba',
    'spring-festival',
    'lantern',
    'womens-day',
    'qingming',
    'labour-day',
    'dragon-boat',
    'qixi',
    'teachers-day',
    'mid-autumn',
    'national-day',
    'chongyang',
    'winter-solstice',
  ],
  /** The first words for a reason on the brief. */
  occasion: [
    'maturity',
    'maturity-heads-up',
    'maturity-service',
    'level-raised',
    'money-in',
    'money-out',
    'launch',
    'appointment',
    'callback',
    'promise',
    'promise-late',
    'task',
    'cadence',
    'snoozed',
    'event',
    'gift',
    'assessment',
    'payment',
    'loan-overdue',
    'news',
    'interest',
    'stop-profit',
    'stop-loss',
    'dividend',
    'idle',
    'sleeping',
    'vip-without-card',
    'opportunity',
  ],
  voicemail: ['first', 'maturity', 'general'],
  /** One question that learns one fact: the three of MAN, then the fields of the profile. */
  question: [
    'money',
    'authority',
    'need',
    'assets',
    'occupation',
    'company',
    'family',
    'hobbies',
    'birthday',
    'contact',
    'expectation',
    'risk',
    'horizon',
  ],
  referral: ['after-sale', 'company'],
} as const satisfies Record<string, readonly string[]>

export type LineKind = keyof typeof SITUATIONS
export type Situation<K extends LineKind = LineKind> = (typeof SITUATIONS)[K][number]

export const LINE_KINDS = Object.keys(SITUATIONS) as readonly LineKind[] // the keys of the literal above

export function isSituation<K extends LineKind>(kind: K, situation: string): situation is Situation<K> {
  return (SITUATIONS[kind] as readonly string[]).includes(situation) // widened only to ask
}
