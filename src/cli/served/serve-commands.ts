import { chmod, mkdir, rename, rm } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { basename, dirname, join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { shortNameOf } from '../../adapters/lowdb/lock/socket-name.js'
import type { Log } from '../../ports/ports.js'
import type { Terminal } from '../shell.js'
import { socketOf } from './address.js'
import { jsonLines, sendLine } from './lines.js'
import {
  type Hello,
  inputSchema,
  MAX_REQUEST_BYTES,
  PROTOCOL,
  type Request,
  requestSchema,
} from './protocol.js'

/** A command of someone at another terminal. */
export interface ServedCommand extends Pick<Request, 'argv' | 'folder'> {
  readonly terminal: Terminal
}

export interface ServeCommandsOptions {
  /** Absolute. */
  readonly home: string
  readonly hello: Omit<Hello, 'daybook'>
  /** Gives the exit code; an error is a bug. */
  readonly run: (command: ServedCommand) => Promise<number>
  readonly log: Log
}

const MOST_AT_ONCE = 32
const REQUEST_WITHIN_MS = 10_000
const OWNER_ONLY = 0o600
const OWNERS_FOLDER = 0o700

/** Takes commands on a home from its other processes until it is closed, which waits for those that were begun. */
export async function serveCommands(options: ServeCommandsOptions): Promise<{ close(): Promise<void> }> {
  const { home, log } = options
  const waiting = new Set<Socket>()
  const running = new Map<Promise<void>, { endInput(): void }>()

  const attend = async (socket: Socket): Promise<void> => {
    waiting.add(socket)
    socket.on('error', () => undefined) // who asked has gone; the command ends all the same
    socket.setTimeout(REQUEST_WITHIN_MS, () => socket.destroy())
    sendLine(socket, { daybook: PROTOCOL, ...options.hello })
    const lines = jsonLines(socket, MAX_REQUEST_BYTES)
    const first = await lines.next().finally(() => waiting.delete(socket))
    if (first.done === true) return // it was asked who serves the home, and no more
    const request = requestSchema.safeParse(first.value)
    if (!request.success) throw new TypeError('no request')
    socket.setTimeout(0)
    const { argv, folder, isTerminal } = request.data
    const terminal = terminalOver(socket, lines, isTerminal)
    const ended = options.run({ argv, folder, terminal }).then(
      (exit) => sendLine(socket, { exit }),
      (error: unknown) => {
        log.error('command.failed', error)
        sendLine(socket, { err: 'the command failed in the serving process; its log tells where\n' })
        sendLine(socket, { exit: 1 })
      },
    )
    running.set(ended, terminal)
    await ended.finally(() => running.delete(ended))
    socket.end()
  }

  const server = createServer((socket) => {
    attend(socket).catch((error: unknown) => {
      log.warn('command.refused', { why: error instanceof Error ? error.message : typeof error })
      socket.destroy()
    })
  })
  server.maxConnections = MOST_AT_ONCE
  const unlisten = await listenFor(server, home)
  return {
    async close() {
      const closed = unlisten()
      for (const socket of waiting) socket.destroy()
      for (const { endInput } of running.values()) endInput()
      await Promise.all(running.keys())
      await closed
    },
  }
}

/** Listens where only the owner of the home can reach it, from the first instant on. */
async function listenFor(server: Server, home: string): Promise<() => Promise<void>> {
  const socket = socketOf(home)
  if (process.platform === 'win32') {
    await listen(server, socket) // a pipe is its owner's by itself
    return () => closed(server)
  }
  const closet = join(dirname(socket), '.sock')
  await rm(closet, { recursive: true, force: true })
  await mkdir(closet, { mode: OWNERS_FOLDER })
  const made = join(closet, basename(socket))
  const short = await shortNameOf(made)
  try {
    await listen(server, short.name)
    await chmod(made, OWNER_ONLY)
    await rename(made, socket)
  } catch (error) {
    server.close()
    throw error
  } finally {
    await short.close()
    await rm(closet, { recursive: true, force: true })
  }
  return async () => {
    await rm(socket, { force: true })
    await closed(server)
  }
}

function listen(server: Server, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(name, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}

function terminalOver(
  socket: Socket,
  lines: AsyncGenerator<unknown>,
  isTerminal: Request['isTerminal'],
): Terminal & { endInput(): void } {
  let hasEnded = false
  const give = (piece: string | null) => {
    if (!hasEnded) input.push(piece)
    hasEnded ||= piece === null
  }
  const input = new Readable({
    encoding: 'utf8',
    read() {
      sendLine(socket, { wants: 'input' })
      lines.next().then(
        ({ done, value }) => give(done === true ? null : inputSchema.parse(value).input),
        () => give(null),
      )
    },
  })
  const output = new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      sendLine(socket, { out: String(chunk) })
      done()
    },
  })
  return {
    input: Object.assign(input, { isTTY: isTerminal.input }),
    output: Object.assign(output, { isTTY: isTerminal.output }),
    error: { isTTY: isTerminal.error, write: (text) => sendLine(socket, { err: text }) },
    endInput: () => give(null),
  }
}
