import type { Flow } from '../../src/conversation/flow.js'
import type { Reading } from '../../src/language/reading.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import { chosenClear } from '../chosen-clear.js'
import { type Acts, type Begin, type Who, whoIsMeant } from '../handler.js'
import { whichCustomer } from '../questions/questions.js'
import type { Session } from '../session.js'

/** What the words besides the name said; kept with the question, so plain texts. */
export type About = Readonly<Record<string, string>>

export interface ForCustomerInput {
  readonly act: string
  readonly about: About
  readonly who: readonly Who[]
}

export interface ForCustomerState extends ForCustomerInput {
  readonly chosen: readonly string[]
  readonly done?: true
}

/** Something that is answered in one turn for one customer. */
export type ActForCustomer = (customerId: string, about: About, session: Session) => Promise<void>

export const FOR_CUSTOMER = 'for-customer'

/** Begins what is done for each customer that a message names, after asking which where a name fits several. */
export function forCustomer(act: string, reading: Reading, about: About = {}): Begin {
  const input: ForCustomerInput = { act, about, who: whoIsMeant(reading) }
  return { flow: FOR_CUSTOMER, input }
}

/** Does something for one customer or several, after asking which where the words fit more. */
export const forCustomerFlow: Flow<ForCustomerState, ForCustomerInput> = {
  name: FOR_CUSTOMER,
  version: 2,
  begin: (input) => ({ ...input, chosen: chosenClear(input.who) }),
  next(state) {
    const { who, chosen, act, about } = state
    if (state.done === true) return { kind: 'end' }
    const unclear = who[chosen.length]
    return unclear === undefined
      ? { kind: 'run', act: FOR_CUSTOMER, input: { act, about, customerIds: [...new Set(chosen)] } }
      : { kind: 'ask', question: whichCustomer(unclear.said, unclear.candidates, { passing: true }) }
  },
  take: (state, answer) =>
    answer.kind === 'customer'
      ? { ...state, chosen: chosenClear(state.who, [...state.chosen, answer.customerId]) }
      : undefined,
  ran: (state) => ({ ...state, done: true }),
  left: (_state, { locale }) => wordingFor(locale).left,
}

export function forCustomerActs(acts: Readonly<Record<string, ActForCustomer>>): Acts {
  return {
    [FOR_CUSTOMER]: async (
      { act, about, customerIds }: { act: string; about: About; customerIds: readonly string[] },
      session: Session,
    ) => {
      for (const customerId of customerIds) await acts[act]?.(customerId, about, session)
    },
  }
}
