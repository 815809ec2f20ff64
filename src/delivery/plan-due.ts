import { decidePush, type PushDecision, type PushFacts } from '../domain/delivery/decide-push.js'
import { interrupted } from '../domain/delivery/settle.js'
import type { DeliveryKind } from '../domain/manager/delivery.js'
import type { Desk } from '../domain/manager/desk.js'
import type { Manager } from '../domain/manager/manager.js'

export interface DuePlan {
  /** To be sent now, those who have waited longest first. */
  readonly due: readonly Manager[]
  /** Those on whose desk a row is still `sending`, though nobody is sending. */
  readonly interrupted: readonly Manager[]
  /** Those whose own data cannot be decided on (a zone that is none); the others do not wait for them. */
  readonly undecided: readonly { readonly manager: Manager; readonly error: unknown }[]
}

export interface Reach {
  readonly manager: Manager
  readonly desk: Desk
}

/**
 * What this minute has to do, told by roster, desks, calendar and time alone.
 *
 * @param claimedAt by the clock of the claims; absent: nobody else sends
 */
export function planDue(
  kind: DeliveryKind,
  all: readonly Reach[],
  rules: Pick<PushFacts, 'calendar' | 'cutOff' | 'wrapUpTime' | 'now'>,
  claimedAt?: Date,
): DuePlan {
  const decided = all.map((reach) => ({ ...reach, decision: tryDecide(kind, { ...reach, ...rules }) }))
  return {
    due: decided
      .filter(({ decision }) => 'due' in decision && decision.due)
      .toSorted((a, b) => (briefTime(a) < briefTime(b) ? -1 : briefTime(a) > briefTime(b) ? 1 : 0))
      .map(({ manager }) => manager),
    interrupted: all
      .filter(({ desk }) => interrupted(desk, kind, claimedAt).length > 0)
      .map(({ manager }) => manager),
    undecided: decided.flatMap(({ manager, decision }) =>
      'error' in decision ? [{ manager, error: decision.error }] : [],
    ),
  }
}

function tryDecide(kind: DeliveryKind, facts: PushFacts): PushDecision | { readonly error: unknown } {
  try {
    return decidePush(kind, facts)
  } catch (error) {
    return { error }
  }
}

function briefTime({ manager, desk }: Reach): string {
  return desk.settings.briefTime ?? manager.briefTime
}
