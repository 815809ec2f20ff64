import type { Socket } from 'node:net'

const NEWLINE = 0x0a

/** Someone sends what is no line of the protocol. */
export class BadLine extends Error {
  override readonly name = 'BadLine'
}

/** The lines of a socket as JSON values, until it ends. @throws BadLine where one is longer or no JSON */
export async function* jsonLines(socket: Socket, maxBytes: number): AsyncGenerator<unknown> {
  let pieces: Buffer[] = []
  let size = 0
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    let from = 0
    for (let to = chunk.indexOf(NEWLINE); to >= 0; to = chunk.indexOf(NEWLINE, from)) {
      pieces.push(chunk.subarray(from, to))
      if (size + to - from > maxBytes) throw new BadLine('too long')
      yield jsonOf(Buffer.concat(pieces))
      pieces = []
      size = 0
      from = to + 1
    }
    pieces.push(chunk.subarray(from))
    size += chunk.length - from
    if (size > maxBytes) throw new BadLine('too long')
  }
}

export function sendLine(socket: Socket, value: unknown): void {
  if (socket.writable) socket.write(`${JSON.stringify(value)}\n`)
}

function jsonOf(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString())
  } catch {
    throw new BadLine('no JSON') // the parser's own message quotes the line
  }
}
