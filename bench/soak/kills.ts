import { join } from 'node:path'
import { type KillFigures, killAgainAndAgain } from '../../test/support/kills/drive.js'

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
export function run({ kills = 1_000, seed = 20_261_130, progress }: KillsSoak = {}): Promise<KillFigures> {
  const entry = join(import.meta.dirname, '../../test/support/kills/actor.js')
  return killAgainAndAgain({ entry, kills, seed, ...(progress === undefined ? {} : { progress }) })
}
