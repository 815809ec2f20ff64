import type { Customer } from '../../domain/customer/customer.js'
import type { Favour, FavourKind } from '../../domain/customer/favour.js'
import type { Day } from '../../domain/day.js'
import type { Fen } from '../../domain/money.js'
import { type WriteChangeDeps, writeChange } from '../changes/write-change.js'

export interface FavourToNote {
  readonly changeId: string
  readonly managerId: string
  readonly customerIds: readonly string[]
  readonly kind: FavourKind
  readonly name: string
  readonly on: Day
  readonly valueFen?: Fen
  /** ISO 8601 instant. */
  readonly at: string
}

/** Records a gift received or an event attended, for whoever has the customer in the book; it can be taken back. */
export function noteFavour(deps: WriteChangeDeps) {
  return ({ kind, name, on, valueFen, ...input }: FavourToNote) =>
    writeChange<{ readonly customer: Customer; readonly favour: Favour }>(
      deps,
      { ...input, kind: 'favour.add' },
      (customer, key) => {
        const favour: Favour = {
          id: key,
          kind,
          name,
          on,
          ...(valueFen === undefined ? {} : { valueFen }),
          managerId: input.managerId,
        }
        const after = { ...customer, favours: [...(customer.favours ?? []), favour] }
        return {
          customer: after,
          edits: [{ kind: 'favour-added', customerId: customer.id, favourId: key }],
          result: { customer: after, favour },
        }
      },
    )
}
