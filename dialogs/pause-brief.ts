import { Dialog, type DialogContext, type DialogReason, type DialogTurnResult } from 'botbuilder-dialogs'
import { type Day, parseDay } from '../src/domain/day.js'
import { deskWordsFor } from '../src/messaging/wording/desk-words.js'
import { wordingFor } from '../src/messaging/wording/wording.js'
import type { Answer } from './ask.js'
import { AskWhen, type AskWhenOptions, type When } from './ask-when.js'
import { sessionOf } from './session.js'
import type { Settings } from './settings.js'

export interface PauseBriefOptions {
  /** First day without a brief; absent: at once. */
  readonly from?: Day
}

/** Pauses the brief after asking until which day. */
export class PauseBrief extends Dialog<PauseBriefOptions> {
  static readonly id = 'pause-brief'

  constructor(private readonly settings: Settings) {
    super(PauseBrief.id)
  }

  override async beginDialog(dialogs: DialogContext, options?: PauseBriefOptions): Promise<DialogTurnResult> {
    Object.assign(dialogs.activeDialog!.state, options ?? {})
    const { askUntil } = deskWordsFor(sessionOf(dialogs).locale).settings
    const question: AskWhenOptions = { name: '', meeting: false, question: askUntil, dayNeeded: true }
    return dialogs.beginDialog(AskWhen.id, question)
  }

  override async resumeDialog(
    dialogs: DialogContext,
    _reason: DialogReason,
    result?: Answer<When>,
  ): Promise<DialogTurnResult> {
    const session = sessionOf(dialogs)
    const until = result?.kind === 'answered' ? result.value.moment?.day : undefined
    if (until === undefined) {
      await session.reply({ text: wordingFor(session.locale).left })
      return dialogs.endDialog()
    }
    const { from } = dialogs.activeDialog!.state as PauseBriefOptions // written by beginDialog
    const first = from === undefined ? undefined : parseDay(from)
    await this.settings.set({ pause: { until, ...(first === undefined ? {} : { from: first }) } }, session)
    return dialogs.endDialog()
  }
}
