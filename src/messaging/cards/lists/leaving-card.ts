import { tierOf } from '../../../domain/cadence/cadence.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { CNY, yuanOf } from '../../../domain/money.js'
import type { Policy } from '../../../domain/policy.js'
import { type Leaving, SIGNS } from '../../../domain/rfm/churn.js'
import { type Reply, shows } from '../../../ports/reply.js'
import type { LeavingQuery } from '../../../usecases/lists/list-leaving.js'
import { formatAmount } from '../../wording/days/format.js'
import { type ListWords, listWordsFor } from '../../wording/lists/list-words.js'
import { wordingFor } from '../../wording/wording.js'
import { press } from '../parts/elements.js'
import { nameOf } from '../parts/names.js'
import { listReply } from './list-reply.js'

/** The answer to "who may leave": the sign, the numbers behind it, and by which rule. */
export function leavingReply(
  rows: readonly Leaving[],
  query: LeavingQuery,
  policy: Policy,
  locale: Locale,
): Reply {
  const words = wordingFor(locale)
  const lists = listWordsFor(locale)
  const own = lists.leaving
  const summary = words.intents['churn.list']
  const rule = own.rule(policy.rfm.windowDays, policy.sleepingAfterDays)
  const data = {
    items: rows.map(({ customer, signs, score, quietDays }) => ({
      customerId: customer.id,
      customer: nameOf(customer),
      signs,
      segment: score.segment,
      r: score.r,
      f: score.f,
      m: score.m,
      quietDays: quietDays ?? null,
      aum: customer.aumFen === undefined ? null : yuanOf(customer.aumFen),
    })),
  }
  if (rows.length === 0) {
    const none = query.sign === undefined ? own.none : own.noneSuch[query.sign]
    return { text: `${none}\n${rule}`, summary, data }
  }
  const counts = SIGNS.flatMap((sign) => {
    const count = rows.filter((row) => row.signs.includes(sign)).length
    return count === 0 ? [] : [own.count(own.signs[sign], count)]
  })
  return listReply({
    title: query.sign === 'sleeping' ? own.sleepingTitle : own.title,
    counts: counts.join(' · '),
    rows: rows.map((row) => ({
      title: nameOf(row.customer),
      ...(row.customer.aumFen === undefined ? {} : { right: formatAmount(row.customer.aumFen, CNY, locale) }),
      lines: [
        ...(row.signs[0] === 'at-risk'
          ? [{ text: signText(row, own), tone: 'urgent' as const }]
          : [signText(row, own)]),
        [
          words.tier(tierOf(row.customer, policy)),
          row.score.facts === undefined
            ? own.inactive
            : `${own.scores(row.score.r, row.score.f, row.score.m)} · ${own.was(row.score.facts.frequency)}`,
          ...(row.customer.doNotContact ? [lists.doNotContact] : []),
        ].join(' · '),
      ],
      buttons: [
        press(words.brief.see, 'customer.show', { customerId: row.customer.id }),
        ...(row.customer.doNotContact
          ? []
          : [press(words.brief.log, 'contact.log', { customerId: row.customer.id })]),
      ],
    })),
    more: lists.more,
    notes: [rule],
    summary,
    data,
    shows: shows('customers', rows),
  })
}

function signText({ signs, quietDays }: Leaving, own: ListWords['leaving']): string {
  return [
    ...signs.map((sign) => own.signs[sign]),
    ...(quietDays === undefined ? [] : [own.quiet(quietDays)]),
  ].join(' · ')
}
