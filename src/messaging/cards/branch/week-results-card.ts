import type { Day } from '../../../domain/day.js'
import type { Locale } from '../../../domain/manager/manager.js'
import type { Mirror } from '../../../domain/results/mirror.js'
import type { Reply } from '../../../ports/reply.js'
import type { WeekResults } from '../../../usecases/brief/show-week.js'
import { keptWordsFor } from '../../wording/branch/kept-words.js'
import { dayWordsFor } from '../../wording/days/day-words.js'
import { formatAmount, formatPeriod } from '../../wording/days/format.js'
import { figures, heading, section } from '../lists/list-elements.js'
import { card, facts, line } from '../parts/elements.js'

const NOTES_SHOWN = 3

/** Friday's results of one manager's week. */
export function weekResultsReply(
  { results, overdueNow, period, mirror, promises, twoSteps }: WeekResults,
  locale: Locale,
  today: Day,
): Reply {
  const words = dayWordsFor(locale).results
  const kept = keptWordsFor(locale)
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
    [
      words.promises,
      promises.rate === null ? words.items(promises.kept) : `${promises.kept}/${promises.due}`,
    ],
    [words.overdueNow, words.people(overdueNow)],
  ] as const
  const when = formatPeriod(period, locale, today)
  const seen = mirrorLines(mirror, locale)
  const chances = twoSteps.needFound === 0 ? [] : [kept.twoSteps(twoSteps.asked, twoSteps.needFound)]
  const text = [
    `${words.title} ${when} · ${words.reached} ${results.customersReached} · ${words.meetings} ${results.meetings}`,
    ...rows.map(([title, value]) => `  ${title}: ${value}`),
    ...chances,
    ...(results.reached === 0 ? [] : [kept.mirror.title, ...seen.map((said) => `  ${said}`)]),
  ].join('\n')
  const body = [
    heading(words.title, when),
    figures([
      { label: words.reached, value: String(results.customersReached), tone: 'Accent' },
      { label: words.meetings, value: String(results.meetings) },
      { label: words.closed, value: String(results.closed) },
    ]),
    ...(results.contacts === 0 ? [line(words.empty)] : []),
    facts(rows),
    ...chances.map((said) => line(said)),
    ...(results.reached === 0 ? [] : [section(kept.mirror.title), ...seen.map((said) => line(said))]),
  ]
  return { text, summary, data: { period, ...results, overdueNow }, card: card(body, text) }
}

/** The same notes, then what was left open; one line where all is well. */
function mirrorLines({ sameNotes, withoutOutcome, withoutDay }: Mirror, locale: Locale): readonly string[] {
  const { mirror: words } = keptWordsFor(locale)
  const found = [
    ...sameNotes
      .slice(0, NOTES_SHOWN)
      .map(({ note, customerIds }) => words.sameNote(customerIds.length, note)),
    ...(withoutOutcome.length === 0 ? [] : [words.withoutOutcome(withoutOutcome.length)]),
    ...(withoutDay.length === 0 ? [] : [words.withoutDay(withoutDay.length)]),
  ]
  return found.length === 0 ? [words.clean] : found
}
