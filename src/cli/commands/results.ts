import { Command } from 'commander'
import type { PromisesKept } from '../../domain/customer/promises-kept.js'
import { weekOf } from '../../domain/day.js'
import { yuanOf } from '../../domain/money.js'
import type { Results } from '../../domain/results/results.js'
import type { TwoSteps } from '../../domain/results/two-steps.js'
import type { LineWorth } from '../../domain/results/what-works.js'
import { keepersOf } from '../../usecases/branch/seen-books.js'
import { showBranchWorth, showManagerWorth } from '../../usecases/results/show-worth.js'
import { forManagers, managersAsked, type PeriodOptions, periodAsked } from '../asked-managers.js'
import { managerOf, type Shell, todayOf, withDaybook } from '../shell.js'

/** `results --manager M | --branch B`: what was done, which lines worked, and the mirror of notes. */
export function resultsCommand(shell: Shell): Command {
  return forManagers(new Command('results'))
    .description(
      'what was done in a period, promises kept, which lines work, chances found, the mirror of notes',
    )
    .option('--from <day>', 'first day, YYYY-MM-DD; without one the Monday of this week')
    .option('--to <day>', 'last day; without one today')
    .option('--today <day>', 'the day it is looked at, YYYY-MM-DD')
    .option('--json', "as data; of a branch only the shares of its managers' notes")
    .action(async (options: PeriodOptions, command: Command) => {
      const today = todayOf(shell, command, options.today)
      const period = periodAsked(command, options, { from: weekOf(today).from, to: today })
      await withDaybook(shell, undefined, async (daybook) => {
        const { store, policy } = daybook
        const managers = managersAsked(daybook, command, options)
        const deps = { books: store.books, policy }
        if (options.manager !== undefined) {
          const { branchId } = managerOf(daybook, command, options.manager)
          const colleagues = keepersOf(store.managers, branchId).map(({ id }) => id)
          const one = await showManagerWorth(deps)(options.manager, period, today, colleagues)
          const { mirror, whatWorks } = one
          if (options.json === true)
            return shell.out(
              JSON.stringify({ ...period, ...doneJson(one), whatWorks: whatWorks.map(worthJson), mirror }),
            )
          shell.out(`${one.managerId} ${period.from} to ${period.to}: ${lineOf(one)}`)
          for (const line of whatWorks) shell.out(`  ${lineOfWorth(line)}`)
          const { sameNotes, withoutOutcome, withoutDay } = mirror
          return shell.out(
            `  notes: ${sameNotes.length} told of several · ${withoutOutcome.length} contacts without an outcome · ${withoutDay.length} promises without a day`,
          )
        }
        const branch = await showBranchWorth(deps)(managers, period, today)
        const { promises, whatWorks, twoSteps, shares } = branch
        if (options.json === true)
          return shell.out(
            JSON.stringify({
              ...period,
              branchId: options.branch,
              promises,
              whatWorks: whatWorks.map(worthJson),
              twoSteps,
              shares,
              managers: branch.managers.map(doneJson),
            }),
          )
        shell.out(`${period.from} to ${period.to}`)
        for (const one of branch.managers) shell.out(`  ${one.managerId}: ${lineOf(one)}`)
        for (const line of whatWorks) shell.out(`  ${lineOfWorth(line)}`)
      })
    })
}

interface Done {
  readonly managerId: string
  readonly results: Results
  readonly promises: PromisesKept
  readonly twoSteps: TwoSteps
}

function doneJson({ managerId, results, promises, twoSteps }: Done) {
  const { closedSums, ...counts } = results
  return {
    managerId,
    ...counts,
    closedSums: closedSums.map(({ currency, amountFen }) => ({ currency, amount: yuanOf(amountFen) })),
    promises,
    twoSteps,
  }
}

function worthJson({ lineId, uses, nextSteps, share }: LineWorth) {
  const { percent, low, high } = share ?? { percent: null, low: null, high: null }
  return { lineId, uses, nextSteps, share: percent, low, high, tooFew: share === null }
}

function lineOf({ results, promises, twoSteps }: Omit<Done, 'managerId'>): string {
  const rate = promises.rate === null ? 'none due' : `${promises.rate} % of ${promises.due}`
  const asked = twoSteps.rate === null ? 'no need found' : `${twoSteps.rate} % of ${twoSteps.needFound}`
  return `${results.contacts} contacts, ${results.reached} reached · promises kept: ${rate} · meeting asked where a need was found: ${asked}`
}

function lineOfWorth({ lineId, uses, nextSteps, share }: LineWorth): string {
  if (share === null) return `${lineId}: ${nextSteps} of ${uses}, too few to say`
  return `${lineId}: ${share.percent} % of ${uses} (${share.low}–${share.high} %)`
}
