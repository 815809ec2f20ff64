import { tierOf } from '../../../domain/cadence/cadence.js'
import type { Customer } from '../../../domain/customer/customer.js'
import type { Day } from '../../../domain/day.js'
import { type Cause, LEAVING_CAUSES, type Leaving, type Sleeping } from '../../../domain/leaving/leaving.js'
import { causeJson } from '../../../domain/leaving/segments-json.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { CNY, type Fen, yuanOf } from '../../../domain/money.js'
import type { Policy } from '../../../domain/policy.js'
import type { RfmScore } from '../../../domain/rfm/rfm.js'
import { type Group, type Scored, sumOf } from '../../../domain/rfm/segments.js'
import { type Reply, shows } from '../../../ports/reply.js'
import { formatAbout, formatAmount, formatDay } from '../../wording/days/format.js'
import { type LeavingWords, leavingWordsFor } from '../../wording/leaving/leaving-words.js'
import { listWordsFor } from '../../wording/lists/list-words.js'
import { wordingFor } from '../../wording/wording.js'
import { listReply } from '../lists/list-reply.js'
import { press } from '../parts/elements.js'
import { nameOf } from '../parts/names.js'

/** The answer to "who may leave, and why": the cause first, then RFM, then what to do (Handbook §8.12). */
export function leavingReply(
  rows: readonly Leaving[],
  policy: Policy,
  locale: Locale,
  today: Day,
  /** The last day for which transactions are known, at most today. */
  knownTo: Day,
): Reply {
  const words = wordingFor(locale)
  const own = leavingWordsFor(locale)
  const { leaving } = policy
  const { silence } = leaving
  const rule = own.rule(leaving.goneFromPercent, leaving.fallingMonthEnds, silence.times, silence.fromDays)
  const summary = words.intents['churn.list']
  const data = {
    day: today,
    items: rows.map(({ customer, causes, score, quietDays }) => ({
      ...scoredData({ customer, score }),
      causes: causes.map(causeJson),
      quietDays: quietDays ?? null,
    })),
  }
  const known = knownTo === today ? [] : [own.known(formatDay(knownTo, locale, today))]
  if (rows.length === 0) return { text: [own.none, rule, ...known].join('\n'), summary, data }
  return listReply({
    title: own.title,
    counts: countsOf(rows, own),
    rows: rows.map(({ customer, causes, score }) => ({
      ...head(customer, locale),
      lines: [
        ...(causes.length === 0 ? [own.causes.atRisk] : []),
        ...causes.map((cause, at) => {
          const text = causeText(cause, own, locale)
          return at === 0 ? { text, tone: 'urgent' as const } : text
        }),
        activityText(score, customer, policy, locale),
        customer.doNotContact ? own.quietCustomer : own.move(own.moves[causes[0]?.kind ?? 'at-risk']),
      ],
      buttons: buttonsFor(customer, locale),
    })),
    more: listWordsFor(locale).more,
    notes: [rule, ...known],
    summary,
    data,
    shows: shows('customers', rows),
  })
}

/** The answer to "which accounts sleep". */
export function sleepingReply(rows: readonly Sleeping[], policy: Policy, locale: Locale): Reply {
  const own = leavingWordsFor(locale).sleeping
  const summary = wordingFor(locale).intents['churn.list']
  const rule = own.rule(policy.sleepingAfterDays)
  const data = {
    items: rows.map(({ customer, quietDays }) => ({
      customerId: customer.id,
      customer: nameOf(customer),
      quietDays,
    })),
  }
  if (rows.length === 0) return { text: `${own.none}\n${rule}`, summary, data }
  return listReply({
    title: own.title,
    counts: leavingWordsFor(locale).count(rows.length),
    rows: rows.map(({ customer, quietDays }) => ({
      ...head(customer, locale),
      lines: [`${own.quiet(quietDays)} · ${wordingFor(locale).tier(tierOf(customer, policy))}`],
      buttons: buttonsFor(customer, locale),
    })),
    more: listWordsFor(locale).more,
    notes: [rule],
    summary,
    data,
    shows: shows('customers', rows),
  })
}

/** The answer to a question for a segment, for the most profitable or for the highest scores. */
export function groupReply(rows: readonly Scored[], group: Group, policy: Policy, locale: Locale): Reply {
  const words = wordingFor(locale)
  const own = leavingWordsFor(locale)
  const summary = words.intents['segment.list']
  const title = own.groups[group]
  const notes = [own.groupRules[group], own.scored(policy.rfm.windowDays)]
  const data = { group, items: rows.map(scoredData) }
  if (rows.length === 0) return { text: [own.noneInGroup(title), ...notes].join('\n'), summary, data }
  return listReply({
    title,
    counts: own.count(rows.length),
    rows: rows.map(({ customer, score }) => ({
      ...head(customer, locale),
      lines: [
        group === 'highest'
          ? scoreText(score, customer, policy, locale)
          : activityText(score, customer, policy, locale),
      ],
      buttons: buttonsFor(customer, locale),
    })),
    more: listWordsFor(locale).more,
    notes,
    summary,
    data,
    shows: shows('customers', rows),
  })
}

function head(customer: Customer, locale: Locale) {
  const { aumFen } = customer
  return {
    title: nameOf(customer),
    ...(aumFen === undefined ? {} : { right: formatAbout(aumFen, locale) }),
  }
}

function buttonsFor({ id, doNotContact }: Customer, locale: Locale) {
  const { see, log } = wordingFor(locale).brief
  return [
    press(see, 'customer.show', { customerId: id }),
    ...(doNotContact ? [] : [press(log, 'contact.log', { customerId: id })]),
  ]
}

function countsOf(rows: readonly Leaving[], own: LeavingWords): string {
  const counts = LEAVING_CAUSES.flatMap((kind) => {
    const count = rows.filter(({ causes }) => causes[0]?.kind === kind).length
    return count === 0 ? [] : [`${own.kinds[kind]} ${count}`]
  })
  const others = rows.filter(({ causes }) => causes.length === 0).length
  return [own.count(rows.length), ...counts, ...(others === 0 ? [] : [`${own.atRiskOnly} ${others}`])].join(
    ' · ',
  )
}

function causeText(cause: Cause, { causes }: LeavingWords, locale: Locale): string {
  const sum = (amount: Fen) => formatAmount(amount, CNY, locale)
  switch (cause.kind) {
    case 'matured-gone':
      return causes.maturedGone(sum(cause.maturedFen), sum(cause.goneFen))
    case 'balance-falling':
      return causes.balanceFalling(
        cause.monthEnds.length,
        formatAbout(cause.monthEnds[0]!.balanceFen, locale),
        formatAbout(cause.monthEnds.at(-1)!.balanceFen, locale),
      )
    case 'silence':
      return causes.silence(cause.days, String(cause.medianGap))
    case 'overdue-contact':
      return causes.overdueContact(cause.overdueWorkingDays)
  }
}

/** How they come and go, without the figures behind it. */
function activityText({ facts }: RfmScore, customer: Customer, policy: Policy, locale: Locale): string {
  const own = leavingWordsFor(locale)
  const tier = wordingFor(locale).tier(tierOf(customer, policy))
  return `${tier} · ${facts === undefined ? own.inactive : own.was(facts.frequency)}`
}

function scoreText(score: RfmScore, customer: Customer, policy: Policy, locale: Locale): string {
  const own = leavingWordsFor(locale)
  const { r, f, m, facts } = score
  return [
    wordingFor(locale).tier(tierOf(customer, policy)),
    facts === undefined ? own.inactive : `${own.scores(r, f, m, sumOf(score))} · ${own.was(facts.frequency)}`,
  ].join(' · ')
}

function scoredData({ customer, score }: Scored) {
  const { r, f, m, segment, profitable } = score
  return {
    customerId: customer.id,
    customer: nameOf(customer),
    segment,
    r,
    f,
    m,
    rfm: sumOf(score),
    profitable,
    aum: customer.aumFen === undefined ? null : yuanOf(customer.aumFen),
  }
}
