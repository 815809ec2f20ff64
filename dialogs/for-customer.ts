import { Dialog, type DialogContext, type DialogReason, type DialogTurnResult } from 'botbuilder-dialogs'
import { wordingFor } from '../src/messaging/wording/wording.js'
import type { Answer } from './ask.js'
import { ChooseCustomer } from './choose-customer.js'
import { type Session, sessionOf } from './session.js'

/** What the words besides the name said; kept with the question, so plain texts. */
export type About = Readonly<Record<string, string>>

export interface ForCustomerOptions {
  readonly act: string
  readonly about: About
  readonly said: string
  /** At least one. */
  readonly candidates: readonly string[]
}

/** Something that is answered in one turn for one customer. */
export type ActForCustomer = (customerId: string, about: About, session: Session) => Promise<void>

/** Does something for one customer, after asking which where the words fit several. */
export class ForCustomer extends Dialog<ForCustomerOptions> {
  static readonly id = 'for-customer'

  constructor(private readonly acts: Readonly<Record<string, ActForCustomer>>) {
    super(ForCustomer.id)
  }

  override async beginDialog(
    dialogs: DialogContext,
    options?: ForCustomerOptions,
  ): Promise<DialogTurnResult> {
    if (options === undefined) throw new Error('for-customer was begun without its options')
    const { candidates, said } = options
    const [first, ...others] = candidates
    if (first !== undefined && others.length === 0) return this.finish(dialogs, options, first)
    Object.assign(dialogs.activeDialog!.state, { options })
    return dialogs.beginDialog(ChooseCustomer.id, { said, candidates, passing: true })
  }

  override async resumeDialog(
    dialogs: DialogContext,
    _reason: DialogReason,
    result?: Answer<string>,
  ): Promise<DialogTurnResult> {
    const { options } = dialogs.activeDialog!.state as { options: ForCustomerOptions } // written by beginDialog
    if (result?.kind === 'answered') return this.finish(dialogs, options, result.value)
    const session = sessionOf(dialogs)
    if (result?.kind === 'left') await session.reply({ text: wordingFor(session.locale).left })
    return dialogs.endDialog()
  }

  private async finish(
    dialogs: DialogContext,
    { act, about }: ForCustomerOptions,
    customerId: string,
  ): Promise<DialogTurnResult> {
    await this.acts[act]?.(customerId, about, sessionOf(dialogs))
    return dialogs.endDialog()
  }
}
