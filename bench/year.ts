import { day } from '../src/domain/day.js'
import { simulateDays } from '../test/support/simulated-days.js'

/** Every push of the year 2026, make-up days and holidays included, through real jobs and a real store restarted each week. */
export async function benchYear(): Promise<object> {
  const begun = performance.now()
  const { days, workingDays, pushes, violations } = await simulateDays(day('2026-01-01'), day('2026-12-31'))
  const seconds = Math.round((performance.now() - begun) / 100) / 10
  return {
    'year.days': days,
    'year.workingDays': workingDays,
    'year.pushes': pushes,
    'year.violations': violations,
    'year.s': seconds,
  }
}
