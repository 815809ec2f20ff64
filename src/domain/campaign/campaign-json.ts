import type { Analysis, GroupFigures } from './analyse.js'
import type { Campaign } from './campaign.js'
import { GOALS, type GoalKind } from './goals.js'
import type { Progress } from './progress.js'

/** A campaign with its progress as plain JSON for other programs. Sums are yuan; what is not known is null. */
export function campaignJson(campaign: Campaign, progress: Progress) {
  const { id, name, state, from, firstDay, to, startsOn, closedOn } = campaign
  return {
    id,
    name,
    state,
    from: firstDay ?? from,
    to,
    ...(startsOn === undefined ? {} : { startsOn }),
    ...(closedOn === undefined ? {} : { closedOn }),
    workingDays: progress.workingDays,
    members: progress.members,
    goals: progress.goals.map((goal) => {
      const plain = (value: number | undefined) => (value === undefined ? null : inUnit(goal.kind, value))
      return {
        kind: goal.kind,
        target: plain(goal.target),
        done: plain(goal.done),
        told: plain(goal.told),
        expectedToday: plain(goal.expectedToday),
        forecast: plain(goal.forecast),
        aheadDays: goal.aheadDays ?? null,
        ...(goal.mostlyBy === undefined ? {} : { mostlyBy: goal.mostlyBy }),
      }
    }),
    managers: progress.managers,
    wonInLedger: progress.wonInLedger,
    whereToUnknown: progress.whereToUnknownFen / 100,
    effectiveContacts: progress.effectiveContacts,
  }
}

/** The analysis as plain JSON: `selected` is the number that is left, `ofSelected` their figures. */
export function analysisJson({ all, removed, selected }: Analysis) {
  return { ...figuresJson(all), removed, selected: selected.count, ofSelected: figuresJson(selected) }
}

function figuresJson({ count, deposits, byTrade, byManager }: GroupFigures) {
  const yuan = (fen: number | undefined) => (fen === undefined ? null : fen / 100)
  const { sumFen, q1Fen, medianFen, q3Fen, without } = deposits
  return {
    count,
    deposits: { sum: sumFen / 100, q1: yuan(q1Fen), median: yuan(medianFen), q3: yuan(q3Fen), without },
    byTrade: byTrade.map(({ trade = 'unknown', count: customers, sumFen: sum }) => ({
      trade,
      count: customers,
      deposits: sum / 100,
    })),
    byManager: byManager.map(({ managerId, count: customers, sumFen: sum }) => ({
      managerId,
      count: customers,
      deposits: sum / 100,
    })),
  }
}

function inUnit(kind: GoalKind, value: number): number {
  return GOALS[kind].unit === 'fen' ? value / 100 : value
}
