import type { Day, Period } from '../../../domain/day.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { yuanOf } from '../../../domain/money.js'
import type { Results } from '../../../domain/results/results.js'
import type { Reply } from '../../../ports/reply.js'
import { formatAmount, formatPeriod } from '../../wording/days/format.js'
import { listWordsFor } from '../../wording/lists/list-words.js'
import { wordingFor } from '../../wording/wording.js'
import { card, facts, line } from '../parts/elements.js'

/** The answer to "how did I do". */
export function resultsReply(results: Results, period: Period, locale: Locale, today: Day): Reply {
  const own = listWordsFor(locale).results
  const summary = wordingFor(locale).intents['performance.show']
  const span = formatPeriod(period, locale, today)
  const { closedSums, ...counts } = results
  const data = {
    period,
    ...counts,
    closedSums: closedSums.map(({ currency, amountFen }) => ({ currency, amount: yuanOf(amountFen) })),
  }
  if (results.contacts === 0 && results.promisesKept === 0)
    return { text: `${own.none(span)}\n${own.noTarget}`, summary, data }
  const sums = closedSums.map((s) => formatAmount(s.amountFen, s.currency, locale)).join(' + ')
  const rows: readonly (readonly [string, string])[] = [
    [own.contacts, own.times(results.contacts)],
    [own.reached, own.people(results.reached, results.customersReached)],
    [own.calls, own.callsReached(results.calls, results.callsReached)],
    [own.visits, own.times(results.visits)],
    ...(results.messages === 0 ? [] : [[own.messages, own.times(results.messages)] as const]),
    [own.meetings, own.times(results.meetings)],
    [own.closed, own.deals(results.closed)],
    ...(results.closed === 0 ? [] : [[own.closedSum, sums === '' ? own.noSum : sums] as const]),
    ...(results.promisesKept === 0 ? [] : [[own.promisesKept, own.items(results.promisesKept)] as const]),
  ]
  const title = own.title(span)
  const text = [title, ...rows.map(([k, v]) => `  ${k}: ${v}`), own.noTarget].join('\n')
  return {
    text,
    summary,
    data,
    card: card(
      [
        line(title, { size: 'Large', weight: 'Bolder' }),
        facts(rows),
        line(own.noTarget, { size: 'Small', isSubtle: true }),
      ],
      text,
    ),
  }
}
