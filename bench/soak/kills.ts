import { join } from 'node:path'
import { type KillFigures, killAgainAndAgain } from '../../test/support/kills/drive.js'

import type { Soak } from './report.js'

const LONG = 1_000

export interface KillsSoak {
  /** At least so many. */
  readonly kills?: number
  readonly seed?: number
  readonly progress?: (done: number) => void
}

/**
 * A process is killed in the midst of logs, corrections, undos, presses, imports, their undoing, hand-overs, covers and
 * exports; every start must find what was acknowledged, once. Throws where it does not.
 */
export function run({ kills = LONG, seed = 20_261_130, progress }: KillsSoak = {}): Promise<KillFigures> {
  const entry = join(import.meta.dirname, '../../test/support/kills/actor.js')
  return killAgainAndAgain({ entry, kills, seed, ...(progress === undefined ? {} : { progress }) })
}

/** The same as a soak: what was lost or doubled is named instead of thrown. */
export const soakKills: Soak = async ({ seed, count = LONG, progress }) => {
  try {
    const figures = await run({ kills: count, seed, progress: (done) => progress(done, count) })
    return { broken: [], figures: { ...figures } }
  } catch (error) {
    return { broken: [String(error)], figures: {} }
  }
}
