import { findCustomer } from '../src/domain/book.js'
import type { Agreed } from '../src/domain/customer/agree.js'
import type { Moment } from '../src/domain/day.js'
import { agreedText } from '../src/messaging/cards/arranged-card.js'
import { shortName } from '../src/messaging/cards/names.js'
import { askWhenReply } from '../src/messaging/cards/question-cards.js'
import type { Reply } from '../src/messaging/reply.js'
import { deskWordsFor } from '../src/messaging/wording/desk-words.js'
import type { Books } from '../src/usecases/ports.js'
import { Ask, type Interrupt, ordinalIn, type Said } from './ask.js'
import type { Session } from './session.js'

/** Of whom and which meetings; the ids of what is in the book. */
export interface MeetingId {
  readonly customerId: string
  readonly agreementId: string
}

export interface AskMeetingOptions {
  /** At least two. */
  readonly meetings: readonly MeetingId[]
}

export interface AskMeetingDeps {
  readonly books: Books
  readonly readMoment: (text: string, session: Session) => Promise<Moment | undefined>
}

/** "Which of your meetings?": ends with one of them, never with a guess. */
export class AskMeeting extends Ask<AskMeetingOptions, MeetingId> {
  static readonly id = 'ask-meeting'

  constructor(
    private readonly deps: AskMeetingDeps,
    interrupt: Interrupt,
  ) {
    super(AskMeeting.id, interrupt)
  }

  protected override async question(
    promptId: string,
    { meetings }: AskMeetingOptions,
    session: Session,
  ): Promise<Reply> {
    const { locale, today } = session
    const own = deskWordsFor(locale).rebook
    const agreed = await this.agreed(meetings, session)
    const customers = new Set(agreed.map(({ customer }) => customer))
    const [one] = customers
    const question = one !== undefined && customers.size === 1 ? own.which(shortName(one)) : own.whichOf
    const choices = agreed.map(({ customer, agreement }) => ({
      id: agreement.id,
      title: [
        ...(customers.size === 1 ? [] : [shortName(customer)]),
        agreedText({ customer, agreement }, locale, today),
      ].join(' '),
    }))
    return askWhenReply(promptId, question, choices, locale)
  }

  protected override async answerOf(
    said: Said,
    { meetings }: AskMeetingOptions,
    session: Session,
  ): Promise<MeetingId | undefined> {
    if ('choice' in said) return meetings.find(({ agreementId }) => agreementId === said.choice)
    const place = ordinalIn(said.text, meetings.length)
    if (place !== undefined) return meetings[place]
    const moment = await this.deps.readMoment(said.text, session)
    if (moment === undefined) return undefined
    const at = (await this.agreed(meetings, session)).filter(
      ({ agreement: { on, time } }) =>
        on === moment.day && (moment.time === undefined || time === moment.time),
    )
    const [only] = at
    return at.length === 1 && only !== undefined
      ? { customerId: only.customer.id, agreementId: only.agreement.id }
      : undefined
  }

  private async agreed(meetings: readonly MeetingId[], { manager }: Session): Promise<readonly Agreed[]> {
    const book = await this.deps.books.read(manager.id)
    return meetings.flatMap(({ customerId, agreementId }) => {
      const customer = findCustomer(book, customerId)
      const agreement = customer?.agreements.find(({ id }) => id === agreementId)
      return customer === undefined || agreement === undefined ? [] : [{ customer, agreement }]
    })
  }
}
