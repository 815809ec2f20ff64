import type { Flow } from '../../src/conversation/flow.js'
import type { WrittenThing } from '../../src/language/context.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import { whichCustomer } from '../questions/questions.js'
import { AMEND_WHICH } from './amend.js'

export interface AmendWhichInput {
  readonly thing: WrittenThing
  readonly said: string
  readonly candidates: readonly string[]
}

export interface AmendWhichState extends AmendWhichInput {
  readonly chosen?: string
  readonly done?: true
}

/** A correction names somebody whose name several bear: which of them, then it is written. */
export const amendWhichFlow: Flow<AmendWhichState, AmendWhichInput> = {
  name: AMEND_WHICH,
  version: 1,
  begin: (input) => input,
  next({ thing, said, candidates, chosen, done }) {
    if (done === true) return { kind: 'end' }
    if (chosen === undefined) return { kind: 'ask', question: whichCustomer(said, candidates) }
    return { kind: 'run', act: AMEND_WHICH, input: { thing, said, customerId: chosen } }
  },
  take: (state, answer) => (answer.kind === 'customer' ? { ...state, chosen: answer.customerId } : undefined),
  ran: (state) => ({ ...state, done: true }),
  left: (_state, { locale }) => wordingFor(locale).left,
}
