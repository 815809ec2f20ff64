import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Disk, nodeDisk } from '../../../../src/adapters/lowdb/files/disk.js'
import { memoryDisk, memoryDiskOf } from '../../../../src/adapters/lowdb/files/memory-disk.js'
import { openStore } from '../../../../src/adapters/lowdb/store.js'
import { aCustomer } from '../../../support/customers.js'
import { aHomeFolder, homeOptions, openQuietly } from '../homes.js'

/** What the store relies on, of whichever disk; each step gives what came of it. */
const STEPS: readonly (readonly [string, (disk: Disk, at: (name: string) => string) => Promise<unknown>])[] =
  [
    ['reads what is not there', (disk, at) => disk.read(at('none'))],
    ['makes a file of pieces', (disk, at) => disk.create(at('a'), [Buffer.from('on'), Buffer.from('e')])],
    ['makes it a second time', (disk, at) => disk.create(at('a'), [Buffer.from('two')])],
    ['gives it a second name', (disk, at) => disk.duplicate(at('a'), at('b'))],
    ['gives the name of another', (disk, at) => disk.duplicate(at('a'), at('b'))],
    ['gives what is not there a name', (disk, at) => disk.duplicate(at('none'), at('c'))],
    ['adds to the end', (disk, at) => disk.append(at('log'), Buffer.from('0123456789'))],
    ['cuts', (disk, at) => disk.cut(at('log'), 4)],
    ['reads the end', async (disk, at) => String((await disk.readEnd(at('log'), 2)).bytes)],
    ['reads the end of nothing', async (disk, at) => (await disk.readEnd(at('none'), 2)).size],
    ['reads from the middle', async (disk, at) => String(await disk.readFrom(at('log'), 1, 2))],
    ['reads behind the end', async (disk, at) => String(await disk.readFrom(at('log'), 9, 2))],
    ['reads from what is not there', (disk, at) => disk.readFrom(at('none'), 0, 2)],
    ['renames over another', (disk, at) => disk.rename(at('log'), at('b'))],
    ['renames what is not there', (disk, at) => disk.rename(at('none'), at('b'))],
    [
      'keeps the contents',
      async (disk, at) => [String(await disk.read(at('a'))), String(await disk.read(at('b')))],
    ],
    ['lists', async (disk, at) => (await disk.list(at('.'))).toSorted()],
    ['removes', (disk, at) => disk.remove(at('a'))],
    ['removes what is not there', (disk, at) => disk.remove(at('a'))],
    ['lists what is left', async (disk, at) => (await disk.list(at('.'))).toSorted()],
  ]

async function outcomes(disk: Disk, folder: string): Promise<readonly unknown[]> {
  const at = (name: string) => join(folder, name)
  const all: unknown[] = []
  for (const [what, step] of STEPS) {
    const came = await step(disk, at).catch((error: { code?: string }) => error.code)
    all.push([what, came])
  }
  return all
}

describe('a disk in memory', () => {
  it('answers every step as the real one does', async () => {
    const folder = aHomeFolder()
    try {
      expect(await outcomes(memoryDisk(), folder.path)).toEqual(await outcomes(nodeDisk, folder.path))
    } finally {
      folder.remove()
    }
  })

  it('holds what the home held, and what is written to it is neither in the home nor in another copy', async () => {
    const folder = aHomeFolder()
    try {
      const store = await openQuietly(folder.path)
      const customers = [aCustomer('C001')]
      await store.bank.transact((draft) => draft.putBook({ managerId: 'M1', customers, changes: [] }))
      await store.close()

      const disk = await memoryDiskOf(nodeDisk, folder.path, ['bank', 'books', 'desks'])
      const other = disk.copy()
      const copied = await openStore(folder.path, homeOptions({ disk }))
      await copied.books.change('M1', (book) => ({
        book: { ...book, customers: book.customers.map((one) => ({ ...one, notes: 'new' })) },
        result: undefined,
      }))
      const names = (await copied.books.read('M1')).customers.map(({ notes }) => notes)
      await copied.close()
      expect(names).toEqual(['new'])

      for (const home of [
        await openStore(folder.path, homeOptions({ disk: other })),
        await openQuietly(folder.path),
      ]) {
        expect((await home.books.read('M1')).customers).toEqual(customers)
        await home.close()
      }
    } finally {
      folder.remove()
    }
  })
})
