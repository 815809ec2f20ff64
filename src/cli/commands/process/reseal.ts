import { Command } from 'commander'
import { resealHome } from '../../../adapters/lowdb/reseal.js'
import { sealingKeysOf } from '../../../compose/sealing.js'
import type { Shell } from '../../shell.js'

/** `reseal`: every document of the home anew with the key of `DAYBOOK_KEY_FILE`, or plain where there is none. */
export function resealCommand(shell: Shell): Command {
  return new Command('reseal')
    .description(
      'writes every document of a home that is not served anew: with the key of DAYBOOK_KEY_FILE, or plain',
    )
    .option('--json', 'how many were written, as data')
    .action(async ({ json }: { json?: boolean }) => {
      const { config, world } = shell
      const written = await resealHome(config.home, {
        log: world.log,
        newId: world.newId,
        now: () => world.clock.now(),
        keys: sealingKeysOf(config),
      })
      shell.out(json === true ? JSON.stringify({ written }) : `${written} documents written anew`)
    })
}
