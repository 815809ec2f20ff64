import { tierOf } from '../../../domain/cadence/cadence.js'
import { contactsUpTo } from '../../../domain/customer/contact.js'
import type { Customer } from '../../../domain/customer/customer.js'
import { type FactSource, factSources, factToAskAgain } from '../../../domain/customer/fact-source.js'
import { nextToAsk } from '../../../domain/customer/facts/completeness.js'
import { favoursUpTo } from '../../../domain/customer/favour.js'
import type { Profile } from '../../../domain/customer/profile-fields.js'
import { addDays, type Day } from '../../../domain/day.js'
import { isRunning } from '../../../domain/ledger/running.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { CNY, sumFen } from '../../../domain/money.js'
import type { Policy } from '../../../domain/policy.js'
import { type Reply, shows } from '../../../ports/reply.js'
import { describeContact } from '../../wording/contacts/contact.js'
import { type ArchiveWords, archiveWordsFor } from '../../wording/customers/archive-words.js'
import { customerWordsFor } from '../../wording/customers/customer-words.js'
import { formatAmount, formatDay } from '../../wording/days/format.js'
import { describeDay, describeMoment } from '../../wording/days/when.js'
import { wordingFor } from '../../wording/wording.js'
import { buttons, card, type Element, line, press } from '../parts/elements.js'
import { nameOf, shortName } from '../parts/names.js'
import { fieldName } from './field-name.js'
import { type LinkRow, linkLine } from './links-card.js'

export interface ArchiveCardInput {
  readonly customer: Customer
  readonly links: readonly LinkRow[]
  /** What a plan and a review say of the customer, a line each. */
  readonly planLines: readonly string[]
  /** Names of the managers by their id. */
  readonly names: ReadonlyMap<string, string>
  readonly policy: Policy
  readonly locale: Locale
  readonly today: Day
}

const SHOWN = 6
const BASIC = [
  'name',
  'nickname',
  'gender',
  'birthday',
  'birthdayMonthDay',
  'lunarBirthday',
  'occupation',
  'company',
  'education',
  'phone',
  'email',
  'address',
  'preferredChannel',
] as const satisfies readonly (keyof Profile)[]
const FINANCIAL = [
  'aumFen',
  'riskRating',
  'riskAssessedOn',
  'cardLevel',
  'expectedReturn',
  'preference',
] as const satisfies readonly (keyof Profile)[]
const SPECIAL = [
  'family',
  'hobbies',
  'anniversary',
  'anniversaryMonthDay',
  'notes',
] as const satisfies readonly (keyof Profile)[]

interface Section {
  readonly title: string
  readonly lines: readonly string[]
}

/** All that is known of a key customer, each fact with where it comes from and its day (Handbook §8.5). */
export function archiveReply(input: ArchiveCardInput): Reply {
  const { customer, policy, locale, today } = input
  const words = wordingFor(locale)
  const own = archiveWordsFor(locale)
  const tier = tierOf(customer, policy)
  const isKey = tier === 'A' || tier === 'B'
  const name = shortName(customer)
  const title = own.title(nameOf(customer))
  const note = isKey ? undefined : own.notKey(name, words.tier(tier))
  const stale = factToAskAgain(customer, policy, today)
  const missing = customer.doNotContact ? undefined : nextToAsk(customer, policy, today)
  const question =
    stale !== undefined
      ? own.still(
          fieldName(stale.field, locale),
          valueText(customer, stale.field, locale) ?? stale.value,
          dateOf(stale.on),
        )
      : missing === undefined
        ? undefined
        : own.ask(customerWordsFor(locale).card.ask[missing])
  const sections = sectionsOf(input, own)
  const text = [
    `${title} · ${words.tier(tier)}`,
    ...(note === undefined ? [] : [note]),
    ...sections.flatMap(({ title: of, lines }) => [`${of}:`, ...lines.map((one) => `  ${one}`)]),
    ...(question === undefined ? [] : [question]),
  ].join('\n')
  return {
    text,
    summary: words.intents['archive.show'],
    shows: shows('customers', [customer]),
    data: { customerId: customer.id, tier, ask: stale?.field ?? missing ?? null },
    card: card(
      [
        line(`${title} · ${words.tier(tier)}`, { weight: 'Bolder', size: 'Medium' }),
        ...(note === undefined ? [] : [line(note, { isSubtle: true, spacing: 'None' })]),
        ...sections.flatMap(({ title: of, lines }): Element[] => [
          line(of, { weight: 'Bolder', color: 'Accent', spacing: 'Medium' }),
          ...lines.map((one) => line(one, { spacing: 'Small' })),
        ]),
        ...(question === undefined ? [] : [line(question, { color: 'Accent', spacing: 'Medium' })]),
        buttons([
          ...(stale === undefined
            ? []
            : [press(own.stillYes, 'fact.still', { customerId: customer.id, field: stale.field })]),
          ...(stale === undefined && missing !== undefined
            ? [
                press(customerWordsFor(locale).card.fillIn, 'know.ask', {
                  customerId: customer.id,
                  field: missing,
                }),
              ]
            : []),
          press(words.brief.log, 'contact.log', { customerId: customer.id }),
          press(own.exportAll, 'export.table', { table: 'key-customers', once: `${today}` }),
        ]),
      ],
      text,
    ),
  }
}

function sectionsOf(input: ArchiveCardInput, own: ArchiveWords): readonly Section[] {
  const { customer, links, planLines, locale, today } = input
  const words = wordingFor(locale)
  const sources = factSources(customer)
  const rows = (fields: readonly (keyof Profile)[]) =>
    fields.flatMap((field) => {
      const value = valueText(customer, field, locale)
      if (value === undefined) return []
      const source = field === 'name' ? '' : sourceText(sources.get(field), input, own)
      return [`${fieldName(field, locale)}: ${value}${source === '' ? '' : ` (${source})`}`]
    })
  const held = customer.holdings.filter((one) => isRunning(one, today))
  const yuan = held.filter(({ currency }) => currency === CNY)
  const holdings =
    held.length === 0
      ? [words.customer.noHoldings]
      : [own.holdings(held.length, formatAmount(sumFen(yuan.map((one) => one.amountFen)), CNY, locale))]
  const avoid = rows(['avoid'])
  const history = contactsUpTo(customer.contacts, today)
    .toSorted((a, b) => (a.on === b.on ? (a.id > b.id ? -1 : 1) : a.on > b.on ? -1 : 1))
    .slice(0, SHOWN)
    .map((contact) =>
      [
        describeDay(contact.on, locale, today),
        input.names.get(contact.managerId) ?? contact.managerId,
        describeContact(contact, locale),
        contact.note ?? '',
      ]
        .filter((part) => part !== '')
        .join(' · '),
    )
  const agreed = customer.agreements
    .filter(({ state }) => state === 'open')
    .toSorted((a, b) => ((a.on ?? '9') < (b.on ?? '9') ? -1 : 1))
    .slice(0, SHOWN)
    .map(({ on, time, kind, about }) =>
      [
        ...(on === undefined
          ? []
          : [describeMoment({ day: on, ...(time === undefined ? {} : { time }) }, locale, today)]),
        words.agreements[kind],
        ...(about === undefined ? [] : [about]),
      ].join(' · '),
    )
  const sections: readonly Section[] = [
    { title: own.basic, lines: rows(BASIC) },
    { title: own.financial, lines: [...rows(FINANCIAL), ...holdings] },
    { title: own.special, lines: rows(SPECIAL) },
    { title: own.avoid, lines: avoid },
    { title: own.people, lines: links.map((row) => linkLine(row, locale)) },
    { title: own.favours, lines: favourLines(customer, locale, today, own) },
    { title: own.history, lines: history },
    { title: own.plan, lines: [...planLines, ...agreed] },
  ]
  return sections.filter(({ lines }) => lines.length > 0)
}

function favourLines(customer: Customer, locale: Locale, today: Day, own: ArchiveWords): readonly string[] {
  const all = favoursUpTo(customer.favours, today)
  const year = all.filter(({ on }) => on > addDays(today, -365))
  const lines = all
    .slice(0, SHOWN)
    .map(({ on, kind, name, valueFen }) =>
      [
        describeDay(on, locale, today),
        own.favour.kinds[kind],
        name,
        valueFen === undefined
          ? own.favour.worthUnknown
          : own.favour.worth(formatAmount(valueFen, CNY, locale)),
      ].join(' · '),
    )
  if (year.length < 2) return lines
  const known = sumFen(year.flatMap(({ valueFen }) => valueFen ?? []))
  return [...lines, own.favour.sum(year.length, formatAmount(known, CNY, locale))]
}

function sourceText(
  source: FactSource | undefined,
  { names, locale, today }: ArchiveCardInput,
  own: ArchiveWords,
): string {
  if (source === undefined) return ''
  if (source.from === 'manager')
    return `${own.source.manager(names.get(source.managerId) ?? source.managerId)}, ${formatDay(source.on, locale, today)}`
  const day = source.on === undefined ? own.source.unknownDay : formatDay(source.on, locale, today)
  return `${own.source.file}, ${day}`
}

/** What a field holds, in words; undefined where it is not known. */
function valueText(customer: Customer, field: keyof Profile, locale: Locale): string | undefined {
  const words = wordingFor(locale)
  const value = customer[field]
  if (value === undefined) return undefined
  switch (field) {
    case 'aumFen':
      return customer.aumFen === undefined ? undefined : formatAmount(customer.aumFen, CNY, locale)
    case 'preferredChannel':
      return customer.preferredChannel === undefined ? undefined : words.channels[customer.preferredChannel]
    case 'gender':
    case 'cardLevel': {
      const own = archiveWordsFor(locale).values
      return own[String(value) as keyof typeof own]
    }
    default:
      return String(value)
  }
}

function dateOf(on: Day): string {
  return on
}
