import type { Day } from '../../../domain/day.js'
import { maturityTotals } from '../../../domain/ledger/maturities.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { proposalJson } from '../../../domain/plan/plan-json.js'
import type { WeekAhead } from '../../../domain/wrap-up/week-ahead.js'
import type { Reply } from '../../../ports/reply.js'
import { dayWordsFor } from '../../wording/days/day-words.js'
import { formatAmount, formatDay, formatPeriod } from '../../wording/days/format.js'
import { describeMoment } from '../../wording/days/when.js'
import { planWordsFor } from '../../wording/plans/plan-words.js'
import { wordingFor } from '../../wording/wording.js'
import { figures, firstOf, heading, listRow, more, section } from '../lists/list-elements.js'
import { card, type Element, facts, line } from '../parts/elements.js'
import { nameOf } from '../parts/names.js'
import { metricText, reasonText } from '../plans/plan-text.js'

const ROWS_SHOWN = 8

/** Monday's look at the week: what matures, what is agreed, how many a day. */
export function weekReply(week: WeekAhead, locale: Locale, today: Day): Reply {
  const words = dayWordsFor(locale).week
  const all = wordingFor(locale)
  const { maturities, agreed, proposals, days, period } = week
  const summary = words.notification(maturities.length)
  const sums = maturityTotals(maturities).map((t) => formatAmount(t.amountFen, t.currency, locale))
  const people = days.reduce((sum, { count }) => sum + count, 0)
  const promise = ({ agreement }: WeekAhead['agreed'][number]) => {
    const { on, time } = agreement
    const when = describeMoment({ day: on, ...(time === undefined ? {} : { time }) }, locale, today)
    return `${all.agreements[agreement.kind]} · ${when}`
  }
  const plans = planWordsFor(locale)
  const why = ({ reasons }: WeekAhead['proposals'][number]) =>
    reasons.map((reason) => reasonText(reason, locale)).join(' · ')
  const shown = firstOf(maturities, ROWS_SHOWN)
  const shownAgreed = firstOf(agreed, ROWS_SHOWN)
  const text = [
    `${words.title} ${formatPeriod(period, locale, today)} · ${words.maturing} ${[maturities.length, ...sums].join(' · ')} · ${words.people} ${people} · ${words.meetings} ${agreed.length}`,
    ...(maturities.length + agreed.length === 0 ? [words.empty] : []),
    ...maturities.map(
      ({ customer, holding, maturesOn }) =>
        `  ${nameOf(customer)} ${formatAmount(holding.amountFen, holding.currency, locale)} · ${formatDay(maturesOn, locale, today)}`,
    ),
    ...agreed.map((one) => `  ${nameOf(one.customer)} · ${promise(one)}`),
    ...(proposals.length === 0 ? [] : [plans.proposedTitle]),
    ...proposals.map((one) => `  ${nameOf(one.customer)} · ${why(one)}`),
    ...days.map(({ day, count }) => `  ${formatDay(day, locale, today)}: ${words.day(count)}`),
  ].join('\n')
  const body: Element[] = [
    heading(words.title, formatPeriod(period, locale, today), sums.join(' + ')),
    figures([
      { label: words.maturing, value: String(maturities.length) },
      { label: words.meetings, value: String(agreed.length) },
      { label: words.people, value: String(people) },
    ]),
    ...(maturities.length + agreed.length === 0 ? [line(words.empty)] : []),
    ...(maturities.length === 0 ? [] : [section(words.maturitiesTitle)]),
    ...shown.first.map(({ customer, holding, maturesOn, spokenWith }) =>
      listRow(
        nameOf(customer),
        `${formatDay(maturesOn, locale, today)} · ${spokenWith === undefined ? words.notSpoken : words.spoken}`,
        formatAmount(holding.amountFen, holding.currency, locale),
        { right: { weight: 'Bolder' } },
      ),
    ),
    ...(shown.rest === 0 ? [] : [more(words.more(shown.rest))]),
    ...(agreed.length === 0 ? [] : [section(words.agreementsTitle)]),
    ...shownAgreed.first.map((one) => listRow(nameOf(one.customer), promise(one), '')),
    ...(shownAgreed.rest === 0 ? [] : [more(words.more(shownAgreed.rest))]),
    ...(proposals.length === 0 ? [] : [section(plans.proposedTitle)]),
    ...proposals.map((one) =>
      listRow(nameOf(one.customer), why(one), metricText(one.metric, one.value, locale)),
    ),
    section(words.planTitle),
    facts(days.map(({ day, count }) => [formatDay(day, locale, today), words.day(count)])),
  ]
  const data = {
    period,
    maturities: maturities.map(({ customer, holding, maturesOn }) => ({
      customerId: customer.id,
      holdingId: holding.id,
      maturesOn,
    })),
    agreed: agreed.map(({ customer, agreement }) => ({ customerId: customer.id, agreementId: agreement.id })),
    proposals: proposals.map(proposalJson),
    days,
  }
  return { text, summary, data, card: card(body, text) }
}
