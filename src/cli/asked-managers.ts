import { type Command, Option } from 'commander'
import type { Daybook } from '../compose/daybook.js'
import { type Day, type Period, parseDay } from '../domain/day.js'
import { keepersOf } from '../usecases/branch/seen-books.js'
import { managerOf } from './shell.js'

export interface ManagersAsked {
  readonly manager?: string
  readonly branch?: string
}

/** Gives a command `--manager M | --branch B`. */
export function forManagers(command: Command): Command {
  return command
    .addOption(new Option('--manager <id>', 'one manager').conflicts('branch'))
    .addOption(new Option('--branch <id>', 'the managers of a branch').conflicts('manager'))
}

/** Ids of the managers that were asked for; ends the command where there are none. */
export function managersAsked(daybook: Daybook, command: Command, asked: ManagersAsked): readonly string[] {
  const { manager, branch } = asked
  if (manager !== undefined) return [managerOf(daybook, command, manager).id]
  if (branch === undefined) command.error('name --manager ID or --branch ID', { exitCode: 2 })
  const ids = keepersOf(daybook.store.managers, branch).map(({ id }) => id)
  if (ids.length === 0) command.error(`no manager in branch ${branch}`, { exitCode: 2 })
  return ids
}

/** Everybody of the branches of these managers who has a book. */
export function colleaguesOf({ store }: Daybook, ids: readonly string[]): readonly string[] {
  const branches = new Set(ids.flatMap((id) => store.managers.find(id)?.branchId ?? []))
  return [...branches].flatMap((branchId) => keepersOf(store.managers, branchId).map(({ id }) => id))
}

export interface PeriodAsked {
  readonly from?: string
  readonly to?: string
}

/** Of a command about managers in a period. */
export interface PeriodOptions extends ManagersAsked, PeriodAsked {
  readonly today?: string
  readonly json?: boolean
}

/** The days of `--from` and `--to`, either of which may be left out; ends the command where they are none. */
export function periodAsked(command: Command, { from, to }: PeriodAsked, otherwise: Period): Period {
  const period = {
    from: from === undefined ? otherwise.from : dayOf('--from', from),
    to: to === undefined ? otherwise.to : dayOf('--to', to),
  }
  if (period.from > period.to)
    command.error(`--from ${period.from} is after --to ${period.to}`, { exitCode: 2 })
  return period

  function dayOf(option: string, text: string): Day {
    const day = parseDay(text)
    if (day === undefined) command.error(`${option} is not a day YYYY-MM-DD: ${text}`, { exitCode: 2 })
    return day
  }
}
