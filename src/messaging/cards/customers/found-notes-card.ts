import type { FoundNote } from '../../../domain/customer/search-history.js'
import type { Day } from '../../../domain/day.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { type Reply, shows } from '../../../ports/reply.js'
import { archiveWordsFor } from '../../wording/customers/archive-words.js'
import { describeDay } from '../../wording/days/when.js'
import { wordingFor } from '../../wording/wording.js'
import { card, line } from '../parts/elements.js'
import { shortName } from '../parts/names.js'

const SHOWN = 12

/** What was written down and mentions the words, the newest first. */
export function foundNotesReply(
  sought: string,
  found: readonly FoundNote[],
  locale: Locale,
  today: Day,
): Reply {
  const words = archiveWordsFor(locale).search
  const customers = [...new Map(found.map(({ customer }) => [customer.id, customer])).values()]
  const title = words.title(sought)
  const counts = words.counts(found.length, customers.length)
  const rows = found.slice(0, SHOWN).map(({ customer, on, in: where, text: note }) => ({
    head: [
      shortName(customer),
      ...(on === undefined ? [] : [describeDay(on, locale, today)]),
      words.in[where],
    ].join(' · '),
    note,
  }))
  const rest = found.length - rows.length
  const text =
    found.length === 0
      ? words.none(sought)
      : [
          `${title} · ${counts}`,
          ...rows.map(({ head, note }) => `${head}: ${note}`),
          ...(rest === 0 ? [] : [words.more(rest)]),
        ].join('\n')
  return {
    text,
    summary: wordingFor(locale).intents['history.search'],
    data: found.map(({ customer, on, in: where, text: note }) => ({
      customerId: customer.id,
      on: on ?? null,
      in: where,
      text: note,
    })),
    shows: shows('customers', customers),
    card: card(
      found.length === 0
        ? [line(text)]
        : [
            line(title, { weight: 'Bolder', size: 'Medium' }),
            line(counts, { isSubtle: true, spacing: 'None' }),
            ...rows.flatMap(({ head, note }) => [
              line(head, { weight: 'Bolder', spacing: 'Medium' }),
              line(note, { spacing: 'None' }),
            ]),
            ...(rest === 0 ? [] : [line(words.more(rest), { isSubtle: true })]),
          ],
      text,
    ),
  }
}
