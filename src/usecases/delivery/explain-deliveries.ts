import type { Day } from '../../domain/day.js'
import { comesOn, decidePush, isRepeating, type NotDue } from '../../domain/delivery/decide-push.js'
import { DELIVERY_KINDS, type DeliveryKind, type DeliveryState } from '../../domain/manager/delivery.js'
import { findDelivery } from '../../domain/manager/ledger-of-sends.js'
import type { Policy } from '../../domain/policy.js'
import type { WorkingCalendar } from '../../domain/working-days.js'
import type { Desks, Managers } from '../../ports/ports.js'

export interface ExplainDeliveriesDeps {
  readonly managers: Managers
  readonly desks: Desks
  readonly policy: Pick<Policy, 'briefCutOff' | 'wrapUpTime' | 'eveningCutOff'>
  readonly calendar: WorkingCalendar
}

/** What became of one kind of push for one manager on a day. */
export interface ExplainedDelivery {
  readonly managerId: string
  readonly kind: DeliveryKind
  /** `seen`: sent, and the manager has pressed or written since. */
  readonly state: DeliveryState | 'seen' | 'none'
  readonly attempts: number
  /** ISO 8601 instant of the last change of state. */
  readonly at?: string
  readonly detail?: string
  /** Why there is no row; `nothing-ran`: it was due and nobody sent it, the process was not running. */
  readonly why?: NotDue | 'nothing-ran' | 'due-now'
}

const END_OF_DAY = '24:00'

/** Local time up to which each kind is pushed. */
export function cutOffOf(
  kind: DeliveryKind,
  { briefCutOff, wrapUpTime, eveningCutOff }: ExplainDeliveriesDeps['policy'],
): string {
  switch (kind) {
    case 'brief':
    case 'branch':
    case 'week':
      return briefCutOff
    // From the wrap-up on the evening tells of what an import brings.
    case 'alert':
    case 'hand-over':
      return wrapUpTime
    case 'wrap-up':
    case 'results':
    case 'campaign':
      return eveningCutOff
    case 'meeting':
      return END_OF_DAY
  }
}

/**
 * Who got what on a day and in which state, and who got none and why, over the whole roster. Kinds that are not for a
 * manager, and alerts and sheets of which there were none, are left out.
 *
 * @param moment the present instant; for a day that is over, one at its end
 */
export function explainDeliveries({ managers, desks, policy, calendar }: ExplainDeliveriesDeps) {
  return async (day: Day, moment: Date): Promise<readonly ExplainedDelivery[]> => {
    const lines: ExplainedDelivery[] = []
    for (const manager of managers.all()) {
      const desk = await desks.read(manager.id)
      for (const kind of DELIVERY_KINDS) {
        const of = { managerId: manager.id, kind }
        const row = findDelivery(desk, day, kind)
        if (row !== undefined) {
          const { attempts, detail, seenAt } = row
          const state = seenAt === undefined ? row.state : 'seen'
          const at = seenAt ?? row.at
          lines.push({ ...of, state, attempts, at, ...(detail === undefined ? {} : { detail }) })
          continue
        }
        if (isRepeating(kind) || !comesOn(kind, day, calendar)) continue
        const { wrapUpTime } = policy
        const facts = { manager, desk, calendar, wrapUpTime, cutOff: cutOffOf(kind, policy), now: moment }
        const decision = decidePush(kind, facts)
        const why = decision.due
          ? 'due-now'
          : decision.reason === 'too-late'
            ? 'nothing-ran'
            : decision.reason
        if (NOT_THEIRS.has(why)) continue
        lines.push({ ...of, state: 'none', attempts: 0, why })
      }
    }
    return lines
  }
}

/** How many are still to leave now, and when the last of them will have; undefined: nobody waits. */
export function forecastEnd(
  lines: readonly Pick<ExplainedDelivery, 'state' | 'why'>[],
  perSecond: number,
  now: Date,
): { readonly waiting: number; readonly until: Date } | undefined {
  const waiting = lines.filter(({ state, why }) => state === 'planned' || why === 'due-now').length
  if (waiting === 0) return undefined
  return { waiting, until: new Date(now.getTime() + (waiting * 1_000) / perSecond) }
}

const NOT_THEIRS: ReadonlySet<string> = new Set(['no-book', 'not-head'])
