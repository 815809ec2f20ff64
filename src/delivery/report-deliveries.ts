import type { Day } from '../domain/day.js'
import type { Clock, Log } from '../ports/ports.js'
import type { ExplainedDelivery } from '../usecases/delivery/explain-deliveries.js'
import type { JobReport } from './job.js'

export interface ReportDeliveriesDeps {
  readonly explain: (day: Day, moment: Date) => Promise<readonly ExplainedDelivery[]>
  readonly today: () => Day
  readonly clock: Clock
  readonly log: Log
}

/** Not yet their time, or nobody's working day: nothing to report. */
const IN_ORDER = new Set(['too-early', 'day-off', 'due-now'])

/** Tells the operators who got none of a push, or may have, and why: a line each, by id. */
export function reportDeliveries({ explain, today, clock, log }: ReportDeliveriesDeps) {
  return async (): Promise<JobReport> => {
    const day = today()
    const counts = { sent: 0, without: 0 }
    for (const { managerId, kind, state, detail, why } of await explain(day, clock.now())) {
      if (state === 'sent' || state === 'seen') counts.sent++
      else if (why === undefined || !IN_ORDER.has(why)) {
        counts.without++
        log.warn('delivery.without', { managerId, day, kind, state, why: why ?? detail })
      }
    }
    return counts
  }
}
