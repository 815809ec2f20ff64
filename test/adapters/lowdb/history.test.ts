import { expect, it } from 'vitest'
import { openStore } from '../../../src/adapters/lowdb/store.js'
import { findCustomer } from '../../../src/domain/book.js'
import type { Store } from '../../../src/ports/store.js'
import { aContact, withContact } from '../../contract/builders.js'
import { homeOptions } from './homes.js'
import { begun, CHAT, MOVER, moved, NOTE, ownerAfter } from './kill/story.js'
import { PowerCutDisk } from './power-cut-disk.js'
import { mulberry32 } from './random.js'

const HISTORIES = 30
const ACTS = 25

/** What must be there: every acknowledged contact, the last acknowledged move and the last word of the chat. */
interface Known {
  readonly contacts: readonly string[]
  readonly move: number
  readonly chat: number
}

const open = (disk: PowerCutDisk) => openStore('/home-of-daybook', homeOptions({ disk }))

async function seen(store: Store): Promise<Known> {
  const { move, owner } = await store.bank.transact(async (draft) => ({
    move: Number((await draft.note(NOTE)) ?? 0),
    owner: draft.ownerOf(MOVER),
  }))
  const books = await Promise.all(['M1', 'M2'].map((id) => store.books.read(id)))
  const holders = books
    .filter((book) => findCustomer(book, MOVER) !== undefined)
    .map((book) => book.managerId)
  expect([holders, owner], 'a customer is in one book, and the index knows which').toEqual([
    [ownerAfter(move)],
    ownerAfter(move),
  ])
  return {
    contacts: findCustomer(books[0]!, 'c000')!.contacts.map((contact) => contact.id),
    move,
    chat: Number((await store.conversations.read(CHAT)) ?? 0),
  }
}

/** Some act of a day, and what is known once it is acknowledged. */
function nextAct(
  store: Store,
  known: Known,
  n: number,
  random: () => number,
): [act: Promise<unknown>, then: Known] {
  switch (Math.floor(random() * 3)) {
    case 0: {
      const logged = store.books.change('M1', (book) => ({
        book: withContact(book, 'c000', aContact({ id: `k${n}` })),
        result: undefined,
      }))
      return [logged, { ...known, contacts: [...known.contacts, `k${n}`] }]
    }
    case 1:
      return [
        store.bank.transact((draft) => moved(draft, known.move + 1)),
        { ...known, move: known.move + 1 },
      ]
    default:
      return [store.conversations.write(CHAT, n), { ...known, chat: n }]
  }
}

it(`${HISTORIES} days full of failing writes, stops and power cuts lose nothing and repeat nothing`, async () => {
  const ends = { acknowledged: 0, refused: 0, stopped: 0 }
  for (let seed = 0; seed < HISTORIES; seed++) {
    const random = mulberry32(seed)
    const disk = new PowerCutDisk()
    let store = await open(disk)
    await store.bank.transact(begun)
    let known: Known = { contacts: [], move: 0, chat: 0 }

    for (let n = 1; n <= ACTS; n++) {
      const at = `history ${seed}, act ${n}`
      const dies = random() < 0.3
      const mishap = (['before', 'after', 'torn'] as const)[Math.floor(random() * 3)]!
      if (random() < 0.7) disk.failAt(1 + Math.floor(random() * (dies ? 25 : 40)), mishap, dies)
      const [act, then] = nextAct(store, known, n, random)
      const isAcknowledged = await act.then(
        () => true,
        () => false,
      )
      if (isAcknowledged) known = then
      ends[isAcknowledged ? 'acknowledged' : dies ? 'stopped' : 'refused']++
      if (dies) {
        if (random() < 0.5) disk.restart()
        else disk.cutPower(() => random() < 0.5)
        store = await open(disk)
        const found = await seen(store)
        expect(isAcknowledged ? [known] : [known, then], at).toContainEqual(found)
        known = found
      } else {
        disk.revive()
        expect(await seen(store), at).toEqual(known)
      }
    }
    await store.close()
    disk.cutPower(() => random() < 0.5)
    store = await open(disk)
    expect(await seen(store), `history ${seed}, the next morning`).toEqual(known)
    await store.close()
  }
  for (const count of Object.values(ends)) expect(count).toBeGreaterThan(HISTORIES)
})
