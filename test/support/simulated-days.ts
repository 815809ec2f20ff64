import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Daybook, openDaybook } from '../../src/compose/daybook.js'
import { pushesOf } from '../../src/compose/pushes.js'
import { loadConfig } from '../../src/config/config.js'
import { pace } from '../../src/delivery/pace.js'
import { addDays, type Day, day, weekOf } from '../../src/domain/day.js'
import type { DeliveryKind } from '../../src/domain/manager/delivery.js'
import type { Manager } from '../../src/domain/manager/manager.js'
import type { DeskSettings } from '../../src/domain/manager/settings.js'
import { showBranch } from '../../src/usecases/branch/show-branch.js'
import { campaignDesk } from '../../src/usecases/campaign/campaign-desk.js'
import { testClock } from './clock.js'
import { aContact, aCustomer } from './customers.js'
import { noMeter } from './log.js'
import { aManager } from './roster.js'

/** The minutes of a day at which the clock wakes: around every time at which something is due, and where nothing may be. */
const MINUTES = [
  '00:05',
  '07:59',
  '08:00',
  '08:29',
  '08:30',
  '08:31',
  '11:29',
  '12:00',
  '17:30',
  '18:00',
  '20:59',
  '23:30',
]

/** Managers of a branch, with what each of them has set. */
const PEOPLE: readonly (readonly [manager: Manager, settings: DeskSettings])[] = [
  [aManager({ id: 'M1' }), {}],
  [aManager({ id: 'M2', locale: 'en-US' }), { briefTime: '08:00', wrapUpTime: '18:00' }],
  [aManager({ id: 'M3' }), { without: ['wrap-up', 'week'] }],
  [aManager({ id: 'M4' }), { pausedFrom: day('2026-10-09'), pausedUntil: day('2026-10-11') }],
  [aManager({ id: 'H1', role: 'head', briefTime: '08:00' }), {}],
]

export interface SimulatedDays {
  readonly days: number
  readonly workingDays: number
  readonly pushes: number
  /** What came and should not have, or did not come and should have. */
  readonly violations: readonly string[]
}

/**
 * Lets the real pushes live through every minute that matters from one day to another, with a process that ends and begins
 * anew at noon every `restartEvery` days, and holds what was sent against the calendar's file, read as plainly as it stands.
 */
export async function simulateDays(from: Day, to: Day, restartEvery = 7): Promise<SimulatedDays> {
  const home = mkdtempSync(join(tmpdir(), 'daybook-year-'))
  const clock = testClock(`${from}T00:00:00+08:00`)
  const isWorked = workedDays()
  const violations: string[] = []
  let sent = new Map<string, number>()
  let pushes = 0
  let running = await start()
  await running.fill()

  let days = 0
  let workingDays = 0
  for (let today = from; today <= to; today = addDays(today, 1)) {
    days++
    sent = new Map()
    for (const minute of MINUTES) {
      clock.moveTo(`${today}T${minute}:00+08:00`)
      await running.pushes.tick()
      if (minute === '12:00' && days % restartEvery === 0) {
        await running.daybook.close()
        running = await start()
      }
    }
    if (isWorked(today)) workingDays++
    const expected = PEOPLE.flatMap(([manager, settings]) =>
      kindsOf(manager, settings, today, isWorked).map((kind) => `${manager.id} ${kind}`),
    )
    for (const key of new Set([...expected, ...sent.keys()])) {
      const [due, came] = [expected.includes(key) ? 1 : 0, sent.get(key) ?? 0]
      if (due !== came) violations.push(`${today} ${key}: ${came} instead of ${due}`)
      pushes += came
    }
  }
  await running.daybook.close()
  rmSync(home, { recursive: true, force: true })
  return { days, workingDays, pushes, violations }

  async function start() {
    let ids = 0
    const log = { info: () => {}, warn: () => {}, error: () => {} }
    const world = { clock, timer: clock, newId: () => `t${++ids}`, log }
    const config = loadConfig({ DAYBOOK_HOME: home, LOG_LEVEL: 'silent' })
    const daybook: Daybook = await openDaybook(config, world)
    const { store, policy, calendar, sources } = daybook
    const campaigns = campaignDesk({ ...store, policy, calendar })
    const deps = {
      ...store,
      campaigns,
      sources,
      policy,
      calendar,
      branchOf: showBranch({ ...store, policy, calendar }),
    }
    const pushed = pushesOf(daybook, deps, {
      pace: pace(1_000, clock),
      meter: noMeter,
      async send(reference, { summary = '' }) {
        const key = `${Reflect.get(reference as object, 'to')} ${kindIn(summary)}` // as `fill` put it
        sent.set(key, (sent.get(key) ?? 0) + 1)
        return { kind: 'sent', activityId: `m${pushes}` }
      },
    })
    return {
      daybook,
      pushes: pushed,
      async fill() {
        await store.bank.transact(async (draft) => {
          await draft.putManagers(PEOPLE.map(([manager]) => manager))
          const customers = [aCustomer('C1', { contacts: [aContact(addDays(from, -10))] })]
          await draft.putBook({ managerId: 'M1', customers, changes: [] })
        })
        for (const [{ id }, settings] of PEOPLE)
          await store.desks.change(id, (desk) => ({
            desk: { ...desk, settings, reference: { to: id } },
            result: undefined,
          }))
      },
    }
  }
}

/** What a manager is to be sent on a day, by the handbook's words alone. */
function kindsOf(
  { role }: Manager,
  { pausedFrom, pausedUntil, without = [] }: DeskSettings,
  today: Day,
  isWorked: (of: Day) => boolean,
): readonly DeliveryKind[] {
  if (!isWorked(today)) return []
  if (pausedFrom !== undefined && pausedUntil !== undefined && pausedFrom <= today && today <= pausedUntil)
    return []
  if (role === 'head') return ['branch']
  const { from, to } = weekOf(today)
  const worked: Day[] = []
  for (let on = from; on <= to; on = addDays(on, 1)) if (isWorked(on)) worked.push(on)
  const kinds: DeliveryKind[] = ['brief', 'wrap-up']
  if (worked[0] === today) kinds.push('week')
  if (worked.at(-1) === today) kinds.push('results')
  return kinds.filter((kind) => !without.includes(kind))
}

const SAID: readonly (readonly [DeliveryKind, RegExp])[] = [
  ['branch', /^网点晨报/],
  ['brief', /^(?:晨报|.*brief)/i],
  ['week', /^(?:本周安排|This week)/],
  ['wrap-up', /^(?:今日小结|Your day)/],
  ['results', /^(?:本周结果|Your week)/],
]

function kindIn(summary: string): string {
  return SAID.find(([, form]) => form.test(summary))?.[0] ?? summary
}

/** The working days as the calendar's files say them; a year without a file is Monday to Friday. */
function workedDays(folder = 'data/calendar'): (of: Day) => boolean {
  const off = new Set<string>()
  const worked = new Set<string>()
  for (const name of readdirSync(folder)) {
    const { holidays } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
      holidays: readonly { from: Day; to: Day; worked: readonly Day[] }[]
    } // files of the project itself
    for (const holiday of holidays) {
      for (let on = holiday.from; on <= holiday.to; on = addDays(on, 1)) off.add(on)
      for (const on of holiday.worked) worked.add(on)
    }
  }
  return (of) => worked.has(of) || (!off.has(of) && ![0, 6].includes(new Date(`${of}T00:00:00Z`).getUTCDay()))
}
