import { tierOf } from '../../../domain/cadence/cadence.js'
import type { Kept } from '../../../domain/customer/celebrations-in.js'
import type { Day } from '../../../domain/day.js'
import type { Locale } from '../../../domain/manager/manager.js'
import type { Policy } from '../../../domain/policy.js'
import { type Reply, shows } from '../../../ports/reply.js'
import type { CelebrationQuery } from '../../../usecases/lists/list-celebrations.js'
import { formatPeriod } from '../../wording/days/format.js'
import { describeDay } from '../../wording/days/when.js'
import { type ListWords, listWordsFor } from '../../wording/lists/list-words.js'
import { wordingFor } from '../../wording/wording.js'
import { press } from '../parts/elements.js'
import { nameOf } from '../parts/names.js'
import { listReply } from './list-reply.js'

/** The answer to "who has a birthday". */
export function celebrationsReply(
  kept: readonly Kept[],
  query: CelebrationQuery,
  policy: Policy,
  locale: Locale,
  today: Day,
  /** Of whom it was asked, where not of all. */
  whose?: string,
): Reply {
  const words = wordingFor(locale)
  const lists = listWordsFor(locale)
  const own = lists.celebrations
  const period = formatPeriod(query.period, locale, today)
  const of = own.titles[query.of ?? 'both']
  const what = whose === undefined ? of : `${of} · ${whose}`
  const data = {
    period: query.period,
    items: kept.map(({ customer, celebration }) => ({
      customerId: customer.id,
      customer: nameOf(customer),
      ...celebration,
    })),
  }
  const summary = words.intents['birthday.list']
  if (kept.length === 0) return { text: own.none(what, period), summary, data }
  return listReply({
    title: own.title(what, period),
    counts: own.counts(kept.length),
    rows: kept.map(({ customer, celebration }) => ({
      title: nameOf(customer),
      right: describeDay(celebration.on, locale, today),
      lines: [
        [
          occasionText(celebration, own),
          words.tier(tierOf(customer, policy)),
          ...(celebration.on < today ? [own.past] : []),
        ].join(' · '),
        ...(customer.doNotContact ? [{ text: own.noGreeting, tone: 'urgent' as const }] : []),
      ],
      buttons: [
        press(words.brief.see, 'customer.show', { customerId: customer.id }),
        ...(customer.doNotContact
          ? []
          : [press(words.brief.log, 'contact.log', { customerId: customer.id })]),
      ],
    })),
    more: lists.more,
    summary,
    data,
    shows: shows('customers', kept),
  })
}

function occasionText({ of, calendar, years }: Kept['celebration'], own: ListWords['celebrations']): string {
  if (of === 'anniversary')
    return [own.anniversary, ...(years === undefined ? [] : [own.years(years)])].join(' · ')
  if (calendar === 'lunar') return own.lunar
  return [own.birthday, ...(years === undefined ? [] : [own.turns(years)])].join(' · ')
}
