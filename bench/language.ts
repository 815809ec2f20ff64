import { execFileSync } from 'node:child_process'
import { languageFolders } from '../src/compose/places.js'
import { day } from '../src/domain/day.js'
import { loadLanguage } from '../src/language/load.js'
import { createUnderstanding } from '../src/language/understand.js'
import type { HeldOutSet } from '../test/support/held-out.js'
import { type ReadingScore, type ScoredReading, scoreOf } from '../test/support/reading-score.js'
import { type ContestFigures, compareContestants } from './language/contest.js'
import { crossValidated } from './language/five-fold.js'
import { heldOutSets, processFile } from './language/material.js'

export interface SpeedFigures {
  readonly medianMs: number
  readonly p99Ms: number
  /** What node itself took until the first line ran; processor time is what the machine's other work does not lengthen. */
  readonly bareProcessMs: number
  readonly bareProcessCpuMs: number
  readonly readyMs: number
  readonly readyCpuMs: number
  /** Resident memory that came with the language part, and what of it is in use after a collection. */
  readonly megabytes: number
  readonly megabytesInUse: number
}

export interface LanguageFigures {
  /** By set, then by language. */
  readonly heldOut: Readonly<Record<string, Readonly<Record<string, ReadingScore>>>>
  readonly fiveFold: { readonly zh: number; readonly en: number }
  /** Absent where it was not asked for: the others take a quarter of an hour to train. */
  readonly sideBySide?: Readonly<Record<string, ContestFigures>>
  readonly speed: SpeedFigures
}

/** How right, how fast and how heavy the reading of messages is. */
export async function benchLanguage(): Promise<LanguageFigures> {
  const { figures } = await measureLanguage({ isCompared: false })
  return figures
}

/** The figures, and every held-out reading they rest on. @param isCompared beside two others, trained on the same lines. */
export async function measureLanguage({ isCompared }: { readonly isCompared: boolean }): Promise<{
  readonly figures: LanguageFigures
  readonly read: readonly { readonly set: HeldOutSet; readonly scored: readonly ScoredReading[] }[]
}> {
  const understanding = createUnderstanding(loadLanguage(languageFolders()))
  const today = day('2026-11-23')
  const read = heldOutSets().map((set) => {
    const people = understanding.people(set.book)
    return {
      set,
      scored: set.lines.map((expected) => ({
        expected,
        read: understanding.read(expected.text, people, today),
      })),
    }
  })
  const isEnglish = ({ expected }: ScoredReading) => expected.style === 'english'
  const heldOut = Object.fromEntries(
    read.map(({ set, scored }) => [
      set.name,
      { zh: scoreOf(scored.filter((s) => !isEnglish(s))), en: scoreOf(scored.filter(isEnglish)) },
    ]),
  )
  const speed = JSON.parse(
    execFileSync(process.execPath, ['--expose-gc', processFile('speed-process')], { encoding: 'utf8' }),
  ) as SpeedFigures // what speed-process prints
  return {
    figures: {
      heldOut,
      fiveFold: crossValidated(),
      speed,
      ...(isCompared && { sideBySide: compareContestants() }),
    },
    read,
  }
}
