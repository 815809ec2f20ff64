import { createBot } from '../src/adapters/bot/bot.js'
import type { BotConfig } from '../src/config/config.js'
import { pace } from '../src/delivery/pace.js'
import { type PushMinuteDeps, pushMinute } from '../src/delivery/push-minute.js'
import type { Manager } from '../src/domain/manager/manager.js'
import { WorkingCalendar } from '../src/domain/working-days.js'
import type { Managers, PushMessage } from '../src/ports/ports.js'
import type { Store } from '../src/ports/store.js'
import { noMeter, silentLog } from '../test/support/log.js'
import { BRIEFS_ONLY } from '../test/support/no-events.js'

export interface DrivenBy extends Pick<PushMinuteDeps, 'clock' | 'atOnce'> {
  readonly render: (manager: Manager) => Promise<PushMessage>
  readonly settings: BotConfig
  readonly timer: Parameters<typeof pace>[1]
  readonly perSecond: number
}

/** What sends the briefs of a driven bank: the real sender over a real store, with nobody speaking. */
export function drivenRunner(store: Store, managers: Managers, by: DrivenBy) {
  const { settings, clock, timer, perSecond, render, ...rest } = by
  const bot = createBot({
    settings,
    managers,
    desks: store.desks,
    conversations: store.conversations,
    turns: store.turns,
    clock,
    timer,
    log: silentLog,
    meter: noMeter,
    lines: {
      stranger: '',
      group: '',
      apology: () => '',
      doneBefore: () => '',
      repeated: () => '',
      unsent: () => '',
      notKept: () => '',
    },
    conversation: {
      onMessage: async () => {},
      onPress: async () => ({ kind: 'none' }),
      onNotRead: async () => {},
      onJoin: async () => {},
    },
    newId: () => crypto.randomUUID(),
  })
  return pushMinute({
    ...BRIEFS_ONLY,
    managers,
    units: store.units,
    desks: store.desks,
    journal: store.journal,
    calendar: new WorkingCalendar([]),
    clock,
    log: silentLog,
    meter: noMeter,
    pace: pace(perSecond, timer),
    wait: (ms) => timer.wait(ms),
    render: (_, manager) => render(manager),
    send: bot.send,
    ...rest,
  })
}
