import { CONTESTANTS, type ContestantName } from './contestants.js'
import { type Line, readJson } from './material.js'

/** `train NAME FOLDER LINES` or `answer NAME FOLDER TEXTS`; prints what it measured, and the answers, as JSON. */
const [act, name = '', folder = '', file = ''] = process.argv.slice(2)
const ROUNDS = 3
const LONGEST_MS = 20_000
const MEGABYTE = 1_000_000

const before = process.memoryUsage().rss
const begun = performance.now()
const contestant = await CONTESTANTS[name as ContestantName]() // named by the process that started this one
if (act === 'train') {
  await contestant.train(readJson<readonly Line[]>(file), folder)
  print({ trainSeconds: (performance.now() - begun) / 1_000 })
} else {
  const answer = await contestant.load(folder)
  const loadMs = performance.now() - begun
  const texts = readJson<readonly string[]>(file)
  const answers = []
  for (const text of texts) answers.push(await answer(text))
  const megabytes = (process.memoryUsage().rss - before) / MEGABYTE
  // The best of some rounds: what the machine does besides is no property of the contestant.
  const best = texts.map(() => Number.POSITIVE_INFINITY)
  const started = performance.now()
  for (let round = 0; round < ROUNDS && performance.now() - started < LONGEST_MS; round++) {
    for (const [at, text] of texts.entries()) {
      const asked = performance.now()
      await answer(text)
      best[at] = Math.min(best[at]!, (performance.now() - asked) * 1_000)
    }
  }
  best.sort((a, b) => a - b)
  print({
    loadMs,
    megabytes,
    medianMicros: best[Math.floor(best.length / 2)]!,
    p99Micros: best[Math.floor(best.length * 0.99)]!,
    answers: answers.map(({ intent, confidence }) => ({ intent, confidence })),
  })
}
process.exit(0)

function print(measured: object): void {
  process.stdout.write(`\n${JSON.stringify(measured)}\n`)
}
