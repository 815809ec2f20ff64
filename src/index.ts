import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { CommanderError } from 'commander'
import { daybookProgram } from './cli.js'
import { ConfigError, loadConfig } from './config/config.js'
import { DataFileError } from './config/data-file.js'
import type { World } from './daybook.js'
import { createLog, logTo } from './log.js'
import { HomeInUse } from './store/lowdb/lock.js'

/** What is told in one sentence; anything else is a bug and comes with its trace. */
const EXPECTED = [ConfigError, DataFileError, HomeInUse]

/** The process: settings in, one command, an exit code. */
async function main(): Promise<number> {
  const config = loadConfig(process.env)
  const world: World = {
    clock: { now: () => new Date() },
    timer: { wait: (ms) => wait(ms) },
    newId: () => randomUUID(),
    log: createLog(config.logLevel === 'info' ? 'warn' : config.logLevel, logTo()),
  }
  const program = await daybookProgram(process.argv[2], {
    config,
    world,
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    open: async (other) => (await import('./daybook.js')).openDaybook(config, { ...world, ...other }),
  })
  try {
    await program.parseAsync(process.argv)
    return process.exitCode === undefined ? 0 : Number(process.exitCode)
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    // Help and version end a command without having failed.
    return error.exitCode === 0 ? 0 : 2
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
  const isExpected = EXPECTED.some((kind) => error instanceof kind)
  const message =
    error instanceof Error ? (isExpected ? error.message : (error.stack ?? error.message)) : String(error)
  process.stderr.write(`${message}\n`)
  process.exitCode = 1
}
