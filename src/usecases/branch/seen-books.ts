import type { Day } from '../../domain/day.js'
import { coveredOn } from '../../domain/manager/covers.js'
import type { Manager } from '../../domain/manager/manager.js'
import type { Desks, Managers } from '../../ports/ports.js'
import type { CoverOf } from './covering-books.js'

export interface SeenBooksDeps {
  readonly managers: Managers
  readonly desks: Desks
  /** Today where the manager is. */
  readonly todayOf: (managerId: string) => Day
}

/**
 * Whose books a manager sees besides the own one: those of whom the manager stands in for, and a branch head all of the
 * branch (Handbook §7).
 */
export function seenBooks({ managers, desks, todayOf }: SeenBooksDeps): CoverOf {
  return async (managerId) => {
    const covered = coveredOn(await desks.read(managerId), todayOf(managerId))
    const manager = managers.find(managerId)
    if (manager?.role !== 'head') return covered
    return [...new Set([...keepersOf(managers, manager.branchId).map(({ id }) => id), ...covered])]
  }
}

/** The managers of a branch who have a book. */
export function keepersOf(managers: Managers, branchId: string): readonly Manager[] {
  return managers.all().filter((manager) => manager.role === 'manager' && manager.branchId === branchId)
}

/** Whose books a list is made of, and where there are several their managers' names: a head's are those of the branch. */
export function keepersFor(
  managers: Managers,
  manager: Pick<Manager, 'id' | 'role' | 'branchId'>,
): { readonly ids: readonly string[]; readonly names?: ReadonlyMap<string, string> } {
  if (manager.role !== 'head') return { ids: [manager.id] }
  const keepers = keepersOf(managers, manager.branchId)
  return { ids: keepers.map(({ id }) => id), names: new Map(keepers.map(({ id, name }) => [id, name])) }
}
