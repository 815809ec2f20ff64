import { type Day, daysBetween } from '../day.js'
import type { Policy } from '../policy.js'
import type { Opportunity } from './opportunity.js'

/** Why an opportunity wants attention; undefined where it does not. */
export type Attention =
  | { readonly kind: 'stuck'; readonly days: number }
  | { readonly kind: 'postponed-until'; readonly until: Day }

/** Open and without progress for the policy's days or longer (Handbook §5), or postponed to a day that has come. */
export function attentionTo(
  opportunity: Opportunity,
  { opportunityStuckAfterDays }: Policy,
  today: Day,
): Attention | undefined {
  const { state, outcome, progressOn } = opportunity
  if (state === 'postponed' && outcome?.kind === 'postponed')
    return outcome.until <= today ? { kind: 'postponed-until', until: outcome.until } : undefined
  if (state !== 'open') return undefined
  const days = daysBetween(progressOn, today)
  return days >= opportunityStuckAfterDays ? { kind: 'stuck', days } : undefined
}
