import { writeFileSync } from 'node:fs'
import { Command } from 'commander'
import { writeCalendar } from '../../adapters/files/calendar/write-calendar.js'
import { momentOf } from '../../domain/customer/agree.js'
import { calendarEvents } from '../../domain/meeting/calendar-event.js'
import { calendarTitle } from '../../messaging/cards/meetings/meeting-card.js'
import { describeMoment } from '../../messaging/wording/days/when.js'
import { managerOf, type Shell, todayOf, withDaybook } from '../shell.js'

interface Options {
  readonly manager: string
  readonly ics?: boolean
  readonly out?: string
  readonly today?: string
  readonly json?: boolean
}

/** The file says whom somebody meets. */
const OWNER_ONLY = 0o600

/** `appointments --manager M [--ics --out F]`: what is booked from today on, as lines or as a calendar file. */
export function appointmentsCommand(shell: Shell): Command {
  return new Command('appointments')
    .description("a manager's meetings and calls from today on, also as a calendar file")
    .requiredOption('--manager <id>', 'whose')
    .option('--ics', 'as an iCalendar file, cancelled ones included so that a calendar lets them go')
    .option('--out <file>', 'file to write, .ics')
    .option('--today <day>', 'the day to begin with, YYYY-MM-DD')
    .option('--json', 'as data')
    .action(async (options: Options, command: Command) => {
      const today = todayOf(shell, command, options.today)
      const { out } = options
      if (options.ics === true && out === undefined) command.error('--ics needs --out FILE', { exitCode: 2 })
      if (options.ics !== true && out !== undefined) command.error('--out is for --ics', { exitCode: 2 })
      await withDaybook(shell, undefined, async (daybook) => {
        const { store, policy, world } = daybook
        const manager = managerOf(daybook, command, options.manager)
        const { settings } = await store.desks.read(manager.id)
        const locale = settings.locale ?? manager.locale
        const zone = settings.timeZone ?? manager.timeZone
        const { customers } = await store.books.read(manager.id)
        const all = calendarEvents(customers, today, zone, policy.appointmentMinutes)
        const open = all.filter(({ isCancelled }) => !isCancelled)
        const at = world.clock.now()
        if (out !== undefined) {
          const act = 'export.appointments'
          const detail = `${open.length} meetings`
          await store.journal.append({ at: at.toISOString(), managerId: manager.id, act, detail })
          const events = all.map((event) => ({ ...event, title: calendarTitle(event, locale) }))
          writeFileSync(shell.file(out), writeCalendar({ method: 'PUBLISH', events, at }), {
            mode: OWNER_ONLY,
          })
        }
        if (options.json === true) {
          const items = open.map(({ customer, agreement, uid, sequence }) => ({
            customerId: customer.id,
            kind: agreement.kind,
            on: agreement.on,
            time: agreement.time ?? null,
            uid,
            sequence,
          }))
          shell.out(JSON.stringify({ manager: manager.id, from: today, items, file: out ?? null }))
        } else if (out !== undefined)
          shell.out(`${out}: ${open.length} meetings of ${manager.name}, from ${today}`)
        else
          for (const event of open) {
            const moment = momentOf(event.agreement)
            const when = moment === undefined ? '' : describeMoment(moment, locale, today)
            shell.out(`${when}  ${calendarTitle(event, locale)}`)
          }
      })
    })
}
