import type { Day } from '../../../domain/day.js'
import type { Movement } from '../../../domain/ledger/movements.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { CNY, fen } from '../../../domain/money.js'
import type { Reply } from '../../../ports/reply.js'
import { dayWordsFor } from '../../wording/days/day-words.js'
import { formatAmount, formatDay } from '../../wording/days/format.js'
import { describeDay } from '../../wording/days/when.js'
import { wordingFor } from '../../wording/wording.js'
import { firstOf, heading, listRow, more } from '../lists/list-elements.js'
import { buttons, card, press } from '../parts/elements.js'
import { nameOf } from '../parts/names.js'

const ROWS_SHOWN = 6

/** Large movements that came to be known during the day. `isRepeat`: it may have been said before, and says so. */
export function alertReply(
  movements: readonly Movement[],
  locale: Locale,
  today: Day,
  isRepeat: boolean,
): Reply {
  const { alert, wrapUp } = dayWordsFor(locale)
  const { brief } = wordingFor(locale)
  const title = isRepeat ? `${alert.title} ${alert.again}` : alert.title
  const summary = alert.notification(new Set(movements.map((m) => m.customer.id)).size)
  const moved = ({ netFen }: Movement) => {
    const sum = formatAmount(fen(Math.abs(netFen)), CNY, locale)
    return netFen > 0 ? wrapUp.came(sum) : wrapUp.went(sum)
  }
  const { first, rest } = firstOf(movements, ROWS_SHOWN)
  const text = [
    title,
    ...movements.map((m) => `  ${nameOf(m.customer)} ${describeDay(m.on, locale, today)} ${moved(m)}`),
    alert.hint,
  ].join('\n')
  return {
    text,
    summary,
    card: card(
      [
        heading(title, formatDay(today, locale), alert.hint),
        ...first.flatMap((m) => [
          listRow(nameOf(m.customer), describeDay(m.on, locale, today), moved(m), {
            right: { weight: 'Bolder', color: m.netFen > 0 ? 'Accent' : 'Attention' },
          }),
          buttons([
            press(brief.see, 'customer.show', { customerId: m.customer.id }),
            press(brief.log, 'contact.log', { customerId: m.customer.id }),
          ]),
        ]),
        ...(rest === 0 ? [] : [more(wrapUp.more(rest))]),
      ],
      text,
    ),
  }
}
