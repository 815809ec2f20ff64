import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findCustomer } from '../../../../src/domain/book.js'
import { aHomeFolder, openQuietly } from '../homes.js'
import { mulberry32 } from '../random.js'
import { type PlainJavaScript, plainJavaScript } from './plain-javascript.js'
import { begun, CHAT, MOVER, NOTE, ownerAfter } from './story.js'

const HOMES = 12
const PROCESSES = 7

const folder = aHomeFolder()
const homes = Array.from({ length: HOMES }, (_, nth) => join(folder.path, `home-${nth}`))
const random = mulberry32(0x51c4)

interface Acknowledged {
  readonly last: Map<string, number>
  journalLines: number
}

/** What was acknowledged, by home: the last number of each act, and how many lines of the journal. */
const acknowledged = homes.map((): Acknowledged => ({ last: new Map(), journalLines: 0 }))

let compiled: PlainJavaScript | undefined

beforeAll(async () => {
  compiled = plainJavaScript(join(import.meta.dirname, 'writer.ts'), `kill-${process.pid}`)
  for (const home of homes) {
    const store = await openQuietly(home)
    await store.bank.transact(begun)
    await store.close()
  }
})
afterAll(() => {
  folder.remove()
  compiled?.remove()
})

it(`keeps every acknowledged entry, once, through ${HOMES * PROCESSES} writers killed while they write`, async () => {
  for (let round = 0; round < PROCESSES; round++) {
    await killAfter(start(), 1 + Math.floor(random() * 200))
    await Promise.all(homes.map((home, nth) => check(home, acknowledged[nth]!)))
  }
  for (const { last } of acknowledged) expect(last.get('move')).toBeGreaterThan(1)
}, 120_000)

function start() {
  return spawn(process.execPath, [compiled!.entry, ...homes], { stdio: ['ignore', 'pipe', 'inherit'] })
}

/** Kills the process when so many acts have been acknowledged and takes note of all that were. */
async function killAfter(child: ReturnType<typeof start>, acts: number): Promise<void> {
  let left = acts
  for await (const line of createInterface({ input: child.stdout })) {
    const [nth, act, n] = line.split(' ')
    const known = acknowledged[Number(nth)]!
    known.last.set(act!, Number(n))
    if (act === 'journal') known.journalLines++
    if (--left === 0) child.kill('SIGKILL')
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  expect(child.signalCode).toBe('SIGKILL')
}

async function check(home: string, known: Acknowledged): Promise<void> {
  const store = await openQuietly(home)
  const said = (act: string) => known.last.get(act) ?? 0

  const contacts = findCustomer(await store.books.read('M1'), 'c000')!.contacts.map((contact) =>
    Number(contact.id),
  )
  expect(contacts).toEqual(Array.from(contacts, (_, at) => at + 1))
  expect(contacts.length).toBeGreaterThanOrEqual(said('contact'))

  const { note, owner } = await store.bank.transact(async (draft) => ({
    note: Number((await draft.note(NOTE)) ?? 0),
    owner: draft.ownerOf(MOVER),
  }))
  expect(note).toBeGreaterThanOrEqual(said('move'))
  const holders = await Promise.all(
    ['M1', 'M2'].map(async (id) =>
      findCustomer(await store.books.read(id), MOVER) === undefined ? [] : [id],
    ),
  )
  expect(holders.flat(), `after move ${note}`).toEqual([ownerAfter(note)])
  expect(owner).toBe(ownerAfter(note))

  expect(Number((await store.conversations.read(CHAT)) ?? 0)).toBeGreaterThanOrEqual(said('chat'))
  const journal = await store.journal.verify()
  expect(journal.broken).toBeUndefined()
  expect(journal.lines).toBeGreaterThanOrEqual(known.journalLines)
  await store.close()
}
