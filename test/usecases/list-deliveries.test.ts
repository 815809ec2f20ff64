import { expect, it } from 'vitest'
import { day } from '../../src/domain/day.js'
import { type Delivery, withDelivery } from '../../src/domain/desk.js'
import { listDeliveries } from '../../src/usecases/list-deliveries.js'
import { testClock } from '../support/clock.js'
import { aManager, rosterOf } from '../support/roster.js'
import { temporaryStore } from '../support/temporary-store.js'

const MONDAY = day('2026-11-23')

it('says of every manager what became of the brief of a day', async () => {
  const store = await temporaryStore(testClock('2026-11-23T01:00:00Z'))
  const put = (managerId: string, row: Partial<Delivery> & Pick<Delivery, 'day' | 'state'>) =>
    store.desks.change(managerId, (desk) => ({
      desk: withDelivery(desk, { kind: 'brief', at: '2026-11-23T00:30:00Z', attempts: 1, ...row }),
      result: undefined,
    }))
  await put('M1', { day: MONDAY, state: 'sent' })
  await put('M2', { day: MONDAY, state: 'unknown', detail: 'interrupted' })
  await put('M3', { day: day('2026-11-20'), state: 'sent' })
  const managers = rosterOf(['M1', 'M2', 'M3', 'M4'].map((id) => aManager({ id })))

  expect(await listDeliveries({ managers, desks: store.desks })(MONDAY, 'brief')).toEqual([
    { managerId: 'M1', state: 'sent', attempts: 1, at: '2026-11-23T00:30:00Z' },
    { managerId: 'M2', state: 'unknown', attempts: 1, at: '2026-11-23T00:30:00Z', detail: 'interrupted' },
    { managerId: 'M3', state: 'none', attempts: 0 },
    { managerId: 'M4', state: 'none', attempts: 0 },
  ])
  await store.remove()
})
