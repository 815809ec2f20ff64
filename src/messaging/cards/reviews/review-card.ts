import type { Customer } from '../../../domain/customer/customer.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { CNY, type Fen, fen } from '../../../domain/money.js'
import { reviewJson } from '../../../domain/review/review-json.js'
import type { ReviewSheet } from '../../../domain/review/review-sheet.js'
import type { TalkingFlag, TalkingPoint } from '../../../domain/review/talking-points.js'
import { type Reply, shows } from '../../../ports/reply.js'
import { formatAmount, formatDay } from '../../wording/days/format.js'
import { type ReviewWords, reviewWordsFor } from '../../wording/reviews/review-words.js'
import { wordingFor } from '../../wording/wording.js'
import { heading, section } from '../lists/list-elements.js'
import { block, buttons, card, type Element, facts, line, press } from '../parts/elements.js'
import { nameOf, shortName } from '../parts/names.js'

export interface ReviewCardInput {
  readonly customer: Customer
  readonly sheet: ReviewSheet
  readonly points: readonly TalkingPoint[]
  readonly locale: Locale
}

type Row = readonly [title: string, value: string]

/** The wealth review of one customer: what to speak of first, then the sheet. */
export function reviewReply(input: ReviewCardInput): Reply {
  const { customer, sheet, points, locale } = input
  const own = reviewWordsFor(locale)
  const title = own.title(shortName(customer))
  const sum = (amount: Fen) => formatAmount(amount, CNY, locale)
  const below = [
    own.total(sum(sheet.totalFen)),
    ...(sheet.aum === undefined ? [] : [own.aum(sum(sheet.aum.aumFen))]),
  ].join(' · ')
  const why = whyBeside(sheet, own, sum)
  const said = points.map((point) => saidOf(point, input, own))
  const parts = partsOf(input, own)
  const day = formatDay(sheet.day, locale)
  const text = [
    `${title} · ${day}`,
    below,
    ...why,
    ...(said.length === 0
      ? [own.noFlags]
      : said.flatMap((lines, at) => [`${at + 1}. ${lines[0]}`, ...lines.slice(1).map((one) => `   ${one}`)])),
    ...parts.flatMap(({ title: of, rows }) => [of, ...rows.map(([name, value]) => `  ${name} ${value}`)]),
    ...(sheet.since === undefined ? [own.never] : []),
  ].join('\n')
  const body: Element[] = [
    heading(title, day, below),
    ...why.map((one) => line(one, { isSubtle: true, size: 'Small', spacing: 'None' })),
    ...(said.length === 0 ? [line(own.noFlags)] : [section(own.points)]),
    ...said.map(([figure = '', ...words], at) =>
      block(
        [
          line(`${at + 1} · ${figure}`, { weight: 'Bolder' }),
          ...words.map((one) => line(one, { spacing: 'Small' })),
        ],
        { spacing: 'Small', separator: at > 0 },
      ),
    ),
    ...parts.flatMap(({ title: of, rows }) => [section(of), facts(rows)]),
    ...(sheet.since === undefined ? [line(own.never, { isSubtle: true, size: 'Small' })] : []),
    buttons([
      press(own.buttons.log, 'contact.log', { customerId: customer.id, review: 1 }),
      press(wordingFor(locale).brief.see, 'customer.show', { customerId: customer.id }),
    ]),
  ]
  return {
    text,
    summary: own.notification,
    data: {
      ...reviewJson(sheet),
      name: nameOf(customer),
      points: points.map(({ flag, words }) => ({ code: flag.code, line: words?.line.id ?? null })),
    },
    shows: shows('customers', [customer]),
    card: card(body, text),
  }
}

/** Why the sheet and the assets of the bank's file differ; nothing where they do not, or the assets are unknown. */
function whyBeside({ aum }: ReviewSheet, own: ReviewWords, sum: (amount: Fen) => string): readonly string[] {
  if (aum === undefined) return []
  const { besideFen } = aum
  if (besideFen === 0) return [own.beside.same]
  return [besideFen > 0 ? own.beside.less(sum(besideFen)) : own.beside.more(sum(fen(-besideFen)))]
}

function saidOf({ flag, words }: TalkingPoint, input: ReviewCardInput, own: ReviewWords): readonly string[] {
  return [
    figureOf(flag, input, own),
    own.question(own.questions[flag.code]),
    ...(words === undefined ? [] : [own.line(words.text)]),
  ]
}

function figureOf(flag: TalkingFlag, { customer, locale, sheet }: ReviewCardInput, own: ReviewWords): string {
  return own.figures[flag.code]({
    sum: 'amountFen' in flag ? formatAmount(flag.amountFen, CNY, locale) : '',
    percent: 'percent' in flag ? percent(flag.percent) : '',
    level: 'level' in flag ? flag.level : '',
    rating: customer.riskRating ?? '',
    product: 'product' in flag ? flag.product : '',
    month: 'month' in flag ? monthOf(flag.month, own) : '',
    state: 'state' in flag ? flag.state : '',
    day:
      'lastValidDay' in flag && flag.lastValidDay !== undefined
        ? formatDay(flag.lastValidDay, locale, sheet.day)
        : '',
    kind: 'kind' in flag ? wordingFor(locale).kinds[flag.kind] : '',
  })
}

/** Every part of the sheet that holds something, with its rows. */
function partsOf({ sheet, locale }: ReviewCardInput, own: ReviewWords) {
  const { kinds } = wordingFor(locale)
  const part = ({
    amountFen,
    percent: share,
  }: {
    readonly amountFen: Fen
    readonly percent: number | null
  }) => own.part(formatAmount(amountFen, CNY, locale), percent(share))
  const all: readonly { readonly title: string; readonly rows: readonly Row[] }[] = [
    { title: own.byKind, rows: sheet.byKind.map((one): Row => [kinds[one.kind], part(one)]) },
    {
      title: own.byLevel,
      rows: sheet.byLevel.map(
        (one): Row => [own.levels[one.level], `${part(one)}${one.aboveRating ? ` · ${own.above}` : ''}`],
      ),
    },
    { title: own.byTerm, rows: sheet.byTerm.map((one): Row => [own.terms[one.term], part(one)]) },
    { title: own.maturities, rows: sheet.maturities.map((one): Row => [monthOf(one.month, own), part(one)]) },
    {
      title: own.otherCurrencies,
      rows: sheet.otherCurrencies.map(
        ({ currency, amountFen }): Row => [currency, formatAmount(amountFen, currency, locale)],
      ),
    },
    {
      title: own.liabilities,
      rows: sheet.liabilities.map(
        ({ kind, currency, amountFen }): Row => [kinds[kind], formatAmount(amountFen, currency, locale)],
      ),
    },
    ...sinceOf(sheet, locale, own),
  ]
  return all.filter(({ rows }) => rows.length > 0)
}

function sinceOf({ since, day }: ReviewSheet, locale: Locale, own: ReviewWords) {
  if (since === undefined) return []
  const { sinceParts: names } = own
  const signed = (amount: number) => `${amount > 0 ? '+' : ''}${formatAmount(amount as Fen, CNY, locale)}` // a sum of fen, or its opposite
  const rows: readonly Row[] = [
    [names.change, signed(since.changeFen)],
    [names.current, signed(since.currentFen)],
    [names.begun, signed(since.begunFen)],
    [names.ended, signed(0 - since.endedFen)],
    [names.rest, signed(since.restFen)],
    ...(since.flowFen === undefined ? [] : [[names.flow, signed(since.flowFen)] as const]),
  ]
  return [{ title: own.since(formatDay(since.on, locale, day)), rows }]
}

function percent(value: number | null): string {
  return value === null ? '–' : `${value.toFixed(1)}%`
}

function monthOf(month: string, own: ReviewWords): string {
  return own.month(month.slice(0, 4), String(Number(month.slice(5))))
}
