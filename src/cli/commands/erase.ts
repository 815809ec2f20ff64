import { Command } from 'commander'
import { dayIn } from '../../domain/day.js'
import { eraseCustomer } from '../../usecases/customers/erase-customer.js'
import { type Shell, withDaybook } from '../shell.js'

interface Options {
  readonly yes?: boolean
  readonly dryRun?: boolean
  readonly json?: boolean
}

const NOT_TOUCHED =
  'not touched: backups, files in inbox/ and rejected/, files exported before; notes of other customers that name them'

/** `erase CUSTOMER --yes`: takes a customer out of everything but the journal and the sums of results (PIPL 47). */
export function eraseCommand(shell: Shell): Command {
  return new Command('erase')
    .description(
      'takes a customer out, for good: name, phone, facts, notes, links, history; the journal and the sums of results stay',
    )
    .argument('<customer>', 'the id')
    .option('--yes', 'really; it cannot be taken back')
    .option('--dry-run', 'says what would be taken out and takes out nothing')
    .option('--json', 'what was taken out, as data')
    .action(async (customerId: string, { yes = false, dryRun = false, json }: Options, command: Command) => {
      if (!yes && !dryRun)
        command.error('it cannot be taken back: look with --dry-run, then erase with --yes', { exitCode: 2 })
      await withDaybook(shell, undefined, async ({ store, config, world }) => {
        const now = world.clock.now()
        const today = dayIn(config.timeZone, now)
        const erasure = await eraseCustomer(store)({ customerId, dryRun, today, at: now.toISOString() })
        if (erasure.status === 'unknown') command.error(`no customer ${customerId}`, { exitCode: 2 })
        const { known, on, conversations } = erasure
        if (json === true) {
          const wasErased = known === undefined
          return shell.out(
            JSON.stringify({ customer: customerId, dryRun, wasErased, on, ...known, conversations }),
          )
        }
        if (known === undefined)
          return shell.out(`${customerId} was erased on ${on}${dryRun ? '' : '; nothing is left half done'}`)
        const { managerId, contacts, agreements, facts, opportunities, links } = known
        shell.out(
          `${customerId} of ${managerId} ${dryRun ? 'would be erased' : 'is erased'}: name, profile, ${contacts} contacts, ` +
            `${agreements} agreements, ${facts} facts, ${opportunities} opportunities, ${links} links, ${conversations} conversations`,
        )
        shell.out('the journal and the sums of results stay, under the id; no import brings them back')
        shell.out(NOT_TOUCHED)
      })
    })
}
