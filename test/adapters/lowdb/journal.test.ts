import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../../../src/adapters/lowdb/store.js'
import type { Store } from '../../../src/ports/store.js'
import { aHomeFolder, aListeningLog, homeOptions } from './homes.js'
import { PowerCutDisk } from './power-cut-disk.js'

const NOVEMBER = '2026-11-23T01:00:00.000Z'
const DECEMBER = '2026-12-01T01:00:00.000Z'

let folder: ReturnType<typeof aHomeFolder>
let log: ReturnType<typeof aListeningLog>
let store: Store

const open = () => openStore(folder.path, homeOptions({ log }))
const file = (month: string) => join(folder.path, 'journal', `${month}.jsonl`)
/** The lines of a month, once they are in their place. */
const linesOf = async (month: string) => {
  await store.checkpoint()
  return readFileSync(file(month), 'utf8').trimEnd().split('\n')
}
const append = (act: string, at = NOVEMBER, to: Store = store) =>
  to.journal.append({ at, managerId: 'M1', act, customerIds: ['c1', 'c2'] })

beforeEach(async () => {
  folder = aHomeFolder()
  log = aListeningLog()
  store = await open()
})
afterEach(async () => {
  await store.close()
  folder.remove()
})

describe('the journal', () => {
  it('is one chain over months and restarts, a line an entry', async () => {
    await append('contact.log')
    await append('book.view', DECEMBER)
    await store.close()
    store = await open()
    await append('export.ledger', DECEMBER)
    expect(await linesOf('2026-11')).toHaveLength(1)
    expect((await linesOf('2026-12')).map((line) => (JSON.parse(line) as { act: string }).act)).toEqual([
      'book.view',
      'export.ledger',
    ])
    expect(await store.journal.verify()).toMatchObject({ lines: 3 })
  })

  it('keeps the order of asking, and shares a write among those who ask at once', async () => {
    const acts = Array.from({ length: 200 }, (_, at) => `act-${at}`)
    await Promise.all(acts.map((act) => append(act)))
    expect((await linesOf('2026-11')).map((line) => (JSON.parse(line) as { act: string }).act)).toEqual(acts)
    expect(await store.journal.verify()).toMatchObject({ lines: 200 })
  })

  it('takes the next entry though the one before has only just been written', async () => {
    for (let n = 0; n < 20; n++) await append(`act-${n}`)
    expect(await linesOf('2026-11')).toHaveLength(20)
  })

  it('does not go back to a month that is over, though a clock did', async () => {
    await append('late', DECEMBER)
    await append('later, by a clock set back', NOVEMBER)
    await store.checkpoint()
    expect(readdirSync(join(folder.path, 'journal'))).toEqual(['2026-12.jsonl'])
    expect(await store.journal.verify()).toMatchObject({ lines: 2 })
  })

  it.each<[string, (lines: string[]) => string[], number, string]>([
    ['a changed line', ([a, b, c]) => [a!, b!.replace('act-1', 'act-9'), c!], 3, 'does not follow'],
    ['a line taken out', ([a, , c]) => [a!, c!], 2, 'does not follow'],
    ['two lines changed about', ([a, b, c]) => [b!, a!, c!], 1, 'does not follow'],
    ['a line put in', ([a, b, c]) => [a!, '{"act":"never"}', b!, c!], 2, 'not JSON'],
    ['a first line taken away', ([, b, c]) => [b!, c!], 1, 'does not follow'],
  ])('shows %s', async (_, tamper, line, problem) => {
    for (let n = 0; n < 3; n++) await append(`act-${n}`)
    writeFileSync(file('2026-11'), `${tamper(await linesOf('2026-11')).join('\n')}\n`)
    expect((await store.journal.verify()).broken).toEqual({ file: file('2026-11'), line, problem })
  })

  it('has another head when its end was cut off', async () => {
    for (let n = 0; n < 3; n++) await append(`act-${n}`)
    const { head } = await store.journal.verify()
    writeFileSync(file('2026-11'), `${(await linesOf('2026-11')).slice(0, 2).join('\n')}\n`)
    const cut = await store.journal.verify()
    expect(cut).toMatchObject({ lines: 2 })
    expect(cut.head).not.toBe(head)
  })

  it.each([
    ['after whole lines', 2, '{"at":"2026-11-23T01:00'],
    ['of noughts', 2, '\0'.repeat(300)],
    ['longer than one look at the end', 2, 'x'.repeat(200_000)],
    ['that is all there is', 0, '{"at"'],
  ])('loses a torn end %s, says so, and goes on', async (_, whole, torn) => {
    for (let n = 0; n < whole; n++) await append(`act-${n}`)
    await store.close()
    appendFileSync(file('2026-11'), torn)
    store = await open()
    expect(log.heard).toEqual([
      { event: 'journal.torn', fields: { file: file('2026-11'), bytes: torn.length } },
    ])
    await append('after the stop')
    expect(await store.journal.verify()).toEqual({ lines: whole + 1, head: expect.any(String) as string })
  })

  it('follows on from the month before where the last file lost all it had', async () => {
    await append('act-0')
    await store.close()
    writeFileSync(file('2026-12'), '{"at"')
    store = await open()
    await append('act-1', DECEMBER)
    expect(await store.journal.verify()).toMatchObject({ lines: 2 })
    rmSync(file('2026-11'))
    expect((await store.journal.verify()).broken).toMatchObject({ file: file('2026-12'), line: 1 })
  })

  it('refuses an entry without an instant', async () => {
    await expect(append('act', 'yesterday')).rejects.toThrow('not an instant')
  })
})

describe('the journal on a failing disk', () => {
  const HOME = '/home-of-daybook'
  const openOn = (disk: PowerCutDisk) => openStore(HOME, homeOptions({ disk }))

  it.each([
    ['the first entry of a month', 0],
    ['a later one', 2],
  ])('tells who asked, keeps nothing of the entry, and takes the next: %s', async (_, before) => {
    for (let step = 1; step <= 2; step++) {
      for (const mishap of ['before', 'torn'] as const) {
        const disk = new PowerCutDisk()
        const failing = await openOn(disk)
        for (let n = 0; n < before; n++) await append(`act-${n}`, NOVEMBER, failing)
        disk.failAt(step, mishap, false)
        const told = await append('lost', NOVEMBER, failing).then(
          () => 1,
          () => 0,
        )
        if (told === 1) disk.revive()
        await append('next', NOVEMBER, failing)
        expect(await failing.journal.verify()).toMatchObject({ lines: before + told + 1 })
        expect(await failing.journal.verify()).not.toHaveProperty('broken')
        await failing.close()
      }
    }
  })

  it('keeps every acknowledged entry through a power cut', async () => {
    for (let step = 1; step < 12; step++) {
      for (const mishap of ['before', 'after', 'torn'] as const) {
        const disk = new PowerCutDisk()
        const doomed = await openOn(disk)
        disk.failAt(step, mishap, true)
        let acknowledged = 0
        for (let n = 0; n < 5; n++) {
          await append(`act-${n}`, n < 3 ? NOVEMBER : DECEMBER, doomed).then(
            () => acknowledged++,
            () => undefined,
          )
        }
        disk.cutPower(() => step % 2 === 0)
        const again = await openOn(disk)
        const check = await again.journal.verify()
        expect(check).not.toHaveProperty('broken')
        expect([acknowledged, acknowledged + 1]).toContain(check.lines)
      }
    }
  })
})
