import { Command } from 'commander'
import { inboxOf } from '../../compose/intake.js'
import { type Shell, withDaybook } from '../shell.js'

/** `inbox`: takes in now what the nightly job would. Exit code 1 where a file was not taken. */
export function inboxCommand(shell: Shell): Command {
  return new Command('inbox')
    .description('takes in the files of inbox/ now, as the nightly job does')
    .option('--json', 'the files as data')
    .action(async (options: { json?: boolean }) => {
      await withDaybook(shell, undefined, async (daybook) => {
        const results = await inboxOf(daybook, async () => {})()
        if (results.some((r) => !r.taken)) shell.fail()
        if (options.json === true) return shell.out(JSON.stringify(results))
        for (const { name, taken, summary } of results)
          shell.out(`${taken ? 'done' : 'failed'} ${name}: ${summary}`)
      })
    })
}
