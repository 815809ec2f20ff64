import type { Day, Period } from '../../../domain/day.js'
import type { Locale } from '../../../domain/manager/manager.js'
import type { Results } from '../../../domain/results/results.js'
import type { Reply } from '../../../ports/reply.js'
import { dayWordsFor } from '../../wording/days/day-words.js'
import { formatAmount, formatPeriod } from '../../wording/days/format.js'
import { figures, heading } from '../lists/list-elements.js'
import { card, facts, line } from '../parts/elements.js'

/** Friday's results of one manager's week. */
export function weekResultsReply(
  results: Results,
  overdueNow: number,
  period: Period,
  locale: Locale,
  today: Day,
): Reply {
  const words = dayWordsFor(locale).results
  const summary = words.notification(results.customersReached)
  const closed = [
    words.deals(results.closed),
    ...results.closedSums.map((s) => formatAmount(s.amountFen, s.currency, locale)),
  ].join(' · ')
  const rows = [
    [
      words.contacts,
      [words.times(results.contacts), words.ofWhich(results.calls, results.visits, results.messages)]
        .filter((part) => part !== '')
        .join(' · '),
    ],
    [words.closed, closed],
    [words.promises, words.items(results.promisesKept)],
    [words.overdueNow, words.people(overdueNow)],
  ] as const
  const when = formatPeriod(period, locale, today)
  const text = [
    `${words.title} ${when} · ${words.reached} ${results.customersReached} · ${words.meetings} ${results.meetings}`,
    ...rows.map(([title, value]) => `  ${title}: ${value}`),
  ].join('\n')
  const body = [
    heading(words.title, when),
    figures([
      { label: words.reached, value: String(results.customersReached), tone: 'Good' },
      { label: words.meetings, value: String(results.meetings) },
      { label: words.closed, value: String(results.closed) },
    ]),
    ...(results.contacts === 0 ? [line(words.empty)] : []),
    facts(rows),
  ]
  return { text, summary, data: { period, ...results, overdueNow }, card: card(body, text) }
}
