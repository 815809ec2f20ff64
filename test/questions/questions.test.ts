import { readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/domain/day.js'
import type { Played } from '../support/conversation-score.js'
import { openStage, type Stage } from '../support/conversations.js'
import { type AskedLine, askedLine, faultOf } from '../support/question-judge.js'
import { openOracle } from '../support/question-oracle.js'

const HOME = 'test/questions/home'
const report = process.env['QUESTIONS']
const linesOf = (name: string) =>
  readFileSync(`test/questions/${name}.txt`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')

let stage: Stage
beforeAll(async () => {
  stage = await openStage(HOME)
}, 300_000)

async function play(says: readonly string[]): Promise<readonly Played[]> {
  return stage.ask({
    id: 'question',
    as: 'M201',
    today: day('2026-11-23'),
    at: '10:00',
    turns: says.map((said) => ({ says: said, expect: { wrote: [] } })),
    language: 'zh',
    kinds: [],
  })
}

describe('what managers ask', () => {
  it.each([
    ['zh', 0.95],
    ['zh-apart', 0.85],
    ['en', 0.95],
    ['en-apart', 0.8],
  ] as const)(
    'is answered as it was asked: %s',
    async (name, least) => {
      const oracle = openOracle(HOME, 'M201')
      const wrong: string[] = []
      const lines = linesOf(name).map(askedLine)
      for (const line of lines) {
        const played = await play(line.says)
        const fault = faultOf(line, played, oracle)
        if (fault !== undefined) wrong.push(told(line, fault, played))
      }
      note(name, lines.length, wrong)
      expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual((1 - least) * lines.length)
    },
    300_000,
  )
})

describe('what is nothing of ours', () => {
  it.each(['none-zh', 'none-zh-apart', 'none-en', 'none-en-apart'])(
    'is taken for no command: %s',
    async (name) => {
      const wrong: string[] = []
      const lines = linesOf(name)
      for (const line of lines) {
        const [turn] = await play([line])
        const wrote = turn?.wrote ?? []
        if (wrote.length > 0) wrong.push(`WROTE ${line} ${JSON.stringify(wrote)}`)
        else if (turn?.intent !== 'none' && !TALK.has(turn?.intent ?? ''))
          wrong.push(`${turn?.intent} ${line}`)
      }
      note(name, lines.length, wrong)
      expect(wrong.filter((line) => line.startsWith('WROTE'))).toEqual([])
      expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(0.12 * lines.length)
    },
    300_000,
  )
})

/** The words of conversation are no commands. */
const TALK = new Set(['greet', 'thanks', 'confirm', 'deny', 'cancel', 'help'])

function told({ how, what, says }: AskedLine, fault: string, played: readonly Played[]): string {
  const last = played.at(-1)
  return `${says.join(' > ')}\n    [${how}: ${what}] ${fault}\n    ${last?.intent}: ${last?.text?.slice(0, 300).replaceAll('\n', ' / ')}`
}

/** With QUESTIONS=folder what is wrong is written there, one file a collection. */
function note(name: string, all: number, wrong: readonly string[]): void {
  if (report !== undefined)
    writeFileSync(`${report}/${name}.out`, `${all - wrong.length}/${all}\n${wrong.join('\n')}\n`)
}
