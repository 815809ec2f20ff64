import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'

export interface Playground {
  /** The address to open in a browser. */
  readonly url: string
  stop(): void
}

/** The directory id of the person who sits at the Playground, as `.m365agentsplayground.yml` has it. */
export const PLAYGROUND_USER = '00000000-0000-4000-8000-000000000101'

const PORT = 56150
const STARTS_WITHIN_MS = 30_000

export interface PlaygroundOptions {
  /** Where the bot takes messages. */
  readonly endpoint: string
  /** The folder of `.m365agentsplayground.yml`. */
  readonly folder: string
  /** Where its own log goes. */
  readonly logFolder: string
}

/** The Playground cannot be had; told in one line. */
export class PlaygroundMissing extends Error {
  override readonly name = 'PlaygroundMissing'
}

/**
 * Starts the Microsoft 365 Agents Playground, a Teams-like chat in the browser.
 *
 * @throws PlaygroundMissing where it is not installed, as in production, or does not start.
 */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const cli = installed()
  const child = spawn(
    process.execPath,
    [cli, 'start', '-e', options.endpoint, '-c', 'msteams', '-p', String(PORT), '--dt', 'true'],
    {
      cwd: options.folder,
      stdio: ['ignore', 'pipe', 'ignore'],
      env: {
        ...process.env,
        TEAMSAPPTESTER_BROWSER: 'none',
        M365_AGENTS_PLAYGROUND_LOGFILE: join(options.logFolder, 'playground.log'),
      },
    },
  )
  // Whatever ends this process ends it too.
  process.once('exit', () => child.kill())
  const port = await listeningPort(child, options.logFolder)
  return { url: `http://localhost:${port}`, stop: () => void child.kill() }
}

function installed(): string {
  try {
    return createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js')
  } catch {
    throw new PlaygroundMissing(
      'The Playground is not installed here, as in production. Start the server alone: start --no-playground',
    )
  }
}

function listeningPort(child: ChildProcess, logFolder: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) =>
      reject(new PlaygroundMissing(`the Playground ${why}; see ${join(logFolder, 'playground.log')}`))
    const deadline = setTimeout(() => fail('did not start in time'), STARTS_WITHIN_MS)
    child.once('exit', (code) => fail(`ended with code ${code}`))
    child.stdout?.on('data', (chunk: Buffer) => {
      const port = /Listening on (\d+)/.exec(chunk.toString())?.[1]
      if (port === undefined) return
      clearTimeout(deadline)
      resolve(Number(port))
    })
  })
}
