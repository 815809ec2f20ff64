import { writeSync } from 'node:fs'
import { openStore } from '../../../src/adapters/lowdb/store.js'
import { mulberry32 } from '../random.js'
import { act } from './acts.js'

/*
 * A process that does one act after another in a home until it is killed, and says on its standard output, a line each,
 * which it begins and which it has done. `again` is an act of before that is delivered once more.
 */

const [home = '', seed = '0', first = '1', again = ''] = process.argv.slice(2)

let ids = 0
const store = await openStore(home, {
  log: { warn: () => {} },
  newId: () => `${process.hrtime.bigint()}-${++ids}`,
  now: () => new Date(),
})
const say = (what: string, n: number) => writeSync(1, `${what} ${n}\n`)
const random = mulberry32(Number(process.hrtime.bigint() % 1_000_000n))
if (again !== '') await act(store, Number(seed), Number(again))
for (let n = Number(first); ; n++) {
  say('begin', n)
  await act(store, Number(seed), n)
  say('done', n)
  if (random() < 0.2) void store.checkpoint() // so that many are killed in the midst of one
}
