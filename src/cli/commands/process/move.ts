import { createHash } from 'node:crypto'
import { Command, Option } from 'commander'
import { makeHome } from '../../../adapters/lowdb/home.js'
import { placeOf } from '../../../adapters/postgres/database-problem.js'
import { auditOf } from '../../../compose/audit.js'
import { openKept } from '../../../compose/kept.js'
import { OPERATOR } from '../../../imports/operator.js'
import type { Store } from '../../../ports/store.js'
import {
  MOVED_KINDS,
  type MovedKind,
  type MoveResult,
  moveStore,
} from '../../../usecases/moving/move-store.js'
import { ProgressBar } from '../../progress.js'
import type { Shell } from '../../shell.js'

interface Options {
  readonly to: 'postgres' | 'home'
  readonly json?: boolean
}

/** `move --to postgres|home`: all that is kept, from the files of the home to the database or back. */
export function moveCommand(shell: Shell): Command {
  return new Command('move')
    .description(
      'all that is kept, from the files of the home (DAYBOOK_HOME) to the database (DATABASE_URL) or back; the other side is empty before and the same after; run again, it goes on where it was stopped',
    )
    .addOption(
      new Option('--to <where>', 'where it is to be kept')
        .choices(['postgres', 'home'])
        .makeOptionMandatory(),
    )
    .option('--json', 'what was moved, as data')
    .action(async ({ to, json }: Options, command: Command) => {
      const { config, world } = shell
      const { databaseUrl, ...files } = config
      if (databaseUrl === undefined)
        command.error('move needs DATABASE_URL, whichever way it goes', { exitCode: 2 })
      await makeHome(config.home)
      const home = await openKept(files, world)
      try {
        const database = await openKept(config, world)
        try {
          const [from, into] = to === 'postgres' ? [home, database] : [database, home]
          const places = { home: config.home, postgres: `the database ${placeOf(databaseUrl)}` }
          await move(shell, from, into, { to: places[to], json: json === true })
        } finally {
          await database.close()
        }
      } finally {
        await home.close()
      }
    })
}

async function move(
  shell: Shell,
  from: Store,
  to: Store,
  how: { readonly to: string; readonly json: boolean },
): Promise<void> {
  const { world, config, terminal } = shell
  const bars = new Map<MovedKind, ProgressBar>()
  const result = await moveStore(from, to, {
    newHash: () => createHash('sha256'),
    progress(kind, done, of) {
      const bar = bars.get(kind) ?? new ProgressBar(kind, of, world.timer.elapsedMs, terminal.error)
      bars.set(kind, bar)
      bar.show(done)
    },
  })
  for (const bar of bars.values()) bar.end()
  if (result.status !== 'moved') {
    shell.err(refusal(result, how.to))
    return shell.fail()
  }
  const at = world.clock.now().toISOString()
  await to.journal.append({ at, managerId: OPERATOR, act: 'home.move' })
  await auditOf({ config, store: to, world }).noteMove()
  if (how.json) return shell.out(JSON.stringify({ to: how.to, resumed: result.resumed, kinds: result.sums }))
  for (const kind of MOVED_KINDS) shell.out(`${kind}: ${result.sums[kind].count}, the same on both sides`)
  shell.out(
    `Moved to ${how.to}. What it came from is untouched: keep it until you have looked, then remove it.`,
  )
}

function refusal(result: Exclude<MoveResult, { status: 'moved' }>, to: string): string {
  switch (result.status) {
    case 'not-empty':
      return `${to} holds something already, and a home is moved into an empty place only: nothing was changed`
    case 'journal-broken':
      return `line ${result.line} of the journal does not follow on the one before: run audit verify first; nothing was changed`
    case 'differs':
      return `not the same on both sides: ${result.kinds.join(', ')}; stop whatever serves either of them and run move again`
  }
}
