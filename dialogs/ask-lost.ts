import { OBJECTIONS } from '../src/domain/customer/contact.js'
import type { Reading } from '../src/language/reading.js'
import { whyLostReply } from '../src/messaging/cards/step-card.js'
import type { Reply } from '../src/messaging/reply.js'
import { wordingFor } from '../src/messaging/wording/wording.js'
import { Ask, type Interrupt, type Said } from './ask.js'
import { TELLING } from './read-step.js'
import type { Session } from './session.js'

/** "Why was it lost?": ends with the reason, in the words of a button or the manager's own. */
export class AskLost extends Ask<object, string> {
  static readonly id = 'ask-lost'

  constructor(
    private readonly deps: { readonly read: (text: string, session: Session) => Promise<Reading> },
    interrupt: Interrupt,
  ) {
    super(AskLost.id, interrupt)
  }

  protected override async question(promptId: string, _: object, { locale }: Session): Promise<Reply> {
    return whyLostReply(promptId, locale)
  }

  protected override async answerOf(said: Said, _: object, session: Session): Promise<string | undefined> {
    if ('choice' in said) {
      const objection = OBJECTIONS.find((one) => one === said.choice)
      return objection && wordingFor(session.locale).objections[objection]
    }
    const { intent } = await this.deps.read(said.text, session)
    return TELLING.includes(intent) ? said.text : undefined
  }
}
