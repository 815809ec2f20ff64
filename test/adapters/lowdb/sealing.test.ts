import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type SealingKeys, sealingKey } from '../../../src/adapters/lowdb/files/cover.js'
import { lookIntoHome } from '../../../src/adapters/lowdb/look-into-home.js'
import { resealHome } from '../../../src/adapters/lowdb/reseal.js'
import { openStore } from '../../../src/adapters/lowdb/store.js'
import type { Store } from '../../../src/ports/store.js'
import { aCustomer } from '../../support/customers.js'
import { aHomeFolder, aListeningLog, homeOptions } from './homes.js'

const FIRST = sealingKey(randomBytes(32))
const SECOND = sealingKey(randomBytes(32))
const NAME = '独一无二的名字'

let folder: ReturnType<typeof aHomeFolder>
let log: ReturnType<typeof aListeningLog>

beforeEach(() => {
  folder = aHomeFolder()
  log = aListeningLog()
})
afterEach(() => folder.remove())

const open = (keys?: SealingKeys) =>
  openStore(folder.path, homeOptions({ log, ...(keys === undefined ? {} : { keys }) }))
const book = () => join(folder.path, 'books', '+m1.json')
const nameIn = async (store: Store) => (await store.books.read('M1')).customers[0]?.name

async function fill(keys?: SealingKeys, name = NAME): Promise<void> {
  const store = await open(keys)
  await store.bank.transact(async (draft) => {
    await draft.putBook({ managerId: 'M1', customers: [aCustomer('C1', { name })], changes: [] })
  })
  await store.close()
}

/** Whether the name stands anywhere in the home. */
function isReadable(): boolean {
  return readdirSync(folder.path, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .some((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8').includes(NAME))
}

describe('a home with a key', () => {
  it('holds no name that can be read, in its log as little as in its files', async () => {
    await fill({ present: FIRST, former: [] })
    const store = await open({ present: FIRST, former: [] })
    await store.books.change('M1', (before) => ({
      book: { ...before, customers: before.customers.map((c) => ({ ...c, nickname: NAME })) },
      result: undefined,
    }))
    expect(isReadable()).toBe(false)
    expect(await nameIn(store)).toBe(NAME)
    await store.close()
    expect(isReadable()).toBe(false)
  })

  it('reads what a killed process left in the log alone', async () => {
    await fill({ present: FIRST, former: [] })
    const store = await open({ present: FIRST, former: [] })
    await store.conversations.write('chat', { at: 'a step' })
    const copy = aHomeFolder()
    execFileSync('cp', ['-r', `${folder.path}/.`, copy.path])
    await store.close()
    const revived = await openStore(copy.path, homeOptions({ keys: { present: FIRST, former: [] } }))
    expect(await revived.conversations.read('chat')).toEqual({ at: 'a step' })
    await revived.close()
    copy.remove()
  })

  it('that is missing opens nothing, and puts no older generation in the place of what it cannot read', async () => {
    await fill() // plain
    await fill({ present: FIRST, former: [] }, 'later') // with the plain one as the generation before
    const store = await open()
    await expect(store.books.read('M1')).rejects.toThrow(/sealed with key [0-9a-f]{32}, which is not given/)
    await store.close()
    const again = await open({ present: FIRST, former: [] })
    expect(await nameIn(again)).toBe('later')
    await again.close()
  })

  it('begins on a plain home, and is changed: reseal writes everything anew, once', async () => {
    await fill()
    expect(isReadable()).toBe(true)
    expect(
      await resealHome(folder.path, homeOptions({ keys: { present: FIRST, former: [] } })),
    ).toBeGreaterThan(0)
    expect(isReadable()).toBe(false)
    const changing = { present: SECOND, former: [FIRST] }
    expect(await resealHome(folder.path, homeOptions({ keys: changing }))).toBeGreaterThan(0)
    expect(await resealHome(folder.path, homeOptions({ keys: changing }))).toBe(0)
    const { documents } = await lookIntoHome(folder.path, { present: SECOND, former: [] })
    expect(documents).toMatchObject({ otherKey: 0, sealed: documents.all })
    const store = await open({ present: SECOND, former: [] })
    expect(await nameIn(store)).toBe(NAME)
    await store.close()
    await resealHome(folder.path, homeOptions({ keys: { former: [SECOND] } }))
    expect(isReadable()).toBe(true)
  })

  it('takes a sealed file that was tampered with for damaged, and says so', async () => {
    await fill({ present: FIRST, former: [] })
    const bytes = readFileSync(book())
    bytes[bytes.length - 40] = bytes.at(-40)! ^ 1
    writeFileSync(book(), bytes)
    expect((await lookIntoHome(folder.path, { present: FIRST, former: [] })).byHand).toEqual([
      'books/+m1.json',
    ])
  })
})

describe('a book that was corrected by hand', () => {
  const correct = () => writeFileSync(book(), readFileSync(book(), 'utf8').replace(NAME, '别的名字'))

  it('is found as it lies there', async () => {
    await fill()
    expect((await lookIntoHome(folder.path)).byHand).toEqual([])
    correct()
    expect((await lookIntoHome(folder.path)).byHand).toEqual(['books/+m1.json'])
  })

  it('is taken for what it says, and what stood there is kept for whoever asks', async () => {
    await fill()
    correct()
    const store = await open()
    expect(await nameIn(store)).toBe('别的名字')
    expect(log.heard).toMatchObject([{ event: 'store.changed-by-hand' }])
    await store.close()
    const { byHand } = await lookIntoHome(folder.path)
    expect(byHand).toEqual([expect.stringMatching(/^books\/\+m1\.json\.by-hand-20261123T010000Z/)])
    const again = await open()
    expect(await nameIn(again)).toBe('别的名字')
    await again.close()
    expect((await lookIntoHome(folder.path)).byHand).toHaveLength(1)
    renameSync(join(folder.path, byHand[0]!), join(folder.path, 'settled'))
    expect((await lookIntoHome(folder.path)).byHand).toEqual([])
  })
})
