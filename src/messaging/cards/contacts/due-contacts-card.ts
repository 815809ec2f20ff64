import type { Day } from '../../../domain/day.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { yuanOf } from '../../../domain/money.js'
import { type Reply, shows } from '../../../ports/reply.js'
import type { DueContact } from '../../../usecases/contacts/list-due-contacts.js'
import { describeDay } from '../../wording/days/when.js'
import { type Wording, wordingFor } from '../../wording/wording.js'
import { moreOf } from '../lists/list-reply.js'
import { block, buttons, card, leftRight, line, press } from '../parts/elements.js'
import { nameOf } from '../parts/names.js'

const ROWS_SHOWN = 12

/** The answer to "who is due for a call"; `what` says of whom it was asked. */
export function dueContactsReply(
  due: readonly DueContact[],
  locale: Locale,
  today: Day,
  what?: string,
  /** Names of the managers where the list is of several books. */
  names?: ReadonlyMap<string, string>,
): Reply {
  const words = wordingFor(locale)
  const title = what === undefined ? words.due.title : `${words.due.title} · ${what}`
  const data = {
    items: due.map(({ customer, cadence, managerId }) => ({
      customerId: customer.id,
      ...(names === undefined ? {} : { managerId }),
      customer: nameOf(customer),
      tier: cadence.tier,
      aum: customer.aumFen === undefined ? null : yuanOf(customer.aumFen),
      dueOn: cadence.dueOn,
      overdueWorkingDays: cadence.overdueWorkingDays,
      lastContactOn: cadence.lastContactOn ?? null,
    })),
  }
  if (due.length === 0)
    return { text: what === undefined ? words.due.none : `${what}: ${words.due.none}`, data }

  const said = (one: DueContact) =>
    [names?.get(one.managerId), rowWords(one, words, locale, today)]
      .filter((part) => part !== undefined)
      .join(' · ')
  const overdue = due.filter((d) => d.cadence.overdueWorkingDays > 0).length
  const counts = words.due.counts(due.length, overdue)
  const shown = due.slice(0, ROWS_SHOWN)
  const rest = due.length - shown.length
  const rows = shown.map((d) => ({ ...d, words: said(d) }))
  const text = [title, counts, ...due.map((d, i) => `${i + 1}. ${nameOf(d.customer)} · ${said(d)}`)].join(
    '\n',
  )
  return {
    text,
    summary: words.due.title,
    data,
    shows: shows('customers', due),
    ...moreOf(due.length, ROWS_SHOWN, (from, to) =>
      dueContactsReply(due.slice(from, to), locale, today, what, names),
    ),
    card: card(
      [
        block([
          line(title, { size: 'Large', weight: 'Bolder' }),
          line(counts, { isSubtle: true, spacing: 'None' }),
        ]),
        ...rows.map(({ customer, cadence, words: below }) =>
          block(
            [
              leftRight(
                [
                  line(nameOf(customer), { weight: 'Bolder' }),
                  line(below, {
                    size: 'Small',
                    spacing: 'None',
                    ...(cadence.overdueWorkingDays > 0 ? { color: 'Attention' } : { isSubtle: true }),
                  }),
                ],
                [line(words.tier(cadence.tier), { isSubtle: true, horizontalAlignment: 'Right' })],
              ),
              buttons([
                press(words.brief.see, 'customer.show', { customerId: customer.id }),
                press(words.brief.log, 'contact.log', { customerId: customer.id }),
              ]),
            ],
            { separator: true, spacing: 'Medium' },
          ),
        ),
        ...(rest > 0 ? [line(words.due.more(rest), { isSubtle: true, size: 'Small' })] : []),
      ],
      text,
    ),
  }
}

function rowWords({ cadence }: DueContact, words: Wording, locale: Locale, today: Day): string {
  const state =
    cadence.overdueWorkingDays > 0
      ? words.brief.overdueBy(cadence.overdueWorkingDays)
      : cadence.dueOn === today
        ? words.brief.dueToday
        : describeDay(cadence.dueOn, locale, today)
  const last =
    cadence.lastContactOn === undefined
      ? words.brief.claim
      : words.brief.lastContact(describeDay(cadence.lastContactOn, locale, today))
  return `${state} · ${last}`
}
