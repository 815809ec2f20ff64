import type { Flow, Next, View } from '../../src/conversation/flow.js'
import { findCustomer } from '../../src/domain/book.js'
import { OBJECTIONS } from '../../src/domain/customer/contact.js'
import { type Day, type Moment, parseDay } from '../../src/domain/day.js'
import { CNY } from '../../src/domain/money.js'
import { currentOpportunities, findOpportunity } from '../../src/domain/opportunity/in-book.js'
import {
  MAN_ANSWERS,
  MAN_QUESTIONS,
  type Opportunity,
  STEPS,
} from '../../src/domain/opportunity/opportunity.js'
import type { Playbooks } from '../../src/domain/playbook/playbook.js'
import type { WorkingCalendar } from '../../src/domain/working-days.js'
import type { Answer } from '../../src/language/context.js'
import { shortName } from '../../src/messaging/cards/parts/names.js'
import { salesStepsFor } from '../../src/messaging/wording/sales/sales-steps.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import type { OpportunityCommand } from '../../src/usecases/sales/advance-opportunity.js'
import { whenQuestion, whichCustomer } from '../questions/questions.js'
import { commandFor } from './command-for.js'

export interface SaleInput {
  readonly said: string
  /** At least one. */
  readonly candidates: readonly string[]
  /** It begins from this product. */
  readonly productId?: string
  /** The one to go on with, where the customer has several. */
  readonly opportunityId?: string
  /** The one that is open is put off; nothing is begun. */
  readonly putOff?: { readonly to?: Moment }
}

type Doing =
  | { readonly what: 'open' }
  | { readonly what: 'step'; readonly notes: readonly string[]; readonly offersReassessment: boolean }
  | { readonly what: 'when'; readonly of: 'meeting' | 'callback' | 'postpone' }
  | { readonly what: 'lost' }
  | { readonly what: 'run'; readonly command: OpportunityCommand }
  | { readonly what: 'over'; readonly say?: string }

/** The place on the way is the opportunity's own; here is only what is being asked. */
export interface SaleState {
  readonly input: SaleInput
  readonly customerId?: string
  readonly opportunityId?: string
  readonly doing: Doing
}

/** What comes of opening an opportunity, or of moving it. */
export type SaleResult =
  | { readonly status: 'opened'; readonly opportunityId: string; readonly present?: string }
  | { readonly status: 'step'; readonly notes: readonly string[]; readonly offersReassessment?: true }
  | { readonly status: 'over'; readonly say?: string }

export interface SaleMove {
  readonly customerId: string
  readonly opportunityId: string
  readonly command: OpportunityCommand
}

export const SALE = 'sales-process'
export const OPEN_SALE = 'open-sale'
export const MOVE_SALE = 'move-sale'

/** The seven steps with one customer, from where they were left: each shown, told and gone on from. */
export function saleFlow(playbooks: () => Playbooks, calendar: WorkingCalendar): Flow<SaleState, SaleInput> {
  return {
    name: SALE,
    version: 3,
    begin(input) {
      const [first, ...others] = input.candidates
      return {
        input,
        ...(first === undefined || others.length > 0 ? {} : { customerId: first }),
        ...(input.opportunityId === undefined ? {} : { opportunityId: input.opportunityId }),
        doing: { what: 'open' },
      }
    },
    next: (state, view) => nextOf(state, view, playbooks, calendar),
    take,
    ran: (state, result) => afterRun(state, result as SaleResult), // what `open-sale` and `move-sale` give
    left: ({ opportunityId }, { locale }) =>
      opportunityId === undefined ? wordingFor(locale).left : salesStepsFor(locale).paused,
    onLeft({ customerId, opportunityId }) {
      if (customerId === undefined || opportunityId === undefined) return undefined
      const move: SaleMove = { customerId, opportunityId, command: { kind: 'pause' } }
      return { kind: 'run', act: MOVE_SALE, input: move }
    },
    renew(state) {
      const { customerId, opportunityId } = (state ?? {}) as Partial<SaleState> // of whatever version
      if (typeof customerId !== 'string' || customerId === '') return undefined
      const which = typeof opportunityId === 'string' && opportunityId !== '' ? { opportunityId } : {}
      return { said: '', candidates: [customerId], ...which }
    },
  }
}

function nextOf(state: SaleState, view: View, playbooks: () => Playbooks, calendar: WorkingCalendar): Next {
  const { input, customerId, opportunityId, doing } = state
  const own = salesStepsFor(view.locale)
  if (customerId === undefined)
    return { kind: 'ask', question: whichCustomer(input.said, input.candidates, { passing: true }) }
  const customer = findCustomer(view.book, customerId)
  switch (doing.what) {
    case 'over':
      return { kind: 'end', ...(doing.say === undefined ? {} : { say: doing.say }) }
    case 'open': {
      const current = customer === undefined ? [] : currentOpportunities(customer)
      if (input.putOff !== undefined && current.length === 0)
        return { kind: 'end', say: own.noneOpen(shortName(customer ?? { name: customerId })) }
      if (current.length > 1 && input.productId === undefined && opportunityId === undefined) {
        const { steps } = playbooks()[view.locale]
        const choices = current.map((one) => ({
          id: one.id,
          title: own.atStep(
            one.product?.productName ?? one.need ?? own.button,
            `${one.step} ${steps[one.step - 1]?.name ?? ''}`,
          ),
        }))
        const names = current.map(({ id, product, need }) => ({
          id,
          names: [product?.productName, need].filter((name) => name !== undefined),
        }))
        return {
          kind: 'ask',
          question: {
            open: { kind: 'opportunity', customerId, choices: names },
            say: { as: 'choices', text: own.whichOne(shortName(customer ?? { name: customerId })), choices },
          },
        }
      }
      return { kind: 'run', act: OPEN_SALE, input: { ...input, customerId, opportunityId } }
    }
    case 'run':
      return { kind: 'run', act: MOVE_SALE, input: { customerId, opportunityId, command: doing.command } }
    case 'when': {
      const name = shortName(customer ?? { name: customerId })
      const { contact } = wordingFor(view.locale)
      const text = doing.of === 'meeting' ? contact.whenMeeting(name) : contact.whenAgain(name)
      return { kind: 'ask', question: whenQuestion({ text, customers: [customerId] }, view, calendar) }
    }
    case 'lost':
      return { kind: 'ask', question: { open: { kind: 'lost', customerId }, say: { as: 'lost' } } }
    case 'step': {
      const opportunity = customer && findOpportunity(customer, opportunityId ?? '')
      if (opportunity?.state !== 'open') return { kind: 'end', say: own.gone }
      const { notes, offersReassessment } = doing
      const { productId } = opportunity.product ?? {}
      return {
        kind: 'ask',
        question: {
          open: {
            kind: 'step',
            customerId,
            step: opportunity.step,
            ...(productId === undefined ? {} : { productId }),
          },
          say: { as: 'step', customerId, opportunityId: opportunity.id, notes, offersReassessment },
        },
      }
    }
  }
}

function take(state: SaleState, answer: Answer, view: View): SaleState | undefined {
  const opportunity = opportunityOf(state, view)
  const run = (command: OpportunityCommand): SaleState => ({ ...state, doing: { what: 'run', command } })
  const own = salesStepsFor(view.locale)
  switch (answer.kind) {
    case 'customer':
      return { ...state, customerId: answer.customerId }
    case 'none-of-these':
      return undefined
    case 'told':
      return opportunity === undefined
        ? step(state)
        : run(commandFor(answer.told, opportunity, view.today, own.care))
    case 'reason':
      return run({ kind: 'lose', reason: answer.text })
    case 'when':
      return state.doing.what === 'when' ? afterWhen(state, state.doing.of, answer.moment) : state
    case 'choice': {
      const { doing } = state
      if (doing.what === 'open') return { ...state, opportunityId: answer.id }
      if (doing.what === 'lost') {
        const objection = OBJECTIONS.find((one) => one === answer.id)
        const reason = objection === undefined ? answer.id : wordingFor(view.locale).objections[objection]
        return run({ kind: 'lose', reason })
      }
      if (doing.what === 'when') {
        const day = parseDay(answer.id)
        return afterWhen(state, doing.of, day === undefined ? undefined : { day })
      }
      return chosen(state, answer.id, opportunity, view)
    }
    default:
      return state
  }
}

function step(state: SaleState): SaleState {
  return { ...state, doing: { what: 'step', notes: [], offersReassessment: false } }
}

function afterWhen(
  state: SaleState,
  of: 'meeting' | 'callback' | 'postpone',
  moment: { readonly day: Day; readonly time?: string } | undefined,
): SaleState {
  const run = (command: OpportunityCommand): SaleState => ({ ...state, doing: { what: 'run', command } })
  if (of === 'postpone')
    return moment === undefined ? step(state) : run({ kind: 'postpone', until: moment.day })
  const facts =
    moment === undefined ? {} : of === 'meeting' ? { appointment: moment } : { nextOn: moment.day }
  const outcome = of === 'meeting' ? 'appointment' : 'callback'
  const contact = { channel: 'call', reached: true, outcome, ...(moment && { when: moment }) } as const
  return run({ kind: 'tell', facts: { reached: true, ...facts }, contact })
}

/** What a button or a word of the way does at a step. */
function chosen(
  state: SaleState,
  choice: string,
  opportunity: Opportunity | undefined,
  { today, locale }: View,
): SaleState {
  const run = (command: OpportunityCommand): SaleState => ({ ...state, doing: { what: 'run', command } })
  const tell = (facts: Extract<OpportunityCommand, { kind: 'tell' }>['facts']) => run({ kind: 'tell', facts })
  const [verb = '', what = '', how = ''] = choice.split(' ')
  const objection = OBJECTIONS.find((one) => one === what)
  const own = salesStepsFor(locale)
  switch (verb) {
    case 'advance':
    case 'back':
    case 'pause':
    case 'skip':
      return run({ kind: verb })
    case 'to': {
      const to = STEPS.find((one) => String(one) === what)
      if (to === undefined || opportunity === undefined || to === opportunity.step) return step(state)
      return run(to > opportunity.step ? { kind: 'skip', to } : { kind: 'back', to })
    }
    case 'yes':
    case 'no':
    case 'ask': {
      const question = MAN_QUESTIONS.find((one) => opportunity?.man[one] === 'unknown')
      return question === undefined ? step(state) : tell({ man: { [question]: verb } })
    }
    case 'man': {
      const question = MAN_QUESTIONS.find((one) => one === what)
      const man = MAN_ANSWERS.find((one) => one === how)
      return question === undefined || man === undefined ? step(state) : tell({ man: { [question]: man } })
    }
    case 'appointment':
      return { ...state, doing: { what: 'when', of: 'meeting' } }
    case 'callback':
    case 'postpone':
      return { ...state, doing: { what: 'when', of: verb } }
    case 'no-answer':
      return run({
        kind: 'tell',
        facts: {},
        contact: { channel: 'call', reached: false, outcome: 'no-answer' },
      })
    case 'met':
      return run({
        kind: 'tell',
        facts: { reached: true, metOn: today },
        contact: { channel: 'visit', reached: true, outcome: 'info' },
      })
    case 'present':
      return run({ kind: 'present', productId: choice.slice('present '.length) })
    case 'reassess':
      return run({ kind: 'reassess', about: own.reassessAbout })
    case 'objection':
      return objection === undefined ? step(state) : tell({ objections: [{ kind: objection }] })
    case 'resolved':
      return objection === undefined
        ? step(state)
        : tell({ objections: [{ kind: objection, reaction: 'resolved' }] })
    case 'lose':
      return { ...state, doing: { what: 'lost' } }
    case 'win': {
      const { product, amountFen, currency = CNY } = opportunity ?? {}
      if (product?.productId === undefined || amountFen === undefined) return step(state)
      return run({
        kind: 'win',
        productId: product.productId,
        amountFen,
        currency,
        startsOn: today,
        care: own.care,
      })
    }
    default:
      return step(state)
  }
}

function opportunityOf({ customerId, opportunityId }: SaleState, { book }: View): Opportunity | undefined {
  const customer = findCustomer(book, customerId ?? '')
  return customer && findOpportunity(customer, opportunityId ?? '')
}

function afterRun(state: SaleState, result: SaleResult): SaleState {
  switch (result.status) {
    case 'opened': {
      const opened = { ...state, opportunityId: result.opportunityId }
      const { putOff } = state.input
      if (putOff !== undefined)
        return putOff.to === undefined
          ? { ...opened, doing: { what: 'when', of: 'postpone' } }
          : { ...opened, doing: { what: 'run', command: { kind: 'postpone', until: putOff.to.day } } }
      return result.present === undefined
        ? step(opened)
        : { ...opened, doing: { what: 'run', command: { kind: 'present', productId: result.present } } }
    }
    case 'step':
      return {
        ...state,
        doing: { what: 'step', notes: result.notes, offersReassessment: result.offersReassessment === true },
      }
    case 'over':
      return { ...state, doing: { what: 'over', ...(result.say === undefined ? {} : { say: result.say }) } }
  }
}
