import { Command } from 'commander'
import { instantAt, parseDay, timeIn } from '../../../domain/day.js'
import {
  type ExplainedDelivery,
  explainDeliveries,
  forecastEnd,
} from '../../../usecases/delivery/explain-deliveries.js'
import { type Shell, todayOf, withDaybook } from '../../shell.js'

/** `deliveries --day D`: who got what and in which state; who got none, and why. */
export function deliveriesCommand(shell: Shell): Command {
  return new Command('deliveries')
    .description('who got which push of a day, and who got none and why')
    .option('--day <day>', 'the day, YYYY-MM-DD; today where it is not given')
    .option('--json', 'a list with one object a manager and kind')
    .action(async (options: { day?: string; json?: boolean }, command: Command) => {
      const day = options.day === undefined ? todayOf(shell, command, undefined) : parseDay(options.day)
      if (day === undefined) command.error(`--day is not a day YYYY-MM-DD: ${options.day}`, { exitCode: 2 })
      const present = shell.world.clock.now()
      const endOfDay = instantAt(shell.config.timeZone, day, '23:59')
      const moment = present < endOfDay ? present : endOfDay
      await withDaybook(shell, undefined, async ({ store, policy, calendar }) => {
        const lines = await explainDeliveries({ ...store, policy, calendar })(day, moment)
        if (options.json === true) {
          shell.out(JSON.stringify(lines))
          return
        }
        for (const { managerId, kind, state, attempts, at, detail, why } of lines) {
          const facts = [attempts > 1 ? `${attempts} attempts` : undefined, detail, why, at]
          shell.out([managerId, kind, state, ...facts.filter((fact) => fact !== undefined)].join('  '))
        }
        shell.out(inOneLine(day, lines))
        const { perSecond } = shell.config.send
        const forecast = forecastEnd(lines, perSecond, present)
        if (forecast === undefined || moment !== present) return
        const until = timeIn(shell.config.timeZone, forecast.until)
        shell.out(`${forecast.waiting} waiting: at ${perSecond} a second the last leaves at ${until}`)
      })
    })
}

/** Not their time yet, or nobody's working day: nothing is missing. */
const IN_ORDER: ReadonlySet<string> = new Set(['too-early', 'day-off', 'due-now', 'left'])

/** How many got theirs, and each who got none, or may have got none, with the reason. */
function inOneLine(day: string, lines: readonly ExplainedDelivery[]): string {
  const count = (...states: readonly ExplainedDelivery['state'][]) =>
    lines.filter(({ state }) => states.includes(state)).length
  const without = lines
    .filter(({ state, why = '' }) => state !== 'sent' && state !== 'seen' && !IN_ORDER.has(why))
    .map(({ managerId, kind, state, detail, why }) => `${managerId} ${kind} ${why ?? detail ?? state}`)
  const sent = `${day}: ${count('sent', 'seen')} sent, ${count('seen')} of them seen`
  return without.length === 0 ? sent : `${sent}; none, or perhaps none: ${without.join(', ')}`
}
