import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'

/** Debian keeps a server's programs apart from those of its clients. */
const DEBIAN = '/usr/lib/postgresql'
const OWNER = 'daybook'

/** The folder of PostgreSQL's server programs; undefined where this machine has none, and then these tests are skipped. */
export const SERVER_PROGRAMS = findPrograms()

export const WITHOUT_SERVER = 'PostgreSQL is not installed here (initdb, postgres): this half is skipped'

if (SERVER_PROGRAMS === undefined) process.stderr.write(`${WITHOUT_SERVER}\n`)

export interface TestServer {
  /** A connection as the owner of everything. */
  urlOf(database: string): string
  /** An empty database of its own; gives its address. */
  newDatabase(): Promise<string>
  /** Ends the server as a power cut of its machine would, and starts it again on what it had made durable. */
  crash(): Promise<void>
  startAgain(): Promise<void>
  stop(): Promise<void>
}

let shared: Promise<TestServer> | undefined

/** One server for all files of this process; it ends with the process. */
export function theServer(): Promise<TestServer> {
  shared ??= startServer()
  return shared
}

/** A server of its own in a temporary folder, under another user where this one is root, whom PostgreSQL refuses. */
export async function startServer(how: { readonly isDurable?: boolean } = {}): Promise<TestServer> {
  const programs = SERVER_PROGRAMS
  if (programs === undefined) throw new Error(WITHOUT_SERVER)
  const folder = mkdtempSync(join(tmpdir(), 'daybook-pg-'))
  const user: Partial<User> = process.getuid?.() === 0 ? otherUser() : {}
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid ?? user.uid)
  const data = join(folder, 'data')
  const run = { ...user, cwd: folder, env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8' } }
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', OWNER, '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale=C.UTF-8'],
    { ...run, stdio: 'ignore' },
  )
  writeFileSync(
    join(data, 'postgresql.auto.conf'),
    [
      "listen_addresses = ''",
      `unix_socket_directories = '${folder}'`,
      'max_connections = 120',
      // What is tested here is who sees what, and processes that end; a bench has it on.
      `fsync = ${how.isDurable === true ? 'on' : 'off'}`,
      "deadlock_timeout = '100ms'",
      "log_min_messages = 'fatal'",
    ].join('\n'),
  )

  // The shell ends the server when this process goes, however it goes: then the pipe is closed.
  const start = async () => {
    const shell = spawn(
      'sh',
      [
        '-c',
        '"$0" -D "$1" >/dev/null 2>&1 & server=$!; read -r _; kill -QUIT $server; wait $server',
        join(programs, 'postgres'),
        data,
      ],
      { ...run, stdio: ['pipe', 'ignore', 'ignore'] },
    )
    shell.unref()
    const ended = new Promise<void>((resolve) => shell.once('exit', () => resolve()))
    await isUp(urlOf('postgres'))
    return async () => {
      shell.ref()
      shell.stdin.end('\n')
      await ended
    }
  }

  const urlOf = (database: string) => `postgresql://${OWNER}@/${database}?host=${encodeURIComponent(folder)}`
  let end = await start()
  let databases = 0
  return {
    urlOf,
    async newDatabase() {
      const name = `d${++databases}`
      await asOwner(urlOf('postgres'), (client) => client.query(`create database ${name}`))
      return urlOf(name)
    },
    crash: () => end(),
    async startAgain() {
      end = await start()
    },
    async stop() {
      await end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Runs `work` on a connection of its own. */
export async function asOwner<R>(url: string, work: (client: Client) => Promise<R>): Promise<R> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function isUp(url: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await asOwner(url, async () => {})
    } catch (error) {
      if (tries > 600) throw error
      await wait(50)
    }
  }
}

function findPrograms(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...versions.map((version) => join(DEBIAN, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ]
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))))
}

interface User {
  readonly uid: number
  readonly gid: number
}

function otherUser(): User {
  for (const name of ['postgres', 'nobody']) {
    try {
      const idOf = (which: '-u' | '-g') =>
        Number(execFileSync('id', [which, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
      return { uid: idOf('-u'), gid: idOf('-g') }
    } catch {} // this machine has no such user
  }
  throw new Error('root may not run PostgreSQL, and there is neither a user postgres nor nobody')
}
