import { cadence } from '../../../domain/cadence/cadence.js'
import { type Contact, contactsUpTo } from '../../../domain/customer/contact.js'
import type { Customer } from '../../../domain/customer/customer.js'
import { completeness, nextToAsk } from '../../../domain/customer/facts/completeness.js'
import type { Day } from '../../../domain/day.js'
import type { Holding } from '../../../domain/ledger/holding.js'
import { isRunning } from '../../../domain/ledger/running.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { CNY, yuanOf } from '../../../domain/money.js'
import { phaseOf } from '../../../domain/opportunity/funnel.js'
import type { Policy } from '../../../domain/policy.js'
import type { Segment } from '../../../domain/rfm/rfm.js'
import type { WorkingCalendar } from '../../../domain/working-days.js'
import { type Reply, shows } from '../../../ports/reply.js'
import { describeContact } from '../../wording/contacts/contact.js'
import { customerWordsFor } from '../../wording/customers/customer-words.js'
import { dayWordsFor } from '../../wording/days/day-words.js'
import { formatAmount, formatDay } from '../../wording/days/format.js'
import { describeDay, describeMoment } from '../../wording/days/when.js'
import { salesStepsFor } from '../../wording/sales/sales-steps.js'
import { salesWordsFor } from '../../wording/sales/sales-words.js'
import { wordingFor } from '../../wording/wording.js'
import { buttons, card, type Element, facts, leftRight, line, press } from '../parts/elements.js'
import { nameOf } from '../parts/names.js'
import { type ProfileInput, profileRows } from './customer-profile.js'

const CONTACTS_SHOWN = 5
/** On the profile, where the last contacts are one part of five. */
const CONTACTS_ON_PROFILE = 3
const HOLDINGS_SHOWN = 5
const OPEN_SHOWN = 4

export interface CustomerCardInput {
  readonly customer: Customer
  readonly policy: Policy
  readonly calendar: WorkingCalendar
  readonly locale: Locale
  readonly today: Day
  /** Against the customers of the same branch. */
  readonly segment?: Segment
  /** Who handed the customer over: then the card says so, and recalls more contacts. */
  readonly handedOverBy?: string
}

/** One customer on one card: who they are, what they hold, what is open, what was said last, what to ask next. */
export function customerReply(input: CustomerCardInput): Reply {
  const { customer, policy, locale, today } = input
  const words = wordingFor(locale)
  const own = customerWordsFor(locale).card
  const due = cadence(customer, policy, input.calendar, today)
  const { segment } = input
  const profile: ProfileInput = { customer, cadence: due, policy, locale, today, ...(segment && { segment }) }
  const groups = profileRows(profile)
  const { shown: holdings, rest } = holdingRows(customer, locale, today)
  const open = openLines(customer, locale, today)
  const recent = recentContacts(customer, today)
  const chances = opportunityLines(customer, locale, today)
  const shownContacts = input.handedOverBy === undefined ? CONTACTS_ON_PROFILE : CONTACTS_SHOWN
  const said = recent.slice(0, shownContacts).map((c) => contactLine(c, locale, today))
  const known = completeness(customer, policy, today)
  const [next] = known.missing
  const toAsk = customer.doNotContact ? undefined : nextToAsk(customer, policy, today)
  const completenessLine = [
    own.completeness(known.percent),
    ...(next === undefined || customer.doNotContact ? [] : [own.askNext(own.ask[next])]),
  ].join(' · ')
  const title = nameOf(customer)
  const { lead } = dayWordsFor(locale).handOver
  const came = input.handedOverBy === undefined ? [] : [lead(input.handedOverBy)]
  const chancesTitle = salesStepsFor(locale).pipeline.chances

  const text = [
    ...came,
    `${title} · ${words.tier(due.tier)}`,
    ...(customer.doNotContact ? [own.contactOnly] : []),
    ...(
      [
        [own.basic, groups.basic],
        [own.money, groups.money],
        [own.personal, groups.personal],
      ] as const
    ).flatMap(([name, rows]) =>
      rows.length === 0 ? [] : [`${name}:`, ...rows.map(([k, v]) => `  ${k}: ${v}`)],
    ),
    `${words.customer.holdings}:`,
    ...(holdings.length === 0 ? [`  ${words.customer.noHoldings}`] : []),
    ...holdings.map((h) => `  ${[h.name, h.sum, h.matures].filter((p) => p !== '').join(' · ')}`),
    ...(rest === 0 ? [] : [`  ${own.moreHoldings(rest)}`]),
    ...section(words.customer.open, open),
    ...section(chancesTitle, chances),
    ...section(words.customer.recent, said.length === 0 ? [words.customer.never] : said),
    completenessLine,
  ].join('\n')

  return {
    text,
    summary: words.intents['customer.show'],
    shows: shows('customers', [customer]),
    data: {
      customerId: customer.id,
      tier: due.tier,
      aum: customer.aumFen === undefined ? null : yuanOf(customer.aumFen),
      dueOn: due.kind === 'none' ? null : due.dueOn,
      segment: segment ?? null,
      completeness: known.percent,
      missing: known.missing,
      contacts: recent,
      holdings: customer.holdings,
    },
    card: card(
      [
        ...came.map((words) => line(words, { isSubtle: true, size: 'Small' })),
        leftRight(
          [line(title, { size: 'Large', weight: 'Bolder' })],
          [line(words.tier(due.tier), { color: 'Accent', weight: 'Bolder' })],
        ),
        ...(customer.doNotContact ? [line(own.contactOnly, { color: 'Attention', spacing: 'None' })] : []),
        ...[groups.basic, groups.money, groups.personal].flatMap((rows) =>
          rows.length === 0 ? [] : [facts(rows)],
        ),
        heading(words.customer.holdings),
        ...(holdings.length === 0 ? [line(words.customer.noHoldings, { isSubtle: true })] : []),
        ...holdings.map(holdingElement),
        ...(rest === 0 ? [] : [line(own.moreHoldings(rest), { isSubtle: true, size: 'Small' })]),
        ...(open.length === 0
          ? []
          : [heading(words.customer.open), ...open.map((o) => line(o, { spacing: 'Small' }))]),
        ...(chances.length === 0
          ? []
          : [heading(chancesTitle), ...chances.map((chance) => line(chance, { spacing: 'Small' }))]),
        heading(words.customer.recent),
        ...(said.length === 0 ? [line(words.customer.never, { isSubtle: true })] : []),
        ...said.map((r) => line(r, { spacing: 'Small', size: 'Small' })),
        line(completenessLine, { size: 'Small', isSubtle: true }),
        buttons([
          press(words.brief.log, 'contact.log', { customerId: customer.id }),
          press(salesWordsFor(locale).script.button, 'script.show', { customerId: customer.id }),
          press(salesStepsFor(locale).button, 'sales.start', { customerId: customer.id }),
          ...(toAsk === undefined
            ? []
            : [press(own.fillIn, 'know.ask', { customerId: customer.id, field: toAsk })]),
          ...(recent.length <= shownContacts
            ? []
            : [press(words.customer.recent, 'customer.history', { customerId: customer.id })]),
        ]),
      ],
      text,
    ),
  }
}

interface HoldingRow {
  readonly name: string
  readonly sum: string
  readonly matures: string
}

/** What runs, the next to mature first; what is past is history. */
function holdingRows(
  customer: Customer,
  locale: Locale,
  today: Day,
): { readonly shown: readonly HoldingRow[]; readonly rest: number } {
  const running = customer.holdings.filter((h) => isRunning(h, today)).toSorted(soonestThenLargest)
  return {
    shown: running.slice(0, HOLDINGS_SHOWN).map((h) => ({
      name: h.productName,
      sum: formatAmount(h.amountFen, h.currency, locale),
      matures:
        h.maturesOn === undefined
          ? ''
          : wordingFor(locale).customer.matures(formatDay(h.maturesOn, locale, today)),
    })),
    rest: Math.max(0, running.length - HOLDINGS_SHOWN),
  }
}

function soonestThenLargest(a: Holding, b: Holding): number {
  if (a.maturesOn !== b.maturesOn) return (a.maturesOn ?? '9999') < (b.maturesOn ?? '9999') ? -1 : 1
  return b.amountFen - a.amountFen || (a.id < b.id ? -1 : 1)
}

function holdingElement({ name, sum, matures }: HoldingRow): Element {
  return leftRight(
    [
      line(name),
      ...(matures === '' ? [] : [line(matures, { size: 'Small', isSubtle: true, spacing: 'None' })]),
    ],
    [line(sum, { weight: 'Bolder', horizontalAlignment: 'Right' })],
  )
}

function openLines(customer: Customer, locale: Locale, today: Day): readonly string[] {
  const words = wordingFor(locale)
  return customer.agreements
    .filter((a) => a.state === 'open')
    .toSorted((a, b) => ((a.on ?? '9999') < (b.on ?? '9999') ? -1 : 1))
    .slice(0, OPEN_SHOWN)
    .map((a) => {
      const time = a.time === undefined ? {} : { time: a.time }
      const when = a.on === undefined ? '' : `${describeMoment({ day: a.on, ...time }, locale, today)} `
      return `${when}${words.agreements[a.kind]}${a.about === undefined ? '' : ` · ${a.about}`}`
    })
}

/** Chances of a sale that are open: how far, about what, how much, and when it goes on. */
function opportunityLines({ opportunities = [] }: Customer, locale: Locale, today: Day): readonly string[] {
  const { phases } = salesStepsFor(locale).pipeline
  return opportunities
    .filter(({ state }) => state === 'open')
    .map((opportunity) => {
      const { product, need, amountFen, currency = CNY, appointment, nextOn } = opportunity
      const next = appointment?.day ?? nextOn
      return [
        phases[phaseOf(opportunity)],
        product?.productName ?? need,
        amountFen === undefined ? undefined : formatAmount(amountFen, currency, locale),
        next === undefined ? undefined : describeDay(next, locale, today),
      ]
        .filter((part) => part !== undefined)
        .join(' · ')
    })
}

/** What was said and done with one customer before. */
export function historyReply(input: CustomerCardInput): Reply {
  const { customer, locale, today } = input
  const words = wordingFor(locale)
  const contacts = recentContacts(customer, today)
  const lines = contacts.map((c) => contactLine(c, locale, today))
  const title = `${nameOf(customer)} · ${words.customer.recent}`
  const text = [title, ...(lines.length === 0 ? [words.customer.never] : lines)].join('\n')
  return {
    text,
    summary: words.intents['customer.history'],
    data: { customerId: customer.id, contacts },
    shows: shows('customers', [customer]),
    card: card(
      [
        line(title, { weight: 'Bolder', size: 'Medium' }),
        ...(lines.length === 0
          ? [line(words.customer.never, { isSubtle: true })]
          : lines.map((l) => line(l, { spacing: 'Small' }))),
        buttons([
          press(words.brief.see, 'customer.show', { customerId: customer.id }),
          press(words.brief.log, 'contact.log', { customerId: customer.id }),
        ]),
      ],
      text,
    ),
  }
}

function recentContacts(customer: Customer, today: Day): readonly Contact[] {
  return contactsUpTo(customer.contacts, today)
    .toSorted((a, b) => (a.on === b.on ? compareLogged(b, a) : a.on < b.on ? 1 : -1))
    .slice(0, CONTACTS_SHOWN)
}

function compareLogged(a: Contact, b: Contact): number {
  return (a.loggedAt ?? a.id) < (b.loggedAt ?? b.id) ? -1 : 1
}

function contactLine(contact: Contact, locale: Locale, today: Day): string {
  return [describeDay(contact.on, locale, today), describeContact(contact, locale), contact.note]
    .filter((p) => p !== undefined && p !== '')
    .join(' · ')
}

function heading(text: string) {
  return line(text, { weight: 'Bolder', spacing: 'Medium', color: 'Accent' })
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines.map((l) => `  ${l}`)]
}
