import { confirmReply } from '../src/messaging/cards/question-cards.js'
import type { Reply } from '../src/messaging/reply.js'
import { Ask, type Interrupt, type Said } from './ask.js'
import type { Session } from './session.js'

export interface ConfirmOptions {
  /** What would be written, a line each. */
  readonly understood: readonly string[]
  /** The answer may be that somebody else is meant. */
  readonly mayRename?: true
}

/** Somebody else is meant: of the customers in `not`, or of the only one where that is absent. */
export interface Instead {
  readonly not?: readonly string[]
  readonly said: string
  readonly candidates: readonly string[]
}

/** Who is meant instead; undefined where the words name nobody of the book. */
export type MeantInstead = (text: string, session: Session) => Promise<Instead | undefined>

/** Whether words say yes or no; undefined where they say neither. */
export type YesOrNo = (text: string, session: Session) => Promise<boolean | undefined>

/** "Shall I write it down so?", asked before an unsure write. Ends with yes or no, or with who is meant instead. */
export class Confirm extends Ask<ConfirmOptions, boolean | Instead> {
  static readonly id = 'confirm'

  constructor(
    private readonly yesOrNo: YesOrNo,
    private readonly meantInstead: MeantInstead,
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
    { mayRename }: ConfirmOptions,
    session: Session,
  ): Promise<boolean | Instead | undefined> {
    if ('choice' in said) return said.choice === 'yes'
    const instead = mayRename === true ? await this.meantInstead(said.text, session) : undefined
    return instead ?? this.yesOrNo(said.text, session)
  }
}
