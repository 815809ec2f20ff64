import { assertNever } from '../assert-never.js'
import type { Day } from '../day.js'
import type { Claim, Delivery, DeliveryKind } from '../manager/delivery.js'
import type { Desk } from '../manager/desk.js'
import { findDelivery, withDelivery } from '../manager/ledger-of-sends.js'
import type { SendOutcome } from './send-outcome.js'

/** What is done when a message may or may not have been delivered, for the messenger knows no key of repeats. */
export const WHEN_UNKNOWN = {
  /** Two briefs on one morning are worse than one that must be asked for. */
  brief: 'leave',
  /** An alert that is missed costs more than one that comes twice; the second is marked as a repeat. */
  alert: 'repeat-once',
  'hand-over': 'repeat-once',
  'wrap-up': 'leave',
  week: 'leave',
  results: 'leave',
  branch: 'leave',
  campaign: 'leave',
  /** It can be asked for, and the meeting itself is on the brief. */
  meeting: 'leave',
} as const satisfies Record<DeliveryKind, 'leave' | 'repeat-once'>

/**
 * The desk with the row of (day, kind) about to be sent. To be durable before the POST.
 *
 * @param tells keys of what the message tells once
 * @param claim where several processes send
 */
export function beginSending(
  desk: Desk,
  day: Day,
  kind: DeliveryKind,
  at: string,
  tells: readonly string[] = [],
  claim?: Claim,
): Desk {
  const before = findDelivery(desk, day, kind)
  // What has had its end is followed by another message, an alert of something newer.
  const isAnother = before !== undefined && ENDED.has(before.state)
  const attempts = isAnother ? 1 : (before?.attempts ?? 0) + 1
  const told = [...new Set([...(before?.told ?? []), ...tells])]
  return withDelivery(desk, {
    day,
    kind,
    state: 'sending',
    at,
    attempts,
    ...(told.length === 0 ? {} : { told }),
    ...(claim === undefined ? {} : { claim }),
  })
}

const ENDED: ReadonlySet<Delivery['state']> = new Set(['sent', 'unknown', 'failed'])

/** Whether the message now sent may be the second of its kind, and has to say so. */
export function isRepeat(delivery: Delivery): boolean {
  return delivery.state === 'planned' && delivery.detail === REPEAT
}

const REPEAT = 'repeat'

/**
 * The desk after the messenger's answer (or its lack): the row of (day, kind), and what the answer says about reaching
 * the manager at all. Only 429, 412 and a message that never left lead back to `planned`.
 */
export function settle(desk: Desk, day: Day, kind: DeliveryKind, outcome: SendOutcome, at: string): Desk {
  const { attempts = 1, told } = findDelivery(desk, day, kind) ?? {}
  const row = (state: Delivery['state'], detail?: string): Delivery => ({
    day,
    kind,
    state,
    at,
    attempts,
    ...(detail === undefined ? {} : { detail }),
    ...(told === undefined ? {} : { told }),
  })
  switch (outcome.kind) {
    case 'sent':
      return withDelivery(reached(desk), { ...row('sent'), activityId: outcome.activityId })
    case 'throttled':
    case 'try-again':
      return withDelivery(desk, row('planned', outcome.kind))
    case 'not-sent':
      return withDelivery(desk, row(outcome.why === 'bad-reference' ? 'failed' : 'planned', outcome.why))
    case 'forbidden':
      return withDelivery({ ...desk, suspendedSince: at }, row('suspended', 'forbidden'))
    case 'gone':
      return withDelivery(notFound(desk, day), row('failed', 'not-found'))
    case 'refused':
      return withDelivery(desk, row('failed', `refused-${outcome.status}`))
    case 'unknown': {
      const again = WHEN_UNKNOWN[kind] === 'repeat-once' && attempts === 1
      return withDelivery(desk, again ? row('planned', REPEAT) : row('unknown', outcome.why))
    }
    default:
      return assertNever(outcome)
  }
}

/**
 * The rows that were being sent when the process ended: nobody knows what became of them. Where several processes send,
 * only those whose claim has run out.
 *
 * @param now by the clock that the claims were given by; absent: nobody else sends, so whoever had a claim is gone
 */
export function interrupted({ deliveries }: Pick<Desk, 'deliveries'>, now?: Date): readonly Delivery[] {
  const isGone = (claim: Claim) => now === undefined || claim.until <= now.toISOString()
  return deliveries.filter(
    ({ state, claim }) => state === 'sending' && (claim === undefined || isGone(claim)),
  )
}

/** Whether the row of (day, kind) is still for the holder of that claim to settle; without one it always is. */
export function isClaimed(desk: Desk, day: Day, kind: DeliveryKind, token: string | undefined): boolean {
  if (token === undefined) return true
  const row = findDelivery(desk, day, kind)
  return row?.state === 'sending' && row.claim?.token === token
}

/** Whether somebody else has told all of it since the row was seen as `before`: then there is nothing left to send. */
export function isToldSince(
  before: Delivery | undefined,
  now: Delivery | undefined,
  tells: readonly string[],
): boolean {
  const known = new Set(before?.told)
  const since = new Set((now?.told ?? []).filter((key) => !known.has(key)))
  return tells.length > 0 && tells.every((key) => since.has(key))
}

function reached(desk: Desk): Desk {
  const { notFoundOn: _, ...rest } = desk
  return rest
}

/** One 404 may be a hiccup of a day; a second on another day means the conversation is no more. */
function notFound(desk: Desk, day: Day): Desk {
  const days = [...new Set([...(desk.notFoundOn ?? []), day])].sort()
  if (days.length < 2) return { ...desk, notFoundOn: days }
  const { reference: _, referenceAt: __, ...rest } = reached(desk)
  return rest
}
