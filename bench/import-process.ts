import { fileSource } from '../src/adapters/files/table/byte-source.js'
import { openTable } from '../src/adapters/files/table/open-table.js'
import { openStore } from '../src/adapters/lowdb/store.js'
import { loadCalendar } from '../src/config/calendar.js'
import { loadPolicy } from '../src/config/policy.js'
import { day } from '../src/domain/day.js'
import { importFile } from '../src/imports/import-file.js'

/** One import of transactions into a home that has their customers; prints seconds and megabytes as JSON. */
const [home = '', file = '', today = ''] = process.argv.slice(2)
const KILOBYTES = 1_024

let ids = 0
const store = await openStore(home, {
  log: { warn: () => {} },
  newId: () => `id${++ids}`,
  now: () => new Date(),
})
const rules = {
  policy: loadPolicy('data/policy.json'),
  calendar: loadCalendar('data/calendar'),
  screenNote: (note: string) => ({ note, maskedNumbers: 0 }),
  timeZone: 'Asia/Shanghai',
}
const before = process.resourceUsage().maxRSS
const begun = performance.now()
const table = await openTable('transactions', fileSource(file), { today: day(today) })
const { created } = await importFile(store.bank, rules)(table, { today: day(today) })
const seconds = (performance.now() - begun) / 1_000
const peak = process.resourceUsage().maxRSS
await store.close()
console.log(
  JSON.stringify({ created, seconds, startMegabytes: before / KILOBYTES, peakMegabytes: peak / KILOBYTES }),
)
