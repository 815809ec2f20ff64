import { Command } from 'commander'
import { dayIn } from '../domain/day.js'
import { customerReply } from '../messaging/cards/customers/customer-card.js'
import { handOver } from '../usecases/branch/hand-over.js'
import { managerOf, type Shell, withDaybook } from './shell.js'

interface Options {
  readonly from: string
  readonly to: string
  readonly customers?: readonly string[]
  readonly cards?: boolean
  readonly json?: boolean
}

/** `hand-over --from M --to N`: customers go to another manager with everything that is theirs. */
export function handOverCommand(shell: Shell): Command {
  return new Command('hand-over')
    .description("moves customers to another manager's book, with history, promises and plans")
    .requiredOption('--from <manager>', 'whose customers they are')
    .requiredOption('--to <manager>', 'whose they will be')
    .option('--customers <ids...>', 'some of them; the whole book where none are named')
    .option('--cards', 'prints a handover card a customer')
    .option('--json', 'the result as data')
    .action(async (options: Options, command: Command) => {
      await withDaybook(shell, undefined, async (daybook) => {
        const { store, world, policy, calendar } = daybook
        const { from, to, customers } = options
        const receiver = managerOf(daybook, command, to)
        const now = world.clock.now()
        const today = dayIn(receiver.timeZone, now)
        const result = await handOver(store)({
          from,
          to,
          today,
          at: now.toISOString(),
          ...(customers === undefined ? {} : { customerIds: customers }),
        })
        if (result.status === 'unknown-manager')
          command.error(`no manager ${result.managerId}`, { exitCode: 2 })
        if (result.status === 'same-manager')
          command.error('--from and --to are the same manager', { exitCode: 2 })
        if (result.status === 'not-in-book')
          command.error(`not in the book of ${from}: ${result.customerIds.join(', ')}; nothing was moved`, {
            exitCode: 1,
          })
        if (options.json === true) {
          const ids = result.customers.map((customer) => customer.id)
          return shell.out(JSON.stringify({ from, to, customers: ids }))
        }
        shell.out(`${result.customers.length} customers moved from ${from} to ${to}`)
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
