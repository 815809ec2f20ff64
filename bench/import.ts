import { execFileSync } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse'
import { readSampleWords } from '../src/adapters/files/sample-words.js'
import { fileSource } from '../src/adapters/files/table/byte-source.js'
import { openTable } from '../src/adapters/files/table/open-table.js'
import { openStore } from '../src/adapters/lowdb/store.js'
import { loadCalendar } from '../src/config/calendar.js'
import { loadPolicy } from '../src/config/policy.js'
import { day } from '../src/domain/day.js'
import { fillSample } from '../src/imports/fill-sample.js'
import { makeSample } from '../src/sample/make-sample.js'
import { writeTransactions } from './load/write-transactions.js'

const TODAY = day('2026-11-23')
const MANAGERS = 8
const CUSTOMERS = 4_000
const ROWS_READ = 200_000
const ROWS_IMPORTED = 1_000_000
const ROUNDS = 3
const CHILD = fileURLToPath(new URL('./import-process.js', import.meta.url))

/**
 * Rows a second that are read, typed and checked, against a loop that only splits the same file with csv-parse (best
 * of three each, taken in turns); and a million transactions imported into the real store by a process of its own.
 */
export async function benchImport(): Promise<Record<string, number>> {
  const folder = await mkdtemp(join(tmpdir(), 'daybook-bench-'))
  try {
    const home = join(folder, 'home')
    const customerIds = await fillHome(home)
    const small = join(folder, 'small.csv')
    await writeTransactions(small, ROWS_READ, customerIds, TODAY)
    const ours: number[] = []
    const bare: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(await timed(() => readTyped(small)))
      bare.push(await timed(() => readBare(small)))
    }
    const large = join(folder, 'large.csv')
    await writeTransactions(large, ROWS_IMPORTED, customerIds, TODAY)
    const told = execFileSync(process.execPath, [CHILD, home, large, TODAY], { encoding: 'utf8' })
    const { created, seconds, startMegabytes, peakMegabytes } = JSON.parse(told) as Record<string, number>
    return {
      rowsReadPerSecond: Math.round(ROWS_READ / Math.min(...ours)),
      bareCsvParseRowsPerSecond: Math.round(ROWS_READ / Math.min(...bare)),
      readToBare: round(Math.min(...bare) / Math.min(...ours)),
      millionRowsCreated: created!,
      millionRowsSeconds: round(seconds!),
      millionRowsPerSecond: Math.round(created! / seconds!),
      megabytesBeforeMillion: Math.round(startMegabytes!),
      peakMegabytesOfMillion: Math.round(peakMegabytes!),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function fillHome(home: string): Promise<readonly string[]> {
  let ids = 0
  const store = await openStore(home, {
    log: { warn: () => {} },
    newId: () => `id${++ids}`,
    now: () => new Date(),
  })
  const sample = makeSample({
    managers: MANAGERS,
    customers: CUSTOMERS,
    seed: 1,
    today: TODAY,
    calendar: loadCalendar('data/calendar'),
    policy: loadPolicy('data/policy.json'),
    words: readSampleWords('data/sample'),
  })
  await fillSample(store.bank)(sample)
  await store.close()
  return sample.books.flatMap((book) => book.customers.map((customer) => customer.id))
}

async function readTyped(path: string): Promise<void> {
  const table = await openTable('transactions', fileSource(path), { today: TODAY })
  let rows = 0
  for await (const batch of table.batches()) rows += batch.rows.length
  if (rows !== ROWS_READ) throw new Error(`${rows} rows of ${ROWS_READ}`)
}

async function readBare(path: string): Promise<void> {
  let rows = 0
  for await (const _ of createReadStream(path).pipe(parse({ bom: true, from_line: 2 }))) rows++
  if (rows !== ROWS_READ) throw new Error(`${rows} rows of ${ROWS_READ}`)
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1_000
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
