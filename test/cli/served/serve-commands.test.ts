import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { shortNameOf } from '../../../src/adapters/lowdb/lock/socket-name.js'
import { socketOf } from '../../../src/cli/served/address.js'
import { runServed, whoServes } from '../../../src/cli/served/ask-server.js'
import { MAX_REQUEST_BYTES } from '../../../src/cli/served/protocol.js'
import { type ServedCommand, serveCommands } from '../../../src/cli/served/serve-commands.js'
import { keptLog } from '../../support/log.js'
import { aTerminal } from './a-terminal.js'

const HELLO = { url: 'http://127.0.0.1:3978', pid: 77, since: '2026-11-23T01:00:00.000Z' }

let folder: string
let home: string
const closing: (() => Promise<void>)[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-socket-'))
  home = join(folder, 'home')
  mkdirSync(home)
})
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
  rmSync(folder, { recursive: true, force: true })
})

async function serve(run: (command: ServedCommand) => Promise<number>) {
  const log = keptLog()
  const served = await serveCommands({ home, hello: HELLO, run, log })
  closing.push(() => served.close())
  return { ...served, log }
}

const ask = (argv: readonly string[], terminal = aTerminal()) =>
  runServed(home, { argv, folder: '/somewhere' }, terminal)

/** What the server says to bytes that are sent as they are, until it hangs up. */
async function sendRaw(bytes: string | Buffer): Promise<string> {
  const { name, close } = await shortNameOf(socketOf(home))
  const socket = connect(name)
  await close()
  let said = ''
  socket.on('data', (chunk) => {
    said += chunk.toString()
  })
  socket.on('error', () => undefined)
  socket.write(bytes)
  await new Promise((resolve) => socket.once('close', resolve))
  return said
}

describe('serveCommands', () => {
  it('runs a command for whoever asks, and gives back what it says and its exit code', async () => {
    const asked: unknown[] = []
    await serve(async ({ argv, folder: of, terminal }) => {
      asked.push([argv, of])
      terminal.output.write('一\n')
      terminal.error.write('two\n')
      return 2
    })
    const terminal = aTerminal()
    expect(await ask(['ask', '谁到期'], terminal)).toBe(2)
    expect(asked).toEqual([[['ask', '谁到期'], '/somewhere']])
    expect(terminal.said).toEqual({ out: '一\n', err: 'two\n' })
  })

  it('says who it is to who asks no more than that', async () => {
    await serve(async () => 0)
    expect(await whoServes(home)).toEqual({ daybook: 1, ...HELLO })
  })

  it.each(['no home', 'no socket', 'a socket of a process that is gone', 'a file in its place'])(
    'nobody serves a home with %s',
    async (what) => {
      if (what === 'no home') rmSync(home, { recursive: true })
      if (what.startsWith('a file')) writeFileSync(socketOf(home), '')
      if (what.startsWith('a socket')) {
        const { close } = await serve(async () => 0)
        await close()
        closing.pop()
        expect(readdirSync(home)).toEqual([])
      }
      expect(await whoServes(home)).toBeUndefined()
      expect(await ask(['brief'])).toBeUndefined()
    },
  )

  it('takes the place of what a killed process left', async () => {
    mkdirSync(join(home, '.sock'))
    writeFileSync(socketOf(home), '')
    await serve(async () => 0)
    expect(await ask(['brief'])).toBe(0)
  })

  it('works in a folder whose name is too long for a socket', async () => {
    home = join(home, 'x'.repeat(120), 'y'.repeat(120))
    mkdirSync(home, { recursive: true })
    await serve(async () => 0)
    expect(await ask(['brief'])).toBe(0)
    expect(readdirSync(home)).toEqual(['daybook.sock'])
  })

  it('gives what is typed to the command that reads, piece by piece, and to no other', async () => {
    await serve(async ({ argv, terminal }) => {
      if (argv[0] !== 'chat') return 0
      for await (const piece of terminal.input) terminal.output.write(`[${String(piece)}]`)
      return 0
    })
    const unread = Readable.from(['left'])
    await ask(['brief'], aTerminal(unread))
    expect(unread.readableDidRead).toBe(false)
    const terminal = aTerminal(Readable.from(['谢', '谢']))
    await ask(['chat'], terminal)
    expect(terminal.said.out).toBe('[谢][谢]')
  })

  it.each([
    ['no JSON', 'GET / HTTP/1.1\r\n\r\n'],
    ['no request', '{}\n'],
    [
      'an empty command',
      '{"argv":[],"folder":"/","isTerminal":{"input":false,"output":false,"error":false}}\n',
    ],
    ['a line without an end', Buffer.alloc(MAX_REQUEST_BYTES + 2, 0x61)],
    ['a line that is too long', `"${'a'.repeat(MAX_REQUEST_BYTES)}"\n`],
  ])('hangs up on %s, and goes on', async (_, bytes) => {
    const { log } = await serve(async () => 0)
    expect((await sendRaw(bytes)).split('\n')).toHaveLength(2) // who it is, and no more
    expect(log.lines.map(({ event }) => event)).toEqual(['command.refused'])
    expect(await ask(['brief'])).toBe(0)
  })

  it('a command that fails by a bug is told of, and stops nothing', async () => {
    const { log } = await serve(async () => {
      throw new Error('陈立群 13800010001')
    })
    const terminal = aTerminal()
    expect(await ask(['brief'], terminal)).toBe(1)
    expect(terminal.said.err).toMatch(/^the command failed/)
    expect(terminal.said.err).not.toContain('陈立群')
    expect(log.lines.map(({ event }) => event)).toEqual(['command.failed'])
  })

  it('ends what is typed when it is closed, and waits for the command', async () => {
    let begun = false
    let ended = false
    const { close } = await serve(async ({ terminal }) => {
      begun = true
      for await (const _ of terminal.input);
      await new Promise(setImmediate)
      ended = true
      return 0
    })
    const asking = ask(['chat'], aTerminal(new PassThrough()))
    await expect.poll(() => begun).toBe(true)
    await close()
    expect(ended).toBe(true)
    expect(await asking).toBe(0)
  })

  it('goes on with a command whose user has gone', async () => {
    let finish = (): void => {}
    let ended = false
    await serve(async ({ terminal }) => {
      await new Promise<void>((resolve) => {
        finish = resolve
      })
      terminal.output.write('done')
      ended = true
      return 0
    })
    const { name, close } = await shortNameOf(socketOf(home))
    const socket = connect(name)
    await close()
    const request = {
      argv: ['import'],
      folder: '/',
      isTerminal: { input: false, output: false, error: false },
    }
    socket.write(`${JSON.stringify(request)}\n`)
    await expect.poll(() => finish.toString()).not.toContain('{}')
    socket.destroy()
    finish()
    await expect.poll(() => ended).toBe(true)
    expect(await whoServes(home)).toBeDefined()
  })
})
