import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { HomeInUse } from './adapters/lowdb/lock/lock.js'
import { homeUse } from './cli/cli.js'
import { runCommand } from './cli/run-command.js'
import { runServed } from './cli/served/ask-server.js'
import type { Terminal } from './cli/shell.js'
import { tellError } from './cli/tell-error.js'
import type { World } from './compose/daybook.js'
import { createLog, logTo } from './compose/log.js'
import { loadConfig } from './config/config.js'

/** How long a process that has just taken the home may need until it serves it. */
const SERVES_WITHIN_MS = 15_000
const LOOK_EVERY_MS = 200

/** The process: settings in, one command, an exit code. */
async function main(): Promise<number> {
  const settings = loadConfig(process.env)
  const config = { ...settings, home: resolve(settings.home) }
  const world: World = {
    clock: { now: () => new Date() },
    timer: { wait: (ms) => wait(ms), elapsedMs: () => performance.now() },
    newId: () => randomUUID(),
    log: createLog(config.logLevel === 'info' ? 'warn' : config.logLevel, logTo()),
  }
  const terminal: Terminal = { input: process.stdin, output: process.stdout, error: process.stderr }
  const argv = process.argv.slice(2)
  // Commands on a database need nobody who serves it: any number of processes may have it open.
  const isOnHome = homeUse(argv[0]) !== undefined && config.databaseUrl === undefined
  const served = () => runServed(config.home, { argv, folder: process.cwd() }, terminal)

  const exit = isOnHome ? await served() : undefined
  if (exit !== undefined) return exit
  try {
    return await runCommand(argv, {
      config,
      world,
      terminal,
      out: (line) => void terminal.output.write(`${line}\n`),
      err: (line) => void terminal.error.write(`${line}\n`),
      file: (name) => name,
      open: async (other) =>
        (await import('./compose/daybook.js')).openDaybook(config, { ...world, ...other }),
    })
  } catch (error) {
    if (!(error instanceof HomeInUse) || !isOnHome) throw error
    terminal.error.write(`waiting for process ${error.pid}, which has ${config.home} open\n`)
    for (let waited = 0; waited < SERVES_WITHIN_MS; waited += LOOK_EVERY_MS) {
      await wait(LOOK_EVERY_MS)
      const late = await served()
      if (late !== undefined) return late
    }
    throw error
  }
}

// Whoever reads our output may have seen enough, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

try {
  process.exitCode = await main()
} catch (error) {
  process.stderr.write(`${tellError(error)}\n`)
  process.exitCode = 1
}
