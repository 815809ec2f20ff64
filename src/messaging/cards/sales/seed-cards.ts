import type { Customer } from '../../../domain/customer/customer.js'
import type { Day } from '../../../domain/day.js'
import type { Locale } from '../../../domain/manager/manager.js'
import type { MeetingToSeek } from '../../../domain/meeting/meetings-to-seek.js'
import type { FilledLine } from '../../../domain/playbook/choose-line.js'
import type { OccupationGuide } from '../../../domain/playbook/occupation.js'
import type { CallReview } from '../../../domain/playbook/review-call.js'
import type { ReviewSheet } from '../../../domain/playbook/review-sheet.js'
import type { Match } from '../../../domain/suitability/match-products.js'
import type { SellMore } from '../../../domain/suitability/sell-more.js'
import { type Reply, shows } from '../../../ports/reply.js'
import { describeReason } from '../../wording/brief/reasons.js'
import { describeDay, describeMoment } from '../../wording/days/when.js'
import { practiceWordsFor } from '../../wording/sales/practice-words.js'
import { salesWordsFor } from '../../wording/sales/sales-words.js'
import { seedWordsFor } from '../../wording/sales/seed-words.js'
import { wordingFor } from '../../wording/wording.js'
import { buttons, card, type Element, facts, line, press } from '../parts/elements.js'
import { nameOf, shortName } from '../parts/names.js'
import { type Part, wordsReply } from './script-card.js'

/** How to speak with people of one occupation (Handbook §5). */
export function occupationReply(guide: OccupationGuide, locale: Locale): Reply {
  const own = seedWordsFor(locale).occupation
  const { kinds, channels } = wordingFor(locale)
  const parts: readonly Part[] = [
    { heading: own.howToTalk, lines: guide.howToTalk },
    { heading: own.moneyHabits, lines: guide.moneyHabits },
    { heading: own.kinds, lines: [wordingFor(locale).and(guide.fittingKinds.map((kind) => kinds[kind]))] },
    { heading: own.when, lines: [`${channels[guide.channel]} · ${guide.hours}`] },
    { heading: own.topics, lines: guide.topics },
    { heading: own.avoid, lines: guide.avoid },
  ].filter(({ lines }) => lines.length > 0)
  return {
    ...wordsReply(own.title(guide.name), parts, [own.own], []),
    summary: salesWordsFor(locale).script.title,
    data: { occupation: guide.id },
  }
}

/** A line for each of the five pretexts, with words in brackets for what is the customer's own. */
export function pretextsReply(
  lines: readonly { readonly situation: keyof Names; readonly line: FilledLine }[],
  locale: Locale,
): Reply {
  const own = seedWordsFor(locale).pretexts
  const parts = lines.map(({ situation, line: { text } }) => ({
    heading: own.names[situation],
    lines: [text],
  }))
  return {
    ...wordsReply(own.title, parts, [own.note], []),
    summary: salesWordsFor(locale).script.title,
    data: { lines: lines.map(({ line: { line: one } }) => one.id) },
  }
}
type Names = ReturnType<typeof seedWordsFor>['pretexts']['names']

/** The review sheet to fill in after a real call: what was done is ticked, or what was said is read. */
export function callSheetReply({ criteria }: ReviewSheet, locale: Locale): Reply {
  const own = seedWordsFor(locale).sheet
  const text = [
    own.title,
    own.lead,
    ...criteria.map(({ name, weight, good }) => `· ${name} (${weight}): ${good}`),
  ].join('\n')
  return {
    text,
    summary: practiceWordsFor(locale).button,
    data: { criteria: criteria.map(({ id, weight }) => ({ id, weight })) },
    card: card(
      [
        line(own.title, { weight: 'Bolder', size: 'Medium' }),
        line(own.lead, { isSubtle: true, size: 'Small' }),
        ...criteria.map(
          ({ id, name, weight, good }): Element => ({
            type: 'Input.Toggle',
            id,
            title: `${name} (${weight}): ${good}`,
            wrap: true,
          }),
        ),
        { type: 'Input.Text', id: 'said', label: own.said, isMultiline: true, maxLength: 3000 },
        buttons([press(own.score, 'call.score', {}, 'positive')]),
      ],
      text,
    ),
  }
}

/** How a real call went by the sheet, and the one thing to work on. */
export function callScoreReply(review: CallReview, { criteria }: ReviewSheet, locale: Locale): Reply {
  const own = seedWordsFor(locale).sheet
  const nameOfCriterion = new Map(criteria.map(({ id, name }) => [id, name]))
  const rows = review.scores.map(
    ({ id, points, weight }) => [nameOfCriterion.get(id) ?? id, `${points}/${weight}`] as const,
  )
  const tip = review.scores.find(({ id }) => id === review.next)?.tip
  const notes = [
    ...(review.findings.length === 0
      ? []
      : [own.claims([...new Set(review.findings.map(({ quote }) => quote))].join('、'))]),
    review.next === undefined || tip === undefined
      ? own.full
      : own.next(nameOfCriterion.get(review.next) ?? review.next, tip),
  ]
  const title = own.total(review.total)
  const text = [title, ...rows.map((row) => row.join(' ')), ...notes].join('\n')
  return {
    text,
    summary: practiceWordsFor(locale).button,
    data: { total: review.total, scores: review.scores.map(({ id, points }) => ({ id, points })) },
    card: card(
      [
        line(title, { weight: 'Bolder', size: 'Medium' }),
        facts(rows),
        ...notes.map((note) => line(note, { spacing: 'Small' })),
      ],
      text,
    ),
  }
}

/** What may be offered beside what is held: after the term that ends, of a new kind, of what the trade takes. */
export function sellMoreReply(
  customer: Customer,
  more: SellMore,
  trade: string | undefined,
  locale: Locale,
  today: Day,
): Reply {
  const own = seedWordsFor(locale).sellMore
  const words = wordingFor(locale)
  const names = (matches: readonly Match[]) =>
    matches.map(({ product }) => `${product.name} · ${words.kinds[product.kind]}`)
  const parts: readonly Part[] = [
    ...more.up.map(({ ends, products }) => ({
      heading: own.up(ends.productName, describeDay(ends.maturesOn ?? today, locale, today)),
      lines: names(products),
    })),
    ...(more.cross.length === 0 ? [] : [{ heading: own.cross, lines: names(more.cross) }]),
    ...(more.bundle.length === 0 || trade === undefined
      ? []
      : [{ heading: own.bundle(trade), lines: names(more.bundle) }]),
  ]
  const held =
    more.held.length === 0 ? own.heldNone : own.held(words.and(more.held.map((kind) => words.kinds[kind])))
  const ids = (matches: readonly Match[]) => matches.map(({ product }) => product.id)
  return {
    ...wordsReply(
      own.title(shortName(customer)),
      parts,
      [...(parts.length === 0 ? [own.none] : []), held],
      [press(words.brief.see, 'customer.show', { customerId: customer.id })],
    ),
    summary: words.intents['product.match'],
    shows: shows('customers', [customer]),
    data: {
      customerId: customer.id,
      held: more.held,
      up: more.up.map(({ ends, products }) => ({ holdingId: ends.id, products: ids(products) })),
      cross: ids(more.cross),
      bundle: trade === undefined ? [] : ids(more.bundle),
    },
  }
}

/** Whom to phone today for a meeting, why, and which two times to offer. */
export function meetingsToSeekReply(
  sought: readonly (MeetingToSeek & { readonly product?: string })[],
  locale: Locale,
  today: Day,
): Reply {
  const own = seedWordsFor(locale).seek
  const words = wordingFor(locale)
  if (sought.length === 0) return { text: own.none, data: { items: [] } }
  const rows = sought.map(({ customer, item, times: [first, second], product }) => ({
    customer,
    name: nameOf(customer),
    why: [
      describeReason(item.reasons[0], locale, today).text,
      ...(product === undefined ? [] : [own.product(product)]),
    ].join(' · '),
    times: own.row(describeMoment(first, locale, today), describeMoment(second, locale, today)),
  }))
  const text = [
    own.title,
    ...rows.flatMap(({ name, why, times }, at) => [`${at + 1}. ${name} · ${why}`, `   ${times}`]),
    own.goal,
  ].join('\n')
  return {
    text,
    summary: own.title,
    shows: shows('customers', sought),
    data: {
      items: sought.map(({ customer, times, product }) => ({
        customerId: customer.id,
        times,
        product: product ?? null,
      })),
    },
    card: card(
      [
        line(own.title, { weight: 'Bolder', size: 'Medium' }),
        ...rows.flatMap(({ customer, name, why, times }) => [
          line(name, { weight: 'Bolder', spacing: 'Medium' }),
          line(why, { size: 'Small', spacing: 'None' }),
          line(times, { size: 'Small', spacing: 'None', isSubtle: true }),
          buttons([
            press(salesWordsFor(locale).script.button, 'script.show', { customerId: customer.id }),
            press(words.brief.log, 'contact.log', { customerId: customer.id }),
          ]),
        ]),
        line(own.goal, { isSubtle: true, size: 'Small' }),
      ],
      text,
    ),
  }
}
