import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

/** Real processes: what was compiled, in a home of their own. */
let home: string
let children: ChildProcess[] = []

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'daybook-process-'))
})

afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
  children = []
  rmSync(home, { recursive: true, force: true })
})

interface Ran {
  readonly code: number | null
  readonly printed: string
}

function run(command: string, args: readonly string[], env: Record<string, string>) {
  // What a test runs under is none of the process's business.
  const { npm_lifecycle_event: _, ...rest } = process.env
  const child = spawn(command, args, {
    env: { ...rest, DAYBOOK_HOME: home, LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let printed = ''
  const hear = (chunk: Buffer) => {
    printed += chunk.toString()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended: Promise<Ran> = once(child, 'close').then(([code]) => ({ code, printed }))
  return {
    child,
    ended,
    async says(pattern: RegExp): Promise<string> {
      for (;;) {
        const found = pattern.exec(printed)
        if (found !== null) return found[1] ?? found[0]
        if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}: ${printed}`)
        await wait(50)
      }
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // a server that listens on TCP has one
  server.close()
  await once(server, 'close')
  return port
}

const start = async (env: Record<string, string> = {}) =>
  run(process.execPath, ['bin/daybook.mjs', 'start', '--no-playground'], {
    PORT: String(await freePort()),
    ...env,
  })

/** A clone compiles first. */
const WITHIN_MS = 120_000

describe('what cannot start says so in one line', { timeout: WITHIN_MS }, () => {
  it('a port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo // a server that listens on TCP has one
    const { code, printed } = await (await start({ PORT: String(port) })).ended
    other.close()
    expect(printed).toContain(`127.0.0.1:${port}: another program listens there`)
    expect(printed).not.toMatch(/^\s+at /m)
    expect(code).toBe(1)
  })
})

describe('a signal to stop', { timeout: WITHIN_MS }, () => {
  it.skipIf(process.platform === 'win32')('to npm ends the server under it too', async () => {
    const port = await freePort()
    const npm = run('npm', ['run', '-s', 'daybook', '--', 'start', '--no-playground'], { PORT: String(port) })
    const url = await npm.says(/listens on (\S+)/)
    npm.child.kill('SIGTERM')
    await npm.ended
    // Whatever npm does about its shell, nobody listens a moment later.
    const listens = () =>
      fetch(`${url}/healthz`).then(
        () => true,
        () => false,
      )
    for (let tries = 0; tries < 100 && (await listens()); tries++) await wait(100)
    expect(await listens()).toBe(false)
  })
})
