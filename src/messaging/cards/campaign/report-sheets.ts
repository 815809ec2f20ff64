import type { BranchCustomer } from '../../../domain/campaign/analyse.js'
import type { Campaign } from '../../../domain/campaign/campaign.js'
import { GOALS, type GoalKind } from '../../../domain/campaign/goals.js'
import { MEMBER_STATES } from '../../../domain/campaign/member-state.js'
import type { Progress } from '../../../domain/campaign/progress.js'
import type { LostReason } from '../../../domain/campaign/report.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { campaignWordsFor } from '../../wording/campaign/campaign-words.js'
import { wordingFor } from '../../wording/wording.js'

export interface ReportSheetsInput {
  readonly campaign: Campaign
  readonly progress: Progress
  readonly branch: readonly BranchCustomer[]
  readonly lost: readonly LostReason[]
  /** Names by manager id. */
  readonly names: ReadonlyMap<string, string>
  readonly locale: Locale
}

type Cell = string | number | null

/** The report as plain sheets: goals, funnel with the reasons of those who declined, managers, members. Sums are yuan. */
export function campaignReportSheets(input: ReportSheetsInput): readonly {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
}[] {
  const { campaign, progress, branch, lost, names, locale } = input
  const words = campaignWordsFor(locale)
  const { sheets: own } = words
  const of = (kind: GoalKind, value: number | undefined): Cell =>
    value === undefined ? null : GOALS[kind].unit === 'fen' ? value / 100 : value
  const customers = new Map(branch.map(({ customer }) => [customer.id, customer]))
  const frozen = new Map(campaign.members.map((member) => [member.customerId, member]))
  return [
    {
      name: own.goals,
      rows: [
        [own.goal, own.target, own.done, own.told, own.expected, own.forecast, own.ahead],
        ...progress.goals.map(({ kind, target, done, told, expectedToday, forecast, aheadDays }) => [
          words.goals[kind],
          of(kind, target),
          of(kind, done),
          of(kind, told),
          of(kind, expectedToday),
          of(kind, forecast),
          aheadDays ?? null,
        ]),
      ],
    },
    {
      name: own.funnel,
      rows: [
        [own.state, own.customers],
        ...MEMBER_STATES.map((state) => [words.members[state], progress.members[state]]),
        [],
        [words.lostReasons, own.times],
        ...lost.map(({ objection, count }) => [wordingFor(locale).objections[objection], count]),
      ],
    },
    {
      name: words.byManager,
      rows: [
        [words.byManager, own.customers, own.covered, own.untouched],
        ...progress.managers.map(({ managerId, members, covered, untouched }) => [
          names.get(managerId) ?? managerId,
          members,
          covered,
          untouched,
        ]),
      ],
    },
    {
      name: own.members,
      rows: [
        [own.customerId, own.customer, words.byManager, own.state, own.frozen, own.since],
        ...progress.states.map(({ customerId, managerId, state }): readonly Cell[] => {
          const member = frozen.get(customerId)
          return [
            customerId,
            customers.get(customerId)?.name ?? null,
            managerId === undefined ? null : (names.get(managerId) ?? managerId),
            words.members[state],
            member === undefined ? null : member.depositsFen / 100,
            member?.since ?? null,
          ]
        }),
      ],
    },
  ]
}
