import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { pace } from '../../src/delivery/pace.js'
import { type PushMinuteDeps, pushMinute } from '../../src/delivery/push-minute.js'
import { day } from '../../src/domain/day.js'
import type { SendOutcome } from '../../src/domain/delivery/send-outcome.js'
import type { Claim } from '../../src/domain/manager/delivery.js'
import { WorkingCalendar } from '../../src/domain/working-days.js'
import type { Store } from '../../src/ports/store.js'
import { aGate } from '../support/a-gate.js'
import { type TestClock, testClock } from '../support/clock.js'
import { keptLog, noMeter } from '../support/log.js'
import { BRIEFS_ONLY, NO_EVENTS } from '../support/no-events.js'
import { aDatabase, emptied, openQuietlyOn } from '../support/postgres-place.js'
import { SERVER_PROGRAMS } from '../support/postgres-server.js'
import { aManager, rosterOf } from '../support/roster.js'
import { temporaryStore } from '../support/temporary-store.js'

const MONDAY = day('2026-11-23')
const SENT: SendOutcome = { kind: 'sent', activityId: 'm1' }
const CLAIMED_FOR_MS = 180_000
const MANAGERS = Array.from({ length: 20 }, (_, at) => aManager({ id: `M${100 + at}` }))

interface Stores {
  readonly all: readonly Store[]
  remove(): Promise<void>
}

/** Both may be the same store: who sends is told by claims alone. */
const KEPT_IN: readonly {
  readonly kept: string
  readonly skip: boolean
  open(clock: TestClock): Promise<Stores>
}[] = [
  {
    kept: 'files',
    skip: false,
    async open(clock) {
      const store = await temporaryStore(clock)
      return { all: [store, store], remove: store.remove }
    },
  },
  {
    kept: 'a database',
    skip: SERVER_PROGRAMS === undefined,
    async open() {
      database ??= aDatabase()
      const url = await database
      const all = [await openQuietlyOn(url), await openQuietlyOn(url)]
      return {
        all,
        async remove() {
          for (const store of all) await store.close()
          await emptied(url)
        },
      }
    },
  },
]
let database: Promise<string> | undefined
afterAll(() => {
  database = undefined
})

describe.each(KEPT_IN.filter(({ skip }) => !skip))('several senders on $kept', ({ open }) => {
  let shared: TestClock
  let stores: Stores
  let sent: string[]
  let tokens: number

  beforeEach(async () => {
    shared = testClock('2026-11-23T00:40:00Z')
    stores = await open(shared)
    sent = []
    tokens = 0
    for (const { id } of MANAGERS)
      await stores.all[0]!.desks.change(id, (desk) => ({
        desk: { ...desk, reference: { to: id } },
        result: undefined,
      }))
  })
  afterEach(() => stores.remove())

  /** One of the senders; its own clock may be wrong. */
  function sender(at: 0 | 1, over: Partial<PushMinuteDeps> = {}, ownClock = shared) {
    const { units, desks, journal } = stores.all[at]!
    const log = keptLog()
    const runner = pushMinute({
      ...BRIEFS_ONLY,
      managers: rosterOf(MANAGERS),
      units,
      desks,
      journal,
      calendar: new WorkingCalendar([]),
      clock: ownClock,
      log,
      meter: noMeter,
      claims: {
        now: () => shared.now(),
        next: (): Claim => ({
          token: `${at}-${++tokens}`,
          until: new Date(shared.now().getTime() + CLAIMED_FOR_MS).toISOString(),
        }),
      },
      pace: pace(15, testClock('2026-11-23T00:40:00Z')),
      wait: async () => {},
      render: async (_, manager) => ({ summary: manager.id }),
      async send(_reference, { summary }) {
        sent.push(summary)
        return SENT
      },
      ...over,
    })
    return { ...runner, log }
  }
  const rowOf = async (managerId: string) => (await stores.all[0]!.desks.read(managerId)).deliveries.at(-1)

  it('send each brief once, though their clocks are 90 seconds apart', async () => {
    const late = testClock('2026-11-23T00:38:30Z')
    await Promise.all([sender(0).tick(), sender(1, {}, late).tick()])
    await Promise.all([sender(0).tick(), sender(1, {}, late).tick()])
    expect(sent.toSorted()).toEqual(MANAGERS.map(({ id }) => id))
    expect(await rowOf('M100')).toMatchObject({ state: 'sent' })
    expect(await rowOf('M100')).not.toHaveProperty('claim')
  })

  it('leave alone what another one is sending until its claim runs out; then it is unknown and not sent again', async () => {
    const gate = aGate()
    const slow = sender(0, {
      managers: rosterOf(MANAGERS.slice(0, 1)),
      async send() {
        await gate.pass()
        return SENT
      },
    })
    const sending = slow.tick()
    await gate.reached
    const other = sender(1, { managers: rosterOf(MANAGERS.slice(0, 1)) })
    expect(await other.tick()).toEqual({})
    expect(await rowOf('M100')).toMatchObject({ state: 'sending' })
    shared.moveTo('2026-11-23T00:43:00Z')
    expect(await other.tick()).toEqual({ 'brief.interrupted': 1 })
    expect(await rowOf('M100')).toMatchObject({ state: 'unknown', detail: 'interrupted' })

    // What the slow one hears at last is on record, and changes nothing that was settled without it.
    gate.open()
    await sending
    expect(await rowOf('M100')).toMatchObject({ state: 'unknown' })
    expect(slow.log.lines).toContainEqual(expect.objectContaining({ event: 'delivery.claim-lost' }))
    expect(sent).toEqual([])
  })

  it('write down what the messenger answered as soon as they can, as long as the claim lasts', async () => {
    const { desks } = stores.all[0]!
    let failures = 3
    let hasSent = false
    const away = sender(0, {
      managers: rosterOf(MANAGERS.slice(0, 1)),
      desks: {
        ...desks,
        async change(managerId, decide) {
          if (hasSent && failures-- > 0) throw new Error('the database is away')
          return desks.change(managerId, decide)
        },
      },
      async send() {
        hasSent = true
        return SENT
      },
      wait: (ms) => shared.wait(ms),
    })
    expect(await away.tick()).toEqual({ 'brief.sent': 1 })
    expect(await rowOf('M100')).toMatchObject({ state: 'sent' })
    expect(shared.waitedMs).toBe(500 + 1_000 + 2_000)
  })

  it('tell an alert once that both had ready at the same time', async () => {
    const gates = [aGate(), aGate()]
    const alert = (at: 0 | 1): Partial<PushMinuteDeps> => ({
      kinds: ['alert'],
      events: { ...NO_EVENTS, alert: new Set(['M100']) },
      managers: rosterOf(MANAGERS.slice(0, 1)),
      async render(_, manager) {
        await gates[at]!.pass()
        return { summary: manager.id, tells: ['C1 2026-11-23'] }
      },
    })
    await sender(0, { managers: rosterOf(MANAGERS.slice(0, 1)) }).tick() // the brief goes first
    sent = []
    const ticks = [sender(0, alert(0)).tick(), sender(1, alert(1)).tick()]
    await Promise.all(gates.map(({ reached }) => reached))
    gates[0]!.open()
    await ticks[0]
    gates[1]!.open()
    await ticks[1]
    expect(sent).toEqual(['M100'])
    expect(await rowOf('M100')).toMatchObject({ day: MONDAY, kind: 'alert', state: 'sent', attempts: 1 })
  })
})
