import type { Put } from '../src/domain/customer/defer.js'
import { addDays, type Day, type Moment, weekOf } from '../src/domain/day.js'
import type { Locale } from '../src/domain/manager.js'
import { isReason } from '../src/language/particulars/put-off-words.js'
import { askPutOffReply } from '../src/messaging/cards/put-off-card.js'
import type { Reply } from '../src/messaging/reply.js'
import { deskWordsFor } from '../src/messaging/wording/desk-words.js'
import { describeDay } from '../src/messaging/wording/when.js'
import { Ask, type Interrupt, ordinalIn, type Said } from './ask.js'
import type { Session } from './session.js'

export interface AskPutOffOptions {
  readonly name: string
}

export interface AskPutOffDeps {
  readonly readMoment: (text: string, session: Session) => Promise<Moment | undefined>
  /** Whether words say nothing of their own that the assistant could do: then they are a reason. */
  readonly isPlain: (text: string, session: Session) => Promise<boolean>
  readonly nextWorkingDay: (after: Day) => Day
}

interface Choice {
  readonly id: string
  readonly title: string
  readonly put: Put
}

/** "Until when, or why not at all this time?" */
export class AskPutOff extends Ask<AskPutOffOptions, Put> {
  static readonly id = 'ask-put-off'

  constructor(
    private readonly deps: AskPutOffDeps,
    interrupt: Interrupt,
  ) {
    super(AskPutOff.id, interrupt)
  }

  protected override async question(
    promptId: string,
    { name }: AskPutOffOptions,
    { today, locale }: Session,
  ): Promise<Reply> {
    return askPutOffReply(promptId, name, this.choices(today, locale), locale)
  }

  protected override async answerOf(
    said: Said,
    _: AskPutOffOptions,
    session: Session,
  ): Promise<Put | undefined> {
    const choices = this.choices(session.today, session.locale)
    if ('choice' in said) return choices.find((c) => c.id === said.choice)?.put
    const place = ordinalIn(said.text, choices.length)
    if (place !== undefined) return choices[place]?.put
    const moment = await this.deps.readMoment(said.text, session)
    if (moment !== undefined)
      return moment.day > session.today ? { kind: 'snooze', until: moment.day } : undefined
    return isReason(said.text) && (await this.deps.isPlain(said.text, session))
      ? { kind: 'skip', reason: said.text.trim() }
      : undefined
  }

  private choices(today: Day, locale: Locale): readonly Choice[] {
    const { reasons, skipTitle } = deskWordsFor(locale).putOff
    const next = this.deps.nextWorkingDay(today)
    const nextWeek = this.deps.nextWorkingDay(weekOf(today).to)
    const weekAfter = this.deps.nextWorkingDay(addDays(weekOf(today).to, 7))
    return [
      ...[...new Set([next, nextWeek, weekAfter])].map((until) => ({
        id: until,
        title: describeDay(until, locale, today),
        put: { kind: 'snooze', until } as const,
      })),
      ...Object.entries(reasons).map(([id, reason]) => ({
        id,
        title: skipTitle(reason),
        put: { kind: 'skip', reason } as const,
      })),
    ]
  }
}
