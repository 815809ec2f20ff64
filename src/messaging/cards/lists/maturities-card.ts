import type { Day } from '../../../domain/day.js'
import type { Maturity } from '../../../domain/ledger/maturities.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { CNY, fenOfYuan, yuanOf } from '../../../domain/money.js'
import { type Reply, shows } from '../../../ports/reply.js'
import type { MaturityList } from '../../../usecases/lists/list-maturities.js'
import { formatAmount, formatDay, formatPeriod } from '../../wording/days/format.js'
import { describeDay } from '../../wording/days/when.js'
import { type Wording, wordingFor } from '../../wording/wording.js'
import { block, buttons, card, type Element, leftRight, line, press } from '../parts/elements.js'
import { nameOf } from '../parts/names.js'
import { moreOf } from './list-reply.js'

/** Rows on one card; a longer list says how many are left and asks to narrow the question. */
const ROWS_SHOWN = 15

/** The answer to "who matures this week". */
export function maturitiesReply(
  list: MaturityList,
  locale: Locale,
  today: Day,
  /** Of whom it was asked, where not of all. */
  whose?: string,
  /** The manager of each customer, where the rows are of several books. */
  managerOf: ManagerOf = () => undefined,
  /** Where these are a part: the whole list, and the place of the first row in it, from 0. */
  page?: { readonly all: MaturityList; readonly from: number },
): Reply {
  const words = wordingFor(locale)
  const period = formatPeriod(list.query.period, locale, today)
  const what = [...(whose === undefined ? [] : [whose]), ...describeFilter(list, words, locale)].join(' · ')
  const data = maturitiesData(list)
  if (list.rows.length === 0) {
    const text = what === '' ? words.maturities.none(period) : words.maturities.noneSuch(period, what)
    return { text, data }
  }

  const title = words.maturities.title(period) + (what === '' ? '' : ` · ${what}`)
  const { all, from } = page ?? { all: list, from: 0 }
  const customers = new Set(all.rows.map((r) => r.customer.id)).size
  const totals = words.maturities.total(list.totals.map((t) => formatAmount(t.amountFen, t.currency, locale)))
  const counts = `${words.maturities.counts(all.rows.length, customers)} · ${totals}`
  const shown = list.rows.slice(0, ROWS_SHOWN)
  const rest = list.rows.length - shown.length
  const notes = [
    ...(rest > 0 ? [words.maturities.more(rest)] : []),
    ...(list.provisional ? [words.brief.provisional] : []),
  ]
  const text = [
    title,
    counts,
    ...list.rows.map((row, i) => `${from + i + 1}. ${rowText(row, words, locale, today, managerOf)}`),
    ...(list.provisional ? [words.brief.provisional] : []),
  ].join('\n')

  return {
    text,
    summary: title,
    data,
    shows: shows('customers', list.rows),
    named: (of) => maturitiesReply(list, locale, today, whose, of),
    ...moreOf(list.rows.length, ROWS_SHOWN, (first, to) =>
      maturitiesReply({ ...list, rows: list.rows.slice(first, to) }, locale, today, whose, managerOf, {
        all,
        from: from + first,
      }),
    ),
    card: card(
      [
        block([
          line(title, { size: 'Large', weight: 'Bolder' }),
          line(counts, { isSubtle: true, spacing: 'None' }),
        ]),
        ...shown.map((row) => rowElement(row, words, locale, today, managerOf)),
        ...notes.map((note) => line(note, { isSubtle: true, size: 'Small' })),
      ],
      text,
    ),
  }
}

type ManagerOf = (customerId: string) => string | undefined

function titleOf({ customer }: Maturity, managerOf: ManagerOf): string {
  const manager = managerOf(customer.id)
  return manager === undefined ? nameOf(customer) : `${nameOf(customer)} (${manager})`
}

function rowElement(
  row: Maturity,
  words: Wording,
  locale: Locale,
  today: Day,
  managerOf: ManagerOf,
): Element {
  const { customer, holding, daysLeft } = row
  const soon = daysLeft <= 1
  return block(
    [
      leftRight(
        [
          line(titleOf(row, managerOf), { weight: 'Bolder' }),
          line(details(row, words, locale, today), { size: 'Small', isSubtle: true, spacing: 'None' }),
          line(spokenText(row, words, locale, today), {
            size: 'Small',
            spacing: 'None',
            color: row.spokenWith === undefined ? 'Attention' : 'Accent',
          }),
        ],
        [
          line(formatAmount(holding.amountFen, holding.currency, locale), {
            weight: 'Bolder',
            horizontalAlignment: 'Right',
          }),
          line(words.daysLeft(daysLeft), {
            size: 'Small',
            spacing: 'None',
            horizontalAlignment: 'Right',
            ...(soon ? { color: 'Attention' } : { isSubtle: true }),
          }),
        ],
      ),
      buttons([
        press(words.brief.see, 'customer.show', { customerId: customer.id }),
        press(words.brief.log, 'contact.log', { customerId: customer.id }),
      ]),
    ],
    { separator: true, spacing: 'Medium' },
  )
}

function rowText(row: Maturity, words: Wording, locale: Locale, today: Day, managerOf: ManagerOf): string {
  return [
    titleOf(row, managerOf),
    formatAmount(row.holding.amountFen, row.holding.currency, locale),
    details(row, words, locale, today),
    words.daysLeft(row.daysLeft),
    spokenText(row, words, locale, today),
  ].join(' · ')
}

function details(row: Maturity, words: Wording, locale: Locale, today: Day): string {
  const { holding, maturesOn, countsOn } = row
  return [
    holding.productName,
    formatDay(maturesOn, locale, today),
    ...(countsOn === maturesOn ? [] : [words.maturities.countsAs(formatDay(countsOn, locale, today))]),
    ...(holding.autoRenew ? [words.maturities.autoRenew] : []),
    ...(row.customer.doNotContact ? [words.brief.serviceNoticeOnly] : []),
  ].join(' · ')
}

function spokenText(row: Maturity, words: Wording, locale: Locale, today: Day): string {
  return row.spokenWith === undefined
    ? words.maturities.notSpokenWith
    : words.maturities.spokenWith(describeDay(row.spokenWith, locale, today))
}

function describeFilter(list: MaturityList, words: Wording, locale: Locale): readonly string[] {
  const { kinds, amount, autoRenew } = list.query
  const parts = kinds === undefined ? [] : [words.and(kinds.map((k) => words.kinds[k]))]
  if (amount !== undefined) {
    const say = (yuan: number) => formatAmount(fenOfYuan(yuan), amount.currency ?? CNY, locale)
    const { min, max } = amount
    if (min !== undefined && max !== undefined)
      parts.push(min === max ? say(min) : words.maturities.between(say(min), say(max)))
    else if (min !== undefined) parts.push(words.maturities.from(say(min)))
    else if (max !== undefined) parts.push(words.maturities.upTo(say(max)))
  }
  if (autoRenew !== undefined)
    parts.push(autoRenew ? words.maturities.autoRenew : words.maturities.notAutoRenew)
  return parts
}

/** The list as data: sums in yuan (or the currency named), days as `YYYY-MM-DD`. */
function maturitiesData(list: MaturityList) {
  return {
    period: list.query.period,
    items: list.rows.map((r) => ({
      customerId: r.customer.id,
      customer: nameOf(r.customer),
      holdingId: r.holding.id,
      product: r.holding.productName,
      kind: r.holding.kind,
      amount: yuanOf(r.holding.amountFen),
      currency: r.holding.currency,
      maturesOn: r.maturesOn,
      countsOn: r.countsOn,
      daysLeft: r.daysLeft,
      spokenWith: r.spokenWith ?? null,
      autoRenew: r.holding.autoRenew,
    })),
    totals: list.totals.map((t) => ({ currency: t.currency, amount: yuanOf(t.amountFen), count: t.count })),
    provisional: list.provisional,
  }
}
