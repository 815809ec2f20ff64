import type { Journal } from '../src/ports/ports.js'

/** A journal that knows which customers the turn of a manager has put on record already. */
export interface TurnJournal extends Journal {
  /** A turn begins; turns of one manager wait for each other. */
  begin(managerId: string): void
  /** A line of the customers who were shown in the turn and stand in no other line of it. */
  end(shown: {
    readonly managerId: string
    readonly at: string
    readonly ids: Iterable<string>
  }): Promise<void>
}

export function turnJournal(journal: Journal): TurnJournal {
  const recorded = new Map<string, Set<string>>()
  return {
    append(entry) {
      const own = recorded.get(entry.managerId)
      for (const id of entry.customerIds ?? []) own?.add(id)
      return journal.append(entry)
    },
    begin: (managerId) => void recorded.set(managerId, new Set()),
    async end({ managerId, at, ids }) {
      const own = recorded.get(managerId)
      recorded.delete(managerId)
      const customerIds = [...new Set(ids)].filter((id) => own?.has(id) !== true)
      if (customerIds.length > 0) await journal.append({ at, managerId, act: 'customer.shown', customerIds })
    },
  }
}
