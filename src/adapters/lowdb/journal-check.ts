import type { JournalBreak, JournalPlace } from '../../ports/audit.js'
import { breathe } from '../../ports/breathe.js'
import type { Home } from './home.js'
import { hashOf, monthsOf, pathOf, previousIn, wholeLines } from './journal-files.js'

/** Stands for the line before the first. */
export const NO_LINE = '0'.repeat(64)

/** Before the first line. */
export const JOURNAL_START: JournalPlace = { lines: 0, head: NO_LINE, month: '', size: 0 }

const MOST_BREAKS = 100
const BYTES_AT_ONCE = 1024 * 1024
/** Lines back that a line put in or moved is recognised over. */
const MOST_REMEMBERED = 100_000

/** Lines of the journal from a place on, piece by piece: others get their turn between two pieces. */
export async function* linesFrom(
  home: Home,
  from: Pick<JournalPlace, 'month' | 'size'>,
  to = '9999-99',
): AsyncIterable<{ readonly month: string; readonly line: Buffer }> {
  for (const month of await monthsOf(home)) {
    if (month < from.month || month > to) continue
    let at = month === from.month ? from.size : 0
    let wanted = BYTES_AT_ONCE
    for (;;) {
      const bytes = await home.disk.readFrom(pathOf(home, month), at, wanted)
      let taken = 0
      for (const line of wholeLines(bytes)) {
        taken += line.length + 1
        yield { month, line }
      }
      at += taken
      if (bytes.length < wanted) break
      wanted = taken === 0 ? wanted * 4 : BYTES_AT_ONCE
      await breathe()
    }
  }
}

/** Follows the chain from a place to its end, and holds it against what was signed. */
export async function followJournal(
  home: Home,
  since: JournalPlace,
  signed: readonly Pick<JournalPlace, 'lines' | 'head'>[] = [],
): Promise<{ readonly place: JournalPlace; readonly breaks: readonly JournalBreak[] }> {
  const heads = new Map(signed.map(({ lines, head }) => [lines, head]))
  const remembered = new Set<string>([since.head])
  const breaks: JournalBreak[] = []
  let { lines, head, month, size } = since
  let inFile = 0
  const found = (problem: JournalBreak['problem'], missing?: number) => {
    if (breaks.length < MOST_BREAKS)
      breaks.push({
        file: pathOf(home, month),
        line: inFile,
        problem,
        ...(missing === undefined ? {} : { missing }),
      })
  }
  for await (const { month: of, line } of linesFrom(home, since)) {
    if (of !== month) {
      month = of
      size = 0
      inFile = 0
    }
    inFile++
    lines++
    size += line.length + 1
    const previous = previousIn(line)
    if (previous === undefined) found('not JSON')
    else if (previous !== head) found(remembered.has(previous) ? 'out of place' : 'does not follow')
    head = hashOf(line)
    remember(remembered, head)
    const expected = heads.get(lines)
    if (expected !== undefined && expected !== head && breaks.length === 0) found('not as signed')
  }
  const most = Math.max(0, ...heads.keys())
  if (most > lines) found('missing', most - lines)
  return { place: { lines, head, month, size }, breaks }
}

function remember(remembered: Set<string>, head: string): void {
  remembered.add(head)
  if (remembered.size <= MOST_REMEMBERED) return
  for (const oldest of remembered) {
    remembered.delete(oldest)
    return
  }
}
