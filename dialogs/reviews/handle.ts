import { twoTimes } from '../../src/domain/playbook/two-times.js'
import { talkingPoints } from '../../src/domain/review/talking-points.js'
import { shortName } from '../../src/messaging/cards/parts/names.js'
import { reviewReply } from '../../src/messaging/cards/reviews/review-card.js'
import { reviewsDueReply } from '../../src/messaging/cards/reviews/reviews-due-card.js'
import { reviewWordsFor } from '../../src/messaging/wording/reviews/review-words.js'
import { lineValues } from '../../src/messaging/wording/sales/line-values.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import { keepersFor } from '../../src/usecases/branch/seen-books.js'
import { listReviews } from '../../src/usecases/reviews/list-reviews.js'
import { showReview } from '../../src/usecases/reviews/show-review.js'
import { type ActForCustomer, forCustomer } from '../customers/for-customer.js'
import type { Deps } from '../deps.js'
import { type Handlers, NOTHING, type PressHandlers, saidNames, sayNobody } from '../handler.js'
import { rememberSaid, saidBefore } from '../scripts/said-lines.js'
import type { Session } from '../session.js'

type ReviewDeps = Pick<
  Deps,
  'books' | 'managers' | 'products' | 'journal' | 'playbooks' | 'policy' | 'calendar'
>

/** The wealth review: of one customer, or whose is due. */
export function reviewHandlers(deps: ReviewDeps): Handlers {
  const reviews = listReviews(deps)
  return {
    async 'review.show'(request) {
      const { session, reading } = request
      if ((reading.slots.customers ?? []).length > 0) return forCustomer('review', reading)
      if (saidNames(reading) !== '') return sayNobody(request)
      const { manager, locale, today, at } = session
      const { ids, names } = keepersFor(deps.managers, manager)
      const due = await reviews(ids, today)
      const customerIds = due.flatMap(({ week }) => week.rows.map(({ customer }) => customer.id))
      await deps.journal.append({ at, managerId: manager.id, act: 'review.due', customerIds })
      await session.reply(reviewsDueReply(due, locale, names))
      return undefined
    },
  }
}

/** Shows the review of a customer whom the manager may see. */
export function createShowReview(deps: ReviewDeps): ActForCustomer {
  const show = showReview(deps)
  return async (customerId, _about, session) => {
    const { manager, locale, today, now, at } = session
    const shown = await show(manager.id, customerId, today)
    if (shown.status === 'not-in-book') {
      await session.reply({ text: wordingFor(locale).noCustomer(customerId) })
      return
    }
    const { customer } = shown
    if (shown.status === 'quiet') {
      await session.reply({ text: reviewWordsFor(locale).quiet(shortName(customer)) })
      return
    }
    await deps.journal.append({ at, managerId: manager.id, act: 'review.show', customerIds: [customer.id] })
    const points = talkingPoints(shown.sheet, {
      customer,
      manager,
      playbook: deps.playbooks()[locale],
      slots: twoTimes(today, now, deps.calendar),
      today,
      lastUsed: saidBefore(customer.id, session),
      word: (facts) => lineValues(facts, locale, today),
    })
    rememberSaid(
      customer.id,
      points.flatMap(({ words }) => words?.line.id ?? []),
      session,
    )
    await session.reply(reviewReply({ customer, sheet: shown.sheet, points, locale }))
  }
}

export function reviewButtons(show: ActForCustomer): PressHandlers {
  return {
    'review.show': async ({ data }, session: Session) => {
      await show(String(data['customerId']), {}, session)
      return NOTHING
    },
  }
}
