import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../../../src/adapters/lowdb/store.js'
import type { Store } from '../../../src/ports/store.js'
import { aBook, aContact, aCustomer, contactIds, withContact } from '../../contract/builders.js'
import { aManager } from '../../support/roster.js'
import { aHomeFolder, aListeningLog, homeOptions } from './homes.js'

let folder: ReturnType<typeof aHomeFolder>
let log: ReturnType<typeof aListeningLog>
let store: Store

const open = () => openStore(folder.path, homeOptions({ log }))
const bookFile = () => join(folder.path, 'books', '+m1.json')
const damagedFiles = (inFolder: string) =>
  readdirSync(join(folder.path, inFolder)).filter((name) => name.includes('.damaged-'))
const logContact = (id: string) =>
  store.books.change('M1', (book) => ({ book: withContact(book, 'c1', aContact({ id })), result: undefined }))

/** The book of M1 holds k1 and k2; the generation before the last holds k1. */
beforeEach(async () => {
  folder = aHomeFolder()
  log = aListeningLog()
  store = await open()
  await store.bank.transact(async (draft) => {
    await draft.putManagers([aManager()])
    await draft.putBook(aBook('M1', ['c1']))
    await draft.putBook(aBook('M2', ['c2']))
  })
  await logContact('k1')
  await store.checkpoint()
  await logContact('k2')
  await store.close()
})
afterEach(async () => {
  await store.close()
  folder.remove()
})

const replaced = (from: string | RegExp, to: string) => (text: string) => {
  const changed = text.replace(from, to)
  expect(changed).not.toBe(text)
  return changed
}

describe('a damaged book', () => {
  it.each<[string, (text: string) => string | Buffer, string]>([
    ['is cut off in the middle', (text) => text.slice(0, text.length / 2), 'not JSON'],
    ['is cut off one byte before its end', (text) => text.trimEnd().slice(0, -1), 'not JSON'],
    ['is empty', () => '', 'empty'],
    ['is full of noughts', (text) => Buffer.alloc(text.length), 'not JSON'],
    ['is no text at all', () => Buffer.from([0xff, 0xfe, 0x00, 0x9c, 0xb1]), 'not JSON'],
    ['is JSON of another shape', () => '[]', 'no document'],
    ['has no version', replaced('"version":2,', ''), 'no document'],
    ['has a version that is none', replaced('"version":2', '"version":0'), 'no document'],
    ['is another kind of document', replaced('"kind":"book"', '"kind":"desk"'), 'a desk, not a book'],
    ['is the book of another manager', replaced('"key":"M1"', '"key":"M2"'), 'the document of another key'],
    ['holds a day that is in no calendar', replaced('2026-11-20', '2026-02-30'), 'customers.0.contacts.0.on'],
    ['lacks what every customer has', replaced('"doNotContact":false,', ''), 'customers.0.doNotContact'],
    [
      'holds what this program does not know',
      replaced('"contacts":[', '"mood":"good","contacts":['),
      'customers.0',
    ],
    ['holds a customer twice', replaced(/\n(.*)\n\]/, '\n$1,\n$1\n]'), 'at value.customers'],
  ])('that %s gives way to the last good generation, loudly, and is kept', async (_, damage, problem) => {
    const damaged = damage(readFileSync(bookFile(), 'utf8'))
    writeFileSync(bookFile(), damaged)
    store = await open()
    expect(contactIds(await store.books.read('M1'))).toEqual(['k1'])

    const [warning, ...others] = log.heard
    expect(others).toEqual([])
    expect(warning).toMatchObject({ event: 'store.fell-back', fields: { file: bookFile() } })
    expect(JSON.stringify(warning?.fields)).toContain(problem.replace('at value.', 'at '))
    expect(damagedFiles('books')).toHaveLength(1)
    expect(readFileSync(join(folder.path, 'books', damagedFiles('books')[0]!))).toEqual(Buffer.from(damaged))

    await logContact('k3')
    await store.close()
    store = await open()
    expect(contactIds(await store.books.read('M1'))).toEqual(['k1', 'k3'])
    expect(log.heard).toHaveLength(1)
  })

  it('that is missing gives way to the last good generation, loudly', async () => {
    rmSync(bookFile())
    store = await open()
    expect(contactIds(await store.books.read('M1'))).toEqual(['k1'])
    expect(log.heard).toMatchObject([
      { event: 'store.fell-back', fields: { file: bookFile(), problem: 'missing' } },
    ])
  })

  it('does not quote a customer in what it says', async () => {
    writeFileSync(bookFile(), readFileSync(bookFile(), 'utf8').replace('"秦望舒"', '秦望舒'))
    writeFileSync(`${bookFile()}.1`, '秦望舒')
    store = await open()
    const error = await store.books.read('M1').catch((reason: unknown) => String(reason))
    expect(error).toContain(bookFile())
    expect(error + JSON.stringify(log.heard)).not.toContain('秦')
  })

  it('without a good generation is refused and left as it is; the other books go on', async () => {
    writeFileSync(bookFile(), 'x')
    writeFileSync(`${bookFile()}.1`, 'y')
    store = await open()
    await expect(store.books.read('M1')).rejects.toThrow(`${bookFile()} cannot be used: not JSON`)
    await expect(logContact('k3')).rejects.toMatchObject({ name: 'UnreadableFile', path: bookFile() })
    expect(readFileSync(bookFile(), 'utf8')).toBe('x')
    expect((await store.books.read('M2')).customers).toHaveLength(1)
  })

  it('written by a newer program is no damage: it is refused, and nothing is lost', async () => {
    writeFileSync(bookFile(), readFileSync(bookFile(), 'utf8').replace('"version":2', '"version":3'))
    store = await open()
    await expect(store.books.read('M1')).rejects.toThrow('newer program (version 3, this one knows 2)')
    expect(damagedFiles('books')).toEqual([])
  })

  it('gives back no customer who has been handed to another manager since', async () => {
    store = await open()
    await store.bank.transact(async (draft) => {
      await draft.putBook({ ...aBook('M1', []), changes: [] })
      await draft.putBook(aBook('M2', ['c1', 'c2']))
    })
    await store.close()
    writeFileSync(bookFile(), '')
    for (const _ of ['first', 'again']) {
      store = await open()
      expect((await store.books.read('M1')).customers).toEqual([])
      expect((await store.books.read('M2')).customers.map((customer) => customer.id)).toEqual(['c1', 'c2'])
      await store.close()
    }
    store = await open()
  })
})

describe('other damage', () => {
  it('a damaged index of owners is made anew from the books', async () => {
    writeFileSync(join(folder.path, 'bank', 'owners.json'), '{"kind":')
    store = await open()
    const owners = await store.bank.transact(async (draft) =>
      ['c1', 'c2', 'c3'].map((id) => draft.ownerOf(id)),
    )
    expect(owners).toEqual(['M1', 'M2', undefined])
    expect(log.heard).toMatchObject([{ event: 'store.owners-made-anew' }])
  })

  it('a missing index of owners is made anew from the books', async () => {
    rmSync(join(folder.path, 'bank', 'owners.json'))
    rmSync(join(folder.path, 'bank', 'owners.json.1'), { force: true })
    store = await open()
    expect(await store.bank.transact(async (draft) => draft.ownerOf('c2'))).toBe('M2')
  })

  it('a damaged roster gives way to the one before it', async () => {
    store = await open()
    await store.bank.transact((draft) =>
      draft.putManagers([aManager(), aManager({ id: 'M2', aadObjectId: 'b' })]),
    )
    await store.close()
    writeFileSync(join(folder.path, 'bank', 'managers.json'), '')
    store = await open()
    expect(store.managers.all()).toEqual([aManager()])
    expect(log.heard).toMatchObject([{ event: 'store.fell-back' }])
  })

  it('what nobody was told about is swept when the home is opened', async () => {
    for (const name of ['+m1.json.tmp-7', '+m1.json.next-20261120T010000Z-3']) {
      writeFileSync(join(folder.path, 'books', name), 'half')
    }
    store = await open()
    expect(readdirSync(join(folder.path, 'books')).toSorted()).toEqual(
      ['+m1.json', '+m1.json.1', '+m2.json'].toSorted(),
    )
  })
})

describe('what could not be read again', () => {
  it('is not written', async () => {
    store = await open()
    const notADay = { ...aContact(), on: '20 November' } as unknown as ReturnType<typeof aContact> // a slip of a caller
    const change = store.books.change('M1', (book) => ({
      book: { ...book, customers: [aCustomer('c1', { contacts: [notADay] })] },
      result: undefined,
    }))
    await expect(change).rejects.toThrow()
    expect(contactIds(await store.books.read('M1'))).toEqual(['k1', 'k2'])
  })
})
