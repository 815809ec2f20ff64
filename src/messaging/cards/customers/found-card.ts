import { tierOf } from '../../../domain/cadence/cadence.js'
import type { AttributeQuery, AttributeQuestion } from '../../../domain/customer/attribute-query.js'
import { lastEffectiveContact } from '../../../domain/customer/contact.js'
import type { Customer } from '../../../domain/customer/customer.js'
import type { Found } from '../../../domain/customer/find-customers.js'
import type { Day } from '../../../domain/day.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { CNY, yuanOf } from '../../../domain/money.js'
import type { Policy } from '../../../domain/policy.js'
import type { RfmScore } from '../../../domain/rfm/rfm.js'
import { type Reply, shows } from '../../../ports/reply.js'
import type { CustomersFound } from '../../../usecases/customers/search-customers.js'
import { segmentWords } from '../../wording/customers/customer-segment.js'
import { type CustomerWords, customerWordsFor } from '../../wording/customers/customer-words.js'
import { formatAbout, formatAmount } from '../../wording/days/format.js'
import { describeDay } from '../../wording/days/when.js'
import { wordingFor } from '../../wording/wording.js'
import { type ListRow, listReply } from '../lists/list-reply.js'
import { buttons, card, line, press, sayButton } from '../parts/elements.js'
import { maskedPhone, nameOf, tellApart } from '../parts/names.js'

export interface FoundCardInput {
  /** Of the branch. */
  readonly scores: ReadonlyMap<string, RfmScore>
  readonly policy: Policy
  readonly locale: Locale
  readonly today: Day
}

/** The customers a question is true of, with what was understood of the question. */
export function foundByAttributesReply(
  question: AttributeQuestion,
  found: CustomersFound,
  input: FoundCardInput,
): Reply {
  const words = customerWordsFor(input.locale).find
  const said = question.query === undefined ? words.everyone : describeQuery(question.query, words)
  const { customers, total, aumFen } = found
  const data = { question: said, total, aum: yuanOf(aumFen), items: customers.map((c) => dataOf(c, input)) }
  if (customers.length === 0) {
    const text = question.query === undefined ? words.noneAtAll : words.none(said)
    return { text, summary: words.title, data }
  }
  const isPart = question.limit !== undefined && total > customers.length
  return listReply({
    title: said,
    counts: [
      ...(isPart ? [words[question.order](customers.length, total)] : []),
      ...countsOf(found, isPart ? undefined : total, input.locale),
    ].join(' · '),
    rows: customers.map((customer) => rowOf(customer, input)),
    more: words.more,
    summary: words.title,
    data,
    shows: shows('customers', customers),
  })
}

/** How many customers a question is true of, and what they have, in one line; who they are stands behind "more". */
export function figureReply(
  list: Reply,
  question: AttributeQuestion,
  found: CustomersFound,
  locale: Locale,
): Reply {
  const { card: _, more, ...rest } = list
  const words = customerWordsFor(locale).find
  const said = question.query === undefined ? words.everyone : describeQuery(question.query, words)
  const text = words.figure(said, countsOf(found, found.total, locale))
  const all = found.customers.length
  const see = sayButton(words.seeList, words.sayMore)
  return {
    ...rest,
    text,
    card: card([line(text, { size: 'Large', weight: 'Bolder', color: 'Accent' }), buttons([see])], text),
    more: {
      shown: 0,
      all,
      rest: (from, count) => (from === 0 && count === undefined ? list : (more?.rest(from, count) ?? list)),
    },
  }
}

/** The customers that words lead to, and by what they were found. */
export function foundByWordsReply(said: string, found: readonly Found[], input: FoundCardInput): Reply {
  const words = customerWordsFor(input.locale).find
  const data = { sought: said, items: found.map((f) => ({ ...dataOf(f.customer, input), by: f.by })) }
  if (found.length === 0) return { text: words.none(said), summary: words.title, data }
  return listReply({
    title: words.foundFor(said),
    counts: words.found(found.length),
    rows: found.map(({ customer, by }) => rowOf(customer, input, words.by[by])),
    more: words.more,
    summary: words.title,
    data,
    shows: shows('customers', found),
  })
}

/** A question as it was understood, in the manager's own words: 做餐饮 · 50万以上 · 不是“退休”. */
export function describeQuery(query: AttributeQuery, words: CustomerWords['find']): string {
  switch (query.kind) {
    case 'is':
      return query.said.replace(/的$/, '')
    case 'not':
      return words.not(describeQuery(query.query, words))
    case 'all':
      return query.queries.map((q) => describeQuery(q, words)).join(' · ')
    case 'any':
      return query.queries.map((q) => describeQuery(q, words)).join(words.or)
  }
}

/** How many, and what they have. */
function countsOf(found: CustomersFound, total: number | undefined, locale: Locale): readonly string[] {
  const words = customerWordsFor(locale).find
  const { heldFen, aumFen, unknownAum } = found
  return [
    ...(total === undefined ? [] : [words.found(total)]),
    ...(heldFen === undefined ? [] : [words.held(formatAmount(heldFen, CNY, locale))]),
    words.total(formatAbout(aumFen, locale)),
    ...(unknownAum === 0 ? [] : [words.unknownAum(unknownAum)]),
  ]
}

function rowOf(customer: Customer, { policy, locale, today, scores }: FoundCardInput, by?: string): ListRow {
  const segment = scores.get(customer.id)?.segment
  const words = wordingFor(locale)
  const own = customerWordsFor(locale).find
  const last = lastEffectiveContact(customer.contacts, today)
  const { aumFen, phone } = customer
  return {
    title: nameOf(customer),
    right: aumFen === undefined ? own.aumUnknown : formatAbout(aumFen, locale),
    lines: [
      [
        words.tier(tierOf(customer, policy)),
        ...segmentWords(segment, locale),
        ...tellApart(customer),
        ...(phone === undefined ? [] : [maskedPhone(phone)]),
        last === undefined ? own.neverSpoken : words.brief.lastContact(describeDay(last, locale, today)),
        ...(by === undefined ? [] : [by]),
      ].join(' · '),
    ],
    buttons: [press(words.brief.see, 'customer.show', { customerId: customer.id })],
  }
}

function dataOf(customer: Customer, { policy, today, scores }: FoundCardInput) {
  return {
    customerId: customer.id,
    customer: nameOf(customer),
    tier: tierOf(customer, policy),
    segment: scores.get(customer.id)?.segment ?? null,
    aum: customer.aumFen === undefined ? null : yuanOf(customer.aumFen),
    occupation: customer.occupation ?? null,
    company: customer.company ?? null,
    lastContactOn: lastEffectiveContact(customer.contacts, today) ?? null,
  }
}
