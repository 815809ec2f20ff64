import { addDays, type Day, type Moment, weekday } from '../src/domain/day.js'
import type { Locale } from '../src/domain/manager.js'
import { askWhenReply } from '../src/messaging/cards/question-cards.js'
import type { Reply } from '../src/messaging/reply.js'
import { describeDay } from '../src/messaging/wording/when.js'
import { wordingFor } from '../src/messaging/wording/wording.js'
import { Ask, type Interrupt, ordinalIn, type Said } from './ask.js'
import type { Session } from './session.js'

export interface AskWhenOptions {
  readonly name: string
  readonly meeting: boolean
  /** Stands for the usual question. */
  readonly question?: string
  /** A day has to be named, of today or later. */
  readonly dayNeeded?: true
}

/** A day, or that none is set yet. */
export type When = { readonly moment?: Moment }

export interface AskWhenDeps {
  readonly readMoment: (text: string, session: Session) => Promise<Moment | undefined>
  readonly nextWorkingDay: (after: Day) => Day
}

/** "When?", after a meeting or another call was agreed without a day. */
export class AskWhen extends Ask<AskWhenOptions, When> {
  static readonly id = 'ask-when'

  constructor(
    private readonly deps: AskWhenDeps,
    interrupt: Interrupt,
  ) {
    super(AskWhen.id, interrupt)
  }

  protected override async question(
    promptId: string,
    { name, meeting, question: own, dayNeeded }: AskWhenOptions,
    session: Session,
  ): Promise<Reply> {
    const words = wordingFor(session.locale)
    const question = own ?? (meeting ? words.contact.whenMeeting(name) : words.contact.whenAgain(name))
    return askWhenReply(
      promptId,
      question,
      this.choices(session.today, session.locale, dayNeeded),
      session.locale,
    )
  }

  protected override async answerOf(
    said: Said,
    { dayNeeded }: AskWhenOptions,
    session: Session,
  ): Promise<When | undefined> {
    const choices = this.choices(session.today, session.locale, dayNeeded)
    const place = 'text' in said ? ordinalIn(said.text, choices.length) : undefined
    const chosen = 'choice' in said ? choices.find((c) => c.id === said.choice) : choices[place ?? -1]
    if (chosen !== undefined) return chosen.day === undefined ? {} : { moment: { day: chosen.day } }
    const moment = 'text' in said ? await this.deps.readMoment(said.text, session) : undefined
    if (moment === undefined || (dayNeeded === true && moment.day < session.today)) return undefined
    return { moment }
  }

  private choices(today: Day, locale: Locale, dayNeeded?: true) {
    const next = this.deps.nextWorkingDay(today)
    const afterNext = this.deps.nextWorkingDay(next)
    const monday = addDays(today, 8 - weekday(today))
    const days = [...new Set([next, afterNext, this.deps.nextWorkingDay(addDays(monday, -1))])]
    return [
      ...days.map((day) => ({ id: day, title: describeDay(day, locale, today), day })),
      ...(dayNeeded === true
        ? []
        : [{ id: 'open', title: wordingFor(locale).contact.noDayYet, day: undefined }]),
    ]
  }
}
