import type { Flow } from '../../src/conversation/flow.js'
import type { StatedFact } from '../../src/domain/customer/facts/check-fact.js'
import type { ToldField } from '../../src/domain/customer/facts/completeness.js'
import { updatedReply } from '../../src/messaging/cards/customers/update-card.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import { type UpdateCustomerDeps, updateCustomer } from '../../src/usecases/customers/update-customer.js'
import type { BriefCards } from '../brief/brief-cards.js'
import type { Acts } from '../handler.js'
import type { Session } from '../session.js'

export interface KnowInput {
  readonly customerId: string
  readonly field: ToldField
}

export interface KnowState extends KnowInput {
  readonly stated?: StatedFact
  readonly written?: true
}

export const KNOW_CUSTOMER = 'know-customer'

/** The one thing about a customer that is best known next, asked in passing: whatever else is said lets it go. */
export const knowCustomerFlow: Flow<KnowState, KnowInput> = {
  name: KNOW_CUSTOMER,
  version: 2,
  begin: (input) => input,
  next({ customerId, field, stated, written }) {
    if (written === true) return { kind: 'end' }
    if (stated !== undefined) return { kind: 'run', act: KNOW_CUSTOMER, input: { customerId, stated } }
    const open = { kind: 'fact', customerId, field } as const
    return { kind: 'ask', question: { open, say: { as: 'fact', customerId, field }, passing: true } }
  },
  take: (state, answer) => (answer.kind === 'fact' ? { ...state, stated: answer.stated } : undefined),
  ran: (state) => ({ ...state, written: true }),
  left: (_state, { locale }) => wordingFor(locale).left,
}

/** Writes the answer into the profile, which can be taken back. */
export function knowCustomerActs(deps: UpdateCustomerDeps, briefs: BriefCards): Acts {
  const update = updateCustomer(deps)
  return {
    [KNOW_CUSTOMER]: async (
      { customerId, stated: fact }: { customerId: string; stated: StatedFact },
      session: Session,
      changeId,
    ) => {
      const { manager, locale, today, at } = session
      const result = await update({
        changeId,
        managerId: manager.id,
        customerIds: [customerId],
        fact,
        today,
        at,
      })
      if (result.status !== 'written') return
      await session.reply(
        updatedReply({ changeId, updates: result.results, managerName: manager.name, locale, today }),
      )
      await briefs.refresh(session)
    },
  }
}
