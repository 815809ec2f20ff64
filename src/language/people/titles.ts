import type { KnownCustomer } from './known-customer.js'

/** Words for a title and whom they can mean. */
export interface Title {
  readonly id: string
  readonly zh: readonly string[]
  readonly pinyin: readonly string[]
  readonly en: readonly string[]
  readonly gender?: 'male' | 'female'
  /** Occupations as the bank's file writes them; a title without them excludes nobody by trade. */
  readonly occupations?: readonly string[]
}

/** Whether a title may be said of this customer. What is not known of a customer excludes nobody. */
export function titleFits(title: Title, customer: KnownCustomer): boolean {
  if (title.gender !== undefined && customer.gender !== undefined && title.gender !== customer.gender)
    return false
  if (title.occupations === undefined || customer.occupation === undefined) return true
  const nickname = customer.nickname ?? ''
  if (title.zh.some((word) => word.length > 1 && nickname.endsWith(word))) return true
  return title.occupations.some((occupation) => customer.occupation?.includes(occupation))
}
