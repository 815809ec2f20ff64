import { Command } from 'commander'
import { parseDay } from '../../../domain/day.js'
import { unclearSince } from '../../../domain/unclear-phrase.js'
import { type Shell, withDaybook } from '../../shell.js'

/** `unclear [--since D]`: what managers said that was not understood, for whoever teaches the assistant. */
export function unclearCommand(shell: Shell): Command {
  return new Command('unclear')
    .description('what was said and not understood, the most frequent first')
    .option('--since <day>', 'only what was said since this day, YYYY-MM-DD')
    .option('--json', 'a list with one object a phrase')
    .action(async (options: { since?: string; json?: boolean }, command: Command) => {
      const since = options.since === undefined ? undefined : parseDay(options.since)
      if (options.since !== undefined && since === undefined)
        command.error(`--since is not a day YYYY-MM-DD: ${options.since}`, { exitCode: 2 })
      await withDaybook(shell, undefined, async ({ store }) => {
        const phrases = unclearSince(await store.unclear.all(), since)
        if (options.json === true) {
          shell.out(JSON.stringify(phrases))
          return
        }
        for (const { count, lastOn, text, nearest } of phrases)
          shell.out(
            `${count}×  ${lastOn}  ${text}  (${nearest.length === 0 ? 'near nothing' : nearest.join(', ')})`,
          )
        shell.out(`${phrases.length} ${phrases.length === 1 ? 'phrase' : 'phrases'}`)
      })
    })
}
