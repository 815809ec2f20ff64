import { expect, it } from 'vitest'
import { reportDeliveries } from '../../../src/delivery/report-deliveries.js'
import { day } from '../../../src/domain/day.js'
import { heardFrom } from '../../../src/domain/delivery/reachable.js'
import type { Delivery } from '../../../src/domain/manager/delivery.js'
import type { Desk } from '../../../src/domain/manager/desk.js'
import { withDelivery } from '../../../src/domain/manager/ledger-of-sends.js'
import { explainDeliveries, forecastEnd } from '../../../src/usecases/delivery/explain-deliveries.js'
import { testClock } from '../../support/clock.js'
import { keptLog } from '../../support/log.js'
import { aManager, rosterOf } from '../../support/roster.js'
import { CALENDAR as calendar, POLICY as policy } from '../../support/rules.js'
import { temporaryStore } from '../../support/temporary-store.js'

const TUESDAY = day('2026-11-24')
/** 12:05 in Shanghai. */
const NOON = new Date('2026-11-24T04:05:00Z')

it('says who got what, and of who got none why', async () => {
  const clock = testClock('2026-11-24T04:05:00Z')
  const store = await temporaryStore(clock)
  const put = (managerId: string, change: Partial<Desk>, row?: Partial<Delivery>) =>
    store.desks.change(managerId, (desk) => {
      const next = { ...desk, ...change }
      const of = {
        day: TUESDAY,
        kind: 'brief',
        state: 'sent',
        at: '2026-11-24T00:30:00Z',
        attempts: 1,
      } as const
      return { desk: row === undefined ? next : withDelivery(next, { ...of, ...row }), result: undefined }
    })
  await put('M1', { reference: {} }, {})
  await put('M2', { reference: {} }, { state: 'unknown', detail: 'no-answer' })
  await put('M4', { reference: {}, settings: { pausedUntil: TUESDAY } })
  await put('M5', { reference: {} })
  const managers = rosterOf([
    ...['M1', 'M2', 'M3', 'M4', 'M5'].map((id) => aManager({ id })),
    aManager({ id: 'H1', role: 'head' }),
  ])

  const explain = explainDeliveries({ managers, desks: store.desks, policy, calendar })
  const lines = await explain(TUESDAY, NOON)
  expect(
    lines.map(({ managerId, kind, state, why }) => [managerId, kind, state, why ?? ''].join(' ').trim()),
  ).toEqual([
    'M1 brief sent',
    'M1 wrap-up none too-early',
    'M2 brief unknown',
    'M2 wrap-up none too-early',
    'M3 brief none not-installed',
    'M3 wrap-up none not-installed',
    'M4 brief none paused',
    'M4 wrap-up none paused',
    'M5 brief none nothing-ran',
    'M5 wrap-up none too-early',
    'H1 branch none not-installed',
  ])

  await store.desks.change('M1', (desk) => ({
    desk: heardFrom(desk, {}, '2026-11-24T00:41:00Z'),
    result: undefined,
  }))
  expect((await explain(TUESDAY, NOON))[0]).toMatchObject({ state: 'seen', at: '2026-11-24T00:41:00Z' })

  const log = keptLog()
  const report = reportDeliveries({ explain, today: () => TUESDAY, clock, log })
  expect(await report()).toEqual({ sent: 1, without: 7 })
  await store.remove()
})

it('on a day off nobody is missed', async () => {
  const store = await temporaryStore(testClock('2026-11-28T04:05:00Z'))
  const managers = rosterOf([aManager({ id: 'M1' })])
  await store.desks.change('M1', (desk) => ({ desk: { ...desk, reference: {} }, result: undefined }))
  const lines = await explainDeliveries({ managers, desks: store.desks, policy, calendar })(
    day('2026-11-28'),
    new Date('2026-11-28T04:05:00Z'),
  )
  expect(new Set(lines.map(({ why }) => why))).toEqual(new Set(['day-off']))
  await store.remove()
})

it.each([
  { of: 'nobody waits', lines: [{ state: 'sent' }, { state: 'none', why: 'too-early' }], said: undefined },
  {
    of: 'those who are due and those who are to be sent again wait',
    lines: [
      ...Array.from({ length: 898 }, () => ({ state: 'none', why: 'due-now' }) as const),
      { state: 'planned' },
      { state: 'planned' },
      { state: 'sending' },
    ],
    said: { waiting: 900, until: new Date('2026-11-24T04:06:00Z') },
  },
] as const)('forecasts when the last leaves: $of', ({ lines, said }) => {
  expect(forecastEnd(lines, 15, NOON)).toEqual(said)
})
