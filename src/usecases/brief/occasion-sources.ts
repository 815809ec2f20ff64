import { toldMovements } from '../../domain/delivery/told.js'
import { type HandedIn, laidOver } from '../../domain/occasions/handed-in.js'
import type { Festival, Sources } from '../../domain/occasions/sources.js'
import { sourcesOfBranch } from '../../domain/occasions/sources.js'
import type {
  Campaigns,
  Desks,
  HandedInTables,
  Managers,
  OccasionSources,
  Products,
  TransactionFeeds,
} from '../../ports/ports.js'

export interface OccasionSourcesDeps {
  readonly products: Products
  readonly managers: Managers
  readonly desks: Desks
  readonly handedIn: HandedInTables
  readonly feed: TransactionFeeds
  readonly campaigns: Pick<Campaigns, 'read'>
  /** What stands in the file of occasions now; the same object until it changes. */
  readonly occasionsFile: () => HandedIn
  readonly festivals: readonly Festival[]
  /** Companies of a manager's customers, by the owner's id. */
  readonly companiesOf: (managerId: string) => Promise<Sources['companiesOf']>
}

/** The sources of the brief for one manager: those of their branch, without the movements the evening told already. */
export function occasionSources({
  products,
  managers,
  desks,
  handedIn,
  feed,
  campaigns,
  occasionsFile,
  festivals,
  companiesOf,
}: OccasionSourcesDeps): OccasionSources {
  const bothOf = laidOverOnce()
  return {
    async for(managerId) {
      const movementsReported = toldMovements(await desks.read(managerId))
      const both = bothOf(occasionsFile(), handedIn.all())
      const branchId = managers.find(managerId)?.branchId ?? ''
      const all: Sources = {
        ...both,
        festivals,
        products: products.all(),
        movementsReported,
        feed: feed.current(),
        companiesOf: await companiesOf(managerId),
        campaigns: (await campaigns.read(branchId)).campaigns,
      }
      return sourcesOfBranch(all, branchId)
    },
  }
}

/** What was imported over what the file holds, worked out once for all managers until either changes. */
function laidOverOnce(): typeof laidOver {
  let last: { readonly file: HandedIn; readonly tables: HandedIn; readonly both: HandedIn } | undefined
  return (file, tables) => {
    if (last?.file !== file || last.tables !== tables) last = { file, tables, both: laidOver(file, tables) }
    return last.both
  }
}
