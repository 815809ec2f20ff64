import type { Customer } from '../../customer/customer.js'
import type { Day } from '../../day.js'
import type { Fen } from '../../money.js'
import type { OccasionContext, ReasonBase } from '../occasion.js'

/** Much money came into the company of which the customer is the owner (Handbook §8.4 P2). */
export interface LinkedInflowReason extends ReasonBase {
  readonly kind: 'linked-inflow'
  readonly priority: 2
  readonly companyId: string
  readonly company: string
  readonly on: Day
  /** Absent where a colleague looks after the company: no figure of it is shown. */
  readonly amountFen?: Fen
  /** The colleague who does. */
  readonly with?: string
}

/** On the next working day, which covers every day from the last working day to yesterday. */
export function linkedInflow(customer: Customer, context: OccasionContext): readonly LinkedInflowReason[] {
  const { previous, today, policy, sources } = context
  const companies = sources.companiesOf.get(customer.id) ?? []
  return companies.flatMap(({ customerId, name, flows, keeper }) =>
    flows
      .filter(({ on, netFen }) => previous <= on && on < today && netFen >= policy.links.inflowFromFen)
      .map(({ on, netFen }): LinkedInflowReason => {
        const seen = keeper === undefined ? { atStakeFen: netFen, amountFen: netFen } : { with: keeper }
        return { kind: 'linked-inflow', priority: 2, companyId: customerId, company: name, on, ...seen }
      }),
  )
}
