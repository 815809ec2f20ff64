import { expect, it } from 'vitest'
import { day } from '../../../src/domain/day.js'
import { planAfterSales } from '../../../src/domain/opportunity/after-sales.js'
import { CALENDAR } from '../../support/rules.js'

it.each([
  [
    'a year',
    '2026-11-23',
    '2027-11-23',
    ['day-1 2026-11-24', 'month-1 2026-12-23', 'before-maturity 2027-11-16'],
  ],
  ['without an end', '2026-11-23', undefined, ['day-1 2026-11-24', 'month-1 2026-12-23']],
  ['thirty days', '2026-11-23', '2026-12-23', ['day-1 2026-11-24', 'before-maturity 2026-12-16']],
  ['seven days', '2026-11-23', '2026-11-30', ['day-1 2026-11-24']],
  [
    'from a Friday',
    '2026-11-27',
    '2027-05-26',
    ['day-1 2026-11-30', 'month-1 2026-12-28', 'before-maturity 2027-05-19'],
  ],
])('a sale for %s calls for these contacts', (_, start, end, planned) => {
  const plan = planAfterSales(day(start), end === undefined ? undefined : day(end), 7, CALENDAR)
  expect(plan.map(({ what, on }) => `${what} ${on}`)).toEqual(planned)
})
