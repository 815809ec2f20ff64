import { writeSync } from 'node:fs'
import { openStore } from '../../../../src/adapters/lowdb/store.js'
import type { Store } from '../../../../src/ports/store.js'
import { aContact, withContact } from '../../../contract/builders.js'
import { CHAT, moved, NOTE } from './story.js'

/*
 * A process that writes to several homes at once until it is killed, and says on its standard output what has been
 * acknowledged: `<home> <act> <number>`, a line each, written at once.
 */

async function write(home: string, nth: number): Promise<void> {
  let ids = 0
  const store = await openStore(home, {
    log: { warn: () => {} },
    newId: () => `${process.hrtime.bigint()}-${++ids}`,
    now: () => new Date(),
  })
  const say = (act: string, n: number) => writeSync(1, `${nth} ${act} ${n}\n`)
  for (let n = await lastNumber(store); ; ) {
    n++
    await store.books.change('M1', (book) => ({
      book: withContact(book, 'c000', aContact({ id: String(n) })),
      result: undefined,
    }))
    say('contact', n)
    await store.bank.transact((draft) => moved(draft, n))
    say('move', n)
    await Promise.all([
      store.conversations.write(CHAT, n).then(() => say('chat', n)),
      store.journal.append({ at: '2026-11-23T01:00:00.000Z', managerId: 'M1', act: `act-${n}` }),
    ])
    say('journal', n)
  }
}

async function lastNumber(store: Store): Promise<number> {
  const contacts = (await store.books.read('M1')).customers[0]?.contacts ?? []
  const note = await store.bank.transact((draft) => draft.note(NOTE))
  return Math.max(0, Number(note ?? 0), ...contacts.map((contact) => Number(contact.id)))
}

await Promise.all(process.argv.slice(2).map(write))
