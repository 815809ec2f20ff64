import { describe, expect, it } from 'vitest'
import { type Beat, planBeat } from '../../src/delivery/plan-beat.js'

const MINUTELY = { cron: 'minutely' }
/** At 12:05 and 22:05 by UTC. */
const REPORT = { cron: 'report' }
const isSlot = ({ cron }: { cron: string }, minute: Date) =>
  cron === 'minutely' || /T(12|22):05:00/.test(minute.toISOString())

const on = (time: string, elapsed: number): Beat => ({
  at: new Date(`2026-11-23T${time}Z`),
  elapsedMs: elapsed * 1_000,
})
const planned = (last: Beat, now: Beat) => {
  const { due, ...rest } = planBeat(last, now, [MINUTELY, REPORT], isSlot)
  return { due: due.map(({ cron }) => cron), ...rest }
}

describe('planBeat', () => {
  it.each([
    { of: 'the next minute', last: on('08:29:00', 0), now: on('08:30:00', 60), due: ['minutely'] },
    { of: 'a minute that has had its beat', last: on('08:30:00', 0), now: on('08:30:59', 59), due: [] },
    { of: 'a beat a little late', last: on('08:29:00', 0), now: on('08:30:20', 80), due: ['minutely'] },
    { of: 'a slot', last: on('12:04:00', 0), now: on('12:05:00', 60), due: ['minutely', 'report'] },
    { of: 'no slot, the minute after', last: on('12:05:00', 0), now: on('12:06:00', 60), due: ['minutely'] },
    {
      of: 'a slot that a busy process was late for',
      last: on('12:03:00', 0),
      now: on('12:09:30', 390),
      due: ['minutely', 'report'],
    },
    {
      of: 'a clock set back by an hour',
      last: on('08:29:00', 0),
      now: on('07:30:00', 60),
      due: ['minutely'],
      setByMs: -3_600_000,
    },
    {
      of: 'a clock set back within its minute',
      last: on('08:29:59', 0),
      now: on('08:29:00', 1),
      due: ['minutely'],
      setByMs: -60_000,
    },
    {
      of: 'a clock set ahead over a slot',
      last: on('10:00:00', 0),
      now: on('13:00:00', 60),
      due: ['minutely', 'report'],
      setByMs: 3 * 3_600_000 - 60_000,
    },
    {
      of: 'a slot longer ago than anybody waits for',
      last: on('12:00:00', 0),
      now: on('20:00:00', 60),
      due: ['minutely'],
      setByMs: 8 * 3_600_000 - 60_000,
    },
  ])('of $of', ({ last, now, due, setByMs }) => {
    expect(planned(last, now)).toEqual({ due, ...(setByMs === undefined ? {} : { setByMs }) })
  })
})
