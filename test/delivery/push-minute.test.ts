import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { pace } from '../../src/delivery/pace.js'
import { type PushMinuteDeps, pushMinute } from '../../src/delivery/push-minute.js'
import { day } from '../../src/domain/day.js'
import type { SendOutcome } from '../../src/domain/delivery/send-outcome.js'
import type { Delivery } from '../../src/domain/manager/delivery.js'
import type { Desk } from '../../src/domain/manager/desk.js'
import type { Manager } from '../../src/domain/manager/manager.js'
import { WorkingCalendar } from '../../src/domain/working-days.js'
import type { JournalEntry } from '../../src/ports/ports.js'
import { aGate } from '../support/a-gate.js'
import { type TestClock, testClock } from '../support/clock.js'
import { keptLog, noMeter } from '../support/log.js'
import { BRIEFS_ONLY } from '../support/no-events.js'
import { aManager, rosterOf } from '../support/roster.js'
import { type TemporaryStore, temporaryStore } from '../support/temporary-store.js'

/** A Monday; 08:30 in Shanghai is 00:30 in UTC. */
const MONDAY = day('2026-11-23')
const SENT: SendOutcome = { kind: 'sent', activityId: 'm1' }

let clock: TestClock
let store: TemporaryStore

beforeEach(async () => {
  clock = testClock('2026-11-23T00:30:00Z')
  store = await temporaryStore(clock)
})

afterEach(() => store.remove())

/** Runs minutes over these managers; the messenger answers each attempt as scripted, then takes what comes. */
async function start(managers: readonly Manager[], over: Partial<PushMinuteDeps> = {}) {
  for (const { id } of managers) await put(id, { reference: { to: id } })
  const log = keptLog()
  const sent: string[] = []
  const script: SendOutcome[] = []
  const runner = pushMinute({
    ...BRIEFS_ONLY,
    managers: rosterOf(managers),
    units: store.units,
    desks: store.desks,
    journal: store.journal,
    calendar: new WorkingCalendar([]),
    clock,
    log,
    meter: noMeter,
    pace: pace(15, clock),
    wait: (ms) => clock.wait(ms),
    render: async (_, manager) => ({ summary: `brief of ${manager.id}` }),
    async send(_reference, { summary }) {
      sent.push(summary.replace('brief of ', ''))
      return script.shift() ?? SENT
    },
    ...over,
  })
  return { ...runner, log, sent, script }
}

function put(managerId: string, change: Partial<Desk>): Promise<void> {
  return store.desks.change(managerId, (desk) => ({ desk: { ...desk, ...change }, result: undefined }))
}

async function rowOf(managerId: string): Promise<Delivery | undefined> {
  return (await store.desks.read(managerId)).deliveries.at(-1)
}

const M1 = aManager({ id: 'M1' })
const M2 = aManager({ id: 'M2' })
const M3 = aManager({ id: 'M3' })

describe('the minute', () => {
  it('sends each brief once, in the minute it is due', async () => {
    const { tick, sent } = await start([M1, aManager({ id: 'M2', briefTime: '08:31' })])
    clock.moveTo('2026-11-23T00:29:00Z')
    await tick()
    expect(sent).toEqual([])
    clock.moveTo('2026-11-23T00:30:00Z')
    await tick()
    await tick()
    expect(sent).toEqual(['M1'])
    clock.moveTo('2026-11-23T00:31:00Z')
    expect(await tick()).toEqual({ 'brief.sent': 1 })
    expect(sent).toEqual(['M1', 'M2'])
    expect(await rowOf('M1')).toEqual({
      day: MONDAY,
      kind: 'brief',
      state: 'sent',
      at: '2026-11-23T00:30:00.000Z',
      attempts: 1,
      activityId: 'm1',
    })
  })

  it('records what may have been seen, and nothing else', async () => {
    const entries: JournalEntry[] = []
    const { tick, script } = await start([M1, M2, M3], {
      journal: { append: async (entry) => void entries.push(entry) },
    })
    script.push(SENT, { kind: 'unknown', why: 'no-answer' }, { kind: 'forbidden' })
    await tick()
    expect(entries.map(({ act, detail }) => [act, detail]).toSorted()).toEqual([
      ['brief.push', '2026-11-23 sent'],
      ['brief.push', '2026-11-23 unknown'],
    ])
  })

  it('puts on record whom a brief shows before it is sent, whatever becomes of it', async () => {
    const entries: JournalEntry[] = []
    const { tick, script } = await start([M1], {
      journal: { append: async (entry) => void entries.push(entry) },
      render: async () => ({ summary: '晨报', customerIds: ['C1', 'C2'] }),
    })
    script.push({ kind: 'forbidden' })
    await tick()
    expect(entries).toMatchObject([{ act: 'brief.show', customerIds: ['C1', 'C2'], detail: '2026-11-23' }])
  })

  it('after down-time catches up, those who waited longest first, and not after the cut-off', async () => {
    const { tick, sent } = await start([M1, aManager({ id: 'M2', briefTime: '07:30' })], { atOnce: 1 })
    clock.moveTo('2026-11-23T03:29:59Z')
    await tick()
    expect(sent).toEqual(['M2', 'M1'])
    clock.moveTo('2026-11-24T03:30:00Z')
    await tick()
    expect(sent).toHaveLength(2)
  })

  it('does not send what has passed the cut-off in the queue', async () => {
    const { tick, sent } = await start([M1, M2, M3], { pace: pace(1, clock), atOnce: 1 })
    clock.moveTo('2026-11-23T03:29:58.500Z')
    await tick()
    expect(sent).toEqual(['M1', 'M2'])
    expect(await rowOf('M3')).toBeUndefined()
  })

  it('reads every state once and no desk where nothing is due', async () => {
    const reads: string[] = []
    const { desks } = store
    const { tick } = await start([M1, M2, M3], {
      desks: {
        ...desks,
        async read(id) {
          reads.push(id)
          return desks.read(id)
        },
        async states(...asked) {
          reads.push('all')
          return desks.states(...asked)
        },
      },
    })
    clock.moveTo('2026-11-22T17:00:00Z')
    await tick()
    expect(reads).toEqual(['all'])
  })

  it('is planned again while a long queue leaves: whoever is due meanwhile has their turn', async () => {
    const late = aManager({ id: 'M4', briefTime: '08:31' })
    const { tick, sent } = await start([M1, M2, M3, late], { pace: pace(1 / 40, clock), atOnce: 1 })
    await tick()
    expect(sent).toEqual(['M1', 'M2', 'M3', 'M4'])
  })

  it('leaves the next day its own brief', async () => {
    const { tick, sent } = await start([M1])
    await tick()
    clock.moveTo('2026-11-24T00:30:00Z')
    await tick()
    expect(sent).toEqual(['M1', 'M1'])
  })
})

describe('one bad manager never stops the others', () => {
  it.each<{ case: string; bad: Manager; over: Partial<PushMinuteDeps> }>([
    {
      case: 'a book that cannot be read',
      bad: M1,
      over: {
        async render(_, { id }) {
          if (id === 'M1') throw new Error('unreadable')
          return { summary: `brief of ${id}` }
        },
      },
    },
    { case: 'a zone that is none', bad: aManager({ id: 'M1', timeZone: 'Mars/Olympus' }), over: {} },
  ])('$case', async ({ bad, over }) => {
    const { tick, sent, log } = await start([bad, M2, M3], over)
    await tick()
    expect(sent.toSorted()).toEqual(['M2', 'M3'])
    expect(log.lines.filter(({ level }) => level === 'error')).toMatchObject([
      { event: 'push.failed', fields: { managerId: 'M1' } },
    ])
    expect(await rowOf('M1')).toBeUndefined()
  })

  it('a brief that could not be rendered goes out when it can be', async () => {
    let isBroken = true
    const { tick, sent } = await start([M1], {
      async render(_, { id }) {
        if (isBroken) throw new Error('unreadable')
        return { summary: `brief of ${id}` }
      },
    })
    await tick()
    isBroken = false
    await tick()
    expect(sent).toEqual(['M1'])
  })
})

describe('what the messenger answers', () => {
  it('429 makes everybody wait, and the brief goes out after all', async () => {
    const { tick, sent, script } = await start([M1, M2], { atOnce: 1 })
    script.push({ kind: 'throttled', retryAfterMs: 30_000 })
    await tick()
    expect(sent).toEqual(['M1', 'M2', 'M1'])
    expect(clock.waitedMs).toBeGreaterThanOrEqual(30_000)
    expect(await rowOf('M1')).toMatchObject({ state: 'sent', attempts: 2 })
  })

  it('429 until the cut-off is given up there', async () => {
    const { tick, sent } = await start([M1], {
      send: async () => ({ kind: 'throttled', retryAfterMs: 3_600_000 }),
    })
    await tick()
    expect(clock.now().toISOString()).toBe('2026-11-23T03:30:00.000Z')
    expect(sent).toEqual([])
    expect(await rowOf('M1')).toMatchObject({ state: 'planned', attempts: 3, detail: 'throttled' })
  })

  it.each<{ case: string; outcome: SendOutcome; state: string }>([
    { case: '5xx', outcome: { kind: 'unknown', why: 'server-error' }, state: 'unknown' },
    { case: 'no answer', outcome: { kind: 'unknown', why: 'no-answer' }, state: 'unknown' },
    { case: '404', outcome: { kind: 'gone' }, state: 'failed' },
    { case: '400', outcome: { kind: 'refused', status: 400 }, state: 'failed' },
    { case: '403', outcome: { kind: 'forbidden' }, state: 'suspended' },
  ])('$case: $state, and no second attempt that day', async ({ outcome, state }) => {
    const { tick, sent, script, log } = await start([M1])
    script.push(outcome)
    await tick()
    clock.moveTo('2026-11-23T01:30:00Z')
    await tick()
    expect(sent).toEqual(['M1'])
    expect((await rowOf('M1'))?.state).toBe(state)
    expect(log.lines.some(({ level, event }) => level === 'warn' && event === `delivery.${state}`)).toBe(true)
  })

  it('no connection: nothing was delivered, so the next minute tries again', async () => {
    const { tick, sent, script } = await start([M1])
    script.push({ kind: 'not-sent', why: 'no-connection' })
    await tick()
    expect(sent).toEqual(['M1'])
    expect(await rowOf('M1')).toMatchObject({ state: 'planned', detail: 'no-connection' })
    await tick()
    expect(await rowOf('M1')).toMatchObject({ state: 'sent', attempts: 2 })
  })

  it('a messenger that cannot be reached is not run against at full pace', async () => {
    const { tick, script } = await start([M1, M2, M3], { atOnce: 1 })
    script.push({ kind: 'not-sent', why: 'no-connection' }, { kind: 'not-sent', why: 'no-token' })
    await tick()
    expect(clock.waitedMs).toBeGreaterThanOrEqual(1_000 + 2_000)
  })

  it('each 429 without a time begins small again where messages arrived in between', async () => {
    const { tick, script } = await start([M1, M2], { atOnce: 1 })
    script.push({ kind: 'throttled' }, SENT, { kind: 'throttled' }, SENT)
    await tick()
    expect(clock.waitedMs).toBeGreaterThanOrEqual(1_000 + 1_000)
    expect(clock.waitedMs).toBeLessThan(1_000 + 2_000)
  })

  it('whoever blocked it and writes before the cut-off still gets the brief of the day', async () => {
    const { tick, sent, script } = await start([M1])
    script.push({ kind: 'forbidden' })
    await tick()
    await store.desks.change('M1', ({ suspendedSince: _, ...desk }) => ({ desk, result: undefined }))
    await tick()
    expect(sent).toEqual(['M1', 'M1'])
    expect((await rowOf('M1'))?.state).toBe('sent')
  })

  it('two mornings of 404 forget the reference', async () => {
    const { tick, script } = await start([M1])
    script.push({ kind: 'gone' }, { kind: 'gone' })
    await tick()
    clock.moveTo('2026-11-24T00:30:00Z')
    await tick()
    expect((await store.desks.read('M1')).reference).toBeUndefined()
  })
})

describe('a process that ended', () => {
  it('a row left in `sending` is reported as unknown and not sent again', async () => {
    const left = {
      day: MONDAY,
      kind: 'brief',
      state: 'sending',
      at: '2026-11-23T00:30:00Z',
      attempts: 1,
    } as const
    const { tick, sent, log } = await start([M1, M2])
    await put('M1', { deliveries: [left] })
    expect(await tick()).toEqual({ 'brief.interrupted': 1, 'brief.sent': 1 })
    expect(sent).toEqual(['M2'])
    expect(await rowOf('M1')).toMatchObject({ state: 'unknown', detail: 'interrupted' })
    expect(log.lines).toContainEqual({
      level: 'warn',
      event: 'delivery.unknown',
      fields: { managerId: 'M1', day: MONDAY, kind: 'brief', attempts: 1, detail: 'interrupted' },
    })
  })

  it('a row of last week is settled too, whatever the hour', async () => {
    const { tick } = await start([M1])
    await put('M1', {
      deliveries: [{ day: day('2026-11-20'), kind: 'brief', state: 'sending', at: 't', attempts: 1 }],
    })
    clock.moveTo('2026-11-22T15:00:00Z')
    await tick()
    expect(await rowOf('M1')).toMatchObject({ day: '2026-11-20', state: 'unknown' })
  })

  it('asked to stop, begins nothing more and writes down what was under way', async () => {
    const underWay = aGate()
    const { tick, stop } = await start([M1, M2], {
      pace: pace(1, { ...clock, wait: () => new Promise(() => {}) }),
      async send() {
        await underWay.pass()
        return SENT
      },
    })
    const ticking = tick()
    await underWay.reached
    const stopping = stop()
    underWay.open()
    await Promise.all([ticking, stopping])
    expect((await rowOf('M1'))?.state).toBe('sent')
    expect(await rowOf('M2')).toBeUndefined()
    expect(await tick()).toEqual({})
  })

  it('while one run goes on, the next minute does nothing', async () => {
    const underWay = aGate()
    const { tick } = await start([M1], {
      async send() {
        await underWay.pass()
        return SENT
      },
    })
    const first = tick()
    await underWay.reached
    expect(await tick()).toEqual({})
    expect((await rowOf('M1'))?.state).toBe('sending')
    underWay.open()
    expect(await first).toEqual({ 'brief.sent': 1 })
  })
})
