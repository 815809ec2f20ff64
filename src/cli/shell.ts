import type { Command } from 'commander'
import type { Config } from '../config/config.js'
import type { Daybook, World } from '../daybook.js'
import { type Day, dayIn, instantAt, parseDay } from '../domain/day.js'
import type { Manager } from '../domain/manager.js'
import type { Clock } from '../usecases/ports.js'

/** What a command line gives its commands. */
export interface Shell {
  readonly config: Config
  readonly world: World
  readonly out: (line: string) => void
  readonly err: (line: string) => void
  /** Opens the home; `other` takes the place of parts of the world, a clock that stands still. */
  open(other?: Partial<World>): Promise<Daybook>
}

/** Runs `work` on an opened home and closes it whatever happens. */
export async function withDaybook<T>(
  shell: Shell,
  clock: Clock | undefined,
  work: (daybook: Daybook) => Promise<T>,
): Promise<T> {
  const daybook = await shell.open(clock === undefined ? {} : { clock })
  try {
    return await work(daybook)
  } finally {
    await daybook.close()
  }
}

/** The day of `--today`, else the bank's present day; ends the command where it is none. */
export function todayOf(shell: Shell, command: Command, today: string | undefined): Day {
  if (today === undefined) return dayIn(shell.config.timeZone, shell.world.clock.now())
  const day = parseDay(today)
  if (day === undefined) command.error(`--today is not a day YYYY-MM-DD: ${today}`, { exitCode: 2 })
  return day
}

/** A clock that stands at half past eight of `--today`; the present one where it is not given. */
export function clockOf(shell: Shell, command: Command, today: string | undefined): Clock | undefined {
  if (today === undefined) return undefined
  const instant = instantAt(shell.config.timeZone, todayOf(shell, command, today), '08:30')
  return { now: () => instant }
}

/** The manager of that id; ends the command where the roster has none, naming those it has. */
export function managerOf(daybook: Daybook, command: Command, id: string): Manager {
  const manager = daybook.store.managers.find(id)
  if (manager !== undefined) return manager
  const known = daybook.store.managers.all().map((m) => m.id)
  const list = known.length === 0 ? 'the home has no managers yet' : `known: ${known.slice(0, 20).join(', ')}`
  command.error(`no manager ${id}; ${list}`, { exitCode: 2 })
}
