import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Collection } from '../../../src/adapters/lowdb/collection.js'
import { CommitLog } from '../../../src/adapters/lowdb/commit-log.js'
import { smallKind } from '../../../src/adapters/lowdb/document.js'
import { openHome } from '../../../src/adapters/lowdb/home.js'
import { FileJournal } from '../../../src/adapters/lowdb/journal.js'
import { Locks } from '../../../src/adapters/lowdb/lock/locks.js'
import { StoreUnits } from '../../../src/adapters/lowdb/units.js'
import { homeOptions } from './homes.js'
import { PowerCutDisk } from './power-cut-disk.js'

const countSchema = z.strictObject({ count: z.number() })

async function counters(cacheBytes: number) {
  const disk = new PowerCutDisk()
  let reads = 0
  const read = disk.read.bind(disk)
  disk.read = (path) => {
    if (path.endsWith('.json')) reads++
    return read(path)
  }
  const home = await openHome('/home', homeOptions({ disk }))
  const kind = smallKind('counter', countSchema, () => ({ count: 0 }))
  const collection = new Collection(home, 'counters', kind, cacheBytes)
  const log = new CommitLog(home, await FileJournal.open(home, []), 0, () => {})
  const units = new StoreUnits(new Locks(), log)
  /** Committed, and put in its place. */
  const add = async (key: string) => {
    const counted = await units.within((unit) =>
      unit.change(collection, key, ({ count }) => ({ value: { count: count + 1 }, result: count + 1 })),
    )
    const written = await collection.write(key)
    written()
    return counted
  }
  return { collection, units, add, reads: () => reads, disk }
}

describe('documents', () => {
  it('that are in use are read from the disk once', async () => {
    const { collection, add, reads } = await counters(1_000_000)
    await add('a')
    for (let n = 0; n < 10; n++) await collection.read('a')
    await Promise.all([collection.read('b'), collection.read('b')])
    expect(reads()).toBe(2)
  })

  it('are held in memory up to a size, and read again beyond it', async () => {
    const { collection, add, reads } = await counters(150)
    for (const key of ['a', 'b', 'c', 'd', 'e']) await add(key)
    const before = reads()
    for (const key of ['a', 'b', 'c', 'd', 'e']) expect(await collection.read(key)).toEqual({ count: 1 })
    expect(reads() - before).toBeGreaterThanOrEqual(3)
  })

  it('are counted right though none fits into memory', async () => {
    const { collection, add } = await counters(1)
    const keys = Array.from({ length: 60 }, (_, n) => `k${n % 3}`)
    const results = await Promise.all(keys.map(add))
    expect(Math.max(...results)).toBe(20)
    expect(await collection.read('k2')).toEqual({ count: 20 })
  })

  it('of different keys do not wait for each other', async () => {
    const { collection, units, add } = await counters(1_000)
    let goOn = () => {}
    const slow = new Promise<void>((resolve) => {
      goOn = resolve
    })
    const waiting = units.within(async (unit) => {
      await unit.change(collection, 'slow', () => ({ value: { count: 1 }, result: undefined }))
      await slow
    })
    await add('quick')
    expect(await collection.read('slow')).toEqual({ count: 0 })
    goOn()
    await waiting
    expect(await collection.read('slow')).toEqual({ count: 1 })
  })
})
