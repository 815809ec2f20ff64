import type { Day, Period } from '../../../domain/day.js'
import { yuanOfHolder } from '../../../domain/ledger/holders.js'
import type { KeptSums } from '../../../domain/ledger/money-kept.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { CNY, type Fen, yuanOf } from '../../../domain/money.js'
import type { Interval } from '../../../domain/policy.js'
import type { LineWorth } from '../../../domain/results/what-works.js'
import type { Reply } from '../../../ports/reply.js'
import type { HoldersView } from '../../../usecases/results/list-holders.js'
import type { MoneyKeptView } from '../../../usecases/results/show-money-kept.js'
import type { PromisesKeptView } from '../../../usecases/results/show-promises-kept.js'
import type { WhatIf } from '../../../usecases/results/show-what-if.js'
import { keptWordsFor } from '../../wording/branch/kept-words.js'
import { formatAmount, formatPeriod } from '../../wording/days/format.js'
import { describeDay } from '../../wording/days/when.js'
import { wordingFor } from '../../wording/wording.js'
import { firstOf, heading, listRow, more, section } from '../lists/list-elements.js'
import { card, type Element, facts, line } from '../parts/elements.js'
import { nameOf } from '../parts/names.js'

const ROWS_SHOWN = 8

export interface KeptCardInput {
  readonly locale: Locale
  readonly today: Day
  /** Names of managers by id, where those of a branch are told. */
  readonly names?: ReadonlyMap<string, string>
}

type Row = readonly [name: string, why: string, right: string]

/** How much of what matured was kept. */
export function retentionReply(view: MoneyKeptView, { locale, today, names }: KeptCardInput): Reply {
  const words = keptWordsFor(locale)
  const { retention: own } = words
  const span = formatPeriod(view.period, locale, today)
  if (view.count === 0) return { text: own.none(span), summary: own.title }
  const sum = (amount: Fen) => formatAmount(amount, CNY, locale)
  const some = (amount: Fen) => (amount === 0 ? '' : sum(amount))
  const rate = view.rate === null ? own.undecidedOnly : own.rate(words.percent(view.rate))
  const rows: (readonly [string, string])[] = [
    [own.matured, sum(view.maturedFen)],
    [own.kept, sum(view.keptFen)],
    [own.inCurrent, sum(view.inCurrentFen)],
    [own.gone, sum(view.goneFen)],
    ...(view.unknownFen === 0 ? [] : [[own.unknown, sum(view.unknownFen)] as const]),
    ...(view.undecidedFen === 0 ? [] : [[own.undecided, sum(view.undecidedFen)] as const]),
  ]
  const of = (sums: KeptSums) =>
    `${sum(sums.maturedFen)} · ${sums.rate === null ? own.undecided : words.percent(sums.rate)}`
  const kinds = view.byKind.map((one) => [wordingFor(locale).kinds[one.kind], of(one)] as const)
  const managers =
    names === undefined
      ? []
      : view.byManager.map((one) => [names.get(one.managerId) ?? one.managerId, of(one)] as const)
  const notKept = view.notKept.map(
    (one): Row => [
      nameOf(one.customer),
      [one.holding.productName, describeDay(one.on, locale, today), names?.get(one.managerId)]
        .filter((part) => part !== undefined)
        .join(' · '),
      own.left(some(one.goneFen), some(one.unknownFen)),
    ],
  )
  return listed({
    title: own.title,
    when: span,
    lead: rate,
    facts: rows,
    groups: [
      { title: own.byKind, facts: kinds },
      { title: own.byManager, facts: managers },
      { title: own.notKept, rows: notKept, more: own.more },
    ],
    foot: view.unknownFen === 0 ? [] : [own.unknownWhy],
    data: { ...view.period, rate: view.rate, matured: yuanOf(view.maturedFen), kept: yuanOf(view.keptFen) },
  })
}

/** How many promises were kept in time. */
export function promisesKeptReply(view: PromisesKeptView, { locale, today, names }: KeptCardInput): Reply {
  const words = keptWordsFor(locale)
  const { promises: own } = words
  const span = formatPeriod(view.period, locale, today)
  if (view.rate === null) return { text: own.none(span), summary: own.title }
  const day = (of: Day) => describeDay(of, locale, today)
  const late = view.promises
    .filter(({ isKept }) => !isKept)
    .map(
      ({ customer, promise, dueOn, managerId }): Row => [
        nameOf(customer),
        [promise.about, own.due(day(dueOn)), names?.get(managerId)]
          .filter((part) => part !== undefined)
          .join(' · '),
        promise.keptOn === undefined ? own.open : own.keptLate(day(promise.keptOn)),
      ],
    )
  return listed({
    title: own.title,
    when: span,
    lead: own.rate(view.kept, view.due, words.percent(view.rate)),
    facts: [],
    groups: [{ title: own.late, rows: late, more: words.retention.more }],
    foot: [],
    data: { ...view.period, due: view.due, kept: view.kept, rate: view.rate },
  })
}

/** Which lines of the playbook work; `said` gives the words of a line. */
export function whatWorksReply(
  worth: readonly LineWorth[],
  period: Period,
  said: (lineId: string) => string,
  { locale, today }: KeptCardInput,
): Reply {
  const words = keptWordsFor(locale)
  const { works: own } = words
  if (worth.length === 0) return { text: own.none, summary: own.title }
  const percent = words.percent
  const rows = worth.map(({ lineId, uses, nextSteps, share }): Row => {
    const how =
      share === null
        ? own.tooFew(nextSteps, uses)
        : own.share(percent(share.percent), percent(share.low), percent(share.high), uses)
    return [said(lineId), how, '']
  })
  return listed({
    title: own.title,
    when: formatPeriod(period, locale, today),
    lead: own.why,
    facts: [],
    groups: [{ title: '', rows, more: words.retention.more }],
    foot: [],
    data: { lines: worth.map(({ lineId, uses, nextSteps }) => ({ lineId, uses, nextSteps })) },
  })
}

/** What another rhythm would ask of the managers of a branch. */
export function whatIfReply(view: WhatIf, { locale, names }: KeptCardInput): Reply {
  const { whatIf: own } = keptWordsFor(locale)
  const every = ({ ...interval }: Interval) =>
    'days' in interval ? own.days(interval.days) : own.months(interval.months)
  const asked = [...view.others].map(([tier, interval]) => own.every(tier, every(interval))).join(' · ')
  const rows = view.managers.map(
    ({ managerId, now, changed, capacity, made }): Row => [
      names?.get(managerId) ?? managerId,
      own.beside(capacity, String(made)),
      own.line(String(now), String(changed)),
    ],
  )
  return listed({
    title: own.title,
    when: '',
    lead: asked,
    facts: [],
    groups: [{ title: '', rows, more: () => '', isWhole: true }],
    foot: [own.scope, ...(view.isProvisional ? [own.provisional] : [])],
    data: { managers: view.managers },
  })
}

/** Whose rating would not carry another level of a product. */
export function raiseReply(view: HoldersView, { locale, names }: KeptCardInput): Reply {
  const words = keptWordsFor(locale)
  const { raise: own } = words
  const { product, level, raisedTo, holders } = view
  if (holders.length === 0 || raisedTo === undefined)
    return { text: own.none(product.name), summary: product.name }
  const of = (under: string) => holders.filter(({ rating }) => rating === under)
  const [affected, above, carried] = [of('no-longer'), of('above-already'), of('carried')]
  const rowOf = (holder: HoldersView['holders'][number]): Row => [
    nameOf(holder.customer),
    [holder.customer.riskRating ?? own.notRated, names?.get(holder.managerId)]
      .filter((part) => part !== undefined)
      .join(' · '),
    formatAmount(yuanOfHolder(holder), CNY, locale),
  ]
  return listed({
    title: own.title(product.name, level, raisedTo),
    when: '',
    lead: affected.length + above.length === 0 ? own.nobody(carried.length) : own.affected(affected.length),
    facts: [],
    groups: [
      { title: own.affected(affected.length), rows: affected.map(rowOf), more: words.retention.more },
      { title: own.above(above.length), rows: above.map(rowOf), more: words.retention.more },
    ],
    foot: affected.length + above.length === 0 || carried.length === 0 ? [] : [own.carried(carried.length)],
    data: { productId: product.id, affected: affected.map(({ customer }) => customer.id) },
  })
}

interface Listed {
  readonly title: string
  readonly when: string
  readonly lead: string
  readonly facts: readonly (readonly [string, string])[]
  readonly groups: readonly (
    | { readonly title: string; readonly facts: readonly (readonly [string, string])[] }
    | {
        readonly title: string
        readonly rows: readonly Row[]
        readonly more: (count: number) => string
        readonly isWhole?: true
      }
  )[]
  readonly foot: readonly string[]
  readonly data: object
}

function listed({ title, when, lead, facts: figures, groups, foot, data }: Listed): Reply {
  const filled = groups.filter((group) => ('rows' in group ? group.rows : group.facts).length > 0)
  const text = [
    [title, when].filter((part) => part !== '').join(' · '),
    lead,
    ...figures.map(([name, value]) => `  ${name}: ${value}`),
    ...filled.flatMap((group) => [
      ...(group.title === '' ? [] : [group.title]),
      ...('rows' in group ? group.rows : group.facts).map(
        (row) => `  ${row.filter((part) => part !== '').join(' · ')}`,
      ),
    ]),
    ...foot,
  ].join('\n')
  const body: Element[] = [
    heading(title, when, lead),
    ...(figures.length === 0 ? [] : [facts(figures)]),
    ...filled.flatMap((group): Element[] => {
      const head = group.title === '' ? [] : [section(group.title)]
      if (!('rows' in group)) return [...head, facts(group.facts)]
      const { first, rest } = firstOf(group.rows, group.isWhole ? group.rows.length : ROWS_SHOWN)
      return [
        ...head,
        ...first.map(([name, why, right]) => listRow(name, why, right)),
        ...(rest === 0 ? [] : [more(group.more(rest))]),
      ]
    }),
    ...foot.map((said) => line(said, { size: 'Small', isSubtle: true })),
  ]
  return { text, summary: title, data, card: card(body, text) }
}
