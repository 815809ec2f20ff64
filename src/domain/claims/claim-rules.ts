import type { Locale } from '../manager/manager.js'

/** What the claim check is about (Handbook §7, second bullet). */
export const CLAIM_RULES = ['promise', 'benchmark', 'deposit-equal', 'gift', 'haste'] as const
export type ClaimRuleId = (typeof CLAIM_RULES)[number]

/** The two languages whose phrases are looked for; both are, in every text. */
export const TONGUES = ['zh', 'en'] as const
export type Tongue = (typeof TONGUES)[number]

export type PerTongue<T> = Readonly<Record<Tongue, T>>
export type Worded = Readonly<Record<Locale, string>>

/** One way of breaking a rule, in the phrase language of `phrase.ts`. */
export interface ClaimForm {
  readonly id: string
  readonly why: Worded
  /** What may be said instead; may hold placeholders of the playbook. */
  readonly allowed: Worded
  readonly phrases: PerTongue<readonly string[]>
  /** Found in the same clause, these excuse the form: a deposit's interest may be told. */
  readonly unless: PerTongue<readonly string[]>
  /** Found in the same clause, these take the excuse of `unless` away again. */
  readonly evenSo: PerTongue<readonly string[]>
}

export interface ClaimRule {
  readonly id: ClaimRuleId
  readonly title: Worded
  /** A wish excuses no gift, and "there are none left" no haste. */
  readonly excusedBy: readonly Excuse[]
  readonly forms: readonly ClaimForm[]
}

/** Why words that read like a claim are none. */
export const EXCUSES = ['denied', 'denied-after', 'asked', 'reported', 'warned', 'wished'] as const
export type Excuse = (typeof EXCUSES)[number]

/** How one language denies, asks, reports and warns: lists of words, and of regular expressions over plain text. */
export interface Excuses {
  readonly negators: readonly string[]
  /** Words that may stand between a negation and what it denies. */
  readonly fillers: readonly string[]
  /** Those of the fillers that are claims themselves: each of a row is denied on its own (不保本不保收益). */
  readonly claimed: readonly string[]
  /** Words that look like a negation and are none (不仅, not only). */
  readonly pseudo: readonly string[]
  readonly after: readonly string[]
  readonly question: readonly string[]
  /** Chinese A-not-A questions. */
  readonly aNotA?: readonly string[]
  readonly afterQuestion?: readonly string[]
  /** An inverted English clause, excused where its sentence ends in a question mark. */
  readonly questionClause?: readonly string[]
  /** The question answers itself: 保本吗？保的. */
  readonly answeredYes: readonly string[]
  /** Somebody else said, thinks or fears it. */
  readonly reported: readonly string[]
  /** The same, a clause ahead: "the client says, …". */
  readonly reportedBefore?: readonly string[]
  /** The manager's own words after all: "tell the client …". */
  readonly instructed: readonly string[]
  readonly warning: readonly string[]
  readonly warningAfter: readonly string[]
  /** A customer wants it, which is no offer of it. */
  readonly wish: readonly string[]
  readonly wishNot: readonly string[]
  /** After a wish: the manager has what was wished for. */
  readonly offered?: readonly string[]
}

/** Ways in which a word is hidden, and the word that is meant. */
export interface Spelling {
  /** One character for another: traditional forms, look-alike letters, punctuation. */
  readonly characters: Readonly<Record<string, string>>
  /** Characters that sound like the key. */
  readonly soundalikes: Readonly<Record<string, string>>
  /** Words that are looked for under their sound. */
  readonly terms: readonly string[]
  /** Spellings in pinyin and abbreviation, by the word meant. */
  readonly anyOf: Readonly<Record<string, readonly string[]>>
  /** English words that are looked for through separators, stars and digits for letters. */
  readonly stems: readonly string[]
  /** English words that are commonly misspelt: a regular expression of the wrong spellings. */
  readonly misspelt: Readonly<Record<string, string>>
  /** Regular expressions of innocent words that hold a guarded one (支付宝本月, 社保本人). */
  readonly asides: readonly string[]
}

/** Everything the claim check knows; read from `data/claims/`. */
export interface ClaimRules {
  readonly version: string
  readonly approvedBy: string
  readonly words: PerTongue<Readonly<Record<string, string>>>
  readonly rules: readonly ClaimRule[]
  readonly excuses: PerTongue<Excuses>
  readonly spelling: Spelling
}
