import { toldMovements } from '../../domain/delivery/told.js'
import type { Desk } from '../../domain/manager/desk.js'
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
  const last = new Map<string, { readonly all: Sources; readonly ofBranch: Sources }>()
  return {
    async for(managerId) {
      const movementsReported = toldOf(await desks.read(managerId))
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
      const before = last.get(managerId)
      if (before !== undefined && isSame(before.all, all)) return before.ofBranch
      const ofBranch = sourcesOfBranch(all, branchId)
      last.set(managerId, { all, ofBranch })
      return ofBranch
    },
  }
}

/** Of the same objects, so that what a brief has worked out of a customer still stands. */
function isSame(a: Sources, b: Sources): boolean {
  const names = Object.keys(b) as (keyof Sources)[] // of an object that was made here
  return names.every(
    (name) => a[name] === b[name] || (name === 'companiesOf' && sameCompanies(a[name], b[name])),
  )
}

/** They are looked for in the books each time. */
function sameCompanies(a: Sources['companiesOf'], b: Sources['companiesOf']): boolean {
  if (a.size !== b.size) return false
  for (const [ownerId, owned] of b) {
    const before = a.get(ownerId) ?? []
    const isAsBefore = owned.every(({ customerId, name, flows, keeper }, at) => {
      const one = before[at]
      return (
        one?.customerId === customerId && one.name === name && one.flows === flows && one.keeper === keeper
      )
    })
    if (before.length !== owned.length || !isAsBefore) return false
  }
  return true
}

const told = new WeakMap<Desk['deliveries'], ReadonlySet<string>>()

function toldOf(desk: Desk): ReadonlySet<string> {
  const known = told.get(desk.deliveries) ?? toldMovements(desk)
  told.set(desk.deliveries, known)
  return known
}

/** What was imported over what the file holds, worked out once for all managers until either changes. */
function laidOverOnce(): typeof laidOver {
  let last: { readonly file: HandedIn; readonly tables: HandedIn; readonly both: HandedIn } | undefined
  return (file, tables) => {
    if (last?.file !== file || last.tables !== tables) last = { file, tables, both: laidOver(file, tables) }
    return last.both
  }
}
