import { join, resolve } from 'node:path'
import { Command } from 'commander'
import { readSampleWords } from '../../../adapters/files/sample-words.js'
import { makeHome } from '../../../adapters/lowdb/home.js'
import { adminOf } from '../../../compose/admin.js'
import { type Server, startServer } from '../../../compose/app.js'
import type { Daybook } from '../../../compose/daybook.js'
import { createLog, logTo } from '../../../compose/log.js'
import { dataFolder, projectRoot } from '../../../compose/places.js'
import { dayIn } from '../../../domain/day.js'
import { fillSample } from '../../../imports/fill-sample.js'
import { makeSample } from '../../../sample/make-sample.js'
import { whoServes } from '../../served/ask-server.js'
import { type ServedCommand, serveCommands } from '../../served/serve-commands.js'
import type { Shell } from '../../shell.js'
import { tellError } from '../../tell-error.js'
import { PLAYGROUND_USER, type Playground, startPlayground } from './playground.js'

/** The invented branch of an empty home: two managers and their head. */
const SAMPLE = { managers: 2, customers: 240, seed: 7 } as const

/** `start`: the server until it is told to stop, with the Playground unless `--no-playground`. */
export function startCommand(shell: Shell): Command {
  return new Command('start')
    .description('the server, with a Teams-like chat in the browser')
    .option('--no-playground', 'the server alone')
    .action(async (options: { playground: boolean }) => {
      const { config, out } = shell
      const { home } = config
      await makeHome(home)
      const serving = config.databaseUrl === undefined ? await whoServes(home) : undefined
      if (serving !== undefined) {
        const { url, pid, since } = serving
        shell.err(`${home} is served already, at ${url}, by process ${pid} since ${since}`)
        return shell.fail()
      }
      // Someone who tries it out reads the screen; an operator collects standard error.
      const log = createLog(
        config.logLevel,
        logTo(options.playground ? join(home, 'daybook.log') : undefined),
      )
      const daybook = await shell.open({ log })
      if (config.bot.appId === '' && (await fillWithSample(daybook)))
        out('The home was empty: an invented branch has been put in, with customers dated around today.')

      const { problem } = adminOf(daybook)
      if (problem !== undefined) shell.err(problem)
      const server = await startServer(daybook)
      log.info('server.started', { url: server.url })
      const commands =
        config.databaseUrl === undefined ? await commandsFor(shell, daybook, server) : undefined
      let playground: Playground | undefined
      if (options.playground) {
        const endpoint = `${server.url}/api/messages`
        playground = await startPlayground({ endpoint, folder: projectRoot(), logFolder: home })
        out(`Daybook is ready. Open ${playground.url}`)
      } else out(`Daybook listens on ${server.url}`)

      await stopSignal()
      playground?.stop()
      await commands?.close()
      await server.stop()
      await daybook.close()
      log.info('server.stopped')
    })
}

/** Commands of other processes on this home; undefined, and said, where the file system knows no sockets. */
async function commandsFor(shell: Shell, daybook: Daybook, server: Server) {
  const { log } = daybook.world
  const since = shell.world.clock.now().toISOString()
  try {
    return await serveCommands({
      home: shell.config.home,
      hello: { url: server.url, pid: process.pid, since },
      run: (command) => runHere(shell, daybook, server, command),
      log,
    })
  } catch (error) {
    log.error('commands.not-served', error)
    return undefined
  }
}

/** The same command as at a terminal of its own, on the home as it is open. */
async function runHere(
  { config, commands }: Shell,
  daybook: Daybook,
  server: Server,
  { argv, folder, terminal }: ServedCommand,
): Promise<number> {
  const [name = ''] = argv
  const use = commands.homeUse(name)
  const err = (line: string) => void terminal.error.write(`${line}\n`)
  if (use === undefined) {
    err('this command is none for the process that serves the home')
    return 2
  }
  const exit = await commands
    .run(argv, {
      config,
      world: daybook.world,
      terminal,
      out: (line) => void terminal.output.write(`${line}\n`),
      err,
      file: (file) => resolve(folder, file),
      open: async (other) => daybook.within(other ?? {}),
    })
    .catch((error: unknown) => {
      daybook.world.log.error('command.failed', error, { command: name })
      err(tellError(error))
      return 1
    })
  if (use === 'writes') server.homeChanged()
  daybook.world.log.info('command.served', { command: name, exit })
  return exit
}

function fillWithSample({ store, calendar, policy, world, config }: Daybook): Promise<boolean> {
  if (store.managers.all().length > 0) return Promise.resolve(false)
  const today = dayIn(config.timeZone, world.clock.now())
  const words = readSampleWords(dataFolder('sample'))
  const sample = makeSample({
    ...SAMPLE,
    today,
    calendar,
    policy,
    words,
    aadObjectIds: { M101: PLAYGROUND_USER },
  })
  return fillSample(store.bank)(sample)
}

/** Resolves on the first request to stop; a second one ends the process where it stands. */
function stopSignal(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(1))
        done()
      })
    }
  })
}
