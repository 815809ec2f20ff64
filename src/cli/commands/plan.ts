import { Command } from 'commander'
import { planJson, proposalJson } from '../../domain/plan/plan-json.js'
import { listPlans, proposePlans } from '../../usecases/plans/list-plans.js'
import { managerOf, type Shell, todayOf, withDaybook } from '../shell.js'

interface Options {
  readonly manager: string
  readonly today?: string
  readonly full?: boolean
  readonly json?: boolean
}

/** `plan propose --manager M` and `plan list --manager M`: value plans that could be begun, and those there are. */
export function planCommand(shell: Shell): Command {
  const plan = new Command('plan').description("a manager's value plans, and whom one is proposed for")
  const common = (name: string, description: string) =>
    plan
      .command(name)
      .description(description)
      .requiredOption('--manager <id>', 'whose book')
      .option('--today <day>', 'as of which day, YYYY-MM-DD')
      .option('--json', 'as data; sums in yuan')
  common('propose', 'whom a plan is proposed for, the first three')
    .option('--full', 'all of them')
    .action(async (options: Options, command: Command) => {
      const today = todayOf(shell, command, options.today)
      await withDaybook(shell, undefined, async (daybook) => {
        const { id } = managerOf(daybook, command, options.manager)
        const full = options.full === true
        const [found] = await proposePlans({ ...daybook.store, policy: daybook.policy })([id], today, {
          full,
        })
        show(shell, options, (found?.proposals ?? []).map(proposalJson))
      })
    })
  common('list', 'the plans there are, with where they stand').action(
    async (options: Options, command: Command) => {
      const today = todayOf(shell, command, options.today)
      await withDaybook(shell, undefined, async (daybook) => {
        const { id } = managerOf(daybook, command, options.manager)
        const [found] = await listPlans({ ...daybook.store, policy: daybook.policy })([id], today)
        show(shell, options, (found?.plans ?? []).map(planJson))
      })
    },
  )
  return plan
}

function show({ out }: Shell, { json }: Options, rows: readonly Readonly<Record<string, unknown>>[]): void {
  if (json === true) out(JSON.stringify(rows))
  else
    for (const { customerId, state, metric, value, target, due } of rows)
      out(
        `${customerId}  ${state}  ${metric} ${value ?? '?'} → ${target}${due === null ? '' : `, due ${due}`}`,
      )
}
