import type { Agreed } from '../../../domain/customer/agree.js'
import type { Day, Moment } from '../../../domain/day.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { CNY } from '../../../domain/money.js'
import type { WorkingCalendar } from '../../../domain/working-days.js'
import { type Reply, shows } from '../../../ports/reply.js'
import type { Added } from '../../../usecases/meetings/add-agreement.js'
import { deskWordsFor } from '../../wording/brief/desk-words.js'
import { formatAmount, formatDay } from '../../wording/days/format.js'
import { describeMoment } from '../../wording/days/when.js'
import { wordingFor } from '../../wording/wording.js'
import { withheldLine } from '../customers/update-card.js'
import { block, buttons, card, line, press } from '../parts/elements.js'
import { nameOf, shortName } from '../parts/names.js'

export interface ArrangedCardInput {
  readonly changeId: string
  readonly added: readonly Added[]
  readonly clashes: readonly Agreed[]
  /** Of one that was moved: when it was before. */
  readonly movedFrom?: Moment
  readonly calendar: WorkingCalendar
  readonly locale: Locale
  readonly today: Day
}

/** A reminder or a booking as it was written down, what it clashes with, and a way to take it back. */
export function arrangedReply(input: ArrangedCardInput): Reply {
  const { changeId, added, movedFrom, locale, today } = input
  const words = wordingFor(locale)
  const { arrange: own, rebook } = deskWordsFor(locale)
  const isTask = added.every(({ agreement }) => agreement.kind === 'task')
  const title = movedFrom !== undefined ? rebook.moved : isTask ? own.reminder : own.booked
  const before = movedFrom === undefined ? [] : [rebook.from(describeMoment(movedFrom, locale, today))]
  const entries = added.map((one) => ({ name: nameOf(one.customer), what: agreedText(one, locale, today) }))
  const warnings = warningsOf(input)
  const text = [title, ...entries.map(({ name, what }) => `${name}: ${what}`), ...before, ...warnings].join(
    '\n',
  )
  return {
    text,
    summary: title,
    shows: shows('customers', added),
    data: {
      changeId,
      added: added.map(({ customer, agreement }) => ({
        customerId: customer.id,
        kind: agreement.kind,
        on: agreement.on ?? null,
        time: agreement.time ?? null,
      })),
      clashes: input.clashes.map(({ customer, agreement }) => ({
        customerId: customer.id,
        agreementId: agreement.id,
      })),
    },
    card: card(
      [
        line(`✓ ${title}`, { weight: 'Bolder', color: 'Accent' }),
        ...entries.map(({ name, what }) =>
          block([line(name, { weight: 'Bolder' }), line(what, { spacing: 'None' })], { spacing: 'Medium' }),
        ),
        ...before.map((was) => line(was, { isSubtle: true, spacing: 'None' })),
        ...warnings.map((warning) => line(warning, { color: 'Attention', size: 'Small' })),
        buttons([press(words.contact.undo, 'undo', { changeId, once: changeId })]),
      ],
      text,
    ),
  }
}

/** `11月27日 周五 10:00 见面 · 看大额存单 · 50万`. */
export function agreedText({ agreement }: Agreed, locale: Locale, today: Day): string {
  const own = deskWordsFor(locale).arrange
  const { on, time, kind, about, amountFen, currency } = agreement
  const when =
    on === undefined
      ? own.noDay
      : describeMoment({ day: on, ...(time === undefined ? {} : { time }) }, locale, today)
  return [
    `${when} ${own.kinds[kind]}`,
    ...(about === undefined || about === own.kinds[kind] ? [] : [about]),
    ...(amountFen === undefined ? [] : [formatAmount(amountFen, currency ?? CNY, locale)]),
  ].join(' · ')
}

function warningsOf({ added, clashes, calendar, locale, today }: ArrangedCardInput): readonly string[] {
  const words = wordingFor(locale)
  const own = deskWordsFor(locale).arrange
  const [first] = added
  const on = first?.agreement.on
  const isTask = first?.agreement.kind === 'task'
  const at = ({ agreement: { on: day, time } }: Agreed) =>
    day === undefined ? '' : describeMoment({ day, ...(time === undefined ? {} : { time }) }, locale, today)
  const others = added.flatMap(({ customer, agreement }) =>
    customer.agreements
      .filter((a) => a.id !== agreement.id && a.state === 'open' && a.kind === 'appointment')
      .filter((a) => a.on !== undefined && a.on >= today)
      .map((a) => ({ customer, agreement: a })),
  )
  const clashing = new Set(clashes.map(({ agreement }) => agreement.id))
  return [
    ...(clashes.length === 0
      ? []
      : [own.clash(words.and(clashes.map((c) => own.clashItem(shortName(c.customer), at(c)))))]),
    ...(on === undefined || calendar.isWorkingDay(on) ? [] : [own.dayOff(formatDay(on, locale, today))]),
    ...(isTask ? [] : others.filter((o) => !clashing.has(o.agreement.id)).map((o) => own.alsoBooked(at(o)))),
    ...(!isTask && added.some(({ customer }) => customer.doNotContact) ? [own.doNotContact] : []),
    ...added.flatMap(({ withheld }) => (withheld === undefined ? [] : [withheldLine(withheld, locale)])),
  ]
}
