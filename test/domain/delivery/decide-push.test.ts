import { describe, expect, it } from 'vitest'
import { type Day, day } from '../../../src/domain/day.js'
import { decidePush } from '../../../src/domain/delivery/decide-push.js'
import type { DeliveryState } from '../../../src/domain/manager/delivery.js'
import type { Desk } from '../../../src/domain/manager/desk.js'
import type { Manager } from '../../../src/domain/manager/manager.js'
import { WorkingCalendar } from '../../../src/domain/working-days.js'
import { aDesk } from '../../support/desks.js'
import { aManager } from '../../support/roster.js'

/** A Monday. */
const MONDAY = day('2026-11-23')
const NATIONAL_DAY = { zh: '国庆节', en: 'National Day' }
const calendar = new WorkingCalendar([
  {
    year: 2026,
    holidays: new Map([[day('2026-10-01'), NATIONAL_DAY]]),
    makeUpDays: new Map([[day('2026-10-10'), NATIONAL_DAY]]),
  },
])

/** Shanghai is eight hours ahead of UTC all year. */
function inShanghai(of: Day, time: string): Date {
  return new Date(`${of}T${time}:00+08:00`)
}

function decide(now: Date, over: { manager?: Partial<Manager>; desk?: Partial<Desk> } = {}) {
  const decision = decidePush('brief', {
    manager: aManager(over.manager),
    desk: aDesk(over.desk),
    calendar,
    cutOff: '11:30',
    now,
  })
  return decision.due ? decision.day : decision.reason
}

describe('when a brief is due', () => {
  it.each([
    { case: 'a minute before the brief time', at: '08:29', is: 'too-early' },
    { case: 'at the brief time', at: '08:30', is: MONDAY },
    { case: 'late, after down-time', at: '11:29', is: MONDAY },
    { case: 'at the cut-off', at: '11:30', is: 'too-late' },
    { case: 'in the evening', at: '23:59', is: 'too-late' },
  ])('$case: $is', ({ at, is }) => {
    expect(decide(inShanghai(MONDAY, at))).toBe(is)
  })

  it.each([
    { case: 'on a Saturday', on: '2026-11-21', is: 'day-off' },
    { case: 'on a holiday', on: '2026-10-01', is: 'day-off' },
    { case: 'on a Saturday that is worked', on: '2026-10-10', is: '2026-10-10' },
    { case: 'on a weekday of a year without a calendar', on: '2027-01-04', is: '2027-01-04' },
  ])('$case: $is', ({ on, is }) => {
    expect(decide(inShanghai(day(on), '09:00'))).toBe(is)
  })

  it('a manager elsewhere has another day and time', () => {
    const london = { manager: { timeZone: 'Europe/London' } }
    expect(decide(new Date('2026-11-23T08:29:00Z'), london)).toBe('too-early')
    expect(decide(new Date('2026-11-23T08:30:00Z'), london)).toBe(MONDAY)
    expect(decide(new Date('2026-11-23T16:30:00Z'), { manager: { timeZone: 'America/Los_Angeles' } })).toBe(
      MONDAY,
    )
  })

  it('what the manager chose goes before the roster', () => {
    const chosen = { desk: { settings: { briefTime: '07:45', timeZone: 'Asia/Tokyo' } } }
    expect(decide(inShanghai(MONDAY, '06:44'), chosen)).toBe('too-early')
    expect(decide(inShanghai(MONDAY, '06:45'), chosen)).toBe(MONDAY)
  })

  it('a pause ends with its last day', () => {
    const paused = { desk: { settings: { pausedUntil: MONDAY } } }
    expect(decide(inShanghai(MONDAY, '09:00'), paused)).toBe('paused')
    expect(decide(inShanghai(day('2026-11-24'), '09:00'), paused)).toBe('2026-11-24')
  })

  it.each<{ case: string; over: Parameters<typeof decide>[1]; is: string }>([
    { case: 'a branch head', over: { manager: { role: 'head' } }, is: 'no-book' },
    {
      case: 'someone who has not installed it',
      over: { desk: { reference: undefined } },
      is: 'not-installed',
    },
    { case: 'who left this day', over: { manager: { leftOn: MONDAY } }, is: 'left' },
    {
      case: 'someone who has blocked it',
      over: { desk: { suspendedSince: '2026-11-20T01:00:00Z' } },
      is: 'suspended',
    },
  ])('$case gets none: $is', ({ over, is }) => {
    expect(decide(inShanghai(MONDAY, '09:00'), over)).toBe(is)
  })

  it.each<{ state: DeliveryState; is: string }>([
    { state: 'planned', is: MONDAY },
    { state: 'suspended', is: MONDAY },
    { state: 'sending', is: 'in-flight' },
    { state: 'sent', is: 'settled' },
    { state: 'unknown', is: 'settled' },
    { state: 'failed', is: 'settled' },
  ])('with a row of today that is $state: $is', ({ state, is }) => {
    const deliveries = [
      { day: MONDAY, kind: 'brief', state, at: '2026-11-23T00:30:00Z', attempts: 1 },
    ] as const
    expect(decide(inShanghai(MONDAY, '09:00'), { desk: { deliveries } })).toBe(is)
    expect(decide(inShanghai(day('2026-11-24'), '09:00'), { desk: { deliveries } })).toBe('2026-11-24')
  })
})
