import type { Day } from '../../../domain/day.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { CNY, type Fen } from '../../../domain/money.js'
import type { BriefView } from '../../../usecases/brief/show-brief.js'
import { describeReasons } from '../../wording/brief/reasons.js'
import { formatAmount } from '../../wording/days/format.js'
import { salesStepsFor } from '../../wording/sales/sales-steps.js'
import { salesWordsFor } from '../../wording/sales/sales-words.js'
import { type Wording, wordingFor } from '../../wording/wording.js'
import { block, buttons, type Element, leftRight, line, press, secondary } from '../parts/elements.js'
import { nameOf } from '../parts/names.js'
import { rowActs, skipQuestion } from './brief-acts.js'
import type { BriefCardInput } from './brief-card-input.js'

type Row = BriefView['rows'][number]

/** One customer on the card: who and how much, why, what to do, and the buttons. */
export function briefRow(row: Row, rank: number, page: number, input: BriefCardInput): Element {
  const { item, customer } = row
  const { locale, view } = input
  const words = wordingFor(locale)
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
        line(extra, {
          size: 'Small',
          spacing: 'None',
          ...(item.serviceNoticeOnly ? { color: 'Attention' } : {}),
        }),
      ),
      line(`→ ${reasons[0]?.nextStep ?? ''}`, { size: 'Small', spacing: 'Small' }),
      ...rowButtons(row, page, input, words),
    ],
    { separator: true, spacing: 'Medium' },
  )
}

function rowButtons(row: Row, page: number, input: BriefCardInput, words: Wording): readonly Element[] {
  const { acting, locale, today } = input
  const { customer } = row
  if (acting?.skipping === customer.id) return skipQuestion(row, acting, page, locale)
  return [
    buttons([
      press(words.brief.see, 'customer.show', { customerId: customer.id }),
      press(words.brief.log, 'contact.log', { customerId: customer.id }),
      ...(isAtSale(row)
        ? [press(salesStepsFor(locale).button, 'sales.start', { customerId: customer.id })]
        : []),
      secondary(press(salesWordsFor(locale).script.button, 'script.show', { customerId: customer.id })),
      ...(acting === undefined ? [] : rowActs(row, acting, { page, today, locale })),
    ]),
  ]
}

function isAtSale({ item }: Row): boolean {
  return item.reasons.some((reason) => 'opportunityId' in reason)
}

/** The same row in a line of words. */
export function briefRowText(row: Row, words: Wording, locale: Locale, day: Day): string {
  const reasons = describeReasons(row.item.reasons, locale, day)
  return [
    `${nameOf(row.customer)} (${words.tier(row.item.tier)})`,
    ...reasons.map((r) => r.text),
    ...extraLines(row, words),
    `→ ${reasons[0]?.nextStep ?? ''}`,
  ].join(' · ')
}

function extraLines({ item }: Row, words: Wording): readonly string[] {
  return [
    ...(item.attempts.length === 0 ? [] : [words.brief.attempts(item.attempts.length)]),
    ...(item.serviceNoticeOnly ? [words.brief.serviceNoticeOnly] : []),
  ]
}

function atStake({ item }: Row): Fen | undefined {
  const { atStakeFen } = item.scoreFacts
  return atStakeFen > 0 ? atStakeFen : undefined
}
