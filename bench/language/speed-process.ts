import { performance } from 'node:perf_hooks'
import { heldOutSets, largeBook } from './material.js'

/** Prints how soon a new process has read its first message, with how much memory, and how fast with a book of 1,000. */
const ROUNDS = 5
const BOOK = 1_000
const MEGABYTE = 1_000_000

const cpuMs = () => (process.cpuUsage().user + process.cpuUsage().system) / 1_000
const inUse = () => {
  global.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const bare = { ms: performance.now(), cpuMs: cpuMs(), rss: process.memoryUsage().rss, inUse: inUse() }
const [{ loadLanguage }, { createUnderstanding }, { languageFolders }, { day }] = await Promise.all([
  import('../../src/language/load.js'),
  import('../../src/language/understand.js'),
  import('../../src/compose/places.js'),
  import('../../src/domain/day.js'),
])
const understanding = createUnderstanding(loadLanguage(languageFolders()))
understanding.read('本周谁到期', understanding.people([]), day('2026-11-23'))
const ready = { ms: performance.now(), cpuMs: cpuMs() }
const today = day('2026-11-23')
const texts = heldOutSets().flatMap(({ lines }) => lines.map(({ text }) => text))
const people = understanding.people(largeBook(BOOK))
const best = texts.map(() => Number.POSITIVE_INFINITY)
for (let round = 0; round < ROUNDS; round++) {
  for (const [at, text] of texts.entries()) {
    const begun = performance.now()
    understanding.read(text, people, today)
    best[at] = Math.min(best[at]!, performance.now() - begun)
  }
}
best.sort((a, b) => a - b)
const resident = process.memoryUsage().rss
const rounded = (value: number) => Math.round(value * 1_000) / 1_000
console.log(
  JSON.stringify({
    medianMs: rounded(best[Math.floor(best.length / 2)]!),
    p99Ms: rounded(best[Math.floor(best.length * 0.99)]!),
    bareProcessMs: Math.round(bare.ms),
    bareProcessCpuMs: Math.round(bare.cpuMs),
    readyMs: Math.round(ready.ms),
    readyCpuMs: Math.round(ready.cpuMs),
    megabytes: Math.round((resident - bare.rss) / MEGABYTE),
    megabytesInUse: Math.round((inUse() - bare.inUse) / MEGABYTE),
  }),
)
process.exit(0)
