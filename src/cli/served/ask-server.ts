import { connect, type Socket } from 'node:net'
import { shortNameOf } from '../../adapters/lowdb/lock/socket-name.js'
import type { Terminal } from '../shell.js'
import { socketOf } from './address.js'
import { jsonLines, sendLine } from './lines.js'
import { answerSchema, type Hello, helloSchema, PROTOCOL } from './protocol.js'

/** The process that serves the home says or does something this one cannot deal with. */
export class ServerTrouble extends Error {
  override readonly name = 'ServerTrouble'
}

/** What a command prints at once is longer than what it reads. */
const MAX_ANSWER_BYTES = 1024 * 1024 * 1024
const ANSWERS_WITHIN_MS = 30_000

/** Who serves the home; undefined where nobody does. @throws ServerTrouble */
export async function whoServes(home: string): Promise<Hello | undefined> {
  const call = await callServer(home)
  call?.socket.destroy()
  return call?.hello
}

/**
 * Runs a command in the process that serves the home, as if it ran in this one.
 *
 * @returns its exit code; undefined where nobody serves the home
 * @throws ServerTrouble
 */
export async function runServed(
  home: string,
  command: { readonly argv: readonly string[]; readonly folder: string },
  { input, output, error }: Terminal,
): Promise<number | undefined> {
  const call = await callServer(home)
  if (call === undefined) return undefined
  const { socket, lines } = call
  const isTerminal = {
    input: input.isTTY === true,
    output: output.isTTY === true,
    error: error.isTTY === true,
  }
  sendLine(socket, { ...command, isTerminal })
  const typed = piecesOf(input)
  try {
    for await (const line of lines) {
      const answer = answerSchema.parse(line)
      if ('out' in answer) output.write(answer.out)
      else if ('err' in answer) error.write(answer.err)
      else if ('exit' in answer) return answer.exit
      else
        void typed.next().then(
          (piece) => sendLine(socket, { input: piece }),
          () => sendLine(socket, { input: null }), // it cannot be read any more
        )
    }
  } catch {
    // what follows says all there is to say
  } finally {
    socket.destroy()
    typed.end()
  }
  throw new ServerTrouble('the process that serves the home ended before the command did')
}

interface Call {
  readonly socket: Socket
  readonly lines: AsyncGenerator<unknown>
  readonly hello: Hello
}

async function callServer(home: string): Promise<Call | undefined> {
  const socket = await connectTo(home)
  if (socket === undefined) return undefined
  socket.setTimeout(ANSWERS_WITHIN_MS, () => socket.destroy(new ServerTrouble()))
  const lines = jsonLines(socket, MAX_ANSWER_BYTES)
  const first = await lines.next().catch(() => undefined)
  socket.setTimeout(0)
  if (first === undefined || first.done === true) {
    socket.destroy()
    throw new ServerTrouble('the process that serves the home does not answer')
  }
  const hello = helloSchema.safeParse(first.value)
  if (hello.success && hello.data.daybook === PROTOCOL) return { socket, lines, hello: hello.data }
  socket.destroy()
  throw new ServerTrouble('the home is served by another version of Daybook; start it anew')
}

async function connectTo(home: string): Promise<Socket | undefined> {
  const short = await shortNameOf(socketOf(home)).catch(() => undefined) // there is no such folder
  if (short === undefined) return undefined
  try {
    return await new Promise((resolve) => {
      const socket = connect(short.name)
      socket.once('connect', () => resolve(socket))
      socket.once('error', () => resolve(undefined))
    })
  } finally {
    await short.close()
  }
}

/** Reads only when it is asked to, so that what stands after this command in a pipe is left to others. */
function piecesOf(input: Terminal['input']): { next(): Promise<string | null>; end(): void } {
  let pieces: AsyncIterator<unknown> | undefined
  return {
    async next() {
      if (pieces === undefined) {
        input.setEncoding('utf8')
        pieces = input[Symbol.asyncIterator]()
      }
      const { done, value } = await pieces.next()
      return done === true ? null : String(value)
    },
    end() {
      if (pieces !== undefined) input.destroy()
    },
  }
}
