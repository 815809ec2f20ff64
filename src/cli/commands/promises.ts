import { Command } from 'commander'
import { calendarMonthOf } from '../../domain/day.js'
import { showPromisesKept } from '../../usecases/results/show-promises-kept.js'
import { forManagers, managersAsked, type PeriodOptions, periodAsked } from '../asked-managers.js'
import { type Shell, todayOf, withDaybook } from '../shell.js'

/** `promises --manager M`: how many of the promises due in a period were kept in time. */
export function promisesCommand(shell: Shell): Command {
  return forManagers(new Command('promises'))
    .description('promises due in a period, and how many of them were kept up to their day')
    .option('--from <day>', 'first day, YYYY-MM-DD; without one the first of this month')
    .option('--to <day>', 'last day; without one the last of this month')
    .option('--today <day>', 'the day it is looked at, YYYY-MM-DD')
    .option('--json', 'as data')
    .action(async (options: PeriodOptions, command: Command) => {
      const today = todayOf(shell, command, options.today)
      const period = periodAsked(command, options, calendarMonthOf(today))
      await withDaybook(shell, undefined, async (daybook) => {
        const managers = managersAsked(daybook, command, options)
        const view = await showPromisesKept({ books: daybook.store.books })(managers, period, today)
        const { due, kept, rate, byManager, promises } = view
        if (options.json === true)
          return shell.out(
            JSON.stringify({
              ...period,
              due,
              kept,
              rate,
              byManager,
              promises: promises.map(({ managerId, customer, dueOn, isKept, promise }) => ({
                managerId,
                customerId: customer.id,
                dueOn,
                kept: isKept,
                keptOn: promise.keptOn ?? null,
                about: promise.about ?? null,
              })),
            }),
          )
        shell.out(`${period.from} to ${period.to}: ${lineOf({ due, kept, rate })}`)
        for (const one of byManager) shell.out(`  ${one.managerId}: ${lineOf(one)}`)
      })
    })
}

function lineOf({
  due,
  kept,
  rate,
}: {
  readonly due: number
  readonly kept: number
  readonly rate: number | null
}) {
  return rate === null ? 'none was due' : `${kept} of ${due} kept in time, ${rate} %`
}
