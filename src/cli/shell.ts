import type { Readable, Writable } from 'node:stream'
import type { Command } from 'commander'
import type { Daybook, World } from '../compose/daybook.js'
import type { Config } from '../config/config.js'
import { type Day, dayIn, instantAt, parseDay } from '../domain/day.js'
import type { Locale, Manager } from '../domain/manager/manager.js'
import { OPERATOR } from '../imports/operator.js'
import type { Clock } from '../ports/ports.js'

/**
 * What a command line gives its commands, who ask it and never the process: a command may run in the process that
 * serves the home, for someone at another terminal.
 */
export interface Shell {
  readonly config: Config
  readonly world: World
  readonly terminal: Terminal
  readonly out: (line: string) => void
  readonly err: (line: string) => void
  /** The file of that name, from the folder its user stands in. */
  file(name: string): string
  /** The command ends with exit code 1 though nothing was thrown. */
  fail(): void
  readonly commands: Commands
  /** The command line, from the command's name on; absent in a test of one command. */
  readonly argv?: readonly string[]
  /** Opens the home; `other` takes the place of parts of the world, a clock that stands still. */
  open(other?: Partial<World>): Promise<Daybook>
}

/** What stands where the command runs and for whom; all else comes with the command. */
export type ShellParts = Omit<Shell, 'fail' | 'commands' | 'argv'>

/** All commands, for the one that runs others. */
export interface Commands {
  /** What a command does to the home; undefined where it does not work on one, or is none. */
  homeUse(name: string | undefined): 'reads' | 'writes' | undefined
  /** Gives the exit code. @throws what the command throws */
  run(argv: readonly string[], parts: ShellParts): Promise<number>
}

/** Where someone types and reads. */
export interface Terminal {
  readonly input: Readable & { readonly isTTY?: boolean }
  readonly output: Writable & { readonly isTTY?: boolean }
  readonly error: Screen
}

/** What progress is drawn on. */
export interface Screen {
  readonly isTTY?: boolean
  write(text: string): unknown
}

/** Runs `work` on an opened home and closes it whatever happens. */
export async function withDaybook<T>(
  shell: Shell,
  clock: Clock | undefined,
  work: (daybook: Daybook) => Promise<T>,
): Promise<T> {
  const daybook = await shell.open(clock === undefined ? {} : { clock })
  try {
    const result = await work(daybook)
    await putOnRecord(shell, daybook)
    return result
  } finally {
    await daybook.close()
  }
}

/**
 * A command that looks at a home is on record with what of its words is an id of a manager or a branch; others may be names.
 */
async function putOnRecord({ argv = [], commands, world }: Shell, { store }: Daybook): Promise<void> {
  const [name = '', ...words] = argv
  if (commands.homeUse(name) !== 'reads') return
  const known = new Set(store.managers.all().flatMap(({ id, branchId }) => [id, branchId]))
  const detail = words.filter((word) => known.has(word)).join(' ')
  await store.journal.append({
    at: world.clock.now().toISOString(),
    managerId: OPERATOR,
    act: `command.${name}`,
    ...(detail === '' ? {} : { detail }),
  })
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

/** The language that a manager wants to be answered in just now: the own choice, else the roster's. */
export async function localeNow({ store }: Daybook, manager: Manager): Promise<Locale> {
  return (await store.desks.read(manager.id)).settings.locale ?? manager.locale
}
