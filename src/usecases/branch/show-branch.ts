import { type BookDay, type BranchDay, branchDayOf, planBookDay } from '../../domain/branch/branch-day.js'
import { type Day, type Period, weekOf } from '../../domain/day.js'
import type { Manager } from '../../domain/manager/manager.js'
import type { Policy } from '../../domain/policy.js'
import type { WorkingCalendar } from '../../domain/working-days.js'
import { breathe } from '../../ports/breathe.js'
import type { Books, Managers } from '../../ports/ports.js'
import { keepersOf } from './seen-books.js'

export interface ShowBranchDeps {
  readonly books: Books
  readonly managers: Managers
  readonly policy: Policy
  readonly calendar: WorkingCalendar
}

export interface BranchView {
  readonly branch: BranchDay
  /** Names by manager id. */
  readonly names: ReadonlyMap<string, string>
}

/** The branch of a head; undefined for everyone else: customers are shown to their own manager and their own head. */
export function showBranch({ books, managers, policy, calendar }: ShowBranchDeps) {
  return async (
    head: Pick<Manager, 'role' | 'branchId'>,
    today: Day,
    period: Period = { from: weekOf(today).from, to: today },
  ): Promise<BranchView | undefined> => {
    if (head.role !== 'head') return undefined
    const own = keepersOf(managers, head.branchId)
    // Book by book: a branch of 20 books at once would keep every manager of the bank waiting.
    const days: BookDay[] = []
    for (const { id } of own) {
      days.push(planBookDay(await books.read(id), policy, calendar, today, period))
      await breathe()
    }
    return {
      branch: branchDayOf(days, policy, today),
      names: new Map(own.map(({ id, name }) => [id, name])),
    }
  }
}

export type ShowBranch = ReturnType<typeof showBranch>
