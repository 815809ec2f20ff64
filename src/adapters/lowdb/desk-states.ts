import type { Desk } from '../../domain/manager/desk.js'
import { type DeskState, deskState } from '../../domain/manager/desk-state.js'
import { breathe } from '../../ports/breathe.js'
import type { Desks } from '../../ports/ports.js'
import type { Collection } from './collection.js'

const DESKS_A_SLICE = 50

/** The states of all desks, held in memory: what is written is known at once, so the files are read once. */
export function deskStates(desks: Collection<Desk>): Desks['states'] {
  const states = new Map<string, DeskState>()
  const changed = new Set<string>()
  let isRead = false
  desks.onChange((managerId) => changed.add(managerId))
  return async (since, failed) => {
    if (!isRead) for (const managerId of await desks.keys()) changed.add(managerId)
    isRead = true
    let read = 0
    for (const managerId of [...changed]) {
      changed.delete(managerId) // before it is read: one that changes meanwhile is read again
      try {
        states.set(managerId, deskState(await desks.read(managerId), since))
      } catch (error) {
        changed.add(managerId)
        failed(managerId, error)
      }
      if (++read % DESKS_A_SLICE === 0) await breathe()
    }
    return states
  }
}
