import type { Channel } from '../customer/contact.js'
import type { ProductKind } from '../ledger/holding.js'

/** The fifteen occupations (Handbook §5). */
export const OCCUPATIONS = [
  'business-owner',
  'shopkeeper',
  'executive',
  'civil-servant',
  'state-company',
  'teacher',
  'doctor',
  'lawyer',
  'accountant',
  'engineer',
  'police-soldier',
  'salesperson',
  'freelancer',
  'homemaker',
  'retired',
] as const
export type OccupationId = (typeof OCCUPATIONS)[number]

/** How to speak with people of one occupation. Habits of a trade, not of the person: what the customer says comes first. */
export interface OccupationGuide {
  readonly id: OccupationId
  readonly name: string
  /** How the occupation is written in a customer's profile. */
  readonly writtenAs: readonly string[]
  readonly howToTalk: readonly string[]
  readonly moneyHabits: readonly string[]
  /** Kinds worth looking at first; suitability decides (Handbook §7). */
  readonly fittingKinds: readonly ProductKind[]
  readonly channel: Channel
  /** When they can usually be reached, in words. */
  readonly hours: string
  readonly topics: readonly string[]
  readonly avoid: readonly string[]
}

/** The occupation that a profile's words name; the longest name found in them decides, of two as long the first. */
export function occupationOf(
  guides: readonly Pick<OccupationGuide, 'id' | 'writtenAs'>[],
  written: string | undefined,
): OccupationId | undefined {
  if (written === undefined) return undefined
  const text = written.toLowerCase()
  let best: { readonly id: OccupationId; readonly length: number } | undefined
  for (const { id, writtenAs } of guides) {
    for (const name of writtenAs) {
      if (text.includes(name.toLowerCase()) && name.length > (best?.length ?? 0))
        best = { id, length: name.length }
    }
  }
  return best?.id
}
