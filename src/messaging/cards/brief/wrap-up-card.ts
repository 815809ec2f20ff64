import type { Locale } from '../../../domain/manager/manager.js'
import { CNY, fen } from '../../../domain/money.js'
import type { WrapUp } from '../../../domain/wrap-up/wrap-up.js'
import type { Reply } from '../../../ports/reply.js'
import { describeReasons } from '../../wording/brief/reasons.js'
import { dayWordsFor } from '../../wording/days/day-words.js'
import { formatAmount, formatDay } from '../../wording/days/format.js'
import { describeDay } from '../../wording/days/when.js'
import { wordingFor } from '../../wording/wording.js'
import { figures, firstOf, heading, listRow, more, section } from '../lists/list-elements.js'
import { buttons, card, type Element, line, press } from '../parts/elements.js'
import { nameOf, shortName } from '../parts/names.js'

const LEFT_SHOWN = 3
const OPENED_SHOWN = 4
const MOVEMENTS_SHOWN = 5

/** The evening: what was done, what is left, what was opened and not logged, tomorrow's first three. */
export function wrapUpReply(wrapUp: WrapUp, locale: Locale): Reply {
  const words = dayWordsFor(locale).wrapUp
  const { brief } = wordingFor(locale)
  const { day, reached, tried, left, opened, movements, tomorrow, meetings } = wrapUp
  const summary = words.notification(reached.length, left.length)
  const parts = [reached, tried, left, opened, movements, tomorrow.first]
  if (parts.every((part) => part.length === 0)) return { text: words.nothing, summary }

  const why = (row: WrapUp['left'][number]) => describeReasons(row.item.reasons, locale, day)[0]?.text ?? ''
  const moved = ({ netFen }: WrapUp['movements'][number]) => {
    const sum = formatAmount(fen(Math.abs(netFen)), CNY, locale)
    return netFen > 0 ? words.came(sum) : words.went(sum)
  }
  const tomorrowTitle = words.tomorrowTitle(describeDay(tomorrow.day, locale, day))
  const text = [
    `${words.title} · ${words.contacted} ${reached.length} · ${words.meetings} ${meetings} · ${words.left} ${left.length}`,
    ...list('', reached.map(shortName)),
    ...(tried.length === 0 ? [] : [words.attempts(tried.length)]),
    ...list(
      words.movementsTitle,
      movements.map((m) => `${nameOf(m.customer)} ${moved(m)}`),
    ),
    ...list(words.openedTitle, opened.map(shortName)),
    ...list(
      words.leftTitle(left.length),
      firstOf(left, LEFT_SHOWN).first.map((row) => `${nameOf(row.customer)} · ${why(row)}`),
    ),
    ...list(
      tomorrowTitle,
      tomorrow.first.map((row) => `${nameOf(row.customer)} · ${why(row)}`),
    ),
  ].join('\n')

  const shownLeft = firstOf(left, LEFT_SHOWN)
  const body: Element[] = [
    heading(words.title, formatDay(day, locale), left.length === 0 ? words.allDone : ''),
    figures([
      { label: words.contacted, value: String(reached.length), tone: 'Accent' },
      { label: words.meetings, value: String(meetings) },
      { label: words.left, value: String(left.length), ...(left.length > 0 ? { tone: 'Attention' } : {}) },
    ]),
    ...(tried.length === 0 ? [] : [more(words.attempts(tried.length))]),
    ...part(words.movementsTitle, firstOf(movements, MOVEMENTS_SHOWN).first, (m) =>
      listRow(nameOf(m.customer), '', moved(m), {
        right: { color: m.netFen > 0 ? 'Accent' : 'Attention', weight: 'Bolder' },
      }),
    ),
    ...(opened.length === 0
      ? []
      : [
          section(words.openedTitle),
          line(words.openedHint, { size: 'Small', isSubtle: true, spacing: 'None' }),
          buttons(
            firstOf(opened, OPENED_SHOWN).first.map(({ id, ...customer }) =>
              press(`${brief.log} ${shortName(customer)}`, 'contact.log', { customerId: id }),
            ),
          ),
        ]),
    ...part(words.leftTitle(left.length), shownLeft.first, (row) =>
      listRow(nameOf(row.customer), why(row), ''),
    ),
    ...(shownLeft.rest === 0 ? [] : [more(words.more(shownLeft.rest))]),
    ...part(tomorrowTitle, tomorrow.first, (row) => listRow(nameOf(row.customer), why(row), '')),
  ]
  return { text, summary, data: wrapUpData(wrapUp), card: card(body, text) }
}

function list(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return []
  return title === '' ? [`  ${lines.join(' · ')}`] : [title, ...lines.map((one) => `  ${one}`)]
}

function part<T>(title: string, items: readonly T[], row: (item: T) => Element): readonly Element[] {
  return items.length === 0 ? [] : [section(title), ...items.map(row)]
}

/** The same as data: ids alone. */
function wrapUpData({ day, reached, tried, left, opened, movements, tomorrow, meetings }: WrapUp) {
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)
  return {
    day,
    reached: ids(reached),
    tried: ids(tried),
    meetings,
    left: left.map(({ item }) => item.customerId),
    opened: ids(opened),
    movements: movements.map(({ customer, on, netFen }) => ({
      customerId: customer.id,
      on,
      net: netFen / 100,
    })),
    tomorrow: { day: tomorrow.day, first: tomorrow.first.map(({ item }) => item.customerId) },
  }
}
