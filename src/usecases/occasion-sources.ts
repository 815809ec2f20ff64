import { toldMovements } from '../domain/delivery/told.js'
import type { Festival, Sources } from '../domain/occasions/sources.js'
import { sourcesOfBranch } from '../domain/occasions/sources.js'
import type { Desks, Managers, OccasionSources, Products } from './ports.js'

/** What head office and the branches hand in besides the bank's tables. */
export type HandedIn = Pick<Sources, 'gifts' | 'events' | 'news' | 'prices'> & {
  readonly festivals: readonly Festival[]
}

export interface OccasionSourcesDeps {
  readonly products: Products
  readonly managers: Managers
  readonly desks: Desks
  /** As it is now. */
  readonly handedIn: () => HandedIn
}

/** The sources of the brief for one manager: those of their branch, without the movements the evening told already. */
export function occasionSources({
  products,
  managers,
  desks,
  handedIn,
}: OccasionSourcesDeps): OccasionSources {
  return {
    async for(managerId) {
      const movementsReported = toldMovements(await desks.read(managerId))
      const all: Sources = { ...handedIn(), products: products.all(), movementsReported }
      return sourcesOfBranch(all, managers.find(managerId)?.branchId ?? '')
    },
  }
}
