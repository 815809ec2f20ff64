import { type Fen, yuanOf } from '../money.js'
import type { ReviewDue, ReviewWeek } from './due-reviews.js'
import type { ReviewSheet } from './review-sheet.js'

/** A review as plain data for other programs. Sums are yuan, percentages have one decimal. */
export function reviewJson(sheet: ReviewSheet): Readonly<Record<string, unknown>> {
  const { customerId, day, totalFen, aum, since } = sheet
  return {
    customerId,
    day,
    total: yuanOf(totalFen),
    aum: aum === undefined ? null : yuanOf(aum.aumFen),
    beside: aum === undefined ? null : yuanOf(aum.besideFen),
    byKind: sheet.byKind.map(inYuan),
    byLevel: sheet.byLevel.map(inYuan),
    byTerm: sheet.byTerm.map(inYuan),
    maturities: sheet.maturities.map(inYuan),
    otherCurrencies: sheet.otherCurrencies.map(inYuan),
    liabilities: sheet.liabilities.map(inYuan),
    flags: sheet.flags.map(inYuan),
    sinceLast: since === undefined ? null : { flow: null, ...inYuan(since) },
  }
}

/** What is due, as plain data. */
export function reviewWeekJson(managerId: string, week: ReviewWeek, today: readonly ReviewDue[]) {
  return {
    managerId,
    day: week.day,
    to: week.to,
    room: week.room,
    behind: week.behind,
    today: today.map(({ customer }) => customer.id),
    due: week.rows.map(({ customer, tier, dueOn, lastOn, isWithoutHoldings }) => ({
      customerId: customer.id,
      tier,
      dueOn,
      last: lastOn ?? null,
      withoutHoldings: isWithoutHoldings,
    })),
  }
}

/** `amountFen: 12345` becomes `amount: 123.45`; everything else stays. */
function inYuan(part: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) =>
      key.endsWith('Fen') && typeof value === 'number'
        ? [key.slice(0, -3), yuanOf(value as Fen)]
        : [key, value],
    ),
  )
}
