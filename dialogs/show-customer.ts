import { Dialog, type DialogContext, type DialogReason, type DialogTurnResult } from 'botbuilder-dialogs'
import { wordingFor } from '../src/messaging/wording/wording.js'
import type { Answer } from './ask.js'
import { ChooseCustomer } from './choose-customer.js'
import { type Session, sessionOf } from './session.js'

export type CustomerPage = 'profile' | 'history'

export interface ShowCustomerOptions {
  readonly page: CustomerPage
  readonly said: string
  /** At least one. */
  readonly candidates: readonly string[]
}

export type ShowPage = (page: CustomerPage, customerId: string, session: Session) => Promise<void>

/** Shows a page of one customer, after asking which where the words fit several. */
export class ShowCustomer extends Dialog<ShowCustomerOptions> {
  static readonly id = 'show-customer'

  constructor(private readonly show: ShowPage) {
    super(ShowCustomer.id)
  }

  override async beginDialog(
    dialogs: DialogContext,
    options?: ShowCustomerOptions,
  ): Promise<DialogTurnResult> {
    if (options === undefined) throw new Error('show-customer was begun without its options')
    const [first, ...others] = options.candidates
    if (first !== undefined && others.length === 0) return this.finish(dialogs, options.page, first)
    Object.assign(dialogs.activeDialog!.state, { page: options.page })
    return dialogs.beginDialog(ChooseCustomer.id, { said: options.said, candidates: options.candidates })
  }

  override async resumeDialog(
    dialogs: DialogContext,
    _reason: DialogReason,
    result?: Answer<string>,
  ): Promise<DialogTurnResult> {
    const { page } = dialogs.activeDialog!.state as { page: CustomerPage } // written by beginDialog
    if (result?.kind === 'answered') return this.finish(dialogs, page, result.value)
    const session = sessionOf(dialogs)
    await session.reply({ text: wordingFor(session.locale).left })
    return dialogs.endDialog()
  }

  private async finish(dialogs: DialogContext, page: CustomerPage, id: string): Promise<DialogTurnResult> {
    await this.show(page, id, sessionOf(dialogs))
    return dialogs.endDialog()
  }
}
