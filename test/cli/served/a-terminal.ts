import { PassThrough, Readable } from 'node:stream'

/** A terminal that keeps what it is told; `input` is what is typed. */
export function aTerminal(input: Readable = Readable.from([])) {
  const said = { out: '', err: '' }
  const output = new PassThrough()
  output.on('data', (chunk: Buffer) => {
    said.out += chunk.toString()
  })
  return {
    said,
    input,
    output,
    error: {
      write: (text: string) => {
        said.err += text
      },
    },
  }
}
