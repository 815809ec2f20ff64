import { Dialog, type DialogContext, type DialogReason, type DialogTurnResult } from 'botbuilder-dialogs'
import { findCustomer } from '../src/domain/book.js'
import type { Moment } from '../src/domain/day.js'
import { settledReply } from '../src/messaging/cards/agreements-card.js'
import { arrangedReply } from '../src/messaging/cards/arranged-card.js'
import { shortName } from '../src/messaging/cards/names.js'
import { deskWordsFor } from '../src/messaging/wording/desk-words.js'
import { wordingFor } from '../src/messaging/wording/wording.js'
import { moveMeeting } from '../src/usecases/move-meeting.js'
import { settleAgreement } from '../src/usecases/settle-agreement.js'
import type { Answer } from './ask.js'
import { AskMeeting, type MeetingId } from './ask-meeting.js'
import { AskWhen, type When } from './ask-when.js'
import type { HandlerDeps } from './handlers/handler.js'
import { type Session, sessionOf } from './session.js'

/** A day, a time, or both: what is not said stays as it is. */
export type NewTime = Partial<Moment>

export interface RebookOptions {
  readonly kind: 'move' | 'cancel'
  /** At least one. */
  readonly meetings: readonly MeetingId[]
  /** Of a move; absent: to be asked. */
  readonly to?: NewTime
}

interface State {
  options: RebookOptions
  changeId: string
  meeting?: MeetingId
  to?: NewTime
  waiting?: 'meeting' | 'when'
}

/** A meeting that is booked is moved or called off: asks which one, then to when, and writes it. */
export class Rebook extends Dialog<RebookOptions> {
  static readonly id = 'rebook'

  constructor(
    private readonly deps: HandlerDeps & { readonly written: (session: Session) => Promise<void> },
  ) {
    super(Rebook.id)
  }

  override async beginDialog(dialogs: DialogContext, options?: RebookOptions): Promise<DialogTurnResult> {
    if (options === undefined) throw new Error('rebook was begun without its options')
    const [only, ...others] = options.meetings
    const state: State = {
      options,
      changeId: sessionOf(dialogs).turnId,
      ...(only === undefined || others.length > 0 ? {} : { meeting: only }),
      ...(options.to === undefined ? {} : { to: options.to }),
    }
    Object.assign(dialogs.activeDialog!.state, state)
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
    if (result?.kind === 'left') return this.end(dialogs, deskWordsFor(sessionOf(dialogs).locale).rebook.left)
    // Each question ends with its own kind of answer: see AskMeeting, AskWhen.
    if (result?.kind === 'answered' && state.waiting === 'meeting') state.meeting = result.value as MeetingId
    if (result?.kind === 'answered' && state.waiting === 'when')
      state.to = (result.value as When).moment ?? {}
    delete state.waiting
    return this.advance(dialogs)
  }

  private async advance(dialogs: DialogContext): Promise<DialogTurnResult> {
    const state = stateOf(dialogs)
    const { options, meeting, to } = state
    if (meeting === undefined) {
      state.waiting = 'meeting'
      return dialogs.beginDialog(AskMeeting.id, { meetings: options.meetings })
    }
    const session = sessionOf(dialogs)
    const own = deskWordsFor(session.locale).rebook
    const customer = findCustomer(await this.deps.books.read(session.manager.id), meeting.customerId)
    const agreement = customer?.agreements.find(({ id }) => id === meeting.agreementId)
    if (customer === undefined || agreement?.state !== 'open') return this.end(dialogs, own.notOpen)
    if (options.kind === 'cancel') return this.cancel(dialogs, meeting)
    const day = to?.day ?? (to?.time === undefined ? undefined : agreement.on)
    const time = to?.time ?? agreement.time
    const name = shortName(customer)
    if (day === undefined || isPast({ day, ...(time && { time }) }, session)) {
      state.waiting = 'when'
      const question = day === undefined ? own.whenMove(name) : deskWordsFor(session.locale).arrange.past
      return dialogs.beginDialog(AskWhen.id, { name, meeting: true, dayNeeded: true, question })
    }
    return this.move(dialogs, meeting, { day, ...(time === undefined ? {} : { time }) })
  }

  private async move(dialogs: DialogContext, meeting: MeetingId, to: Moment): Promise<DialogTurnResult> {
    const session = sessionOf(dialogs)
    const { manager, locale, today, at } = session
    const { changeId } = stateOf(dialogs)
    const result = await moveMeeting(this.deps)({
      changeId,
      managerId: manager.id,
      ...meeting,
      to,
      today,
      at,
    })
    if (result.status === 'repeated') return this.end(dialogs, wordingFor(locale).doneBefore)
    if (result.status === 'not-open') return this.end(dialogs, deskWordsFor(locale).rebook.notOpen)
    const { moved, from, clashes } = result
    const { calendar } = this.deps
    const movedFrom = from === undefined ? {} : { movedFrom: from }
    await session.reply(
      arrangedReply({ changeId, added: [moved], clashes, ...movedFrom, calendar, locale, today }),
    )
    await this.deps.written(session)
    return dialogs.endDialog()
  }

  private async cancel(dialogs: DialogContext, meeting: MeetingId): Promise<DialogTurnResult> {
    const session = sessionOf(dialogs)
    const { manager, locale, today, at } = session
    const { changeId } = stateOf(dialogs)
    const input = { changeId, managerId: manager.id, ...meeting, to: 'cancelled', at } as const
    const result = await settleAgreement(this.deps)(input)
    if (result.status === 'not-open') return this.end(dialogs, deskWordsFor(locale).rebook.notOpen)
    await session.reply(settledReply(result, locale, today))
    await this.deps.written(session)
    return dialogs.endDialog()
  }

  private async end(dialogs: DialogContext, text: string): Promise<DialogTurnResult> {
    await sessionOf(dialogs).reply({ text })
    return dialogs.endDialog()
  }
}

function isPast({ day, time }: Moment, { today, now }: Session): boolean {
  return day < today || (day === today && time !== undefined && time <= now)
}

function stateOf(dialogs: DialogContext): State {
  return dialogs.activeDialog!.state as State // written by this dialog alone
}
