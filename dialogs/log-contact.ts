import { Dialog, type DialogContext, type DialogReason, type DialogTurnResult } from 'botbuilder-dialogs'
import { type Book, findCustomer } from '../src/domain/book.js'
import type { ToldContact } from '../src/domain/customer/record-contact.js'
import { type AmountRange, fenOfYuan } from '../src/domain/money.js'
import type { Policy } from '../src/domain/policy.js'
import type { WorkingCalendar } from '../src/domain/working-days.js'
import { unknownNameIn } from '../src/language/people/unknown-name.js'
import type { ReportedContact } from '../src/language/reading.js'
import { loggedReply } from '../src/messaging/cards/logged-card.js'
import { shortName } from '../src/messaging/cards/names.js'
import { describeTold } from '../src/messaging/wording/contact.js'
import { wordingFor } from '../src/messaging/wording/wording.js'
import type { LogContact as LogContactUseCase } from '../src/usecases/log-contact.js'
import type { Answer } from './ask.js'
import { AskOutcome, type Told } from './ask-outcome.js'
import { AskWhen, type When } from './ask-when.js'
import { ChooseCustomer } from './choose-customer.js'
import { Confirm, type Instead } from './confirm.js'
import { type Session, sessionOf } from './session.js'
import type { Written } from './thread.js'

export type LogContactOptions =
  /** From a message. `unsure`: what was read is shown and asked about before anything is written. */
  | {
      readonly contacts: readonly ReportedContact[]
      readonly unsure: boolean
      /** Empty where the contacts were told by buttons. */
      readonly text: string
      /** The change that this one corrects: it is taken back first. */
      readonly replaces?: string
    }
  /** From a button: the customer is clear, the rest is asked. */
  | { readonly customerId: string }

export interface LogContactDeps {
  readonly logContact: LogContactUseCase
  /** Told after every write. */
  readonly written: (session: Session) => Promise<void>
  /** Told what was written, so that the next message can correct it. */
  readonly remember: (written: Written, session: Session) => void
  /** Takes a change back, and says so. */
  readonly takeBack: (changeId: string, session: Session) => Promise<string>
  readonly bookOf: (managerId: string) => Promise<Book>
  /** What a report is about, without the days in it; empty where nothing else was said. */
  readonly aboutOf: (text: string, session: Session) => string
  /** Whether the customer asks not to be contacted any more. */
  readonly asksForQuiet: (text: string) => boolean
  readonly policy: Policy
  readonly calendar: WorkingCalendar
}

/** Changed whenever what is kept below changes its meaning: a flow begun under another version starts anew. */
const FLOW_VERSION = 1

interface Entry {
  customerId?: string
  /** Whom the words may mean, where that is not clear. */
  candidates: readonly string[]
  /** The words that named the customer. */
  said: string
  told?: Told
  /** A day was asked for, and none is set. */
  dayLeftOpen?: boolean
}

type Waiting = { for: 'customer' | 'outcome' | 'when'; entry: number } | { for: 'confirmation' }

interface State {
  version: number
  options: LogContactOptions
  changeId: string
  entries: Entry[]
  /** Names that nobody in the book bears. */
  unknown: string[]
  confirmed: boolean
  waiting?: Waiting
}

/**
 * Writes down what the manager reports: who, how it went, what comes next. Asks only for what is missing or unclear,
 * writes all contacts of one message as one change, and shows what was understood.
 */
export class LogContact extends Dialog<LogContactOptions> {
  static readonly id = 'log-contact'

  constructor(private readonly deps: LogContactDeps) {
    super(LogContact.id)
  }

  override async beginDialog(dialogs: DialogContext, options?: LogContactOptions): Promise<DialogTurnResult> {
    if (options === undefined) throw new Error('log-contact was begun without its options')
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
    if (result?.kind === 'left') return this.leave(dialogs, 'cancelled')
    if (result?.kind === 'answered' && state.waiting !== undefined) {
      if (state.waiting.for === 'confirmation' && result.value === false)
        return this.leave(dialogs, 'refused')
      take(state, state.waiting, result.value)
    }
    delete state.waiting
    return this.advance(dialogs)
  }

  private async advance(dialogs: DialogContext): Promise<DialogTurnResult> {
    const state = stateOf(dialogs)
    const session = sessionOf(dialogs)
    const book = await this.deps.bookOf(session.manager.id)
    const name = (id: string) => shortName(findCustomer(book, id) ?? { name: id })

    for (const [index, entry] of state.entries.entries()) {
      if (entry.customerId === undefined) {
        state.waiting = { for: 'customer', entry: index }
        return dialogs.beginDialog(ChooseCustomer.id, { said: entry.said, candidates: entry.candidates })
      }
      if (entry.told === undefined) {
        state.waiting = { for: 'outcome', entry: index }
        return dialogs.beginDialog(AskOutcome.id, { customerId: entry.customerId })
      }
      if ('customerId' in state.options && needsDay(entry.told) && entry.dayLeftOpen !== true) {
        state.waiting = { for: 'when', entry: index }
        const meeting = entry.told.outcome === 'appointment'
        return dialogs.beginDialog(AskWhen.id, { name: name(entry.customerId), meeting })
      }
    }
    if (!state.confirmed && state.entries.length > 0) {
      state.waiting = { for: 'confirmation' }
      return dialogs.beginDialog(Confirm.id, {
        mayRename: true,
        understood: state.entries.map((e) => understood(e, name(e.customerId!), session)),
      })
    }
    await this.write(state, session)
    return dialogs.endDialog()
  }

  private async write(state: State, session: Session): Promise<void> {
    const words = wordingFor(session.locale)
    const notes = state.unknown.map((said) => words.noCustomer(said))
    if (state.entries.length === 0) {
      await session.reply({ text: [...notes, words.whoIsMeant].slice(0, 1).join('\n') })
      return
    }
    const told = 'text' in state.options ? state.options.text : ''
    const text = told !== '' && state.entries.length === 1 ? told : undefined
    const about = text === undefined ? '' : this.deps.aboutOf(text, session)
    const replaces = 'replaces' in state.options ? state.options.replaces : undefined
    if (replaces !== undefined) notes.push(await this.deps.takeBack(replaces, session))
    const result = await this.deps.logContact({
      changeId: state.changeId,
      managerId: session.manager.id,
      today: session.today,
      at: session.at,
      contacts: state.entries.map((e) => ({
        customerId: e.customerId!,
        ...toldContact(e.told!, text),
        ...(about === '' ? {} : { about }),
      })),
    })
    if (result.status === 'not-in-book') {
      await session.reply({ text: words.noCustomer(result.customerIds.join(', ')) })
      return
    }
    const entries = state.entries.map((e) => ({ customerId: e.customerId!, told: e.told! }))
    this.deps.remember({ kind: 'log', changeId: result.changeId, entries, text: told }, session)
    const { locale, today } = session
    const { policy, calendar } = this.deps
    await session.reply(
      loggedReply({
        changeId: result.changeId,
        logged: result.logged,
        notes,
        ...(text !== undefined && this.deps.asksForQuiet(text) ? { offerQuiet: true } : {}),
        policy,
        calendar,
        locale,
        today,
      }),
    )
    await this.deps.written(session)
  }

  private async leave(dialogs: DialogContext, how: 'cancelled' | 'refused'): Promise<DialogTurnResult> {
    const session = sessionOf(dialogs)
    const words = wordingFor(session.locale)
    await session.reply({ text: how === 'refused' ? words.contact.tellAgain : words.cancelled })
    return dialogs.endDialog()
  }
}

function firstState(options: LogContactOptions, changeId: string): State {
  const base = { version: FLOW_VERSION, options, changeId }
  if ('customerId' in options) {
    const entry: Entry = { customerId: options.customerId, candidates: [], said: '' }
    return { ...base, entries: [entry], unknown: [], confirmed: true }
  }
  const known = options.contacts.filter((c) => c.customers.length > 0)
  const unknown = options.contacts
    .filter((c) => c.customers.length === 0)
    .flatMap((c) => c.mention ?? unknownNameIn(options.text) ?? [])
  return { ...base, entries: known.map(entryOf), unknown, confirmed: !options.unsure }
}

function entryOf(contact: ReportedContact): Entry {
  const { customers, mention, ...told } = contact
  const only = customers.length === 1 ? customers[0] : undefined
  return {
    ...(only === undefined ? {} : { customerId: only }),
    candidates: customers,
    said: mention ?? '',
    told,
  }
}

function take(state: State, waiting: Waiting, value: unknown): void {
  // Each question ends with its own kind of answer: see ChooseCustomer, AskOutcome, AskWhen, Confirm.
  if (waiting.for === 'confirmation') {
    const answer = value as true | Instead
    if (answer === true) state.confirmed = true
    else rename(state, answer)
    return
  }
  const entry = state.entries[waiting.entry]!
  if (waiting.for === 'customer') entry.customerId = value as string
  if (waiting.for === 'outcome') entry.told = value as Told
  if (waiting.for === 'when') {
    const { moment } = value as When
    if (moment === undefined) entry.dayLeftOpen = true
    else entry.told = { ...entry.told!, when: moment }
  }
}

/** Somebody else is meant: the same is shown again with the other name. */
function rename({ entries }: State, { not, said, candidates }: Instead): void {
  const entry = not === undefined ? entries[0] : entries.find(({ customerId }) => not.includes(customerId!))
  if (entry === undefined) return
  delete entry.customerId
  if (candidates.length === 1) entry.customerId = candidates[0]!
  Object.assign(entry, { said, candidates })
}

function needsDay(told: Told): boolean {
  return told.when === undefined && (told.outcome === 'appointment' || told.outcome === 'callback')
}

function understood(entry: Entry, name: string, session: Session): string {
  return `${name}: ${describeTold(toldContact(entry.told!, undefined), session.locale, session.today)}`
}

function toldContact(told: Told, note: string | undefined): ToldContact {
  const { amount, promise, channel, when, objection, reached, outcome } = told
  return {
    reached,
    outcome,
    ...(channel === undefined ? {} : { channel }),
    ...(when === undefined ? {} : { when }),
    ...(objection === undefined ? {} : { objection }),
    ...(promise === undefined ? {} : { promise }),
    ...(amount === undefined ? {} : sumOf(amount)),
    ...(note === undefined ? {} : { note }),
  }
}

function sumOf({ min, max, currency }: AmountRange): Pick<ToldContact, 'amountFen' | 'currency'> {
  const value = min ?? max
  if (value === undefined) return {}
  return { amountFen: fenOfYuan(value), ...(currency === undefined ? {} : { currency }) }
}

function stateOf(dialogs: DialogContext): State {
  return dialogs.activeDialog!.state as State // written by this dialog alone
}
