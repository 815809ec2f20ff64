import type { Customer } from '../../../domain/customer/customer.js'
import type { Link, LinkType, SeenLink } from '../../../domain/customer/link.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { type Reply, shows } from '../../../ports/reply.js'
import { linkWordsFor } from '../../wording/customers/link-words.js'
import { wordingFor } from '../../wording/wording.js'
import { buttons, card, leftRight, line, press } from '../parts/elements.js'
import { nameOf, shortName } from '../parts/names.js'

/** A link as a card shows it. Of a colleague's customer only who it is and with whom: no figure, no phone (Handbook §8.4). */
export interface LinkRow {
  readonly link: Link
  readonly who: SeenLink['who']
  readonly type: LinkType
  readonly other:
    | { readonly customer: Customer }
    | { readonly name: string; readonly managerName: string }
    /** Of another branch. */
    | 'unknown'
}

/** `老板: 陈总 陈建国`, `财务: 王芳 · 王丽管户`. */
export function linkLine({ who, type, other, link }: LinkRow, locale: Locale): string {
  const words = linkWordsFor(locale)
  const is = who === 'other' ? words.is[type] : words.isOf[type]
  const since = link.since === undefined ? [] : [words.since(link.since)]
  return [`${is}: ${otherText(other, locale)}`, ...since].join(' · ')
}

export function otherText(other: LinkRow['other'], locale: Locale): string {
  const words = linkWordsFor(locale)
  if (other === 'unknown') return words.otherBranch
  if ('customer' in other) return nameOf(other.customer)
  return `${other.name} · ${words.withColleague(other.managerName)}`
}

/** The links of one customer. */
export function linksReply(customer: Customer, rows: readonly LinkRow[], locale: Locale): Reply {
  const words = linkWordsFor(locale)
  const title = rows.length === 0 ? words.noneOf(shortName(customer)) : words.titleOf(nameOf(customer))
  const lines = rows.map((row) => linkLine(row, locale))
  const text = [title, ...lines].join('\n')
  const others = rows.flatMap(({ other }) =>
    other !== 'unknown' && 'customer' in other ? [other.customer] : [],
  )
  return {
    text,
    summary: wordingFor(locale).intents['link.show'],
    data: rows.map(({ link, who, type }) => ({ type, who, otherId: link.otherId })),
    shows: shows('customers', [customer, ...others]),
    card: card(
      [
        line(title, { weight: 'Bolder', size: 'Medium' }),
        ...lines.map((one) => line(one, { spacing: 'Small' })),
        buttons([
          press(wordingFor(locale).brief.see, 'customer.show', { customerId: customer.id }),
          press(wordingFor(locale).brief.log, 'contact.log', { customerId: customer.id }),
        ]),
      ],
      text,
    ),
  }
}

export interface LinkedRow {
  readonly customer: Customer
  readonly rows: readonly LinkRow[]
}

const SHOWN = 15

/** Customers and what they are linked to, one block each; or customers alone. */
export function linkedCustomersReply(
  title: string,
  none: string,
  linked: readonly LinkedRow[],
  locale: Locale,
): Reply {
  const words = wordingFor(locale)
  const own = linkWordsFor(locale)
  const shown = linked.slice(0, SHOWN)
  const rest = linked.length - shown.length
  const text =
    linked.length === 0
      ? none
      : [
          `${title} · ${words.people(linked.length)}`,
          ...shown.flatMap(({ customer, rows }) => [
            nameOf(customer),
            ...rows.map((row) => `  ${linkLine(row, locale)}`),
          ]),
          ...(rest === 0 ? [] : [own.more(rest)]),
        ].join('\n')
  return {
    text,
    summary: words.intents['link.show'],
    data: linked.map(({ customer, rows }) => ({
      customerId: customer.id,
      links: rows.map(({ link, who, type }) => ({ type, who, otherId: link.otherId })),
    })),
    shows: shows(
      'customers',
      linked.map(({ customer }) => customer),
    ),
    card: card(
      linked.length === 0
        ? [line(none)]
        : [
            leftRight(
              [line(title, { weight: 'Bolder', size: 'Medium' })],
              [line(words.people(linked.length), { color: 'Accent', weight: 'Bolder' })],
            ),
            ...shown.flatMap(({ customer, rows }) => [
              line(nameOf(customer), { weight: 'Bolder', spacing: 'Medium' }),
              ...rows.map((row) => line(linkLine(row, locale), { spacing: 'None', size: 'Small' })),
            ]),
            ...(rest === 0 ? [] : [line(own.more(rest), { isSubtle: true })]),
          ],
      text,
    ),
  }
}
