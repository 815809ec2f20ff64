import { Dialog, type DialogContext, type DialogReason, type DialogTurnResult } from 'botbuilder-dialogs'
import { findCustomer } from '../src/domain/book.js'
import { OBJECTIONS } from '../src/domain/customer/contact.js'
import { CNY } from '../src/domain/money.js'
import { currentOpportunities, findOpportunity } from '../src/domain/opportunity/in-book.js'
import { MAN_ANSWERS, MAN_QUESTIONS, type Opportunity } from '../src/domain/opportunity/opportunity.js'
import { shortName } from '../src/messaging/cards/names.js'
import { endedReply, refusalLines } from '../src/messaging/cards/step-card.js'
import { formatAmount, formatDay } from '../src/messaging/wording/format.js'
import { notedLines } from '../src/messaging/wording/noted.js'
import { salesStepsFor } from '../src/messaging/wording/sales-steps.js'
import { describeDay } from '../src/messaging/wording/when.js'
import { wordingFor } from '../src/messaging/wording/wording.js'
import {
  type Advanced,
  advanceOpportunity,
  type OpportunityCommand,
} from '../src/usecases/advance-opportunity.js'
import { startOpportunity } from '../src/usecases/start-opportunity.js'
import type { Answer } from './ask.js'
import { AskLost } from './ask-lost.js'
import { AskStep, type StepAnswer } from './ask-step.js'
import { AskWhen, type When } from './ask-when.js'
import { ChooseCustomer } from './choose-customer.js'
import { ChooseOpportunity } from './choose-opportunity.js'
import type { HandlerDeps } from './handlers/handler.js'
import { type Session, sessionOf } from './session.js'
import { commandFor } from './told-at-step.js'

export interface SalesProcessOptions {
  readonly said: string
  /** At least one. */
  readonly candidates: readonly string[]
  /** It begins from this product. */
  readonly productId?: string
  /** The one to go on with, where the customer has several. */
  readonly opportunityId?: string
}

/** Changed whenever what is kept below changes its meaning: a flow begun under another version starts anew at its step. */
const FLOW_VERSION = 2

type WaitingFor = 'customer' | 'opportunity' | 'step' | 'meeting' | 'callback' | 'postpone' | 'lost'

/** The place on the way is the opportunity's own; here is only what is being asked. */
interface State {
  version: number
  waiting: WaitingFor
  options: SalesProcessOptions
  customerId: string
  opportunityId: string
}

/** The seven steps with one customer, from where they were left: each shown, told and gone on from. */
export class SalesProcess extends Dialog<SalesProcessOptions> {
  static readonly id = 'sales-process'

  constructor(
    private readonly deps: HandlerDeps & { readonly written: (session: Session) => Promise<void> },
  ) {
    super(SalesProcess.id)
  }

  /** Begins one that was left open by an earlier version anew, at the step where the opportunity is; whether there was one. */
  static async beginAnew(dialogs: DialogContext): Promise<boolean> {
    const at = dialogs.stack.findIndex(({ id }) => id === SalesProcess.id)
    const state = dialogs.stack[at]?.state as Partial<State> | undefined // of whatever version
    if (state === undefined || state.version === FLOW_VERSION) return false
    dialogs.stack.splice(at)
    const { customerId = '', opportunityId = '' } = state
    if (customerId === '') return false
    const which = opportunityId === '' ? {} : { opportunityId }
    await dialogs.beginDialog(SalesProcess.id, { said: '', candidates: [customerId], ...which })
    return true
  }

  override async beginDialog(
    dialogs: DialogContext,
    options?: SalesProcessOptions,
  ): Promise<DialogTurnResult> {
    if (options === undefined) throw new Error('sales-process was begun without its options')
    const [first, ...others] = options.candidates
    const state: State = {
      version: FLOW_VERSION,
      waiting: 'customer',
      options,
      customerId: first ?? '',
      opportunityId: options.opportunityId ?? '',
    }
    Object.assign(dialogs.activeDialog!.state, state)
    if (others.length === 0) return this.open(dialogs)
    return dialogs.beginDialog(ChooseCustomer.id, options)
  }

  /** Reached only where no question is open above this flow: a question of an earlier version was let go. */
  override async continueDialog(dialogs: DialogContext): Promise<DialogTurnResult> {
    return this.open(dialogs)
  }

  override async resumeDialog(
    dialogs: DialogContext,
    _reason: DialogReason,
    result?: Answer<unknown>,
  ): Promise<DialogTurnResult> {
    const state = stateOf(dialogs)
    const { waiting } = state
    if (result?.kind !== 'answered') {
      if (waiting === 'customer' || waiting === 'opportunity')
        return this.end(dialogs, wordingFor(sessionOf(dialogs).locale).left)
      return waiting === 'step' ? this.run(dialogs, { kind: 'pause' }) : this.ask(dialogs, [])
    }
    // Each question ends with its own kind of answer: see ChooseCustomer, AskStep, AskLost, AskWhen.
    if (waiting === 'customer') {
      state.customerId = result.value as string
      return this.open(dialogs)
    }
    if (waiting === 'opportunity') {
      state.opportunityId = result.value as string
      return this.open(dialogs)
    }
    if (waiting === 'step') return this.take(dialogs, result.value as StepAnswer)
    if (waiting === 'lost') return this.run(dialogs, { kind: 'lose', reason: result.value as string })
    const { moment } = result.value as When
    if (waiting === 'postpone')
      return moment === undefined
        ? this.ask(dialogs, [])
        : this.run(dialogs, { kind: 'postpone', until: moment.day })
    const outcome = waiting === 'meeting' ? 'appointment' : 'callback'
    const facts =
      moment === undefined ? {} : waiting === 'meeting' ? { appointment: moment } : { nextOn: moment.day }
    const contact = { channel: 'call', reached: true, outcome, ...(moment && { when: moment }) } as const
    return this.run(dialogs, { kind: 'tell', facts: { reached: true, ...facts }, contact })
  }

  private async open(dialogs: DialogContext): Promise<DialogTurnResult> {
    const state = stateOf(dialogs)
    const { manager, locale, today, at, turnId } = sessionOf(dialogs)
    const own = salesStepsFor(locale)
    const { productId } = state.options
    const customer = findCustomer(await this.deps.books.read(manager.id), state.customerId)
    const current = customer === undefined ? [] : currentOpportunities(customer)
    if (current.length > 1 && productId === undefined && state.opportunityId === '') {
      state.waiting = 'opportunity'
      return dialogs.beginDialog(ChooseOpportunity.id, { customerId: state.customerId })
    }
    const started = await startOpportunity(this.deps)({
      ...(productId === undefined ? {} : { productId }),
      ...(state.opportunityId === '' ? {} : { opportunityId: state.opportunityId }),
      changeId: turnId,
      managerId: manager.id,
      customerId: state.customerId,
      needOfMaturity: (product, on) => own.needOfMaturity(product, formatDay(on, locale, today)),
      today,
      at,
    })
    if (started === undefined) return this.end(dialogs, wordingFor(locale).noCustomer(state.customerId))
    state.opportunityId = started.opportunity.id
    if (productId === undefined || started.opportunity.product?.productId === productId)
      return this.ask(dialogs, [])
    return this.run(dialogs, { kind: 'present', productId }, `${turnId}/product`)
  }

  private async ask(
    dialogs: DialogContext,
    notes: readonly string[],
    offersReassessment = false,
  ): Promise<DialogTurnResult> {
    const state = stateOf(dialogs)
    const { customerId, opportunityId } = state
    const { locale } = sessionOf(dialogs)
    const customer = findCustomer(await this.deps.books.read(sessionOf(dialogs).manager.id), customerId)
    const opportunity = customer && findOpportunity(customer, opportunityId)
    if (opportunity?.state !== 'open') return this.end(dialogs, salesStepsFor(locale).gone)
    state.waiting = 'step'
    const { step } = opportunity
    return dialogs.beginDialog(AskStep.id, { customerId, opportunityId, step, notes, offersReassessment })
  }

  private async askWhen(dialogs: DialogContext, waiting: WaitingFor): Promise<DialogTurnResult> {
    const state = stateOf(dialogs)
    state.waiting = waiting
    const customer = findCustomer(await this.deps.books.read(sessionOf(dialogs).manager.id), state.customerId)
    const name = shortName(customer ?? { name: state.customerId })
    return dialogs.beginDialog(AskWhen.id, { name, meeting: waiting === 'meeting' })
  }

  private async take(dialogs: DialogContext, answer: StepAnswer): Promise<DialogTurnResult> {
    const { today, locale } = sessionOf(dialogs)
    const own = salesStepsFor(locale)
    const tell = (facts: Extract<OpportunityCommand, { kind: 'tell' }>['facts']) =>
      this.run(dialogs, { kind: 'tell', facts })
    if ('told' in answer) {
      const opportunity = await this.opportunityOf(dialogs)
      return opportunity === undefined
        ? this.ask(dialogs, [])
        : this.run(dialogs, commandFor(answer.told, opportunity, today, own.care))
    }
    const [verb = '', what = '', how = ''] = answer.choice.split(' ')
    const objection = OBJECTIONS.find((one) => one === what)
    switch (verb) {
      case 'advance':
      case 'back':
      case 'pause':
      case 'skip':
        return this.run(dialogs, { kind: verb })
      case 'yes':
      case 'no':
      case 'ask': {
        const man = (await this.opportunityOf(dialogs))?.man
        const question = MAN_QUESTIONS.find((one) => man?.[one] === 'unknown')
        return question === undefined ? this.ask(dialogs, []) : tell({ man: { [question]: verb } })
      }
      case 'man': {
        const question = MAN_QUESTIONS.find((one) => one === what)
        const man = MAN_ANSWERS.find((one) => one === how)
        return question === undefined || man === undefined
          ? this.ask(dialogs, [])
          : tell({ man: { [question]: man } })
      }
      case 'appointment':
        return this.askWhen(dialogs, 'meeting')
      case 'callback':
      case 'postpone':
        return this.askWhen(dialogs, verb)
      case 'no-answer':
        return this.run(dialogs, {
          kind: 'tell',
          facts: {},
          contact: { channel: 'call', reached: false, outcome: 'no-answer' },
        })
      case 'met':
        return this.run(dialogs, {
          kind: 'tell',
          facts: { reached: true, metOn: today },
          contact: { channel: 'visit', reached: true, outcome: 'info' },
        })
      case 'present':
        return this.run(dialogs, { kind: 'present', productId: answer.choice.slice('present '.length) })
      case 'reassess':
        return this.run(dialogs, { kind: 'reassess', about: own.reassessAbout })
      case 'objection':
        return objection === undefined ? this.ask(dialogs, []) : tell({ objections: [{ kind: objection }] })
      case 'resolved':
        return objection === undefined
          ? this.ask(dialogs, [])
          : tell({ objections: [{ kind: objection, reaction: 'resolved' }] })
      case 'lose':
        stateOf(dialogs).waiting = 'lost'
        return dialogs.beginDialog(AskLost.id, {})
      case 'win':
        return this.win(dialogs)
      default:
        return this.ask(dialogs, [])
    }
  }

  private async win(dialogs: DialogContext): Promise<DialogTurnResult> {
    const opportunity = await this.opportunityOf(dialogs)
    const { product, amountFen, currency = CNY } = opportunity ?? {}
    if (product?.productId === undefined || amountFen === undefined) return this.ask(dialogs, [])
    const { today, locale } = sessionOf(dialogs)
    const { care } = salesStepsFor(locale)
    const { productId } = product
    return this.run(dialogs, { kind: 'win', productId, amountFen, currency, startsOn: today, care })
  }

  private async opportunityOf(dialogs: DialogContext): Promise<Opportunity | undefined> {
    const { customerId, opportunityId } = stateOf(dialogs)
    const customer = findCustomer(await this.deps.books.read(sessionOf(dialogs).manager.id), customerId)
    return customer && findOpportunity(customer, opportunityId)
  }

  private async run(
    dialogs: DialogContext,
    command: OpportunityCommand,
    changeId: string = sessionOf(dialogs).turnId,
  ): Promise<DialogTurnResult> {
    const { customerId, opportunityId } = stateOf(dialogs)
    const session = sessionOf(dialogs)
    const { manager, locale, today, at } = session
    const own = salesStepsFor(locale)
    const ids = { changeId, managerId: manager.id, customerId, opportunityId }
    const advanced = await advanceOpportunity(this.deps)({ ...ids, command, today, at })
    if (advanced.status === 'not-found') return this.end(dialogs, own.gone)
    if (advanced.status === 'refused') return this.refuse(dialogs, advanced)
    await this.deps.written(session)
    const { opportunity, agreed } = advanced
    const { outcome } = opportunity
    if (outcome !== undefined) {
      const text =
        outcome.kind === 'won'
          ? own.won(formatAmount(outcome.amountFen, outcome.currency, locale), agreed.length)
          : outcome.kind === 'lost'
            ? own.lost
            : own.postponed(describeDay(outcome.until, locale, today))
      await session.reply(endedReply(text, changeId, locale))
      return dialogs.endDialog()
    }
    if (command.kind === 'pause') return this.end(dialogs, own.paused)
    return this.ask(dialogs, notedLines(command, agreed, locale, today))
  }

  private refuse(
    dialogs: DialogContext,
    { decision, product }: Extract<Advanced, { status: 'refused' }>,
  ): Promise<DialogTurnResult> {
    const { locale } = sessionOf(dialogs)
    if (decision.reason !== 'not-suitable') return this.ask(dialogs, [salesStepsFor(locale).notDone])
    const curable = decision.refusals.some(
      ({ reason }) =>
        reason === 'not-assessed' || reason === 'assessment-expired' || reason === 'level-above-rating',
    )
    return this.ask(dialogs, refusalLines(product?.name ?? '', decision.refusals, locale), curable)
  }

  private async end(dialogs: DialogContext, text: string): Promise<DialogTurnResult> {
    await sessionOf(dialogs).reply({ text })
    return dialogs.endDialog()
  }
}

function stateOf(dialogs: DialogContext): State {
  return dialogs.activeDialog!.state as State // written by this dialog alone
}
