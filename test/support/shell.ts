import type { Command } from 'commander'
import type { Shell } from '../../src/cli/shell.js'
import type { Daybook } from '../../src/compose/daybook.js'
import { loadCalendar } from '../../src/config/calendar.js'
import { loadConfig } from '../../src/config/config.js'
import { loadPolicy } from '../../src/config/policy.js'
import { silentLog } from './log.js'
import type { TemporaryStore } from './temporary-store.js'

export interface CommandResult {
  readonly lines: readonly string[]
  /** As the process would end with. */
  readonly exitCode: number
}

/** Runs one command on a store, on the morning of 2026-11-23; files of its own go into `home`. */
export async function runCommand(
  make: (shell: Shell) => Command,
  store: TemporaryStore,
  home: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  const lines: string[] = []
  const config = { ...loadConfig(settings), home, timeZone: 'Asia/Shanghai' }
  const world = {
    clock: { now: () => new Date('2026-11-23T01:00:00Z') },
    timer: { wait: async () => {}, elapsedMs: () => performance.now() },
    newId: () => 'id',
    log: silentLog,
  }
  const rules = { policy: loadPolicy('data/policy.json'), calendar: loadCalendar('data/calendar') }
  // commands of files in and out read no messages
  const daybook = { config, world, store, ...rules, close: async () => {} } as unknown as Daybook
  let exitCode = 0
  const shell: Shell = {
    config,
    world,
    terminal: { input: process.stdin, output: process.stdout, error: { write: () => {} } },
    out: (line) => void lines.push(line),
    err: (line) => void lines.push(line),
    file: (name) => name,
    commands: { homeUse: () => undefined, run: async () => 2 },
    fail: () => {
      exitCode = 1
    },
    open: async () => daybook,
  }
  const command = quiet(make(shell))
  const ended = await command.parseAsync([...args], { from: 'user' }).then(
    () => exitCode,
    (error: { exitCode?: number }) => {
      if (error.exitCode === undefined) throw error
      return error.exitCode
    },
  )
  return { lines, exitCode: ended }
}

function quiet(command: Command): Command {
  command.exitOverride().configureOutput({ writeErr: () => {}, writeOut: () => {} })
  for (const inner of command.commands) quiet(inner)
  return command
}
