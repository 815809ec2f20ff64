import { confirmReply } from '../src/messaging/cards/question-cards.js'
import type { Reply } from '../src/messaging/reply.js'
import { Ask, type Interrupt, type Said } from './ask.js'
import type { Session } from './session.js'

export interface ConfirmOptions {
  /** What would be written, a line each. */
  readonly understood: readonly string[]
}

/** Whether words say yes or no; undefined where they say neither. */
export type YesOrNo = (text: string, session: Session) => Promise<boolean | undefined>

/** "Shall I write it down so?", asked before an unsure write. Ends with yes or no. */
export class Confirm extends Ask<ConfirmOptions, boolean> {
  static readonly id = 'confirm'

  constructor(
    private readonly yesOrNo: YesOrNo,
    interrupt: Interrupt,
  ) {
    super(Confirm.id, interrupt)
  }

  protected override async question(
    promptId: string,
    { understood }: ConfirmOptions,
    session: Session,
  ): Promise<Reply> {
    return confirmReply(promptId, understood, session.locale)
  }

  protected override async answerOf(
    said: Said,
    _: ConfirmOptions,
    session: Session,
  ): Promise<boolean | undefined> {
    return 'choice' in said ? said.choice === 'yes' : this.yesOrNo(said.text, session)
  }
}
