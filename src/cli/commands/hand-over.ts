import { Command, Option } from 'commander'
import { dayIn } from '../../domain/day.js'
import { OPERATOR } from '../../imports/operator.js'
import { customerReply } from '../../messaging/cards/customers/customer-card.js'
import { type HandOverRefusal, handOver, takeBackHandOver } from '../../usecases/branch/hand-over.js'
import { clockOf, managerOf, type Shell, withDaybook } from '../shell.js'

interface Options {
  readonly from: string
  readonly to: string
  readonly customers?: readonly string[]
  readonly dryRun?: boolean
  readonly undo?: boolean
  readonly cards?: boolean
  readonly today?: string
  readonly json?: boolean
}

/** `hand-over --from M --to N`: customers go to another manager of the branch with everything that is theirs. */
export function handOverCommand(shell: Shell): Command {
  return new Command('hand-over')
    .description(
      "moves customers to another manager's book of the same branch, with history, promises, plans",
    )
    .requiredOption('--from <manager>', 'whose customers they are')
    .requiredOption('--to <manager>', 'whose they will be')
    .option('--customers <ids...>', 'some of them; the whole book where none are named')
    .addOption(new Option('--dry-run', 'says who would be moved and moves nobody').conflicts('undo'))
    .addOption(
      new Option('--undo', 'takes back the last one of today between the two').conflicts('customers'),
    )
    .option('--cards', 'prints a handover card a customer')
    .option('--today <day>', 'the day it is, YYYY-MM-DD')
    .option('--json', 'the result as data')
    .action(async (options: Options, command: Command) => {
      await withDaybook(shell, clockOf(shell, command, options.today), async (daybook) => {
        const { store, world, policy, calendar } = daybook
        const { from, to, customers, dryRun = false } = options
        const receiver = managerOf(daybook, command, to)
        const now = world.clock.now()
        const today = dayIn(receiver.timeZone, now)
        const input = { from, to, by: OPERATOR, today, at: now.toISOString() }
        if (options.undo === true) {
          const taken = await takeBackHandOver(store)(input)
          if (taken.status === 'nothing')
            command.error(`nothing was handed over from ${from} to ${to} today`, { exitCode: 1 })
          const ids = taken.customers.map((customer) => customer.id)
          if (options.json === true)
            return shell.out(JSON.stringify({ from, to, undone: ids, gone: taken.gone }))
          shell.out(`${ids.length} customers are back with ${from}`)
          if (taken.gone.length > 0) shell.out(`with somebody else by now: ${taken.gone.join(', ')}`)
          return
        }
        const result = await handOver(store)({
          ...input,
          dryRun,
          ...(customers === undefined ? {} : { customerIds: customers }),
        })
        if (result.status !== 'handed-over')
          command.error(reasonOf(result, from), { exitCode: result.status === 'not-in-book' ? 1 : 2 })
        if (options.json === true) {
          const ids = result.customers.map((customer) => customer.id)
          return shell.out(JSON.stringify({ from, to, customers: ids, dryRun }))
        }
        const moved = dryRun ? 'would move' : 'moved'
        shell.out(`${result.customers.length} customers ${moved} from ${from} to ${to}`)
        if (options.cards !== true) return
        const handedOverBy = store.managers.find(from)?.name ?? from
        for (const customer of result.customers) {
          const { text } = customerReply({
            customer,
            policy,
            calendar,
            locale: receiver.locale,
            today,
            handedOverBy,
          })
          shell.out(`\n${text}`)
        }
      })
    })
}

function reasonOf(refused: HandOverRefusal, from: string): string {
  switch (refused.status) {
    case 'unknown-manager':
      return `no manager ${refused.managerId}`
    case 'same-manager':
      return '--from and --to are the same manager'
    case 'other-branch':
      return 'the two are of different branches; a customer is shown to their own branch only'
    case 'no-book':
      return `${refused.managerId} is a branch head and keeps no book`
    case 'not-in-book':
      return `not in the book of ${from}: ${refused.customerIds.join(', ')}; nothing was moved`
  }
}
