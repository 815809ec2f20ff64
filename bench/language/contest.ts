import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Answer, CONTESTANTS } from './contestants.js'
import { COMPARED, heldOutSets, isInstalled, processFile, trainingLines } from './material.js'

/** One contestant, measured on the same lines as the others. Percent; the least sure twentieth is what would be asked back. */
export interface ContestFigures {
  readonly intent: number
  readonly noneTakenForCommand: number
  readonly commandTakenForNone: number
  /** Still wrong among the surest nineteen in twenty. */
  readonly wrongAmongSure: number
  readonly medianMicros: number
  readonly p99Micros: number
  readonly loadMs: number
  readonly megabytes: number
  readonly trainSeconds: number
}

const CONVERSATION = new Set(['none', 'greet', 'thanks', 'confirm', 'deny', 'cancel', 'help', 'undo'])
const SURE_SHARE = 0.95
const LONGEST_ANSWER = 64_000_000

/** Trains each contestant on the training lines and asks it the held-out ones, each in a process of its own. */
export function compareContestants(): Record<string, ContestFigures> {
  install()
  const folder = mkdtempSync(join(tmpdir(), 'daybook-contest-'))
  try {
    const held = heldOutSets().flatMap(({ lines }) => lines)
    const [linesFile, textsFile] = [join(folder, 'lines.json'), join(folder, 'texts.json')]
    writeFileSync(linesFile, JSON.stringify(trainingLines()))
    writeFileSync(textsFile, JSON.stringify(held.map(({ text }) => text)))
    return Object.fromEntries(
      Object.keys(CONTESTANTS).map((name) => {
        const { trainSeconds } = run<{ trainSeconds: number }>('train', name, folder, linesFile)
        const asked = run<Asked>('answer', name, folder, textsFile)
        return [name, figuresOf(held, asked, trainSeconds)]
      }),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** NLP.js is no dependency of the project: it is fetched where it is compared, and nothing of it is run at that. */
function install(): void {
  if (isInstalled()) return
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-fund', '--no-audit'], {
    cwd: COMPARED,
    stdio: 'ignore',
  })
}

interface Asked extends Pick<ContestFigures, 'loadMs' | 'megabytes' | 'medianMicros' | 'p99Micros'> {
  readonly answers: readonly Answer[]
}

function run<T>(act: 'train' | 'answer', name: string, folder: string, file: string): T {
  const told = execFileSync(process.execPath, [processFile('contest-process'), act, name, folder, file], {
    encoding: 'utf8',
    maxBuffer: LONGEST_ANSWER,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return JSON.parse(told.trim().split('\n').at(-1) ?? '') as T // what contest-process prints last
}

function figuresOf(
  held: readonly { readonly intent: string }[],
  { answers, ...measured }: Asked,
  trainSeconds: number,
): ContestFigures {
  const asked = held.map(({ intent }, at) => ({ wanted: intent, ...answers[at]! }))
  const none = asked.filter(({ wanted }) => wanted === 'none')
  const commands = asked.filter(({ wanted }) => !CONVERSATION.has(wanted))
  const wrong = (of: typeof asked) => of.filter(({ wanted, intent }) => wanted !== intent)
  const surest = asked.toSorted((a, b) => b.confidence - a.confidence)
  const sure = surest.slice(0, Math.round(surest.length * SURE_SHARE))
  return {
    intent: percent(asked.length - wrong(asked).length, asked.length),
    noneTakenForCommand: percent(wrong(none).length, none.length),
    commandTakenForNone: percent(commands.filter(({ intent }) => intent === 'none').length, commands.length),
    wrongAmongSure: percent(wrong(sure).length, sure.length),
    medianMicros: Math.round(measured.medianMicros),
    p99Micros: Math.round(measured.p99Micros),
    loadMs: Math.round(measured.loadMs),
    megabytes: Math.round(measured.megabytes),
    trainSeconds: Math.round(trainSeconds),
  }
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((10_000 * part) / whole) / 100
}
