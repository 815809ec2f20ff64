import { type ChangesSince, isUnchanged } from '../../../domain/customer/changes-since.js'
import type { Agreement, Contact } from '../../../domain/customer/contact.js'
import type { Customer } from '../../../domain/customer/customer.js'
import type { RecordedFact } from '../../../domain/customer/facts/recorded-fact.js'
import type { Profile } from '../../../domain/customer/profile-fields.js'
import type { Day } from '../../../domain/day.js'
import type { Holding } from '../../../domain/ledger/holding.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { CNY, type Fen, fen } from '../../../domain/money.js'
import { type Reply, shows } from '../../../ports/reply.js'
import { describeContact } from '../../wording/contacts/contact.js'
import { archiveWordsFor } from '../../wording/customers/archive-words.js'
import { linkWordsFor } from '../../wording/customers/link-words.js'
import { formatAmount } from '../../wording/days/format.js'
import { describeDay } from '../../wording/days/when.js'
import { wordingFor } from '../../wording/wording.js'
import { buttons, card, type Element, line, press } from '../parts/elements.js'
import { shortName } from '../parts/names.js'
import { fieldName } from './field-name.js'

export interface ChangesCardInput {
  readonly customer: Customer
  readonly changes: ChangesSince
  /** Names of the managers by their id. */
  readonly names: ReadonlyMap<string, string>
  readonly locale: Locale
  readonly today: Day
}

const LINES_SHOWN = 5

/** What has changed since somebody last spoke with the customer: a heading and its lines for whatever has. */
export function changesReply(input: ChangesCardInput): Reply {
  const { customer, changes, locale, today } = input
  const words = wordingFor(locale)
  const own = archiveWordsFor(locale).changes
  const title = own.title(shortName(customer))
  const since = sinceLine(input)
  const groups = groupsOf(input)
  const text = [
    title,
    since,
    ...(isUnchanged(changes) ? [own.nothing] : []),
    ...groups.flatMap(([name, lines]) => [`${name}:`, ...lines.map((one) => `  ${one}`)]),
  ].join('\n')
  return {
    text,
    summary: words.intents['changes.show'],
    data: { ...changes, today },
    shows: shows('customers', [customer]),
    card: card(
      [
        line(title, { weight: 'Bolder', size: 'Medium' }),
        line(since, { isSubtle: true, spacing: 'None' }),
        ...(isUnchanged(changes) ? [line(own.nothing)] : []),
        ...groups.flatMap(([name, lines]): Element[] => [
          line(name, { weight: 'Bolder', color: 'Accent', spacing: 'Medium' }),
          ...lines.map((one) => line(one, { spacing: 'Small' })),
        ]),
        buttons([
          press(words.brief.see, 'customer.show', { customerId: customer.id }),
          press(words.brief.log, 'contact.log', { customerId: customer.id }),
        ]),
      ],
      text,
    ),
  }
}

function sinceLine({ changes: { since, sinceWhat }, locale, today }: ChangesCardInput): string {
  const own = archiveWordsFor(locale).changes
  if (since === null || sinceWhat === 'unknown') return own.sinceEver
  const day = describeDay(since, locale, today)
  return sinceWhat === 'contact' ? own.sinceContact(day) : own.sinceAssignment(day)
}

function groupsOf(input: ChangesCardInput): readonly (readonly [string, readonly string[]])[] {
  const { changes, locale, today } = input
  const own = archiveWordsFor(locale).changes
  const day = (of: Day) => describeDay(of, locale, today)
  const sum = (of: Fen) => formatAmount(of, CNY, locale)
  const holding = (on: Day | undefined, held: Holding) =>
    [
      ...(on === undefined ? [] : [day(on)]),
      held.productName,
      formatAmount(held.amountFen, held.currency, locale),
      ...(held.autoRenew && held.maturesOn === on ? [wordingFor(locale).maturities.autoRenew] : []),
    ].join(' · ')
  const flowLine = () => {
    const { flow, flowFrom } = changes
    if (flow === null) return [own.flowUnknown]
    if (flow.inFen + flow.outFen === 0) return []
    const from = flowFrom === undefined ? '' : own.flowFrom(day(flowFrom))
    return [`${own.in(sum(flow.inFen))} · ${own.out(sum(flow.outFen))}${from}`]
  }
  const large = changes.largeDays.map(
    ({ on, netFen }) =>
      `${day(on)} · ${netFen > 0 ? own.in(sum(netFen)) : own.out(sum(fen(Math.abs(netFen))))}`,
  )
  const groups: (readonly [string, readonly string[]])[] = [
    [own.flow, flowLine()],
    [own.large, large],
    [own.matured, changes.matured.map((held) => holding(held.maturesOn, held))],
    [own.begun, changes.begun.map((held) => holding(held.startsOn, held))],
    [own.ended, changes.ended.map((held) => holding(held.endedOn, held))],
    [own.facts, [...changes.facts.map((fact) => factLine(fact, input)), ...fileLines(input)]],
    [own.promises, changes.promises.map((promise) => promiseLine(promise, input))],
    [own.contacts, changes.contactsByOthers.map((contact) => contactLine(contact, input))],
  ]
  return groups
    .filter(([, lines]) => lines.length > 0)
    .map(([name, lines]) => [
      name,
      lines.length <= LINES_SHOWN
        ? lines
        : [...lines.slice(0, LINES_SHOWN), linkWordsFor(locale).moreLines(lines.length - LINES_SHOWN)],
    ])
}

function factLine({ on, field, after }: RecordedFact, { locale, today }: ChangesCardInput): string {
  return `${describeDay(on, locale, today)} · ${fieldName(field, locale)}: ${after}`
}

function fileLines({ changes, locale, today }: ChangesCardInput): readonly string[] {
  const own = archiveWordsFor(locale).changes
  const { and } = wordingFor(locale)
  return changes.fromFile.map(({ on, fields }) => {
    const names = fields.map((field) => fieldName(field as keyof Profile, locale)) // fields of a profile
    return `${describeDay(on, locale, today)} · ${own.fileFacts(and([...new Set(names)]))}`
  })
}

function promiseLine({ on, about, state }: Agreement, { locale, today }: ChangesCardInput): string {
  const own = archiveWordsFor(locale).changes
  return [
    ...(on === undefined ? [] : [describeDay(on, locale, today)]),
    about ?? wordingFor(locale).agreements.promise,
    own.promise[state],
  ].join(' · ')
}

function contactLine(contact: Contact, { names, locale, today }: ChangesCardInput): string {
  return [
    describeDay(contact.on, locale, today),
    names.get(contact.managerId) ?? contact.managerId,
    describeContact(contact, locale),
    ...(contact.note === undefined ? [] : [contact.note]),
  ]
    .filter((part) => part !== '')
    .join(' · ')
}
