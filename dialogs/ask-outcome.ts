import { type Book, findCustomer } from '../src/domain/book.js'
import type { Outcome } from '../src/domain/customer/contact.js'
import type { ReportedContact } from '../src/language/reading.js'
import { askOutcomeReply, OFFERED_OUTCOMES } from '../src/messaging/cards/question-cards.js'
import type { Reply } from '../src/messaging/reply.js'
import { Ask, type Interrupt, ordinalIn, type Said } from './ask.js'
import type { Session } from './session.js'

export interface AskOutcomeOptions {
  readonly customerId: string
}

/** What a report without a name says: everything of a contact but who it was with. */
export type Told = Omit<ReportedContact, 'customers' | 'mention'>

export interface AskOutcomeDeps {
  readonly bookOf: (managerId: string) => Promise<Book>
  /** Reads words as a report about this customer; undefined where they are none. */
  readonly readReport: (text: string, customerId: string, session: Session) => Promise<Told | undefined>
}

/** "How did it go?": ends with what was told about the contact. */
export class AskOutcome extends Ask<AskOutcomeOptions, Told> {
  static readonly id = 'ask-outcome'

  constructor(
    private readonly deps: AskOutcomeDeps,
    interrupt: Interrupt,
  ) {
    super(AskOutcome.id, interrupt)
  }

  protected override async question(
    promptId: string,
    { customerId }: AskOutcomeOptions,
    session: Session,
  ): Promise<Reply> {
    const customer = findCustomer(await this.deps.bookOf(session.manager.id), customerId)
    return askOutcomeReply(promptId, customer ?? { name: customerId }, session.locale)
  }

  protected override async answerOf(
    said: Said,
    { customerId }: AskOutcomeOptions,
    session: Session,
  ): Promise<Told | undefined> {
    if ('choice' in said) return toldBy(OFFERED_OUTCOMES.find((o) => o === said.choice))
    const place = ordinalIn(said.text, OFFERED_OUTCOMES.length)
    if (place !== undefined) return toldBy(OFFERED_OUTCOMES[place])
    return this.deps.readReport(said.text, customerId, session)
  }
}

function toldBy(outcome: Outcome | undefined): Told | undefined {
  if (outcome === undefined) return undefined
  return { outcome, reached: outcome !== 'no-answer' && outcome !== 'wrong-number' }
}
