import type { RankedItem } from '../../../domain/brief/brief-item.js'
import type { Why, WhyListed, WhyNotListed } from '../../../domain/brief/why.js'
import type { Cadence } from '../../../domain/cadence/cadence.js'
import type { Customer } from '../../../domain/customer/customer.js'
import type { Deferral } from '../../../domain/customer/deferral.js'
import type { Day } from '../../../domain/day.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { CNY, yuanOf } from '../../../domain/money.js'
import type { Reason } from '../../../domain/occasions/reason.js'
import type { Policy, Tier } from '../../../domain/policy.js'
import { type Reply, shows } from '../../../ports/reply.js'
import { deskWordsFor } from '../../wording/brief/desk-words.js'
import { describeRule } from '../../wording/brief/reason-rules.js'
import { describeReasons } from '../../wording/brief/reasons.js'
import { formatAmount } from '../../wording/days/format.js'
import { describeDay } from '../../wording/days/when.js'
import { wordingFor } from '../../wording/wording.js'
import { buttons, card, facts, line, press } from '../parts/elements.js'
import { shortName } from '../parts/names.js'

export interface WhyCardInput {
  readonly customer: Customer
  readonly why: Why
  readonly policy: Policy
  readonly locale: Locale
  readonly today: Day
}

/** Why a customer is on today's list, with the numbers behind the place, or why not, and when they will be. */
export function whyReply(input: WhyCardInput): Reply {
  const { customer, why, locale } = input
  const words = wordingFor(locale)
  const summary = words.intents['why.explain']
  const said = why.listed ? listed(why, input) : notListed(why, input)
  const text = [
    said.title,
    ...said.reasons.flatMap(([reason, rule]) => [`· ${reason}`, `  ${rule}`]),
    ...said.lines,
    ...said.rows.map(([k, v]) => `  ${k}: ${v}`),
    ...said.below,
  ].join('\n')
  return {
    text,
    summary,
    data: whyData(customer, why),
    shows: shows('customers', [customer]),
    card: card(
      [
        line(said.title, { size: 'Medium', weight: 'Bolder' }),
        ...said.reasons.flatMap(([reason, rule]) => [
          line(reason, { spacing: 'Small' }),
          line(rule, { size: 'Small', isSubtle: true, spacing: 'None' }),
        ]),
        ...said.lines.map((l) => line(l, { spacing: 'Small' })),
        ...(said.rows.length === 0 ? [] : [facts(said.rows)]),
        ...said.below.map((l) => line(l, { size: 'Small', isSubtle: true })),
        buttons([
          press(words.brief.see, 'customer.show', { customerId: customer.id }),
          press(words.brief.log, 'contact.log', { customerId: customer.id }),
        ]),
      ],
      text,
    ),
  }
}

interface Said {
  readonly title: string
  /** Each with the rule that put it on the list. */
  readonly reasons: readonly (readonly [reason: string, rule: string])[]
  readonly lines: readonly string[]
  readonly rows: readonly (readonly [string, string])[]
  readonly below: readonly string[]
}

function listed(why: WhyListed, { customer, policy, locale, today }: WhyCardInput): Said {
  const own = deskWordsFor(locale).why
  const name = shortName(customer)
  const { item, rank, of, isCut, capacity } = why
  return {
    title: isCut ? own.cut(name, rank, capacity) : own.listed(name, rank, of),
    reasons: withRules(item.reasons, item.tier, policy, locale, today),
    lines: [],
    rows: scoreRows(item, locale),
    below: [cadenceText(why.cadence, locale, today)],
  }
}

/** Several new products of one morning are told in one line, so their rule is too. */
function withRules(
  reasons: readonly Reason[],
  tier: Tier,
  policy: Policy,
  locale: Locale,
  today: Day,
): Said['reasons'] {
  const told = reasons.filter(
    (reason, at) => reason.kind !== 'launch' || reasons.findIndex(({ kind }) => kind === 'launch') === at,
  )
  return describeReasons(reasons, locale, today).map(({ text }, at) => [
    text,
    describeRule(told[at]!, tier, policy, locale),
  ])
}

function notListed(why: WhyNotListed, { customer, policy, locale, today }: WhyCardInput): Said {
  const own = deskWordsFor(locale).why
  const { next, deferral, hidden = [] } = why
  const nextReason = next === undefined ? undefined : nextReasonText(next.reasons, locale, today)
  return {
    title: own.notListed(shortName(customer)),
    reasons: [],
    lines: [
      own.because[why.because],
      ...(deferral === undefined ? [] : [deferralText(deferral, locale, today)]),
      ...(hidden.length === 0 ? [] : [own.hidden(hidden.length)]),
    ],
    rows: [],
    below: [
      cadenceText(why.cadence, locale, today),
      next === undefined || nextReason === undefined
        ? own.noNext
        : own.next(describeDay(next.on, locale, today), nextReason),
      ...(next?.reasons ?? [])
        .slice(0, 1)
        .map((reason) => describeRule(reason, why.cadence.tier, policy, locale)),
    ],
  }
}

/** The regular contact is said by its name: its own sentence speaks of today. */
function nextReasonText(
  reasons: NonNullable<WhyNotListed['next']>['reasons'],
  locale: Locale,
  today: Day,
): string | undefined {
  const [first] = reasons
  if (first?.kind === 'cadence' || first?.kind === 'claim') return deskWordsFor(locale).why.regular
  return describeReasons(reasons, locale, today)[0]?.text
}

function scoreRows({ scoreFacts: f }: RankedItem, locale: Locale): Said['rows'] {
  const own = deskWordsFor(locale).why
  return [
    [own.parts.priority, own.priorityOf(f.priority)],
    [own.parts.money, f.atStakeFen > 0 ? formatAmount(f.atStakeFen, CNY, locale) : own.noMoney],
    [
      own.parts.overdue,
      f.overdueWorkingDays > 0 && f.intervalDays !== undefined
        ? own.overdueOf(f.overdueWorkingDays, f.intervalDays)
        : own.notOverdue,
    ],
    [own.parts.tier, wordingFor(locale).tier(f.tier)],
    ...(f.brokenPromise ? [[own.parts.promise, own.yes] as const] : []),
  ]
}

function cadenceText(cadence: Cadence, locale: Locale, today: Day): string {
  const own = deskWordsFor(locale).why
  const tier = wordingFor(locale).tier(cadence.tier)
  if (cadence.kind === 'none') {
    const { because } = cadence
    return because === 'tier-without-cadence' ? own.noCadence[because](tier) : own.noCadence[because]
  }
  const due = describeDay(cadence.dueOn, locale, today)
  return cadence.lastContactOn === undefined
    ? own.cadenceNever(tier, due)
    : own.cadence(tier, describeDay(cadence.lastContactOn, locale, today), due)
}

function deferralText(deferral: Deferral, locale: Locale, today: Day): string {
  const own = deskWordsFor(locale).why
  const made = describeDay(deferral.madeOn, locale, today)
  return deferral.kind === 'snooze'
    ? own.snoozed(made, describeDay(deferral.until, locale, today))
    : own.skipped(made, deferral.reason)
}

function whyData(customer: Customer, why: Why) {
  const { cadence } = why
  const base = {
    customerId: customer.id,
    listed: why.listed,
    tier: cadence.tier,
    dueOn: cadence.kind === 'none' ? null : cadence.dueOn,
    overdueWorkingDays: cadence.kind === 'none' ? 0 : cadence.overdueWorkingDays,
  }
  if (!why.listed)
    return {
      ...base,
      because: why.because,
      nextOn: why.next?.on ?? null,
      reasons: why.next?.reasons.map((r) => r.kind) ?? [],
    }
  return {
    ...base,
    rank: why.rank,
    of: why.of,
    cut: why.isCut,
    score: why.item.score,
    scoreParts: why.item.scoreParts,
    atStake: yuanOf(why.item.scoreFacts.atStakeFen),
    reasons: why.item.reasons.map((r) => r.kind),
  }
}
