import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Daybook, openDaybook } from '../../src/compose/daybook.js'
import { pushesOf } from '../../src/compose/pushes.js'
import { loadConfig } from '../../src/config/config.js'
import { pace } from '../../src/delivery/pace.js'
import type { Customer } from '../../src/domain/customer/customer.js'
import type { SendOutcome } from '../../src/domain/delivery/send-outcome.js'
import type { Desk } from '../../src/domain/manager/desk.js'
import type { Manager } from '../../src/domain/manager/manager.js'
import type { PushMessage } from '../../src/ports/ports.js'
import type { Store } from '../../src/ports/store.js'
import { showBranch } from '../../src/usecases/branch/show-branch.js'
import { campaignDesk } from '../../src/usecases/campaign/campaign-desk.js'
import { testClock } from './clock.js'
import { noMeter } from './log.js'

/** The real pushes over a real home, a messenger that takes everything unless told otherwise, and a clock set by hand. */
export interface Pushing {
  readonly sent: readonly PushMessage[]
  readonly store: Store
  /** What is sent in the minute at this time of Shanghai, as `M1 <notification>`: manager by manager, for these do not wait for each other. */
  at(moment: string): Promise<readonly string[]>
  putCustomers(customers: readonly Customer[]): Promise<void>
  /** Files were taken in. */
  newsArrived(): void
  changeDesk(managerId: string, change: (desk: Desk) => Desk): Promise<void>
  desk(managerId: string): Promise<Desk>
  /** What the messenger answers from now on. */
  answerWith(answer: () => SendOutcome): void
  /** The process ends and another takes up the home. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** @param managers each reachable; the customers that are put are those of the first */
export async function startPushing(managers: readonly Manager[], from: string): Promise<Pushing> {
  const home = mkdtempSync(join(tmpdir(), 'daybook-pushes-'))
  const clock = testClock(from)
  const quiet = { info: () => {}, warn: () => {}, error: () => {} }
  let ids = 0
  const world = { clock, timer: clock, newId: () => `t${++ids}`, log: quiet }
  const all: PushMessage[] = []
  let names: string[] = []
  let answer = (): SendOutcome => ({ kind: 'sent', activityId: `m${all.length}` })
  let daybook: Daybook
  let pushes: ReturnType<typeof pushesOf>

  async function open(): Promise<void> {
    daybook = await openDaybook(loadConfig({ DAYBOOK_HOME: home, LOG_LEVEL: 'silent' }), world)
    const { store, policy, calendar, sources } = daybook
    const deps = {
      ...store,
      sources,
      policy,
      calendar,
      campaigns: campaignDesk({ ...store, policy, calendar }),
      branchOf: showBranch({ ...store, policy, calendar }),
    }
    pushes = pushesOf(daybook, deps, {
      pace: pace(1_000, clock),
      meter: noMeter,
      async send(reference, message) {
        const outcome = answer()
        if (outcome.kind !== 'sent') return outcome
        all.push(message)
        names.push(`${Reflect.get(reference as object, 'to')} ${message.summary}`) // as it was put below
        return outcome
      },
    })
  }

  await open()
  const changeDesk = (managerId: string, change: (desk: Desk) => Desk) =>
    daybook.store.desks.change(managerId, (desk) => ({ desk: change(desk), result: undefined }))
  await daybook!.store.bank.transact((draft) => draft.putManagers([...managers]))
  for (const { id } of managers) await changeDesk(id, (desk) => ({ ...desk, reference: { to: id } }))
  return {
    sent: all,
    get store() {
      return daybook.store
    },
    async at(moment) {
      clock.moveTo(`${moment.replace(' ', 'T')}:00+08:00`)
      names = []
      await pushes.tick()
      const whose = (name: string) => managers.findIndex(({ id }) => name.startsWith(`${id} `))
      return names.toSorted((a, b) => whose(a) - whose(b))
    },
    async putCustomers(customers) {
      const managerId = managers[0]!.id
      await daybook.store.bank.transact((draft) => draft.putBook({ managerId, customers, changes: [] }))
      pushes.bookChanged(managerId, 'this-process')
    },
    newsArrived: () => pushes.newsArrived(),
    changeDesk,
    desk: (managerId) => daybook.store.desks.read(managerId),
    answerWith(next) {
      answer = next
    },
    async restart() {
      await pushes.stop()
      await daybook.close()
      await open()
    },
    async stop() {
      await daybook.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
