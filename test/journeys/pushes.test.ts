import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadConfig } from '../../src/config/config.js'
import { type Daybook, openDaybook } from '../../src/daybook.js'
import type { Customer } from '../../src/domain/customer/customer.js'
import { day } from '../../src/domain/day.js'
import { fenOfYuan } from '../../src/domain/money.js'
import { pace } from '../../src/jobs/pace.js'
import { pushesOf } from '../../src/pushes.js'
import { showBranch } from '../../src/usecases/show-branch.js'
import { testClock } from '../support/clock.js'
import { aContact, aCustomer } from '../support/customers.js'
import { noMeter } from '../support/log.js'
import { aManager } from '../support/roster.js'

const flow = (on: string, yuan: number) => ({
  on: day(on),
  netFen: fenOfYuan(yuan),
  ownCount: 1,
  ownAbsFen: fenOfYuan(Math.abs(yuan)),
})

const home = mkdtempSync(join(tmpdir(), 'daybook-pushes-'))
const clock = testClock('2026-11-23T00:00:00Z')
let daybook: Daybook
let sent: string[] = []
let pushes: ReturnType<typeof pushesOf>

beforeEach(async () => {
  const quiet = { info: () => {}, warn: () => {}, error: () => {} }
  let ids = 0
  const world = { clock, timer: clock, newId: () => `t${++ids}`, log: quiet }
  daybook = await openDaybook(loadConfig({ DAYBOOK_HOME: home, LOG_LEVEL: 'silent' }), world)
  const { store, policy, calendar, sources } = daybook
  await store.bank.transact((draft) => draft.putManagers([aManager(), aManager({ id: 'H1', role: 'head' })]))
  for (const id of ['M1', 'H1'])
    await store.desks.change(id, (desk) => ({ desk: { ...desk, reference: { to: id } }, result: undefined }))
  await putCustomers([aCustomer('C1', { contacts: [aContact('2026-11-20')] })])
  const deps = { ...store, sources, policy, calendar, branchOf: showBranch({ ...store, policy, calendar }) }
  pushes = pushesOf(daybook, deps, {
    pace: pace(1_000, clock, clock),
    meter: noMeter,
    async send(reference, { summary }) {
      sent.push(`${Reflect.get(reference as object, 'to')} ${summary}`) // as it was put above
      return { kind: 'sent', activityId: `m${sent.length}` }
    },
  })
})
afterEach(async () => {
  await daybook.close()
  rmSync(home, { recursive: true, force: true })
})

function putCustomers(customers: readonly Customer[]) {
  return daybook.store.bank.transact((draft) => draft.putBook({ managerId: 'M1', customers, changes: [] }))
}

/** What is sent in the minute at this time of Shanghai. */
async function at(moment: string): Promise<readonly string[]> {
  clock.moveTo(`${moment.replace(' ', 'T')}:00+08:00`)
  sent = []
  await pushes.tick()
  return sent
}

it('a Monday and a Friday, each push once; a movement is told once', async () => {
  expect(await at('2026-11-23 08:29')).toEqual([])
  expect(await at('2026-11-23 08:30')).toEqual([
    'M1 晨报:今天没有要联系的客户',
    'H1 网点晨报:0件要留意',
    'M1 本周安排:0笔到期',
  ])
  expect(await at('2026-11-23 08:31')).toEqual([])

  const moved = aCustomer('C1', {
    contacts: [aContact('2026-11-20')],
    flows: [flow('2026-11-23', 300_000)],
  })
  await putCustomers([moved])
  expect(await at('2026-11-23 10:00')).toEqual([])
  pushes.newsArrived()
  expect(await at('2026-11-23 10:01')).toEqual(['M1 大额异动:1位客户'])
  pushes.newsArrived()
  expect(await at('2026-11-23 10:02')).toEqual([])

  expect(await at('2026-11-23 17:30')).toEqual(['M1 今日小结:联系0位,还有0位'])
  expect(await at('2026-11-24 08:30')).toEqual(['M1 晨报:今天没有要联系的客户', 'H1 网点晨报:1件要留意'])
  expect(await at('2026-11-27 17:30')).toEqual(['M1 今日小结:联系0位,还有1位', 'M1 本周结果:联系到0位客户'])
})
