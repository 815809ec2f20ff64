import { describe, expect, it } from 'vitest'
import { pace } from '../../src/delivery/pace.js'
import { sharedPace } from '../../src/delivery/shared-pace.js'
import type { SendSlots } from '../../src/ports/ports.js'
import { testClock } from '../support/clock.js'

function start(perSecond: number) {
  const clock = testClock('2026-11-23T00:30:00Z')
  const begun = clock.now().getTime()
  const p = pace(perSecond, clock)
  return {
    ...p,
    /** When the next `count` messages may leave, in milliseconds from the beginning. */
    async leave(count: number): Promise<number[]> {
      const at: number[] = []
      for (let i = 0; i < count; i++) {
        await p.ready()
        at.push(Math.round(clock.now().getTime() - begun))
      }
      return at
    },
  }
}

describe('pace', () => {
  it('lets messages leave evenly', async () => {
    expect(await start(4).leave(5)).toEqual([0, 250, 500, 750, 1_000])
  })

  it('lets no more than 15 leave in any second', async () => {
    const at = await start(15).leave(100)
    const inSecondFrom = at.map((from) => at.filter((other) => other >= from && other < from + 1_000).length)
    expect(Math.max(...inSecondFrom)).toBe(15)
  })

  it('keeps everybody waiting as long as the messenger says', async () => {
    const { leave, brake } = start(10)
    await leave(1)
    brake(7_000)
    expect(await leave(2)).toEqual([7_000, 7_100])
  })

  it('without a time, waits twice as long each time, a minute at most', async () => {
    const { leave, brake } = start(10)
    const waits: number[] = []
    let last = (await leave(1))[0]!
    for (let i = 0; i < 8; i++) {
      brake()
      const next = (await leave(1))[0]!
      waits.push(next - last)
      last = next
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000])
  })

  it('counts the answers to messages already under way as one', async () => {
    const { leave, brake } = start(10)
    await leave(1)
    brake()
    brake()
    brake()
    expect(await leave(1)).toEqual([1_000])
  })

  it('begins small again after a message has arrived', async () => {
    const { leave, brake, release } = start(10)
    await leave(1)
    brake()
    const [first] = await leave(1)
    release()
    brake()
    expect(await leave(1)).toEqual([first! + 1_000])
  })

  it('is not shortened by a lesser brake', async () => {
    const { leave, brake } = start(10)
    await leave(1)
    brake(7_000)
    brake(2_000)
    expect(await leave(1)).toEqual([7_000])
  })

  it.each(['2026-11-22T23:30:00Z', '2026-11-23T03:30:00Z'])(
    'keeps its pace though the clock is set to %s meanwhile',
    async (to) => {
      const clock = testClock('2026-11-23T00:30:00Z')
      const { ready, brake } = pace(4, clock)
      await ready()
      brake(2_000)
      const before = clock.waitedMs
      clock.moveTo(to)
      await ready()
      expect(clock.waitedMs - before).toBeLessThanOrEqual(2_000)
    },
  )
})

describe('one pace of several processes', () => {
  /** Processes on one clock, and the row that they share. */
  function several(perSecond: number, count = 2) {
    const clock = testClock('2026-11-23T00:30:00Z')
    let nextAt = 0
    let isAway = false
    const slots: SendSlots = {
      async reserve(forMs) {
        if (isAway) throw new Error('away')
        const waitMs = Math.max(0, nextAt - clock.elapsedMs())
        nextAt = Math.max(nextAt, clock.elapsedMs()) + forMs
        return waitMs
      },
      async brake(forMs) {
        nextAt = Math.max(nextAt, clock.elapsedMs() + forMs)
      },
    }
    const all = Array.from({ length: count }, () => sharedPace(perSecond, slots, clock))
    return {
      clock,
      all,
      leaveAway: () => {
        isAway = true
      },
      /** When as many messages leave, five of one process and then of the next. */
      async leave(messages: number): Promise<number[]> {
        const at: number[] = []
        for (let n = 0; n < messages; n++) {
          await all[Math.floor(n / 5) % count]!.ready()
          at.push(Math.round(clock.elapsedMs()))
        }
        return at
      },
    }
  }

  it('lets no more leave than one of them might alone', async () => {
    const at = await several(10, 3).leave(100)
    expect(at.at(-1)! - at[0]!).toBeGreaterThanOrEqual(9_000)
    expect(at.at(-1)! - at[0]!).toBeLessThan(11_000)
  })

  it('holds the others as well where one is asked to slow down', async () => {
    const { all, leave, clock } = several(10)
    await leave(2)
    const before = clock.elapsedMs()
    all[0]!.brake(7_000)
    await all[0]!.ready()
    expect(clock.elapsedMs() - before).toBeGreaterThanOrEqual(7_000)
    for (let n = 0; n < 6; n++) await all[1]!.ready()
    expect(clock.elapsedMs() - before).toBeGreaterThanOrEqual(7_000)
  })

  it('gives what was not used to the next', async () => {
    const { all, clock } = several(10, 1)
    await all[0]!.ready()
    all[0]!.unused()
    await all[0]!.ready()
    expect(clock.elapsedMs()).toBe(0)
  })

  it('goes on a message a second where nobody can be asked', async () => {
    const { leave, leaveAway } = several(10, 1)
    leaveAway()
    expect(await leave(3)).toEqual([1_000, 2_000, 3_000])
  })
})
