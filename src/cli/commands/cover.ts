import { Command, Option } from 'commander'
import { dayIn, parseDay } from '../../domain/day.js'
import { OPERATOR } from '../../imports/operator.js'
import { cover, takeBackCover } from '../../usecases/branch/cover.js'
import { clockOf, type Shell, withDaybook } from '../shell.js'

const REFUSALS = {
  'same-manager': '--from and --to are the same manager',
  'ends-before-it-begins': '--until is before --since',
  'other-branch': 'the two are of different branches; a customer is shown to their own branch only',
} as const

interface Options {
  readonly from: string
  readonly to: string
  readonly until?: string
  readonly since?: string
  readonly dryRun?: boolean
  readonly undo?: boolean
  readonly today?: string
  readonly json?: boolean
}

/** `cover --from M --to N --until D`: a colleague looks after a book while its manager is away. */
export function coverCommand(shell: Shell): Command {
  return new Command('cover')
    .description('lets a colleague look after a book while its manager is away')
    .requiredOption('--from <manager>', 'who is away')
    .requiredOption('--to <manager>', 'who stands in, of the same branch')
    .option('--until <day>', 'the last day, YYYY-MM-DD')
    .option('--since <day>', 'the first day; today where it is not given')
    .addOption(new Option('--dry-run', 'says what would be and arranges nothing').conflicts('undo'))
    .addOption(
      new Option('--undo', 'takes back what was arranged today between the two').conflicts([
        'until',
        'since',
      ]),
    )
    .option('--today <day>', 'the day it is, YYYY-MM-DD')
    .option('--json', 'the result as data')
    .action(async (options: Options, command: Command) => {
      const { from, to, dryRun = false } = options
      await withDaybook(shell, clockOf(shell, command, options.today), async ({ store, world, config }) => {
        const now = world.clock.now()
        const today = dayIn(config.timeZone, now)
        const at = now.toISOString()
        if (options.undo === true) {
          const taken = await store.units.together(() =>
            takeBackCover(store)({ from, to, by: OPERATOR, today, at }),
          )
          if (taken.status === 'nothing')
            command.error(`no cover of ${from} by ${to} was arranged today`, { exitCode: 1 })
          const days = taken.cover === undefined ? null : { first: taken.cover.from, last: taken.cover.until }
          if (options.json === true) return shell.out(JSON.stringify({ from, to, undone: true, again: days }))
          return shell.out(
            days === null
              ? `${to} does not look after the book of ${from}`
              : `${to} looks after the book of ${from} from ${days.first} to ${days.last}, as before`,
          )
        }
        if (options.until === undefined)
          command.error('--until is missing: the last day, YYYY-MM-DD', { exitCode: 2 })
        const last = parseDay(options.until)
        const first = options.since === undefined ? today : parseDay(options.since)
        if (last === undefined || first === undefined)
          command.error('--until and --since are days YYYY-MM-DD', { exitCode: 2 })
        const result = await store.units.together(() =>
          cover(store)({ from, to, first, last, by: OPERATOR, dryRun, today, at }),
        )
        if (result.status === 'unknown-manager')
          command.error(`no manager ${result.managerId}`, { exitCode: 2 })
        if (result.status !== 'covered') command.error(REFUSALS[result.status], { exitCode: 2 })
        if (options.json === true) return shell.out(JSON.stringify({ from, to, first, last, dryRun }))
        shell.out(
          `${to} ${dryRun ? 'would look' : 'looks'} after the book of ${from} from ${first} to ${last}`,
        )
      })
    })
}
