import type { Flow } from '../../src/conversation/flow.js'
import type { Reading } from '../../src/language/reading.js'
import { aboutOne } from '../../src/language/thread/about-one.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import { whichCustomer } from '../questions/questions.js'
import { shortened } from '../shortened.js'

/** A message with a name that the book does not have, and those it sounds or is spelt like. */
export interface DidYouMeanInput {
  readonly reading: Reading
  /** Where the name stands in the text; `end` is exclusive. */
  readonly start: number
  readonly end: number
  /** At least one. */
  readonly candidates: readonly string[]
  /** Nothing is written by the message: the question may be passed over. */
  readonly passing: boolean
}

export interface DidYouMeanState extends DidYouMeanInput {
  readonly chosen?: string
  readonly done?: true
}

export const DID_YOU_MEAN = 'did-you-mean'

/** Offers the near customers for a name that is nobody's; nothing is done before one is chosen. */
export const didYouMeanFlow: Flow<DidYouMeanState, DidYouMeanInput> = {
  name: DID_YOU_MEAN,
  version: 2,
  begin: (input) => input,
  next({ reading, start, end, candidates, passing, chosen, done }) {
    if (done === true) return { kind: 'end' }
    if (chosen !== undefined) {
      // The choice was plain: nothing of it is presumed.
      const { presumes: _, ...wish } = aboutOne(reading, start, end, chosen)
      return { kind: 'run', act: DID_YOU_MEAN, input: wish }
    }
    const said = reading.text.slice(start, end)
    return {
      kind: 'ask',
      question: whichCustomer(said, candidates, { guessed: true, ...(passing ? { passing: true } : {}) }),
    }
  },
  take: (state, answer) => (answer.kind === 'customer' ? { ...state, chosen: answer.customerId } : undefined),
  ran: (state) => ({ ...state, done: true }),
  left({ passing }, { locale }) {
    const words = wordingFor(locale)
    return passing ? words.left : words.cancelled
  },
  unwritten: ({ passing, reading }) => (passing ? undefined : shortened(reading.text)),
}
