import { Command, InvalidArgumentError } from 'commander'
import { type Interval, TIERS, type Tier } from '../../domain/policy.js'
import { showWhatIf } from '../../usecases/results/show-what-if.js'
import { colleaguesOf, forManagers, type ManagersAsked, managersAsked } from '../asked-managers.js'
import { type Shell, todayOf, withDaybook } from '../shell.js'

interface Options extends ManagersAsked {
  readonly tier: ReadonlyMap<Tier, Interval>
  readonly today?: string
  readonly json?: boolean
}

/** `what-if --branch B --tier B=7`: the calls a working day that other intervals would ask for. */
export function whatIfCommand(shell: Shell): Command {
  return forManagers(new Command('what-if'))
    .description('calls a working day over the next 20 working days, now and with other intervals of tiers')
    .requiredOption(
      '--tier <tier=interval>',
      'B=7 for every 7 days, C=2m for every two months; may be repeated',
      readTier,
    )
    .option('--today <day>', 'the day it is looked at, YYYY-MM-DD')
    .option('--json', 'as data, one object a manager')
    .action(async (options: Options, command: Command) => {
      const today = todayOf(shell, command, options.today)
      await withDaybook(shell, undefined, async (daybook) => {
        const { store, policy, calendar } = daybook
        const managers = managersAsked(daybook, command, options)
        const show = showWhatIf({ books: store.books, desks: store.desks, policy, calendar })
        const view = await show(managers, options.tier, today, colleaguesOf(daybook, managers))
        if (options.json === true) {
          const provisional = view.isProvisional
          return shell.out(
            JSON.stringify(
              view.managers.map(({ changed, ...one }) =>
                Object.fromEntries([...Object.entries(one), ['then', changed], ['provisional', provisional]]),
              ),
            ),
          )
        }
        for (const { managerId, now, changed, capacity, made } of view.managers)
          shell.out(
            `${managerId}: ${now} calls a working day, then ${changed} · capacity ${capacity} · made ${made}`,
          )
        if (view.isProvisional) shell.out('provisional: a year among them has no calendar')
      })
    })
}

const WRITTEN = /^([A-Z])=(\d{1,4})([dm]?)$/i

function readTier(
  text: string,
  before: ReadonlyMap<Tier, Interval> | undefined,
): ReadonlyMap<Tier, Interval> {
  const [, letter = '', count = '', unit = ''] = WRITTEN.exec(text) ?? []
  const tier = TIERS.find((one) => one === letter.toUpperCase())
  const every = Number(count)
  if (tier === undefined || every < 1 || every > (unit === 'm' ? 24 : 366))
    throw new InvalidArgumentError(`not a tier and its interval, as in B=7 or C=2m: ${text}`)
  return new Map([
    ...(before ?? []),
    [tier, unit.toLowerCase() === 'm' ? { months: every } : { days: every }],
  ])
}
