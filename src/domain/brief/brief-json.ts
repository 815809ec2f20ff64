import type { Brief, BriefItem } from './plan-brief.js'

/** A brief as plain JSON for other programs. Sums are yuan (or units of the reason's currency), as numbers. */
export interface BriefJson {
  readonly managerId: string
  readonly day: string
  readonly workingDay: boolean
  readonly provisional: boolean
  readonly items: readonly BriefItemJson[]
  readonly cut: number
}

export interface BriefItemJson {
  readonly customerId: string
  readonly tier: string
  readonly dueOn: string | null
  readonly overdueWorkingDays: number
  readonly priority: number
  readonly reasons: readonly Readonly<Record<string, unknown>>[]
  readonly score: number
  readonly scoreParts: Readonly<Record<string, number>>
  readonly serviceNoticeOnly: boolean
  readonly attempts: number
  /** What comes up within the next working days and the same contact can see to. */
  readonly soon: readonly { readonly on: string; readonly kind: string }[]
  readonly bestOn: string
  readonly provisional: boolean
}

export function briefJson(brief: Brief): BriefJson {
  const { managerId, day, workingDay, provisional, items, cut } = brief
  return { managerId, day, workingDay, provisional, items: items.map(itemJson), cut }
}

function itemJson(item: BriefItem): BriefItemJson {
  const { customerId, tier, dueOn, overdueWorkingDays, priority, score, scoreParts, serviceNoticeOnly } = item
  return {
    customerId,
    tier,
    dueOn,
    overdueWorkingDays,
    priority,
    reasons: item.reasons.map(inYuan),
    score,
    scoreParts: { ...scoreParts },
    serviceNoticeOnly,
    attempts: item.attempts.length,
    soon: item.soon.map(({ on, reason }) => ({ on, kind: reason.kind })),
    bestOn: item.bestOn,
    provisional: item.provisional,
  }
}

/** `amountFen: 12345` becomes `amount: 123.45`; everything else stays. */
function inYuan(reason: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(reason).map(([key, value]) =>
      key.endsWith('Fen') && typeof value === 'number' ? [key.slice(0, -3), value / 100] : [key, value],
    ),
  )
}
