import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { plainJavaScript } from '../../adapters/lowdb/kill/plain-javascript.js'

const ROOT = resolve(import.meta.dirname, '../../..')

export interface Ended {
  readonly exit: number | null
  readonly out: string
  readonly err: string
}

export interface RunOptions {
  /** The folder it is run in. */
  readonly folder?: string
  readonly input?: string
}

/** The program as a user starts it, each time in a process of its own, all on one home. */
export interface CommandLine {
  run(args: readonly string[], options?: RunOptions): Promise<Ended>
  /** `start`, until it serves. */
  serve(): Promise<ChildProcess>
  remove(): void
}

export async function aCommandLine(
  home: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<CommandLine> {
  const compiled = plainJavaScript(join(ROOT, 'src/main.ts'), `command-line-${process.pid}`)
  const built = dirname(dirname(compiled.entry))
  // In `dist` is what was learnt, so that no server of a test learns it again.
  for (const name of ['data', 'node_modules', 'dist'])
    if (!existsSync(join(built, name))) symlinkSync(join(ROOT, name), join(built, name))
  const env = {
    PATH: process.env.PATH,
    DAYBOOK_HOME: home,
    PORT: String(await aFreePort()),
    TIME_ZONE: 'Asia/Shanghai',
    ...settings,
  }
  const begin = (args: readonly string[], folder?: string) =>
    spawn(process.execPath, [compiled.entry, ...args], { env, ...(folder !== undefined && { cwd: folder }) })

  return {
    async run(args, { folder, input = '' } = {}) {
      const child = begin(args, folder)
      let [out, err] = ['', '']
      child.stdout.on('data', (chunk: Buffer) => {
        out += chunk.toString()
      })
      child.stderr.on('data', (chunk: Buffer) => {
        err += chunk.toString()
      })
      child.stdin.on('error', () => undefined).end(input) // a command need not read it
      await once(child, 'close')
      return { exit: child.exitCode, out, err }
    },
    async serve() {
      const child = begin(['start', '--no-playground'])
      let said = ''
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk: Buffer) => {
          said += chunk.toString()
        })
      while (!existsSync(join(home, 'daybook.sock')) || !said.includes('listens on')) {
        if (child.exitCode !== null) throw new Error(`the server ended: ${said}`)
        await wait(50)
      }
      return child
    },
    remove: compiled.remove,
  }
}

async function aFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return address.port
}
