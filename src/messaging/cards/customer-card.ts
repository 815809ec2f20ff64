import { cadence } from '../../domain/cadence/cadence.js'
import { type Contact, contactsUpTo } from '../../domain/customer/contact.js'
import type { Customer } from '../../domain/customer/customer.js'
import type { Day } from '../../domain/day.js'
import type { Locale } from '../../domain/manager.js'
import { CNY, yuanOf } from '../../domain/money.js'
import type { Policy } from '../../domain/policy.js'
import type { WorkingCalendar } from '../../domain/working-days.js'
import type { Reply } from '../reply.js'
import { describeContact } from '../wording/contact.js'
import { formatAmount, formatDay } from '../wording/format.js'
import { describeDay, describeMoment } from '../wording/when.js'
import { type Wording, wordingFor } from '../wording/wording.js'
import { block, buttons, card, facts, leftRight, line, press } from './elements.js'
import { nameOf } from './names.js'

const CONTACTS_SHOWN = 5

export interface CustomerCardInput {
  readonly customer: Customer
  readonly policy: Policy
  readonly calendar: WorkingCalendar
  readonly locale: Locale
  readonly today: Day
}

/** One customer on one card: who they are, what they hold, what was said last, what is open. */
export function customerReply(input: CustomerCardInput): Reply {
  const { customer, locale, today } = input
  const words = wordingFor(locale)
  const due = cadence(customer, input.policy, input.calendar, today)
  const profile = profileRows(input, words, due)
  const holdings = customer.holdings.map((h) => ({
    name: h.productName,
    sum: formatAmount(h.amountFen, h.currency, locale),
    matures: h.maturesOn === undefined ? '' : words.customer.matures(formatDay(h.maturesOn, locale, today)),
  }))
  const open = customer.agreements
    .filter((a) => a.state === 'open')
    .map((a) => {
      const time = a.time === undefined ? {} : { time: a.time }
      const when = a.on === undefined ? '' : `${describeMoment({ day: a.on, ...time }, locale, today)} `
      return `${when}${words.agreements[a.kind]}${a.about === undefined ? '' : ` · ${a.about}`}`
    })
  const recent = recentContacts(customer, today).map((c) => contactLine(c, locale, today))

  const title = nameOf(customer)
  const text = [
    title,
    ...profile.map(([k, v]) => `${k}: ${v}`),
    `${words.customer.holdings}:`,
    ...(holdings.length === 0 ? [`  ${words.customer.noHoldings}`] : []),
    ...holdings.map((h) => `  ${[h.name, h.sum, h.matures].filter((p) => p !== '').join(' · ')}`),
    ...section(words.customer.open, open),
    ...section(words.customer.recent, recent.length === 0 ? [words.customer.never] : recent),
  ].join('\n')

  return {
    text,
    summary: words.intents['customer.show'],
    data: {
      customerId: customer.id,
      tier: due.tier,
      aum: customer.aumFen === undefined ? null : yuanOf(customer.aumFen),
      dueOn: due.kind === 'none' ? null : due.dueOn,
      contacts: recentContacts(customer, today),
      holdings: customer.holdings,
    },
    card: card(
      [
        leftRight(
          [line(title, { size: 'Large', weight: 'Bolder' })],
          [line(words.tier(due.tier), { color: 'Accent', weight: 'Bolder' })],
        ),
        facts(profile),
        heading(words.customer.holdings),
        ...(holdings.length === 0 ? [line(words.customer.noHoldings, { isSubtle: true })] : []),
        ...holdings.map((h) =>
          leftRight(
            [
              line(h.name),
              ...(h.matures === ''
                ? []
                : [line(h.matures, { size: 'Small', isSubtle: true, spacing: 'None' })]),
            ],
            [line(h.sum, { weight: 'Bolder', horizontalAlignment: 'Right' })],
          ),
        ),
        ...(open.length === 0
          ? []
          : [heading(words.customer.open), ...open.map((o) => line(o, { spacing: 'Small' }))]),
        heading(words.customer.recent),
        ...(recent.length === 0 ? [line(words.customer.never, { isSubtle: true })] : []),
        ...recent.map((r) => line(r, { spacing: 'Small', size: 'Small' })),
        block([buttons([press(words.brief.log, 'contact.log', { customerId: customer.id })])]),
      ],
      text,
    ),
  }
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

function profileRows(
  { customer, locale, today }: CustomerCardInput,
  words: Wording,
  due: ReturnType<typeof cadence>,
): readonly (readonly [string, string])[] {
  const c = words.customer
  const dayText = (d: Day) => formatDay(d, locale, today)
  const risk =
    customer.riskRating === undefined
      ? undefined
      : customer.riskAssessedOn === undefined
        ? customer.riskRating
        : c.riskAssessed(customer.riskRating, dayText(customer.riskAssessedOn))
  const rows: readonly (readonly [string, string | undefined])[] = [
    [c.aum, customer.aumFen === undefined ? c.unknown : formatAmount(customer.aumFen, CNY, locale)],
    [c.occupation, customer.occupation],
    [c.company, customer.company],
    [c.phone, customer.phone],
    [
      c.preferred,
      customer.preferredChannel === undefined ? undefined : words.channels[customer.preferredChannel],
    ],
    [c.birthday, customer.birthday === undefined ? undefined : customer.birthday],
    [c.risk, risk],
    [c.hobbies, customer.hobbies],
    [c.nextDue, due.kind === 'none' ? undefined : dayText(due.dueOn)],
    [c.doNotContact, customer.doNotContact ? '✓' : undefined],
    [c.notes, customer.notes],
  ]
  return rows.flatMap(([k, v]) => (v === undefined || v === '' ? [] : [[k, v] as const]))
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
