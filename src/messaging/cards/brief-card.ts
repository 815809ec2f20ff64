import { briefJson } from '../../domain/brief/brief-json.js'
import type { Day } from '../../domain/day.js'
import type { Locale } from '../../domain/manager.js'
import { CNY, type Fen, fen } from '../../domain/money.js'
import type { BriefView } from '../../usecases/show-brief.js'
import type { AdaptiveCard, Reply } from '../reply.js'
import { formatAmount, formatDay } from '../wording/format.js'
import { describeReasons } from '../wording/reasons.js'
import { type Wording, wordingFor } from '../wording/wording.js'
import { type Action, block, buttons, card, type Element, leftRight, line, press } from './elements.js'
import { nameOf, shortName } from './names.js'

/** Customers on one page: what a phone shows in two or three screens. */
const PAGE = 8
/** Customers named in the line of those already contacted. */
const NAMED_AS_DONE = 6

export interface BriefCardInput {
  readonly view: BriefView
  readonly locale: Locale
  /** The day it is; the brief may be for another. */
  readonly today: Day
  /** 0 for the first page. */
  readonly page?: number
}

/** The morning brief: who to contact, in which order, why, and what to do. */
export function briefReply(input: BriefCardInput): Reply {
  const { view, locale, today } = input
  const { brief } = view
  const words = wordingFor(locale)
  const data = briefJson(brief)
  const isToday = brief.day === today
  const notes = [...doneLines(view, words), ...noteLines(view, words)]
  if (view.rows.length === 0) {
    const nothing = isToday ? words.brief.nothing : words.brief.nothingOn(formatDay(brief.day, locale, today))
    return { text: [nothing, ...notes].join('\n'), summary: words.brief.notification(0), data }
  }
  const text = [
    `${title(input, words)} · ${countsLine(view, words, locale)}`,
    ...view.rows.map((row, i) => `${i + 1}. ${rowText(row, words, locale, brief.day)}`),
    ...notes,
  ].join('\n')
  return {
    text,
    summary: words.brief.notification(view.rows.length),
    data,
    card: briefCard(input, text, words),
  }
}

function briefCard(input: BriefCardInput, text: string, words: Wording): AdaptiveCard {
  const { view, locale } = input
  const { brief, rows } = view
  const pages = Math.ceil(rows.length / PAGE)
  const page = Math.min(Math.max(input.page ?? 0, 0), pages - 1)
  const shown = rows.slice(page * PAGE, (page + 1) * PAGE)
  const body: Element[] = [
    block(
      [
        leftRight(
          [line(title(input, words), { size: 'Large', weight: 'Bolder' })],
          [line(formatDay(brief.day, locale, input.today), { isSubtle: true, horizontalAlignment: 'Right' })],
        ),
        line(countsLine(view, words, locale), { isSubtle: true, spacing: 'None' }),
      ],
      { style: 'emphasis', bleed: true },
    ),
  ]
  body.push(...doneLines(view, words).map((done) => line(`✓ ${done}`, { color: 'Good', size: 'Small' })))
  let section: number | undefined
  for (const [index, row] of shown.entries()) {
    if (row.item.priority !== section) {
      section = row.item.priority
      body.push(
        line(words.brief.sections[row.item.priority], {
          weight: 'Bolder',
          color: 'Accent',
          spacing: 'Medium',
        }),
      )
    }
    body.push(rowElement(row, page * PAGE + index + 1, words, input))
  }
  body.push(...noteLines(view, words).map((note) => line(note, { isSubtle: true, size: 'Small' })))
  return card(body, text, pageButtons(page, rows.length, brief.day, words))
}

function rowElement(
  row: BriefView['rows'][number],
  rank: number,
  words: Wording,
  input: BriefCardInput,
): Element {
  const { item, customer } = row
  const { locale, view } = input
  const reasons = describeReasons(item.reasons, locale, view.brief.day)
  const stake = atStake(row)
  return block(
    [
      leftRight(
        [line(`${rank}  ${nameOf(customer)}`, { weight: 'Bolder' })],
        [
          line(stake === undefined ? words.tier(item.tier) : formatAmount(stake, CNY, locale), {
            horizontalAlignment: 'Right',
            ...(stake === undefined ? { isSubtle: true } : { weight: 'Bolder' }),
          }),
        ],
      ),
      ...reasons.map((r) =>
        line(r.text, {
          size: 'Small',
          spacing: 'None',
          ...(r.tone === 'urgent' ? { color: 'Attention' } : { isSubtle: true }),
        }),
      ),
      ...extraLines(row, words).map((extra) =>
        line(extra, { size: 'Small', spacing: 'None', color: 'Warning' }),
      ),
      line(`→ ${reasons[0]?.nextStep ?? ''}`, { size: 'Small', spacing: 'Small' }),
      buttons([
        press(words.brief.see, 'customer.show', { customerId: customer.id }),
        press(words.brief.log, 'contact.log', { customerId: customer.id }),
      ]),
    ],
    { separator: true, spacing: 'Medium' },
  )
}

function rowText(row: BriefView['rows'][number], words: Wording, locale: Locale, day: Day): string {
  const reasons = describeReasons(row.item.reasons, locale, day)
  return [
    `${nameOf(row.customer)} (${words.tier(row.item.tier)})`,
    ...reasons.map((r) => r.text),
    ...extraLines(row, words),
    `→ ${reasons[0]?.nextStep ?? ''}`,
  ].join(' · ')
}

function extraLines({ item }: BriefView['rows'][number], words: Wording): readonly string[] {
  return [
    ...(item.attempts.length === 0 ? [] : [words.brief.attempts(item.attempts.length)]),
    ...(item.serviceNoticeOnly ? [words.brief.serviceNoticeOnly] : []),
  ]
}

function title({ view, locale, today }: BriefCardInput, words: Wording): string {
  const { day } = view.brief
  return day === today ? words.brief.title : words.brief.titleOf(formatDay(day, locale, today))
}

function countsLine({ rows }: BriefView, words: Wording, locale: Locale): string {
  const maturing = rows.flatMap((r) => r.item.reasons.filter((reason) => reason.kind === 'maturity'))
  const sum = maturing.reduce((total, m) => total + (m.atStakeFen ?? 0), 0)
  const overdue = rows.filter((r) => r.item.overdueWorkingDays > 0).length
  return [
    words.brief.counts(rows.length),
    ...(maturing.length === 0
      ? []
      : [words.brief.maturing(maturing.length, formatAmount(fen(sum), CNY, locale))]),
    ...(overdue === 0 ? [] : [words.brief.overdue(overdue)]),
  ].join(' · ')
}

function doneLines({ done }: BriefView, words: Wording): readonly string[] {
  if (done.length === 0) return []
  const named = done.slice(0, NAMED_AS_DONE).map(shortName)
  return [words.brief.done(words.and(named), done.length, done.length - named.length)]
}

function noteLines({ brief }: BriefView, words: Wording): readonly string[] {
  return [
    ...(brief.cut > 0 ? [words.brief.cut(brief.cut)] : []),
    ...(brief.workingDay ? [] : [words.brief.notWorkingDay]),
    ...(brief.provisional ? [words.brief.provisional] : []),
  ]
}

function atStake({ item }: BriefView['rows'][number]): Fen | undefined {
  const { atStakeFen } = item.scoreFacts
  return atStakeFen > 0 ? atStakeFen : undefined
}

function pageButtons(page: number, total: number, day: Day, words: Wording): readonly Action[] {
  const rest = total - (page + 1) * PAGE
  return [
    ...(page > 0 ? [press(words.brief.back, 'brief.page', { day, page: 0 })] : []),
    ...(rest > 0
      ? [press(words.brief.more(Math.min(rest, PAGE)), 'brief.page', { day, page: page + 1 })]
      : []),
  ]
}
