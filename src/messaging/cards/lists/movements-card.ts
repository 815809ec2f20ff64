import { tierOf } from '../../../domain/cadence/cadence.js'
import type { Day } from '../../../domain/day.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { type AmountRange, CNY, fen, fenOfYuan, yuanOf } from '../../../domain/money.js'
import type { Policy } from '../../../domain/policy.js'
import { type Reply, shows } from '../../../ports/reply.js'
import type { MovementList } from '../../../usecases/lists/list-movements.js'
import { formatAmount, formatPeriod } from '../../wording/days/format.js'
import { describeDay } from '../../wording/days/when.js'
import { type ListWords, listWordsFor } from '../../wording/lists/list-words.js'
import { wordingFor } from '../../wording/wording.js'
import { press } from '../parts/elements.js'
import { nameOf } from '../parts/names.js'
import { listReply } from './list-reply.js'

/** The answer to "any large sums in or out". */
export function movementsReply(
  list: MovementList,
  policy: Policy,
  locale: Locale,
  today: Day,
  /** Of whom it was asked, where not of all. */
  whose?: string,
): Reply {
  const words = wordingFor(locale)
  const lists = listWordsFor(locale)
  const own = lists.movements
  const { query, rows, inFen, outFen } = list
  const period = formatPeriod(list.period, locale, today)
  const filter = [whose, describeFilter(list, own, locale)]
    .filter((said) => said !== undefined && said !== '')
    .join(' · ')
  const data = {
    period: list.period,
    items: rows.map(({ customer, on, netFen }) => ({
      customerId: customer.id,
      customer: nameOf(customer),
      on,
      net: yuanOf(netFen),
    })),
    in: yuanOf(inFen),
    out: yuanOf(outFen),
  }
  const notes =
    query.amount === undefined
      ? [
          own.rule(
            formatAmount(list.fromFen, CNY, locale),
            policy.largeMovement.tiers.join(locale === 'zh-CN' ? '、' : ', '),
          ),
        ]
      : query.amount.currency !== undefined && query.amount.currency !== CNY
        ? [own.onlyYuan]
        : []
  if (rows.length === 0) {
    const none = filter === '' ? own.noneAtAll(period) : own.none(period, filter)
    return { text: [none, ...notes].join('\n'), summary: words.intents['movement.list'], data }
  }
  const sums = [
    ...(inFen > 0 ? [own.totalIn(formatAmount(inFen, CNY, locale))] : []),
    ...(outFen > 0 ? [own.totalOut(formatAmount(outFen, CNY, locale))] : []),
  ]
  return listReply({
    title: own.title(period) + (filter === '' ? '' : ` · ${filter}`),
    counts: [own.counts(rows.length, new Set(rows.map((r) => r.customer.id)).size), ...sums].join(' · '),
    rows: rows.map(({ customer, on, netFen }) => {
      const sum = formatAmount(fen(Math.abs(netFen)), CNY, locale)
      const what = [
        describeDay(on, locale, today),
        netFen > 0 ? own.came : own.went,
        words.tier(tierOf(customer, policy)),
        ...(customer.doNotContact ? [lists.doNotContact] : []),
      ].join(' · ')
      return {
        title: nameOf(customer),
        right: `${netFen > 0 ? '+' : '−'}${sum}`,
        lines: [netFen < 0 ? { text: what, tone: 'urgent' as const } : what],
        buttons: [
          press(words.brief.see, 'customer.show', { customerId: customer.id }),
          press(words.brief.log, 'contact.log', { customerId: customer.id }),
        ],
      }
    }),
    more: lists.more,
    notes: [own.net, ...notes],
    summary: words.intents['movement.list'],
    data,
    shows: shows('customers', rows),
  })
}

function describeFilter({ query }: MovementList, own: ListWords['movements'], locale: Locale): string {
  return [
    ...(query.direction === undefined ? [] : [own.only[query.direction]]),
    ...(query.amount === undefined ? [] : [describeRange(query.amount, own, locale)]),
  ].join(' · ')
}

function describeRange(
  { min, max, currency }: AmountRange,
  own: ListWords['movements'],
  locale: Locale,
): string {
  const say = (yuan: number) => formatAmount(fenOfYuan(yuan), currency ?? CNY, locale)
  if (min !== undefined && max !== undefined) return min === max ? say(min) : own.between(say(min), say(max))
  if (min !== undefined) return own.from(say(min))
  return max === undefined ? '' : own.upTo(say(max))
}
