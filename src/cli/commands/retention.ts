import { Command } from 'commander'
import { calendarMonthOf } from '../../domain/day.js'
import type { KeptSums } from '../../domain/ledger/money-kept.js'
import { yuanOf } from '../../domain/money.js'
import { showMoneyKept } from '../../usecases/results/show-money-kept.js'
import { forManagers, managersAsked, type PeriodOptions, periodAsked } from '../asked-managers.js'
import { type Shell, todayOf, withDaybook } from '../shell.js'

/** `retention --manager M | --branch B`: how much of what matured was kept. */
export function retentionCommand(shell: Shell): Command {
  return forManagers(new Command('retention'))
    .description(
      'how much of the money that matured in a period was kept, is on current accounts, or is gone',
    )
    .option('--from <day>', 'first maturity day, YYYY-MM-DD; without one the first of this month')
    .option('--to <day>', 'last maturity day; without one the last of this month')
    .option('--today <day>', 'the day it is looked at, YYYY-MM-DD')
    .option('--json', 'as data; sums in yuan')
    .action(async (options: PeriodOptions, command: Command) => {
      const today = todayOf(shell, command, options.today)
      const period = periodAsked(command, options, calendarMonthOf(today))
      await withDaybook(shell, undefined, async (daybook) => {
        const { store, policy } = daybook
        const managers = managersAsked(daybook, command, options)
        const view = await showMoneyKept({ books: store.books, policy })(managers, period, today)
        if (options.json === true)
          return shell.out(
            JSON.stringify({
              from: period.from,
              to: period.to,
              ...keptJson(view),
              byKind: view.byKind.map((one) => ({ kind: one.kind, ...keptJson(one) })),
              byManager: view.byManager.map((one) => ({ managerId: one.managerId, ...keptJson(one) })),
              otherCurrencies: view.otherCurrencies.map(({ currency, maturedFen }) => ({
                currency,
                matured: yuanOf(maturedFen),
              })),
            }),
          )
        shell.out(`${period.from} to ${period.to}: ${lineOf(view)}`)
        for (const one of view.byKind) shell.out(`  ${one.kind}: ${lineOf(one)}`)
        for (const one of view.byManager) shell.out(`  ${one.managerId}: ${lineOf(one)}`)
      })
    })
}

function keptJson(sums: KeptSums) {
  return {
    count: sums.count,
    matured: yuanOf(sums.maturedFen),
    decided: yuanOf(sums.decidedFen),
    kept: yuanOf(sums.keptFen),
    inCurrent: yuanOf(sums.inCurrentFen),
    gone: yuanOf(sums.goneFen),
    unknown: yuanOf(sums.unknownFen),
    undecided: yuanOf(sums.undecidedFen),
    rate: sums.rate,
  }
}

function lineOf(sums: KeptSums): string {
  const { matured, kept, inCurrent, gone, unknown, undecided, rate } = keptJson(sums)
  const share = rate === null ? 'nothing decided yet' : `${rate} % kept`
  return `${share} · matured ${matured} · kept ${kept} · in current ${inCurrent} · gone ${gone} · unknown ${unknown} · undecided ${undecided}`
}
