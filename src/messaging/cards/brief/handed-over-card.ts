import { tierOf } from '../../../domain/cadence/cadence.js'
import { lastEffectiveContact } from '../../../domain/customer/contact.js'
import type { Customer } from '../../../domain/customer/customer.js'
import type { Day } from '../../../domain/day.js'
import { nextMaturity } from '../../../domain/ledger/next-maturity.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { CNY } from '../../../domain/money.js'
import type { Policy } from '../../../domain/policy.js'
import type { Reply } from '../../../ports/reply.js'
import type { HandedOver } from '../../../usecases/brief/untold-hand-overs.js'
import { dayWordsFor } from '../../wording/days/day-words.js'
import { formatAmount, formatDay } from '../../wording/days/format.js'
import { describeDay } from '../../wording/days/when.js'
import { wordingFor } from '../../wording/wording.js'
import { firstOf, heading, listRow, more, section } from '../lists/list-elements.js'
import { buttons, card, press } from '../parts/elements.js'
import { nameOf } from '../parts/names.js'

export interface HandedOverInput {
  readonly policy: Policy
  readonly locale: Locale
  readonly today: Day
  /** It may have been said before, and says so. */
  readonly isRepeat: boolean
}

const ROWS_SHOWN = 8

/** Whom colleagues handed over, the largest first, each with a way to the handover card. */
export function handedOverReply(handedOver: readonly HandedOver[], input: HandedOverInput): Reply {
  const { locale, today, isRepeat } = input
  const { handOver } = dayWordsFor(locale)
  const title = isRepeat ? `${handOver.title} ${handOver.again}` : handOver.title
  const groups = handedOver.map(({ from, customers }) => {
    const { first, rest } = firstOf(customers.toSorted(largestFirst), ROWS_SHOWN)
    return {
      lead: handOver.from(customers.length, from?.name ?? handOver.colleague),
      rows: first.map((customer) => rowOf(customer, from?.id ?? '', input)),
      rest,
    }
  })
  const text = [
    title,
    ...groups.flatMap(({ lead, rows, rest }) => [
      lead,
      ...rows.map((row) => `  ${row.name} ${row.sum} · ${row.facts}`),
      ...(rest === 0 ? [] : [`  ${handOver.more(rest)}`]),
    ]),
    handOver.hint,
  ].join('\n')
  return {
    text,
    summary: handOver.notification(handedOver.reduce((sum, { customers }) => sum + customers.length, 0)),
    card: card(
      [
        heading(title, formatDay(today, locale), handOver.hint),
        ...groups.flatMap(({ lead, rows, rest }) => [
          section(lead),
          ...rows.flatMap(({ name, facts, sum, data }) => [
            listRow(name, facts, sum),
            buttons([press(handOver.see, 'customer.hand-over', data)]),
          ]),
          ...(rest === 0 ? [] : [more(handOver.more(rest))]),
        ]),
      ],
      text,
    ),
  }
}

function rowOf(customer: Customer, from: string, { policy, locale, today }: HandedOverInput) {
  const { handOver } = dayWordsFor(locale)
  const words = wordingFor(locale)
  const matures = nextMaturity(customer, policy, today)
  const open = customer.agreements.filter(({ state }) => state === 'open').length
  const chances = (customer.opportunities ?? []).filter(({ state }) => state === 'open').length
  const last = lastEffectiveContact(customer.contacts, today)
  return {
    name: nameOf(customer),
    sum: customer.aumFen === undefined ? '' : formatAmount(customer.aumFen, CNY, locale),
    facts: [
      words.tier(tierOf(customer, policy)),
      ...(matures === undefined ? [] : [handOver.matures(describeDay(matures.maturesOn, locale, today))]),
      ...(open === 0 ? [] : [handOver.open(open)]),
      ...(chances === 0 ? [] : [handOver.chances(chances)]),
      last === undefined ? handOver.never : handOver.last(describeDay(last, locale, today)),
    ].join(' · '),
    data: { customerId: customer.id, from },
  }
}

function largestFirst(a: Customer, b: Customer): number {
  return (b.aumFen ?? 0) - (a.aumFen ?? 0) || (a.id < b.id ? -1 : 1)
}
