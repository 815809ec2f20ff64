import type { Flow, Next, Question, View } from '../../src/conversation/flow.js'
import { findCustomer } from '../../src/domain/book.js'
import type { Put } from '../../src/domain/customer/defer.js'
import type { Moment } from '../../src/domain/day.js'
import type { Answer } from '../../src/language/context.js'
import type { Reading } from '../../src/language/reading.js'
import { shortName } from '../../src/messaging/cards/parts/names.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import { chosenClear } from '../chosen-clear.js'
import type { Who } from '../handler.js'
import { confirmation, whichCustomer } from '../questions/questions.js'
import { shortened } from '../shortened.js'

/** A message about customers who are clear by now. */
export interface ChangeRequest {
  readonly customerIds: readonly string[]
  readonly reading: Reading
  /** What the question was answered with, where one was put. */
  readonly answer?: ChangeAnswer
}

/** A moment, that none is set, or how a contact is put off. */
export type ChangeAnswer = { readonly moment?: Moment } | { readonly put: Put }

/** Something that is written about customers, as its flow needs to know it. */
export interface CustomerChange {
  /** A question whose answer is missing; undefined where the message says all. */
  question(request: ChangeRequest, view: View): Question | undefined
  /** What would be written, a line each: shown and asked about where the reading is unsure. Empty: nothing would be. */
  understood(request: ChangeRequest, view: View): readonly string[]
  /** When it would be; absent where no other time can be named for what is shown. */
  when?(request: ChangeRequest): Moment | undefined
}

export interface ChangeInput {
  readonly who: readonly Who[]
  readonly reading: Reading
  /** What was read is shown and asked about before anything is written. */
  readonly unsure: boolean
}

export interface ChangeState {
  readonly input: ChangeInput
  readonly chosen: readonly string[]
  readonly answered?: ChangeAnswer
  readonly confirmed: boolean
  readonly written?: true
}

/** Writes something about one or several customers: asks which, then what is missing, then whether it was read right. */
export function changeFlow(name: string, change: CustomerChange): Flow<ChangeState, ChangeInput> {
  return {
    name,
    version: 2,
    begin: (input) => ({ input, chosen: chosenClear(input.who), confirmed: !input.unsure }),
    next(state, view): Next {
      const { input, chosen } = state
      if (state.written === true) return { kind: 'end' }
      const unclear = input.who[chosen.length]
      if (unclear !== undefined)
        return { kind: 'ask', question: whichCustomer(unclear.said, unclear.candidates) }
      const request = requestOf(state)
      const question = state.answered === undefined ? change.question(request, view) : undefined
      if (question !== undefined) return { kind: 'ask', question }
      const understood = state.confirmed ? [] : change.understood(request, view)
      if (understood.length > 0)
        return {
          kind: 'ask',
          question: confirmation(understood, request.customerIds, change.when?.(request)),
        }
      return { kind: 'run', act: name, input: request }
    },
    take,
    ran: (state) => ({ ...state, written: true }),
    left: (_state, { locale }, how) => {
      const words = wordingFor(locale)
      return how === 'refused' ? words.contact.tellAgain : words.cancelled
    },
    unwritten: ({ input }) => shortened(input.reading.text),
  }
}

function take(state: ChangeState, answer: Answer): ChangeState | undefined {
  switch (answer.kind) {
    case 'customer':
      return { ...state, chosen: chosenClear(state.input.who, [...state.chosen, answer.customerId]) }
    case 'when':
      return { ...state, answered: answer.moment === undefined ? {} : { moment: answer.moment } }
    case 'choice':
      // An id of a day that was offered, or `open`.
      return { ...state, answered: answer.id === 'open' ? {} : { moment: { day: answer.id as never } } }
    case 'put':
      return { ...state, answered: { put: answer.put } }
    case 'confirm':
      return answer.yes ? { ...state, confirmed: true } : undefined
    case 'instead':
      return renamed(state, answer)
    default:
      return state
  }
}

/** Somebody else is meant: asked which where that is not clear, and shown again. */
function renamed(
  state: ChangeState,
  { not, said, candidates }: Extract<Answer, { kind: 'instead' }>,
): ChangeState {
  const { who } = state.input
  const wrong = not === undefined ? 0 : who.findIndex((one) => one.candidates.some((id) => not.includes(id)))
  if (wrong < 0) return state
  const right = who.with(wrong, { said, candidates })
  return { ...state, input: { ...state.input, who: right }, chosen: chosenClear(right) }
}

function requestOf({ input, chosen, answered }: ChangeState): ChangeRequest {
  return {
    customerIds: [...new Set(chosen)],
    reading: input.reading,
    ...(answered === undefined ? {} : { answer: answered }),
  }
}

/** The short names of customers, in the order given. */
export function namesOf(customerIds: readonly string[], { book }: Pick<View, 'book'>): readonly string[] {
  return customerIds.map((id) => shortName(findCustomer(book, id) ?? { name: id }))
}
