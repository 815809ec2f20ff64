import type { Day } from '../../../domain/day.js'
import { isOnSale } from '../../../domain/ledger/find-products.js'
import type { ProductKind } from '../../../domain/ledger/holding.js'
import type { Product } from '../../../domain/ledger/product.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { yuanOf } from '../../../domain/money.js'
import { levelOf } from '../../../domain/suitability/suitability.js'
import { type Reply, shows } from '../../../ports/reply.js'
import { formatAmount, formatDay, formatTerm } from '../../wording/days/format.js'
import { type ProductWords, productWordsFor } from '../../wording/sales/product-words.js'
import { wordingFor } from '../../wording/wording.js'
import { type ListRow, listReply } from '../lists/list-reply.js'
import { buttons, card, facts, line, press } from '../parts/elements.js'

export interface ProductsCardInput {
  readonly locale: Locale
  readonly today: Day
}

/** What is on sale, or another list of products; `kinds` is what was asked for. */
export function productsReply(
  products: readonly Product[],
  asked: { readonly title?: string; readonly kinds?: readonly ProductKind[] },
  input: ProductsCardInput,
): Reply {
  const { locale } = input
  const words = wordingFor(locale)
  const own = productWordsFor(locale)
  const kinds = asked.kinds === undefined ? undefined : words.and(asked.kinds.map((k) => words.kinds[k]))
  const summary = words.intents['product.show']
  const data = { items: products.map(productData) }
  if (products.length === 0)
    return { text: kinds === undefined ? own.noneOnSale : own.noneOf(kinds), summary, data }
  return listReply({
    title: asked.title ?? (kinds === undefined ? own.onSale : own.onSaleOf(kinds)),
    counts: own.counts(products.length),
    rows: products.map((product) => rowOf(product, input)),
    more: own.more,
    notes: products.some((p) => p.benchmark !== undefined) ? [`* ${own.benchmarkNote}`] : [],
    summary,
    data,
    shows: shows('products', products),
  })
}

/** The facts of one product. What the bank prints as a benchmark is called that and nothing else (Handbook §7). */
export function productReply(product: Product, { locale, today }: ProductsCardInput): Reply {
  const words = wordingFor(locale)
  const own = productWordsFor(locale)
  const { benchmark, termDays, minAmountFen, currency, audience, sellingPoints } = product
  const rows: readonly (readonly [string, string])[] = [
    [own.risk, levelText(product, own)],
    [own.term, termDays === undefined ? own.noTerm : formatTerm(termDays, locale)],
    ...(minAmountFen === undefined
      ? []
      : [[own.minimumLabel, formatAmount(minAmountFen, currency, locale)] as const]),
    ...(isDeposit(product) ? [] : [[own.benchmark, benchmark ?? own.noBenchmark] as const]),
    [own.sale, saleText(product, own, locale, today)],
    ...(audience === undefined ? [] : [[own.audience, audience] as const]),
    ...(sellingPoints === undefined ? [] : [[own.points, sellingPoints] as const]),
  ]
  const title = `${product.name} · ${words.kinds[product.kind]}`
  const notes = benchmark === undefined ? [] : [own.benchmarkNote]
  const text = [title, ...rows.map(([k, v]) => `  ${k}: ${v}`), ...notes].join('\n')
  return {
    text,
    summary: words.intents['product.show'],
    data: productData(product),
    shows: shows('products', [product]),
    card: card(
      [
        line(product.name, { size: 'Large', weight: 'Bolder' }),
        line(`${words.kinds[product.kind]} · ${product.id}`, { isSubtle: true, spacing: 'None' }),
        facts(rows),
        ...notes.map((note) => line(note, { size: 'Small', color: 'Attention' })),
        buttons([press(own.suits, 'product.match', { productId: product.id })]),
      ],
      text,
    ),
  }
}

function rowOf(product: Product, { locale, today }: ProductsCardInput): ListRow {
  const own = productWordsFor(locale)
  const { benchmark, termDays, minAmountFen, currency, saleFrom, saleTo } = product
  return {
    title: product.name,
    ...(levelOf(product) === undefined ? {} : { right: levelOf(product)! }),
    lines: [
      [
        wordingFor(locale).kinds[product.kind],
        ...(termDays === undefined ? [] : [formatTerm(termDays, locale)]),
        ...(minAmountFen === undefined ? [] : [own.minimum(formatAmount(minAmountFen, currency, locale))]),
        ...(saleTo === undefined || !isOnSale(product, today)
          ? []
          : [own.saleTo(formatDay(saleTo, locale, today))]),
      ].join(' · '),
      ...(benchmark === undefined ? [] : [`${own.benchmark}* ${benchmark}`]),
      ...(saleFrom !== undefined && saleFrom > today
        ? [{ text: own.notYet(formatDay(saleFrom, locale, today)), tone: 'good' as const }]
        : []),
      ...(saleTo !== undefined && saleTo < today
        ? [{ text: own.ended(formatDay(saleTo, locale, today)), tone: 'urgent' as const }]
        : []),
      ...(isDeposit(product) || levelOf(product) !== undefined
        ? []
        : [{ text: own.levelUnknown, tone: 'urgent' as const }]),
    ],
    buttons: [
      press(wordingFor(locale).brief.see, 'product.show', { productId: product.id }),
      press(own.suits, 'product.match', { productId: product.id }),
    ],
  }
}

function isDeposit({ kind }: Product): boolean {
  return kind === 'time-deposit' || kind === 'notice-deposit' || kind === 'current'
}

function levelText(product: Product, own: ProductWords): string {
  if (isDeposit(product)) return own.deposit
  const { riskLevel, issuerRiskLevel } = product
  const counts = levelOf(product)
  if (counts === undefined) return own.levelUnknown
  return riskLevel === undefined || issuerRiskLevel === undefined || riskLevel === issuerRiskLevel
    ? counts
    : own.levelsDiffer(riskLevel, issuerRiskLevel, counts)
}

function saleText({ saleFrom, saleTo }: Product, own: ProductWords, locale: Locale, today: Day): string {
  const day = (of: Day) => formatDay(of, locale, today)
  if (saleTo !== undefined && saleTo < today) return own.ended(day(saleTo))
  if (saleFrom !== undefined && saleFrom > today)
    return saleTo === undefined ? own.notYet(day(saleFrom)) : own.saleFromTo(day(saleFrom), day(saleTo))
  return saleTo === undefined ? own.always : own.saleTo(day(saleTo))
}

function productData(product: Product) {
  const { id, name, kind, termDays, minAmountFen, currency, benchmark, saleFrom, saleTo } = product
  return {
    productId: id,
    name,
    kind,
    level: levelOf(product) ?? null,
    termDays: termDays ?? null,
    minAmount: minAmountFen === undefined ? null : yuanOf(minAmountFen),
    currency,
    benchmark: benchmark ?? null,
    saleFrom: saleFrom ?? null,
    saleTo: saleTo ?? null,
  }
}
