import type { Locale } from '../src/domain/manager.js'
import type { Intent, Reading } from '../src/language/reading.js'
import type { PracticeEnd, RequestReader } from '../src/language/requests.js'
import { customerLineReply } from '../src/messaging/cards/practice-card.js'
import type { Reply } from '../src/messaging/reply.js'
import { Ask, type Interrupt, type Said } from './ask.js'
import type { Session } from './session.js'

export interface AskPracticeLineOptions {
  /** What stands before the customer's words: the setting, or what of the last line may not be said. */
  readonly notes: readonly string[]
  readonly who: string
  readonly text: string
  readonly hint?: string
  readonly locale: Locale
}

/** A line of the manager, or the wish to end; `goodbye` is both. */
export interface PracticeSaid {
  readonly text: string
  readonly end?: PracticeEnd
}

export interface AskPracticeLineDeps {
  readonly read: (text: string, session: Session) => Promise<Reading>
  readonly requests: () => RequestReader
}

/** The customer of a practised call has spoken: ends with what the manager says to them. */
export class AskPracticeLine extends Ask<AskPracticeLineOptions, PracticeSaid> {
  static readonly id = 'ask-practice-line'

  constructor(
    private readonly deps: AskPracticeLineDeps,
    interrupt: Interrupt,
  ) {
    super(AskPracticeLine.id, interrupt)
  }

  protected override async question(_: string, options: AskPracticeLineOptions): Promise<Reply> {
    return customerLineReply(options)
  }

  protected override async answerOf(
    said: Said,
    _: AskPracticeLineOptions,
    session: Session,
  ): Promise<PracticeSaid | undefined> {
    if ('choice' in said) return undefined
    const { text } = said
    const end = this.deps.requests().practiceEnd(text)
    if (end !== undefined) return { text, end }
    return (await this.isQuestion(text, session)) ? undefined : { text }
  }

  /** A question to Daybook and not a line: it asks it for something, surely, and addresses nobody. */
  private async isQuestion(text: string, session: Session): Promise<boolean> {
    if (!this.deps.requests().asksDaybook(text)) return false
    const { intent, confidence } = await this.deps.read(text, session)
    return QUESTIONS.includes(intent) && confidence >= SURE
  }
}

const SURE = 0.8

/** Questions that are answered in between. Whatever reports, changes or asks for words is a line of the call. */
const QUESTIONS: readonly Intent[] = [
  'brief.show',
  'maturity.list',
  'contact.due',
  'movement.list',
  'birthday.list',
  'churn.list',
  'customer.show',
  'customer.history',
  'product.show',
  'pipeline.show',
  'appointment.list',
  'promise.list',
  'performance.show',
  'team.show',
  'help',
]
