import { Command } from 'commander'
import { dayIn, parseDay } from '../domain/day.js'
import { cover } from '../usecases/branch/cover.js'
import { type Shell, withDaybook } from './shell.js'

const REFUSALS = {
  'same-manager': '--from and --to are the same manager',
  'ends-before-it-begins': '--until is before --since',
  'other-branch': 'the two are of different branches; a customer is shown to their own branch only',
} as const

/** `cover --from M --to N --until D`: a colleague looks after a book while its manager is away. */
export function coverCommand(shell: Shell): Command {
  return new Command('cover')
    .description('lets a colleague look after a book while its manager is away')
    .requiredOption('--from <manager>', 'who is away')
    .requiredOption('--to <manager>', 'who stands in, of the same branch')
    .requiredOption('--until <day>', 'the last day, YYYY-MM-DD')
    .option('--since <day>', 'the first day; today where it is not given')
    .option('--json', 'the result as data')
    .action(
      async (
        options: { from: string; to: string; until: string; since?: string; json?: boolean },
        command: Command,
      ) => {
        const { config, world } = shell
        const now = world.clock.now()
        const last = parseDay(options.until)
        const first = options.since === undefined ? dayIn(config.timeZone, now) : parseDay(options.since)
        if (last === undefined || first === undefined)
          command.error('--until and --since are days YYYY-MM-DD', { exitCode: 2 })
        await withDaybook(shell, undefined, async ({ store }) => {
          const { from, to } = options
          const result = await store.units.together(() =>
            cover(store)({ from, to, first, last, at: now.toISOString() }),
          )
          if (result.status === 'unknown-manager')
            command.error(`no manager ${result.managerId}`, { exitCode: 2 })
          if (result.status !== 'covered') command.error(REFUSALS[result.status], { exitCode: 2 })
          if (options.json === true) shell.out(JSON.stringify({ from, to, first, last }))
          else shell.out(`${to} looks after the book of ${from} from ${first} to ${last}`)
        })
      },
    )
}
