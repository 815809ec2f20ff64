import { cadence, tierOf } from '../cadence/cadence.js'
import type { Channel, Outcome } from '../customer/contact.js'
import type { Customer } from '../customer/customer.js'
import type { Day } from '../day.js'
import { type Fen, fen } from '../money.js'
import type { OccasionContext } from '../occasions/occasion.js'
import type { Priority, Reason } from '../occasions/reason.js'
import type { Tier } from '../policy.js'
import { hasBrokenPromise, type ScoreFacts, type ScoreParts, scoreOf, scoreParts } from './score.js'

/** One customer's place on a day's list, with all reasons merged. */
export interface RankedItem {
  readonly customerId: string
  readonly tier: Tier
  /** The due day of the regular contact, also where it is still to come; null without a cadence. */
  readonly dueOn: Day | null
  readonly overdueWorkingDays: number
  readonly reasons: readonly [Reason, ...Reason[]]
  readonly priority: Priority
  /** Larger is more urgent; the sum of `scoreParts`. */
  readonly score: number
  readonly scoreParts: ScoreParts
  /** What the parts were made from. */
  readonly scoreFacts: ScoreFacts
  /** Only the maturity may be told: the customer is not to be contacted for marketing. */
  readonly serviceNoticeOnly: boolean
  /** Today's contacts that did not reach the customer. */
  readonly attempts: readonly Attempt[]
  /** A day that the row shows, or was found by, lies in or beyond a year without a calendar file. */
  readonly provisional: boolean
}

export interface Attempt {
  readonly contactId: string
  readonly channel?: Channel
  readonly outcome?: Outcome
}

export function briefItem(
  customer: Customer,
  reasons: RankedItem['reasons'],
  context: OccasionContext,
): RankedItem {
  const { policy, calendar, today } = context
  const due = cadence(customer, policy, calendar, today)
  const dueOn = due.kind === 'none' ? null : due.dueOn
  const overdueWorkingDays = due.kind === 'none' ? 0 : due.overdueWorkingDays
  const facts: ScoreFacts = {
    priority: reasons[0].priority,
    atStakeFen: atStakeOf(reasons),
    overdueWorkingDays,
    ...(due.kind === 'none' ? {} : { intervalDays: due.intervalDays }),
    tier: tierOf(customer, policy),
    brokenPromise: hasBrokenPromise(reasons),
    ...(reasons.some(({ kind }) => kind === 'campaign') ? { proposed: true } : {}),
  }
  const parts = scoreParts(facts, policy)
  return {
    customerId: customer.id,
    tier: facts.tier,
    dueOn,
    overdueWorkingDays,
    reasons,
    priority: facts.priority,
    score: scoreOf(parts),
    scoreParts: parts,
    scoreFacts: facts,
    serviceNoticeOnly: customer.doNotContact,
    attempts: attemptsOf(customer, today),
    provisional:
      (dueOn !== null && restsOnGuess(context, dueOn)) ||
      reasons.some((reason) => reason.kind === 'maturity' && restsOnGuess(context, reason.maturesOn)),
  }
}

/** The most urgent first; ties by customer id. */
export function mostUrgentFirst(a: RankedItem, b: RankedItem): number {
  return b.score - a.score || (a.customerId < b.customerId ? -1 : 1)
}

function atStakeOf(reasons: readonly Reason[]): Fen {
  let sum = 0
  for (const { atStakeFen } of reasons) sum += atStakeFen ?? 0
  return fen(sum)
}

function attemptsOf(customer: Customer, today: Day): readonly Attempt[] {
  return customer.contacts
    .filter((c) => c.on === today && !c.reached && c.withdrawn === undefined)
    .map(({ id, channel, outcome }) => ({
      contactId: id,
      ...(channel === undefined ? {} : { channel }),
      ...(outcome === undefined ? {} : { outcome }),
    }))
}

function restsOnGuess({ calendar, today }: OccasionContext, on: Day): boolean {
  return on < today ? calendar.isProvisional(on, today) : calendar.isProvisional(today, on)
}
