import type { Locale } from '../../../domain/manager/manager.js'
import { lastReview } from '../../../domain/review/review.js'
import { reviewWeekJson } from '../../../domain/review/review-json.js'
import { type Reply, shows } from '../../../ports/reply.js'
import type { ReviewsDue } from '../../../usecases/reviews/list-reviews.js'
import { formatDay } from '../../wording/days/format.js'
import { reviewWordsFor } from '../../wording/reviews/review-words.js'
import { wordingFor } from '../../wording/wording.js'
import { listReply } from '../lists/list-reply.js'
import { press } from '../parts/elements.js'
import { nameOf, shortName } from '../parts/names.js'

/** Whose review is due this week. Rows of several books name their manager. @param names by manager id; absent: one's own book */
export function reviewsDueReply(
  due: readonly ReviewsDue[],
  locale: Locale,
  names?: ReadonlyMap<string, string>,
): Reply {
  const own = reviewWordsFor(locale)
  const words = wordingFor(locale)
  const rows = due.flatMap(({ managerId, week }) =>
    week.rows.map((row) => ({ ...row, managerId, day: week.day })),
  )
  const data = { managers: due.map(({ managerId, week, today }) => reviewWeekJson(managerId, week, today)) }
  if (rows.length === 0) return { text: own.due.none, summary: own.notification, data }
  const room = due.reduce((sum, { week }) => sum + week.room, 0)
  const behind = due.reduce((sum, { week }) => sum + week.behind, 0)
  const today = due.flatMap((one) =>
    one.today
      .filter(({ customer }) => lastReview(customer, one.week.day)?.on !== one.week.day)
      .map(({ customer }) => shortName(customer)),
  )
  return listReply({
    title: own.due.title,
    counts: own.due.counts(rows.length, room, behind),
    rows: rows.map(({ customer, tier, dueOn, lastOn, isWithoutHoldings, managerId, day }) => ({
      ...(names === undefined ? {} : { group: names.get(managerId) ?? managerId }),
      title: nameOf(customer),
      right: words.tier(tier),
      lines: [
        [
          own.due.dueOn(formatDay(dueOn, locale, day)),
          lastOn === undefined ? own.due.first : own.due.last(formatDay(lastOn, locale, day)),
          ...(isWithoutHoldings ? [own.due.noHoldings] : []),
        ].join(' · '),
      ],
      buttons: [press(own.buttons.see, 'review.show', { customerId: customer.id })],
    })),
    more: own.due.more,
    notes: [
      ...(names === undefined && today.length > 0 ? [own.due.today(words.and(today))] : []),
      ...(names === undefined
        ? []
        : due
            .filter(({ week }) => week.behind > 0)
            .map(({ managerId, week }) => own.due.behind(names.get(managerId) ?? managerId, week.behind))),
    ],
    summary: own.notification,
    data,
    shows: shows('customers', rows),
  })
}
