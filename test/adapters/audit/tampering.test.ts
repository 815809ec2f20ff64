import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSigner, readCheckpoints } from '../../../src/adapters/audit/signing.js'
import { memoryDisk } from '../../../src/adapters/lowdb/files/memory-disk.js'
import type { Home } from '../../../src/adapters/lowdb/home.js'
import { followJournal, JOURNAL_START } from '../../../src/adapters/lowdb/journal-check.js'
import { openStore } from '../../../src/adapters/lowdb/store.js'
import type { JournalPlace } from '../../../src/ports/audit.js'
import { homeOptions } from '../lowdb/homes.js'

const HOME = '/home-of-daybook'
const LINES = 1_000
const FILE = join(HOME, 'journal', '2026-11.jsonl')

/** The journal as it was written, line by line without their ends, and how far it went then. */
let lines: readonly Buffer[]
let end: JournalPlace
/** How far it went after so many lines. */
let places: JournalPlace[]

beforeAll(async () => {
  const disk = memoryDisk()
  const store = await openStore(HOME, homeOptions({ disk }))
  await Promise.all(
    Array.from({ length: LINES }, (_, n) =>
      store.journal.append({
        at: new Date(Date.UTC(2026, 10, 23, 1, 0, n)).toISOString(),
        managerId: `M${n % 7}`,
        act: n % 3 === 0 ? 'brief.view' : 'customer.find',
        customerIds: [`C${n}`],
      }),
    ),
  )
  end = await store.journal.end()
  await store.close()
  lines = splitLines(await disk.read(FILE))
  places = [JOURNAL_START]
  for (const line of lines) {
    const { size } = places.at(-1)!
    const head = createHash('sha256').update(line).digest('hex')
    places.push({ lines: places.length, head, month: '2026-11', size: size + line.length + 1 })
  }
})

function splitLines(bytes: Buffer): readonly Buffer[] {
  return bytes
    .toString('latin1')
    .split('\n')
    .slice(0, -1)
    .map((line) => Buffer.from(line, 'latin1'))
}

const joined = (all: readonly Buffer[]) => Buffer.concat(all.flatMap((line) => [line, Buffer.from('\n')]))

/** Where the first break is, of a journal of these bytes; undefined where none is seen. */
async function firstBreak(bytes: Buffer, since = JOURNAL_START, signed = end): Promise<string | undefined> {
  const disk = memoryDisk(new Map([[FILE, bytes]]))
  const home = { path: HOME, disk } as unknown as Home // a check reads the disk alone
  const { breaks } = await followJournal(home, since, [signed])
  const [first] = breaks
  return first === undefined ? undefined : `${first.line} ${first.problem}`
}

type Tamper = (all: readonly Buffer[], n: number) => Buffer

/**
 * Lines are tampered with in the midst of their neighbours, signed behind them; every hundredth, and the last, in the whole.
 *
 * @param step of how many lines one is tried, and the last in any case
 * @returns the numbers of the lines, from 1, at which it is not seen
 */
async function unseen(tamper: Tamper, upTo = LINES, step = 1): Promise<readonly number[]> {
  const missed = new Set<number>()
  for (let n = 0; n < upTo; n += n === upTo - 1 ? 1 : Math.min(step, upTo - 1 - n)) {
    const to = Math.min(n + 4, LINES)
    const near = tamper(lines.slice(0, to), n)
    if ((await firstBreak(near, places[Math.max(0, n - 2)], places[to])) === undefined) missed.add(n + 1)
    const isTriedWhole = n % 100 === 0 || n === upTo - 1
    if (isTriedWhole && (await firstBreak(tamper(lines, n))) === undefined) missed.add(n + 1)
  }
  return [...missed]
}

function withByte(all: readonly Buffer[], n: number, at: number, bit: number): Buffer {
  const bytes = joined(all)
  const place = places[n]!.size + at
  bytes[place] = bytes[place]! ^ (1 << bit)
  return bytes
}

describe('a journal of 1,000 lines shows every touch', () => {
  it('holds as it was written', async () => {
    expect(lines).toHaveLength(LINES)
    expect(places[LINES]).toEqual(end)
    expect(await firstBreak(joined(lines))).toBeUndefined()
  })

  it('a byte of any line changed, its end as well', async () => {
    // Another place in each line, so that every field is hit; each eleventh time the end of the line.
    const place = (n: number) => (n % 11 === 0 ? lines[n]!.length : (n * 37) % lines[n]!.length)
    expect(await unseen((all, n) => withByte(all, n, place(n), n % 7))).toEqual([])
  })

  it.each([0, 499, 999])('every byte of line %i changed', async (n) => {
    const missed: number[] = []
    const to = Math.min(n + 4, LINES)
    for (let at = 0; at <= lines[n]!.length; at++) {
      const bytes = withByte(lines.slice(0, to), n, at, at % 8)
      const first = await firstBreak(bytes, places[Math.max(0, n - 2)], places[to])
      if (first === undefined) missed.push(at)
    }
    expect(missed).toEqual([])
  })

  it.each<[string, Tamper, number]>([
    ['a line taken out', (all, n) => joined(all.toSpliced(n, 1)), LINES],
    [
      'a line put in, though it names the line before it',
      (all, n) => joined(all.toSpliced(n, 0, all[n]!)),
      LINES,
    ],
    [
      'two neighbours changed about',
      (all, n) => joined(all.with(n, all[n + 1]!).with(n + 1, all[n]!)),
      LINES - 1,
    ],
    ['everything from a line on cut off', (all, n) => joined(all.slice(0, n)), LINES],
    [
      'everything from the middle of a line on cut off',
      (all, n) => Buffer.concat([joined(all.slice(0, n)), all[n]!.subarray(0, all[n]!.length >> 1)]),
      LINES,
    ],
  ])('%s', async (_, tamper, upTo) => {
    expect(await unseen(tamper, upTo, 5)).toEqual([])
  })

  it.each<[string, () => Buffer, string]>([
    [
      'a changed line by the one after it',
      () => joined(lines.with(41, Buffer.from(lines[41]!.toString().replace('M6', 'M5')))),
      '43 does not follow',
    ],
    ['a line put in as out of place', () => joined(lines.toSpliced(41, 0, lines[40]!)), '42 out of place'],
    ['a cut end as missing', () => joined(lines.slice(0, 990)), '990 missing'],
    ['a line that is none', () => joined(lines.toSpliced(5, 0, Buffer.from('never'))), '6 not JSON'],
  ])('names %s', async (_, bytes, says) => {
    expect(await firstBreak(bytes())).toBe(says)
  })
})

describe('the verifier of the auditor, which needs nothing of the program', () => {
  let folder: string
  let checkpoint: string

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'daybook-audit-'))
    const signer = await openSigner(join(folder, 'key.pem'), true)
    checkpoint = signer.line(end, '2026-11-23T02:00:00.000Z')
    mkdirSync(join(folder, 'journal'))
    writeFileSync(join(folder, 'public-key.pem'), signer.publicKeyPem)
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  function verified(all: readonly Buffer[], checkpoints = checkpoint) {
    writeFileSync(join(folder, 'journal', '2026-11.jsonl'), joined(all))
    writeFileSync(join(folder, 'checkpoints.jsonl'), `${checkpoints}\n`)
    const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/verify-audit.mjs', folder], {
      encoding: 'utf8',
    })
    return { status, said: `${stderr}${stdout}`.replaceAll(folder, '') }
  }

  it('finds a journal whole that is', () => {
    expect(verified(lines)).toMatchObject({ status: 0, said: expect.stringMatching(/1000 lines.*\nWHOLE/) })
  })

  it.each<[string, () => readonly Buffer[], RegExp]>([
    [
      'a changed line',
      () => lines.with(7, Buffer.from(lines[7]!.toString().replace('C7', 'C8'))),
      /:9: does not follow/,
    ],
    [
      'a changed last line',
      () => lines.with(999, Buffer.from(lines[999]!.toString().replace('C999', 'C998'))),
      /:1000: not the line that was signed/,
    ],
    ['a line taken out', () => lines.toSpliced(500, 1), /:501: does not follow/],
    ['a cut end', () => lines.slice(0, 900), /100 lines are missing at least: 1000 were signed/],
  ])('finds %s', (_, all, says) => {
    expect(verified(all())).toMatchObject({ status: 1, said: expect.stringMatching(says) })
  })

  it('finds a checkpoint that was made to fit', () => {
    const forged = checkpoint.replace('"lines":1000', '"lines":900')
    expect(verified(lines.slice(0, 900), forged).said).toMatch(/:1: not signed with/)
    expect(readCheckpoints([forged], readFileSync(join(folder, 'public-key.pem'), 'utf8'))).toEqual({
      good: [],
      bad: 1,
    })
  })

  it('is used wrongly with exit code 2', () => {
    expect(spawnSync(process.execPath, ['bin/verify-audit.mjs', '/nowhere']).status).toBe(2)
  })
})
