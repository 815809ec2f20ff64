import type { Outcome } from '../domain/customer/contact.js'
import type { Gender } from '../domain/customer/profile-fields.js'
import type { ProductKind, RiskLevel } from '../domain/ledger/holding.js'
import type { Locale } from '../domain/manager/manager.js'
import type { Tier } from '../domain/policy.js'

/** What is told of one customer of the sample beyond an ordinary life. */
export const STORIES = [
  'plain',
  'matures-today',
  'matures-tomorrow',
  'matures-in-a-week',
  'large-outflow',
  'large-inflow',
  'fund-far-up',
  'appointment-today',
  'promise-overdue',
  'never-contacted',
  'long-overdue',
  'do-not-contact',
  'idle-money',
  'sleeping',
  'loan-overdue',
  'birthday',
  'assessment-runs-out',
  'nothing-recorded',
] as const
export type Story = (typeof STORIES)[number]

/** One person who is in every book of that language, with the story that is told of him or her. */
export interface CastMember {
  readonly surname?: string | undefined
  readonly given?: string | undefined
  /** An English given name; the surname is then drawn in pinyin. */
  readonly english?: string | undefined
  readonly title?: string | undefined
  readonly gender: Gender
  readonly occupation: string
  readonly tier: Tier
  readonly story: Story
}

export interface Occupation {
  readonly label: string
  readonly weight: number
  /** Titles that follow the surname; none where the trade is not held by that gender here. */
  readonly male: readonly string[]
  readonly female: readonly string[]
  readonly employers: readonly string[]
}

/** The same list in the languages in which managers keep their notes. */
export interface ByLanguage {
  readonly zh: readonly string[]
  readonly en: readonly string[]
}

export interface SampleProduct {
  readonly id: string
  readonly name: string
  readonly kind: ProductKind
  readonly riskLevel?: RiskLevel | undefined
  readonly issuerRiskLevel?: RiskLevel | undefined
  readonly termDays?: number | undefined
  readonly minYuan: number
  readonly ratePercent?: number | undefined
  readonly currency: string
  readonly benchmark?: string | undefined
  /** Days from the sample's day; negative in the past. */
  readonly saleFromDays: number
  readonly saleToDays?: number | undefined
  readonly audience: string
  readonly sellingPoints: string
}

/** The tables of `data/sample/` that the invented book is drawn from. */
export interface SampleWords {
  readonly surnames: readonly string[]
  readonly givenMale: readonly string[]
  readonly givenFemale: readonly string[]
  readonly englishMale: readonly string[]
  readonly englishFemale: readonly string[]
  readonly pinyinSurnames: readonly string[]
  /** Managers in the order in which they join; asked for more, the list starts again. */
  readonly managers: readonly { readonly name: string; readonly locale: Locale }[]
  readonly head: { readonly name: string; readonly locale: Locale }
  readonly occupations: readonly Occupation[]
  readonly streets: readonly string[]
  readonly education: readonly string[]
  readonly hobbies: ByLanguage
  readonly families: ByLanguage
  readonly notes: ByLanguage
  /** What is written down of a contact with that outcome. */
  readonly talks: Readonly<Partial<Record<Outcome, ByLanguage>>>
  readonly products: readonly SampleProduct[]
  readonly casts: Readonly<Record<Locale, readonly CastMember[]>>
}
