import { expect, it } from 'vitest'
import { day } from '../../../src/domain/day.js'
import { twoTimes } from '../../../src/domain/playbook/two-times.js'
import { CALENDAR } from '../../support/rules.js'

it.each([
  ['a Monday morning', '2026-11-23', '08:30', '2026-11-23 15:00', '2026-11-24 10:00'],
  ['the last minute before noon', '2026-11-23', '11:59', '2026-11-23 15:00', '2026-11-24 10:00'],
  ['noon', '2026-11-23', '12:00', '2026-11-24 10:00', '2026-11-25 15:00'],
  ['a Friday afternoon', '2026-11-27', '16:00', '2026-11-30 10:00', '2026-12-01 15:00'],
  ['a Saturday off', '2026-11-28', '09:00', '2026-11-30 10:00', '2026-12-01 15:00'],
  ['the day before National Day', '2026-09-30', '15:00', '2026-10-08 10:00', '2026-10-09 15:00'],
])('%s offers two working times', (_, today, time, first, second) => {
  const said = twoTimes(day(today), time, CALENDAR).map((slot) => `${slot.day} ${slot.time}`)
  expect(said).toEqual([first, second])
})
