import { writeSync } from 'node:fs'
import { fileSource } from '../../../../src/adapters/files/table/byte-source.js'
import { openTable } from '../../../../src/adapters/files/table/open-table.js'
import { openStore } from '../../../../src/adapters/lowdb/store.js'
import { loadCalendar } from '../../../../src/config/calendar.js'
import { loadPolicy } from '../../../../src/config/policy.js'
import { day } from '../../../../src/domain/day.js'
import { importFile } from '../../../../src/imports/import-file.js'
import type { Bank, BankDraft } from '../../../../src/ports/ports.js'

/* A process that imports holdings into a home and says on its standard output, a line each, what it has come to. */

const [home = '', file = ''] = process.argv.slice(2)
const TODAY = day('2026-11-23')
const say = (what: string) => writeSync(1, `${what}\n`)

let ids = 0
const store = await openStore(home, {
  log: { warn: () => {} },
  newId: () => `${process.hrtime.bigint()}-${++ids}`,
  now: () => new Date(),
})
/** The same bank, which says when a document is about to be staged. */
const bank: Bank = {
  transact: (work) =>
    store.bank.transact((draft) => {
      const saying: BankDraft = {
        ownerOf: (id) => draft.ownerOf(id),
        book: (id) => draft.book(id),
        managers: () => draft.managers(),
        products: () => draft.products(),
        note: (name) => draft.note(name),
        putManagers: (managers) => draft.putManagers(managers),
        putProducts: (products) => draft.putProducts(products),
        handedIn: () => draft.handedIn(),
        putHandedIn: (handedIn) => draft.putHandedIn(handedIn),
        feed: () => draft.feed(),
        putFeed: (feed) => draft.putFeed(feed),
        changeDesk: (managerId, decide) => draft.changeDesk(managerId, decide),
        record: (entry) => draft.record(entry),
        putBook(book) {
          say('book')
          return draft.putBook(book)
        },
        putNote(name, value) {
          say('note')
          return draft.putNote(name, value)
        },
      }
      return work(saying)
    }),
}
say('reading')
const table = await openTable('holdings', fileSource(file), { today: TODAY })
const rules = {
  policy: loadPolicy('data/policy.json'),
  calendar: loadCalendar('data/calendar'),
  screenNote: (note: string) => ({ note, maskedNumbers: 0 }),
  timeZone: 'Asia/Shanghai',
}
await importFile(bank, rules)(table, { today: TODAY })
say('done')
await store.close()
