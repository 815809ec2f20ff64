import { briefJson } from '../../../domain/brief/brief-json.js'
import type { Day } from '../../../domain/day.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { CNY, fen } from '../../../domain/money.js'
import { type AdaptiveCard, type Reply, shows } from '../../../ports/reply.js'
import type { BriefView } from '../../../usecases/brief/show-brief.js'
import { dayWordsFor } from '../../wording/days/day-words.js'
import { formatAmount, formatDay } from '../../wording/days/format.js'
import { type Wording, wordingFor } from '../../wording/wording.js'
import { type Action, block, buttons, card, type Element, leftRight, line, press } from '../parts/elements.js'
import { shortName } from '../parts/names.js'
import { actButton } from './brief-acts.js'
import type { BriefCardInput } from './brief-card-input.js'
import { briefRow, briefRowText } from './brief-row.js'

/** Customers on one page: what a phone shows in two or three screens. */
const PAGE = 6
/** Customers named in the line of those already contacted. */
const NAMED_AS_DONE = 6

/** The morning brief: who to contact, in which order, why, and what to do. */
export function briefReply(input: BriefCardInput): Reply {
  const { view, locale, today } = input
  const { brief } = view
  const words = wordingFor(locale)
  const data = briefJson(brief)
  const isToday = brief.day === today
  const done = doneLines(input, words)
  const notes = [...done, ...noteLines(view, words)]
  if (view.rows.length === 0) {
    const nothing = isToday ? words.brief.nothing : words.brief.nothingOn(formatDay(brief.day, locale, today))
    const text = [nothing, ...notes].join('\n')
    // Where the last row has just gone, the way to bring it back stays.
    const last =
      input.acting?.last === undefined
        ? {}
        : { card: card([line(nothing), ...doneElements(input, words)], text) }
    return { text, summary: words.brief.notification(0), data, ...last }
  }
  const text = [
    `${title(input, words)} · ${countsLine(view, words, locale)}`,
    ...view.rows.map((row, i) => `${i + 1}. ${briefRowText(row, words, locale, brief.day)}`),
    ...notes,
  ].join('\n')
  return {
    text,
    summary: words.brief.notification(view.rows.length),
    data,
    shows: shows('customers', view.rows),
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
  body.push(...doneElements(input, words))
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
    body.push(briefRow(row, page * PAGE + index + 1, page, input))
  }
  body.push(...noteLines(view, words).map((note) => line(note, { isSubtle: true, size: 'Small' })))
  return card(body, text, pageButtons(page, rows.length, brief.day, words))
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

function doneLines({ view, locale, acting }: BriefCardInput, words: Wording): readonly string[] {
  const { done, putOff } = view
  const named = (customers: BriefView['done']) => {
    const names = customers.slice(0, NAMED_AS_DONE).map(shortName)
    return [words.and(names), customers.length, customers.length - names.length] as const
  }
  return [
    ...(acting?.last === undefined ? [] : [acting.last.text]),
    ...(done.length === 0 ? [] : [words.brief.done(...named(done))]),
    ...(putOff.length === 0 ? [] : [dayWordsFor(locale).acts.putOffToday(...named(putOff))]),
  ]
}

function doneElements(input: BriefCardInput, words: Wording): readonly Element[] {
  const { acting } = input
  const lines = doneLines(input, words).map((done) =>
    line(`✓ ${done}`, { color: 'Accent', size: 'Small', spacing: 'Small' }),
  )
  const [first, ...rest] = lines
  if (acting?.last === undefined || first === undefined) return lines
  const undo = actButton(words.contact.undo, 'brief.undo', acting, {
    changeId: acting.last.changeId,
    page: input.page ?? 0,
  })
  return [leftRight([first], [buttons([undo])]), ...rest]
}

function noteLines({ brief }: BriefView, words: Wording): readonly string[] {
  return [
    ...(brief.cut > 0 ? [words.brief.cut(brief.cut)] : []),
    ...(brief.workingDay ? [] : [words.brief.notWorkingDay]),
    ...(brief.provisional ? [words.brief.provisional] : []),
  ]
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
