import { addDays, addMonths, type Day, daysBetween } from '../domain/day.js'
import type { Holding } from '../domain/ledger/holding.js'
import type { Product } from '../domain/ledger/product.js'
import { CNY, type Fen, fen, fenOfYuan } from '../domain/money.js'
import type { Chance } from './chance.js'
import type { Scene } from './scene.js'
import type { SampleProduct } from './words.js'

const DAYS_A_YEAR = 365

export function sampleProducts(scene: Pick<Scene, 'words' | 'today'>): readonly Product[] {
  return scene.words.products.map((p) => ({
    id: p.id,
    name: p.name,
    kind: p.kind,
    ...(p.riskLevel && { riskLevel: p.riskLevel }),
    ...(p.issuerRiskLevel && { issuerRiskLevel: p.issuerRiskLevel }),
    ...(p.termDays !== undefined && { termDays: p.termDays }),
    minAmountFen: fenOfYuan(p.minYuan),
    currency: p.currency,
    ...(p.benchmark && { benchmark: p.benchmark }),
    saleFrom: addDays(scene.today, p.saleFromDays),
    ...(p.saleToDays !== undefined && { saleTo: addDays(scene.today, p.saleToDays) }),
    audience: p.audience,
    sellingPoints: p.sellingPoints,
  }))
}

/** Holdings that together stay within the customer's assets, in lots of round sums. */
export function drawHoldings(scene: Scene, chance: Chance, aum: Fen): readonly Holding[] {
  const holdings: Holding[] = []
  const lot = aum >= 50_000_000 ? 5_000_000 : aum >= 5_000_000 ? 1_000_000 : 100_000
  let left = aum as number
  for (let wanted = chance.int(aum >= 20_000_000 ? 1 : 0, aum >= 50_000_000 ? 4 : 2); wanted > 0; wanted--) {
    const product = chance.weighted(scene.words.products, (p) => (p.currency === CNY ? weightOf(p) : 0))
    const amount = Math.max(1, Math.floor((left * chance.int(15, 55)) / 100 / lot)) * lot
    if (amount > left || amount < product.minYuan * 100) continue
    left -= amount
    holdings.push(drawHolding(scene, chance, product, fen(amount)))
  }
  if (left >= 100_000) holdings.push(currentAccount(fen(Math.floor(left * 0.6))))
  return holdings
}

/** A running holding of `product`; `maturesOn` where the story says when it ends. */
export function drawHolding(
  scene: Scene,
  chance: Chance,
  product: SampleProduct,
  amountFen: Fen,
  maturesOn?: Day,
): Holding {
  const { termDays } = product
  const startsOn =
    maturesOn !== undefined && termDays !== undefined
      ? back(maturesOn, termDays)
      : addDays(scene.today, -chance.int(1, Math.min(termDays ?? 900, 900) - 3 || 1))
  const ends = termDays === undefined ? undefined : (maturesOn ?? forward(startsOn, termDays))
  const value = product.kind === 'fund' ? fen(Math.round((amountFen * chance.int(92, 116)) / 100)) : undefined
  return {
    id: '',
    productId: product.id,
    productName: product.name,
    kind: product.kind,
    amountFen,
    currency: product.currency,
    startsOn,
    ...(ends !== undefined && { maturesOn: ends }),
    ...(product.ratePercent !== undefined && { ratePercent: product.ratePercent }),
    ...(product.riskLevel && { riskLevel: product.riskLevel }),
    autoRenew: product.kind === 'time-deposit' && chance.is(0.3),
    ...(value !== undefined && { costFen: amountFen, marketValueFen: value }),
  }
}

export function currentAccount(amountFen: Fen): Holding {
  return { id: '', productName: '活期存款', kind: 'current', amountFen, currency: CNY, autoRenew: false }
}

/** Gives every holding its account number, as text with its leading zero. */
export function withAccountNumbers(customerId: string, holdings: readonly Holding[]): readonly Holding[] {
  return holdings.map((holding, index) => ({
    ...holding,
    id: `0601${customerId}${String(index + 1).padStart(6, '0')}`,
  }))
}

export function productOf(scene: Scene, id: string): SampleProduct {
  const found = scene.words.products.find((product) => product.id === id)
  if (found === undefined) throw new RangeError(`no such product in the sample: ${id}`)
  return found
}

const weightOf = (product: SampleProduct) =>
  ({ 'time-deposit': 16, 'notice-deposit': 2, wealth: 7, fund: 4, insurance: 3, bond: 5 })[
    product.kind as string
  ] ?? 0

/** Terms of whole years run to the same day of the year, shorter ones by days. */
function forward(from: Day, termDays: number): Day {
  return termDays % DAYS_A_YEAR === 0
    ? addMonths(from, (termDays / DAYS_A_YEAR) * 12)
    : addDays(from, termDays)
}

function back(from: Day, termDays: number): Day {
  const start =
    termDays % DAYS_A_YEAR === 0 ? addMonths(from, -(termDays / DAYS_A_YEAR) * 12) : addDays(from, -termDays)
  return daysBetween(start, from) > 0 ? start : addDays(from, -1)
}
