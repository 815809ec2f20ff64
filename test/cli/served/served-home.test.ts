import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runServed } from '../../../src/cli/served/ask-server.js'
import { aCommandLine, type CommandLine, type Ended } from './a-command-line.js'
import { aTerminal } from './a-terminal.js'

const folder = mkdtempSync(join(tmpdir(), 'daybook-served-'))
const home = join(folder, 'home')
let line: CommandLine
let server: ChildProcess

beforeAll(async () => {
  line = await aCommandLine(home)
  server = await line.serve()
})
afterAll(() => {
  server.kill('SIGKILL')
  line.remove()
  rmSync(folder, { recursive: true, force: true })
})

/** A process of its own. */
const run = (args: readonly string[], input = '') => line.run(args, { folder, input })

/** What such a process does where the home is served, without starting one. */
async function ask(argv: readonly string[]): Promise<Ended> {
  const terminal = aTerminal()
  const exit = await runServed(home, { argv, folder }, terminal)
  return { exit: exit ?? null, ...terminal.said }
}

describe.sequential('beside a running server', () => {
  it.each([
    ['doctor', ['doctor'], 0, /✓ journal: .*the chain is whole/],
    ['brief', ['brief', '--manager', 'M101'], 0, /^M101 /],
    ['appointments', ['appointments', '--manager', 'M101'], 0, /^/],
    ['deliveries', ['deliveries'], 0, /0 sent/],
    ['unclear', ['unclear'], 0, /phrase/],
    ['inbox', ['inbox', '--json'], 0, /^\[\]$/m],
    ['import list', ['import', 'list', '--json'], 0, /^\[/],
    ['ask', ['ask', '谢谢', '--as', 'M101'], 0, /不客气/],
    ['ask in English', ['ask', 'thanks', '--as', 'M101'], 0, /welcome/i],
    ['sample', ['sample'], 1, /^$/],
    ['cover', ['cover', '--from', 'M101', '--to', 'M102', '--until', '2999-01-01'], 0, /M102 looks after/],
    ['hand-over to oneself', ['hand-over', '--from', 'M101', '--to', 'M101'], 2, /^$/],
    ['wrong use', ['brief'], 2, /^$/],
    ['help', ['export', '--help'], 0, /Usage: daybook export/],
  ] as const)('%s works', async (_, args, exit, says) => {
    const ended = await ask(args)
    expect(ended).toMatchObject({ exit, out: expect.stringMatching(says) })
    if (exit === 0) expect(ended.err).toBe('')
    else expect(ended.err).toMatch(/^[^\n]+\n(\(--help.*\n)?$/)
  })

  it('a process says and ends as the command does in the server', async () => {
    expect(await run(['brief', '--manager', 'M101'])).toMatchObject({
      exit: 0,
      err: '',
      out: expect.stringMatching(/^M101 /),
    })
    expect(await run(['brief'])).toMatchObject({ exit: 2, out: '', err: expect.stringMatching(/^[^\n]+\n/) })
    expect((await run(['calendar', '2026'])).out).toMatch(/^2026: \d+ working days/) // it needs no home
  })

  it('files are those of the folder that the command is given in', async () => {
    const exported = await ask(['export', 'general', '--manager', 'M101', '--out', 'book.csv'])
    expect(exported).toMatchObject({ exit: 0, err: '', out: expect.stringMatching(/^book\.csv: general/) })
    expect(statSync(join(folder, 'book.csv')).mode & 0o077).toBe(0)
    const back = await ask(['import', 'customers', 'book.csv', '--json'])
    expect(back.exit).toBe(0)
    expect(JSON.parse(back.out)).toMatchObject({ file: 'book.csv', rejected: [], created: 0 })
    expect((await ask(['import', 'customers', 'none.csv'])).err).toContain('no such file: none.csv')

    const file = '客户号,姓名,客户经理号\nC1,,M101\n'
    writeFileSync(join(folder, 'broken.csv'), file)
    const broken = await ask(['import', 'customers', 'broken.csv', '--errors', 'rejected.csv'])
    expect(broken.exit).toBe(1)
    expect(readFileSync(join(folder, 'rejected.csv'), 'utf8')).toContain('C1')
  })

  it('a chat reads what is typed, to its end', async () => {
    const { out, exit } = await run(['chat', '--as', 'M101', '--json'], '谢谢\n\nthanks\n')
    expect(exit).toBe(0)
    expect(out.trim().split('\n')).toHaveLength(2)
  })

  it('moves customers, and who gets them is to be told', async () => {
    const moved = await ask(['hand-over', '--from', 'M101', '--to', 'M102', '--json'])
    expect(moved).toMatchObject({ exit: 0, err: '' })
    const { customers } = JSON.parse(moved.out) as { customers: string[] }
    expect(customers.length).toBeGreaterThan(50)
    expect((await ask(['brief', '--manager', 'M101', '--json'])).out).toContain('"items":[]')
  })

  it('a second start says in one line where the home is served, and by whom', async () => {
    const { exit, out, err } = await run(['start', '--no-playground'])
    expect([exit, out]).toEqual([1, ''])
    expect(err).toMatch(
      new RegExp(
        `^${home} is served already, at http://127\\.0\\.0\\.1:\\d+, by process ${server.pid} since .*\n$`,
      ),
    )
  })

  it('only the owner reaches the socket, and nothing else of it is left in the home', () => {
    expect(statSync(join(home, 'daybook.sock')).mode & 0o777).toBe(0o600)
    expect(readdirSync(home)).not.toContain('.sock')
  })

  it('a server that is killed leaves nothing in the way: commands open the home themselves', async () => {
    server.kill('SIGKILL')
    await once(server, 'exit')
    expect(existsSync(join(home, 'daybook.sock'))).toBe(true)
    expect(await run(['unclear'])).toMatchObject({ exit: 0, err: '' })
    server = await line.serve()
    expect((await run(['start'])).err).toContain(`process ${server.pid}`)
  })

  it('a server that is told to stop takes its socket away and gives the home free', async () => {
    server.kill('SIGTERM')
    const [code] = (await once(server, 'exit')) as [number | null] // the event's own arguments
    expect(code).toBe(0)
    expect(readdirSync(home).filter((name) => name.includes('lock') || name.includes('sock'))).toEqual([])
    expect(await run(['unclear'])).toMatchObject({ exit: 0, err: '' })
  })
})
