import type { Day } from '../../src/domain/day.js'
import type { WorkingCalendar } from '../../src/domain/working-days.js'
import { branchReply } from '../../src/messaging/cards/branch/branch-card.js'
import { type Acting, actingOn } from '../../src/messaging/cards/brief/brief-acts.js'
import { briefReply } from '../../src/messaging/cards/brief/brief-card.js'
import { noticeCard } from '../../src/messaging/cards/parts/notice-card.js'
import type { AdaptiveCard, Reply } from '../../src/ports/reply.js'
import type { ShowBranch } from '../../src/usecases/branch/show-branch.js'
import type { ShowBrief } from '../../src/usecases/brief/show-brief.js'
import type { Session } from '../session.js'

/** What a press on the brief leaves to be seen on it. */
export type Left = Pick<Acting, 'last' | 'skipping'>

/** The brief as a card in the chat, of which the newest is kept up to date with what the manager does. */
export interface BriefCards {
  /** To a branch head the morning of exceptions. */
  show(session: Session, day: Day): Promise<void>
  /** A page in the place of the card whose button was pressed, with what the press left. */
  turnTo(session: Session, day: Day, page: number, left?: Left): Promise<AdaptiveCard>
  /** Brings the newest brief of today in the chat up to date; without one there is nothing to do. */
  refresh(session: Session): Promise<void>
}

export function briefCards(
  showBrief: ShowBrief,
  calendar: WorkingCalendar,
  /** Of a branch head; undefined for a manager with a book. */
  branchOf: ShowBranch,
  /** The card of today's brief that was pushed, where one was. */
  pushedCardOf: (managerId: string, day: Day) => Promise<string | undefined>,
): BriefCards {
  async function render(session: Session, day: Day, page: number, left: Left = {}): Promise<Reply> {
    const { bookId, manager, locale, today, turnId } = session
    const isOwn = bookId === manager.id
    const acting = day === today && isOwn ? { acting: { ...actingOn(today, calendar, turnId), ...left } } : {}
    return briefReply({ view: await showBrief(bookId, day), locale, today, page, ...acting })
  }

  return {
    async show(session, day) {
      const { manager, locale, today } = session
      const branch = session.bookId === manager.id ? await branchOf(manager, today) : undefined
      if (branch !== undefined) {
        await session.reply(branchReply({ ...branch, locale, today }))
        return
      }
      const cardId = await session.reply(await render(session, day, 0))
      if (cardId !== undefined && session.bookId === manager.id)
        session.memory.brief = { cardId, day, page: 0, locale: session.locale }
    },
    async turnTo(session, day, page, left) {
      const { card, text } = await render(session, day, page, left)
      if (session.cardId !== undefined) {
        const { cardId, locale } = session
        session.memory.brief = { cardId, day, page, locale }
      }
      return card ?? noticeCard(text)
    },
    async refresh(session) {
      const known = session.memory.brief
      const shown =
        known?.day === session.today
          ? known
          : {
              cardId: await pushedCardOf(session.manager.id, session.today),
              page: 0,
              locale: session.ownLocale,
            }
      if (shown.cardId === undefined) return
      // A card stays in its language, whatever is spoken meanwhile.
      const { locale = session.locale } = shown
      const brief = await render({ ...session, locale }, session.today, shown.page)
      await session.replace(shown.cardId, brief, locale)
    },
  }
}
