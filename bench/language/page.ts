import { faultsOf, type ReadingScore, type ScoredReading } from '../../test/support/reading-score.js'
import type { measureLanguage } from '../language.js'
import type { ContestFigures } from './contest.js'

type Measured = Awaited<ReturnType<typeof measureLanguage>>

const WORST = 20
const MOST_CONFUSED = 20

const ROWS: readonly (readonly [keyof ReadingScore, string, string])[] = [
  ['lines', 'lines', ''],
  ['intent', 'intent right', '≥ 97'],
  ['noneTakenForCommand', 'none taken for a command', '≤ 3'],
  ['commandTakenForNone', 'command taken for none', '≤ 2'],
  ['customersF1', 'customers F1', '≥ 97'],
  ['periodF1', 'period F1', '≥ 97'],
  ['whenF1', 'when F1', '≥ 97'],
  ['amountF1', 'amount F1', '≥ 97'],
  ['productKindsF1', 'kinds of product F1', ''],
  ['fact', 'fact', ''],
  ['wholeReport', 'report whole (who, reached, outcome, when)', '≥ 90'],
  ['wrongWrite', 'wrong write', '≤ 0.5'],
]

/** What `npm run bench:language -- --write` puts between the marks of docs/understanding.md. */
export function measuredPage({ figures, read }: Measured): string {
  const scored = read.flatMap((set) => set.scored)
  return [
    '',
    '### Held-out lines',
    '',
    ...read.map(({ set }) => `- **${set.name}**: ${set.about}`),
    '',
    ...scoreTable(figures.heldOut),
    '',
    `Five-fold over the training lines, intent only: ${figures.fiveFold.zh} % Chinese, ${figures.fiveFold.en} % English.`,
    '',
    ...(figures.sideBySide === undefined
      ? []
      : ['### Side by side', '', ...sideBySide(figures.sideBySide), '']),
    '### Speed',
    '',
    ...speedTable(figures),
    '',
    '### What is taken for what',
    '',
    ...confusions(scored),
    '',
    '### The worst lines',
    '',
    ...worst(scored),
    '',
  ].join('\n')
}

function scoreTable(heldOut: Measured['figures']['heldOut']): readonly string[] {
  const columns = Object.entries(heldOut).flatMap(([set, by]) =>
    Object.entries(by).map(([language, score]) => ({ head: `${set}, ${language}`, score })),
  )
  return table(
    ['%', 'goal', ...columns.map(({ head }) => head)],
    ROWS.map(([key, label, goal]) => [label, goal, ...columns.map(({ score }) => `${score[key] ?? '·'}`)]),
  )
}

function sideBySide(contest: Readonly<Record<string, ContestFigures>>): readonly string[] {
  const names = Object.keys(contest)
  const rows = [
    ['intent right %', 'intent'],
    ['none taken for a command %', 'noneTakenForCommand'],
    ['command taken for none %', 'commandTakenForNone'],
    ['wrong among the surest 95 %', 'wrongAmongSure'],
    ['µs a message, median', 'medianMicros'],
    ['µs a message, p99', 'p99Micros'],
    ['load, ms', 'loadMs'],
    ['memory, MB', 'megabytes'],
    ['training, s', 'trainSeconds'],
  ] as const
  return table(
    ['', ...names],
    rows.map(([label, key]) => [label, ...names.map((name) => `${contest[name]?.[key] ?? '·'}`)]),
  )
}

function speedTable({ speed }: Measured['figures']): readonly string[] {
  return table(
    ['', 'goal', 'measured'],
    [
      ['a message with a book of 1,000, median, ms', '< 1', `${speed.medianMs}`],
      ['the same, p99, ms', '< 5', `${speed.p99Ms}`],
      [
        'first message read after the start of the process, ms',
        '< 300',
        `${speed.readyMs} (node alone ${speed.bareProcessMs})`,
      ],
      ['the same in processor time, ms', '', `${speed.readyCpuMs} (node alone ${speed.bareProcessCpuMs})`],
      ['memory of the language part with a book of 1,000, MB in use', '< 80', `${speed.megabytesInUse}`],
      ['the same as resident memory, MB', '', `${speed.megabytes}`],
    ],
  )
}

/** The cells of the confusion matrix off its diagonal, the fullest first; the rest of the matrix is empty. */
function confusions(scored: readonly ScoredReading[]): readonly string[] {
  const cells = new Map<string, number>()
  for (const { expected, read } of scored) {
    if (read.intent === expected.intent) continue
    const cell = `${expected.intent} | ${read.intent}`
    cells.set(cell, (cells.get(cell) ?? 0) + 1)
  }
  const fullest = [...cells].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const right = scored.filter(({ expected, read }) => read.intent === expected.intent).length
  return [
    `${right} of ${scored.length} on the diagonal, ${cells.size} other cells filled.`,
    '',
    ...table(
      ['meant', 'read as', 'lines'],
      fullest.slice(0, MOST_CONFUSED).map(([cell, count]) => [...cell.split(' | '), `${count}`]),
    ),
  ]
}

function worst(scored: readonly ScoredReading[]): readonly string[] {
  return scored
    .map((line) => ({ line, faults: faultsOf(line) }))
    .filter(({ faults }) => faults.length > 0)
    .sort((a, b) => b.faults.length - a.faults.length || b.line.read.confidence - a.line.read.confidence)
    .slice(0, WORST)
    .map(({ line, faults }) => `- ${line.expected.text} (${line.expected.intent}): ${faults.join('; ')}`)
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)]
}
