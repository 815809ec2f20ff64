import { Dialog, type DialogContext, type DialogReason, type DialogTurnResult } from 'botbuilder-dialogs'
import type { Reading } from '../src/language/reading.js'
import { wordingFor } from '../src/messaging/wording/wording.js'
import type { Answer } from './ask.js'
import { ChooseCustomer } from './choose-customer.js'
import { Confirm, type Instead } from './confirm.js'
import type { LogContactDeps } from './log-contact.js'
import { type Session, sessionOf } from './session.js'

/** Words that named somebody, and whom they may mean. */
export interface Who {
  readonly said: string
  /** At least one. */
  readonly candidates: readonly string[]
}

/** A message about customers who are clear by now. */
export interface ChangeRequest {
  readonly customerIds: readonly string[]
  readonly reading: Reading
  readonly session: Session
  /** What the question was answered with, where one was put. */
  readonly answer?: unknown
}

/** Something that is written about customers. */
export interface CustomerChange {
  /** A question whose answer is missing; undefined where the message says all. */
  question(request: ChangeRequest): Promise<{ readonly dialog: string; readonly options: object } | undefined>
  /** What would be written, a line each: shown and asked about where the reading is unsure. Empty: nothing would be. */
  understood(request: ChangeRequest): Promise<readonly string[]>
  /** @param changeId the same for every repeat */
  write(request: ChangeRequest, changeId: string): Promise<void>
}

export interface ChangeCustomersOptions {
  /** The name of the change. */
  readonly change: string
  readonly who: readonly Who[]
  readonly reading: Reading
  /** What was read is shown and asked about before anything is written. */
  readonly unsure: boolean
  /** The change that this one corrects: it is taken back first. */
  readonly replaces?: string
}

/** Changed whenever what is kept below changes its meaning: a flow begun under another version starts anew. */
const FLOW_VERSION = 1

interface State {
  version: number
  options: ChangeCustomersOptions
  changeId: string
  chosen: string[]
  answered?: { value: unknown }
  confirmed: boolean
  waiting?: 'customer' | 'question' | 'confirmation'
}

/** Writes something about one or several customers: asks which, then what is missing, then whether it was read right. */
export class ChangeCustomers extends Dialog<ChangeCustomersOptions> {
  static readonly id = 'change-customers'

  constructor(
    private readonly changes: Readonly<Record<string, CustomerChange>>,
    private readonly deps: Pick<LogContactDeps, 'remember' | 'takeBack'>,
  ) {
    super(ChangeCustomers.id)
  }

  override async beginDialog(
    dialogs: DialogContext,
    options?: ChangeCustomersOptions,
  ): Promise<DialogTurnResult> {
    if (options === undefined) throw new Error('change-customers was begun without its options')
    Object.assign(dialogs.activeDialog!.state, firstState(options, sessionOf(dialogs).turnId))
    return this.advance(dialogs)
  }

  /** Reached only where no question is open above this flow, which a crash between two writes may leave behind. */
  override async continueDialog(dialogs: DialogContext): Promise<DialogTurnResult> {
    return this.advance(dialogs)
  }

  override async resumeDialog(
    dialogs: DialogContext,
    _reason: DialogReason,
    result?: Answer<unknown>,
  ): Promise<DialogTurnResult> {
    const state = stateOf(dialogs)
    if (state.version !== FLOW_VERSION) {
      Object.assign(state, firstState(state.options, state.changeId))
      return this.advance(dialogs)
    }
    const words = wordingFor(sessionOf(dialogs).locale)
    if (result?.kind === 'left') return this.leave(dialogs, words.cancelled)
    if (result?.kind === 'answered') {
      if (state.waiting === 'confirmation' && result.value === false)
        return this.leave(dialogs, words.contact.tellAgain)
      take(state, result.value)
    }
    delete state.waiting
    return this.advance(dialogs)
  }

  private async advance(dialogs: DialogContext): Promise<DialogTurnResult> {
    const state = stateOf(dialogs)
    const { options } = state
    const change = this.changes[options.change]
    if (change === undefined) return dialogs.endDialog()
    const next = options.who[state.chosen.length]
    if (next !== undefined) {
      const [only, ...others] = next.candidates
      if (only !== undefined && others.length === 0) {
        state.chosen.push(only)
        return this.advance(dialogs)
      }
      state.waiting = 'customer'
      return dialogs.beginDialog(ChooseCustomer.id, next)
    }
    const request = requestOf(state, sessionOf(dialogs))
    if (state.answered === undefined) {
      const question = await change.question(request)
      if (question !== undefined) {
        state.waiting = 'question'
        return dialogs.beginDialog(question.dialog, question.options)
      }
    }
    const understood = state.confirmed ? [] : await change.understood(request)
    if (understood.length > 0) {
      state.waiting = 'confirmation'
      return dialogs.beginDialog(Confirm.id, { understood, mayRename: true })
    }
    if (options.replaces !== undefined)
      await request.session.reply({ text: await this.deps.takeBack(options.replaces, request.session) })
    await change.write(request, state.changeId)
    const { customerIds, reading, session } = request
    const { changeId } = state
    this.deps.remember({ kind: 'change', changeId, change: options.change, customerIds, reading }, session)
    return dialogs.endDialog()
  }

  private async leave(dialogs: DialogContext, text: string): Promise<DialogTurnResult> {
    await sessionOf(dialogs).reply({ text })
    return dialogs.endDialog()
  }
}

function firstState(options: ChangeCustomersOptions, changeId: string): State {
  return { version: FLOW_VERSION, options, changeId, chosen: [], confirmed: !options.unsure }
}

function requestOf({ options, chosen, answered }: State, session: Session): ChangeRequest {
  return {
    customerIds: [...new Set(chosen)],
    reading: options.reading,
    session,
    ...(answered === undefined ? {} : { answer: answered.value }),
  }
}

function take(state: State, value: unknown): void {
  if (state.waiting === 'customer') state.chosen.push(String(value))
  if (state.waiting === 'question') state.answered = { value }
  if (state.waiting !== 'confirmation') return
  const answer = value as true | Instead // what `Confirm` ends with besides "no"
  if (answer === true) state.confirmed = true
  else rename(state, answer)
}

/** Somebody else is meant: asked which where that is not clear, and shown again. */
function rename(state: State, { not, said, candidates }: Instead): void {
  const { who } = state.options
  const wrong = not === undefined ? 0 : who.findIndex((one) => one.candidates.some((id) => not.includes(id)))
  if (wrong < 0) return
  state.options = { ...state.options, who: who.with(wrong, { said, candidates }) }
  state.chosen = []
}

function stateOf(dialogs: DialogContext): State {
  return dialogs.activeDialog!.state as State // written by this dialog alone
}

/** Whom a message is about, one entry for each name in it; empty where it names nobody of the book. */
export function whoIsMeant({ slots, mentions }: Reading): readonly Who[] {
  const meant = slots.customers ?? []
  const named = (mentions ?? []).flatMap(({ text, customers }): Who[] => {
    const candidates = customers.filter((id) => meant.includes(id))
    return candidates.length === 0 ? [] : [{ said: text, candidates }]
  })
  const once = named.filter(
    (who, at) => named.findIndex((other) => other.candidates.join() === who.candidates.join()) === at,
  )
  if (once.length > 0) return once
  return meant.length === 0 ? [] : [{ said: meant.join(' '), candidates: meant }]
}
