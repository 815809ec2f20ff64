import { join } from 'node:path'
import { type ImportPathDeps, importPath } from '../adapters/files/import-path.js'
import { claim, droppedFiles, KNOWN_NAMES, leftBehind, putAside } from '../adapters/files/inbox.js'
import { reportLines } from '../adapters/files/report-lines.js'
import { openFileAside } from '../adapters/files/worker/workshop.js'
import { loadSensitiveWords } from '../config/sensitive-words.js'
import { screenNote } from '../domain/customer/facts/screen-note.js'
import { dayIn } from '../domain/day.js'
import { type TakenFile, takeInbox } from '../imports/take-inbox.js'
import type { Daybook } from './daybook.js'
import { dataFolder } from './places.js'

/** What taking a file in needs, from an opened daybook. */
export function importDeps({ store, policy, calendar, config }: Daybook): ImportPathDeps {
  const words = loadSensitiveWords(dataFolder('sensitive.json'))
  return {
    bank: store.bank,
    rules: {
      policy,
      calendar,
      screenNote: (note, customer) => screenNote(note, customer, words),
      timeZone: config.timeZone,
      breathe: breather(),
    },
    open: openFileAside,
    rejectedFolder: join(config.home, 'rejected'),
  }
}

/** Milliseconds that an import holds the thread before others have it. */
const HOLDS_FOR_MS = 8

/** Gives the thread to others where it has been held for long, and otherwise costs next to nothing. */
function breather(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < HOLDS_FOR_MS) return
    await new Promise((resolve) => setImmediate(resolve))
    since = performance.now()
  }
}

/** Takes in what was dropped into `inbox/` of the home; `tell` hears once of all files, where there were any. */
export function inboxOf(
  daybook: Daybook,
  tell: (results: readonly TakenFile[]) => Promise<void>,
): () => Promise<readonly TakenFile[]> {
  const { config, world } = daybook
  const folder = (name: string) => join(config.home, name)
  const take = importPath(importDeps(daybook))
  return takeInbox({
    files: () => droppedFiles(folder('inbox'), world.clock.now()),
    leftBehind: () => leftBehind(folder('reading')),
    claim: (file) => claim(file, folder('reading')),
    async take({ kind, name, path }) {
      const now = world.clock.now()
      const { report, errorFile } = await take(kind, path, {
        today: dayIn(config.timeZone, now),
        at: now.toISOString(),
      })
      const lines = reportLines(report, name, errorFile === undefined ? {} : { errorFile })
      return { taken: report.applied, report: [...lines].join('\n') }
    },
    putAside: (file, how, report) => void putAside(file, folder(how), report),
    tell,
    brokenOff:
      '读取这个文件时程序中断，文件已移到一边；请检查后再放入，同一文件再导入不会重复 / ' +
      'the process ended while this file was being read; look at it and put it in again: the same file twice changes nothing',
    unknownName: `the name does not tell what the file holds; let it begin with one of: ${KNOWN_NAMES}`,
  })
}
