import { afterEach, beforeEach, expect, it } from 'vitest'
import { day } from '../../src/domain/day.js'
import { fenOfYuan } from '../../src/domain/money.js'
import { handOver } from '../../src/usecases/branch/hand-over.js'
import { aContact, aCustomer } from '../support/customers.js'
import { type Pushing, startPushing } from '../support/pushing.js'
import { aManager } from '../support/roster.js'

const flow = (on: string, yuan: number) => ({
  on: day(on),
  netFen: fenOfYuan(yuan),
  ownCount: 1,
  ownAbsFen: fenOfYuan(Math.abs(yuan)),
})

let pushing: Pushing
beforeEach(async () => {
  pushing = await startPushing([aManager(), aManager({ id: 'H1', role: 'head' })], '2026-11-23T00:00:00Z')
  await pushing.putCustomers([aCustomer('C1', { contacts: [aContact('2026-11-20')] })])
})
afterEach(() => pushing.stop())

it('a Monday and a Friday, each push once; a movement is told once', async () => {
  const { at } = pushing
  expect(await at('2026-11-23 08:29')).toEqual([])
  expect(await at('2026-11-23 08:30')).toEqual([
    'M1 晨报:今天没有要联系的客户',
    'M1 本周安排:0笔到期',
    'H1 网点晨报:0件要留意',
  ])
  expect(await at('2026-11-23 08:31')).toEqual([])

  const moved = aCustomer('C1', {
    contacts: [aContact('2026-11-20')],
    flows: [flow('2026-11-23', 300_000)],
  })
  await pushing.putCustomers([moved])
  expect(await at('2026-11-23 10:00')).toEqual([])
  pushing.newsArrived()
  expect(await at('2026-11-23 10:01')).toEqual(['M1 大额异动:1位客户'])
  pushing.newsArrived()
  expect(await at('2026-11-23 10:02')).toEqual([])

  expect(await at('2026-11-23 17:30')).toEqual(['M1 今日小结:联系0位,还有0位'])
  expect(await at('2026-11-24 08:30')).toEqual(['M1 晨报:今天没有要联系的客户', 'H1 网点晨报:1件要留意'])
  expect(await at('2026-11-27 17:30')).toEqual(['M1 今日小结:联系0位,还有1位', 'M1 本周结果:联系到0位客户'])
})

it('customers handed over are told once, the next morning and at once during the day', async () => {
  const { store, at, newsArrived } = pushing
  const told = 'M1 移交:1位客户转到您名下'
  await store.bank.transact(async (draft) => {
    await draft.putManagers([aManager(), aManager({ id: 'M2', aadObjectId: 'aad-M2' })])
    await draft.putBook({ managerId: 'M2', customers: [aCustomer('C7'), aCustomer('C8')], changes: [] })
  })
  const evening = { by: 'operator', today: day('2026-11-30'), at: '2026-11-30T12:00:00Z' }
  await handOver(store)({ from: 'M2', to: 'M1', customerIds: ['C7'], ...evening })
  newsArrived()
  expect(await at('2026-12-01 08:30')).toContain(told)
  expect(await at('2026-12-01 08:31')).toEqual([])

  await handOver(store)({
    ...evening,
    from: 'M2',
    to: 'M1',
    today: day('2026-12-01'),
    at: '2026-12-01T02:00:00Z',
  })
  newsArrived()
  expect(await at('2026-12-01 10:05')).toEqual([told])
  newsArrived()
  expect(await at('2026-12-02 09:00')).not.toContain(told)
})
