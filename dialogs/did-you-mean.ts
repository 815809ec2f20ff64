import { Dialog, type DialogContext, type DialogReason, type DialogTurnResult } from 'botbuilder-dialogs'
import { wordingFor } from '../src/messaging/wording/wording.js'
import type { Answer } from './ask.js'
import { ChooseCustomer } from './choose-customer.js'
import { type Session, sessionOf } from './session.js'

/** A message with a name that the book does not have, and those it sounds or is spelt like. */
export interface DidYouMeanOptions {
  readonly text: string
  /** Where the name stands in the text; `end` is exclusive. */
  readonly start: number
  readonly end: number
  /** At least one. */
  readonly candidates: readonly string[]
  /** Nothing is written by the message: the question may be passed over. */
  readonly passing?: true
}

/** Does what the message asks, with the customer who was chosen in the place of the name. Gives whether it goes on. */
export type WithChosen = (
  options: DidYouMeanOptions,
  customerId: string,
  dialogs: DialogContext,
  session: Session,
) => Promise<'answered' | 'begun'>

interface State {
  options: DidYouMeanOptions
  isChosen?: true
}

/** Offers the near customers for a name that is nobody's; nothing is done before one is chosen. */
export class DidYouMean extends Dialog<DidYouMeanOptions> {
  static readonly id = 'did-you-mean'

  constructor(private readonly withChosen: WithChosen) {
    super(DidYouMean.id)
  }

  override async beginDialog(dialogs: DialogContext, options?: DidYouMeanOptions): Promise<DialogTurnResult> {
    if (options === undefined) throw new Error('did-you-mean was begun without its options')
    const { text, start, end, candidates, passing } = options
    Object.assign(dialogs.activeDialog!.state, { options } satisfies State)
    return dialogs.beginDialog(ChooseCustomer.id, {
      said: text.slice(start, end),
      candidates,
      guessed: true,
      ...(passing === undefined ? {} : { passing }),
    })
  }

  override async resumeDialog(
    dialogs: DialogContext,
    _reason: DialogReason,
    result?: Answer<string>,
  ): Promise<DialogTurnResult> {
    const state = dialogs.activeDialog!.state as State // written by this dialog alone
    if (state.isChosen) return dialogs.endDialog()
    const session = sessionOf(dialogs)
    if (result?.kind === 'answered') {
      state.isChosen = true
      const handled = await this.withChosen(state.options, result.value, dialogs, session)
      if (handled === 'begun' || dialogs.activeDialog?.id !== this.id) return Dialog.EndOfTurn
      return dialogs.endDialog()
    }
    if (result?.kind === 'left') {
      const words = wordingFor(session.locale)
      await session.reply({ text: state.options.passing === true ? words.left : words.cancelled })
    }
    return dialogs.endDialog()
  }
}
