import type { Day } from '../domain/day.js'
import { type DeliveryKind, type DeliveryState, findDelivery } from '../domain/desk.js'
import type { Desks, Managers } from './ports.js'

/** What became of one manager's push of a day. */
export interface DeliveryLine {
  readonly managerId: string
  /** `none`: nothing was attempted; the manager was not due, or nothing ran while they were. */
  readonly state: DeliveryState | 'none'
  readonly attempts: number
  /** ISO 8601 instant of the last change of state. */
  readonly at?: string
  readonly detail?: string
}

/** The ledger of one day over the whole roster, in the roster's order: `daybook deliveries --day D`. */
export function listDeliveries(deps: { readonly managers: Managers; readonly desks: Desks }) {
  return (day: Day, kind: DeliveryKind): Promise<readonly DeliveryLine[]> =>
    Promise.all(
      deps.managers.all().map(async ({ id }): Promise<DeliveryLine> => {
        const row = findDelivery(await deps.desks.read(id), day, kind)
        if (row === undefined) return { managerId: id, state: 'none', attempts: 0 }
        const { state, attempts, at, detail } = row
        return { managerId: id, state, attempts, at, ...(detail === undefined ? {} : { detail }) }
      }),
    )
}
