import { type BranchDay, exceptionsOf } from '../../../domain/branch/branch-day.js'
import type { Day, Period } from '../../../domain/day.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { CNY, fen } from '../../../domain/money.js'
import type { PlanState } from '../../../domain/plan/plan.js'
import { planJson } from '../../../domain/plan/plan-json.js'
import type { PlanException } from '../../../domain/plan/progress.js'
import type { Reply } from '../../../ports/reply.js'
import { dayWordsFor } from '../../wording/days/day-words.js'
import { formatAmount, formatDay, formatPeriod } from '../../wording/days/format.js'
import { describeDay } from '../../wording/days/when.js'
import { planWordsFor } from '../../wording/plans/plan-words.js'
import { wordingFor } from '../../wording/wording.js'
import { firstOf, heading, listRow, more, section } from '../lists/list-elements.js'
import { card, type Element, facts, line } from '../parts/elements.js'
import { nameOf } from '../parts/names.js'

const ROWS_SHOWN = 5

export interface BranchCardInput {
  readonly branch: BranchDay
  /** Names by manager id. */
  readonly names: ReadonlyMap<string, string>
  readonly locale: Locale
  readonly today: Day
  /** Asked for a period: its contacts are told as well. */
  readonly period?: Period
}

interface Line {
  readonly name: string
  readonly why: string
  readonly right: string
  readonly tone?: 'Attention' | 'Accent'
}

/** The head's morning of exceptions, and the answer to how the branch is doing. */
export function branchReply(input: BranchCardInput): Reply {
  const { branch, locale, today, period } = input
  const words = dayWordsFor(locale).branch
  const count = exceptionsOf(branch)
  const summary = words.notification(count)
  const title = period === undefined ? words.title : words.weekTitle(formatPeriod(period, locale, today))
  const parts = partsOf(input)
  const coverage = coverageRows(input)
  const text = [
    `${title} · ${formatDay(today, locale)}`,
    ...(count === 0 ? [words.nothing] : []),
    ...parts.flatMap(({ title: of, lines }) =>
      lines.length === 0
        ? []
        : [
            `${of} (${lines.length})`,
            ...lines.map((l) => `  ${[l.name, l.why, l.right].filter((x) => x !== '').join(' · ')}`),
          ],
    ),
    `${words.coverage}: ${coverage.map((row) => row.join(' ')).join(' · ')}`,
    ...contactRows(input).map((row) => row.join(': ')),
  ].join('\n')
  const body: Element[] = [
    heading(title, formatDay(today, locale)),
    ...(count === 0 ? [line(words.nothing)] : []),
    ...parts.flatMap(({ title: of, lines }) => {
      const { first, rest } = firstOf(lines, ROWS_SHOWN)
      if (lines.length === 0) return []
      return [
        section(`${of} · ${lines.length}`),
        ...first.map(({ name, why, right, tone }) =>
          listRow(name, why, right, {
            right: { weight: 'Bolder', ...(tone === undefined ? {} : { color: tone }) },
          }),
        ),
        ...(rest === 0 ? [] : [more(words.more(rest))]),
      ]
    }),
    section(words.coverage),
    facts(coverage),
    ...(period === undefined ? [] : [section(words.inWeek), facts(contactRows(input))]),
  ]
  return { text, summary, data: dataOf(branch), card: card(body, text) }
}

function partsOf({ branch, names, locale, today }: BranchCardInput) {
  const { branch: words, wrapUp } = dayWordsFor(locale)
  const { tier } = wordingFor(locale)
  const of = (managerId: string) => names.get(managerId) ?? managerId
  const sum = (amount: number) => formatAmount(fen(Math.abs(amount)), CNY, locale)
  return [
    {
      title: words.movements,
      lines: branch.movements.map(
        ({ customer, on, netFen, managerId }): Line => ({
          name: nameOf(customer),
          why: `${describeDay(on, locale, today)} · ${of(managerId)}`,
          right: netFen > 0 ? wrapUp.came(sum(netFen)) : wrapUp.went(sum(netFen)),
          tone: netFen > 0 ? 'Accent' : 'Attention',
        }),
      ),
    },
    {
      title: words.maturities,
      lines: branch.uncontacted.map(
        ({ customer, holding, maturesOn, managerId }): Line => ({
          name: nameOf(customer),
          why: `${describeDay(maturesOn, locale, today)} · ${of(managerId)}`,
          right: formatAmount(holding.amountFen, holding.currency, locale),
        }),
      ),
    },
    {
      title: words.overdue,
      lines: branch.overdue.map(
        ({ customer, due, managerId }): Line => ({
          name: nameOf(customer),
          why: `${words.late(due.overdueWorkingDays)} · ${of(managerId)}`,
          right: tier(due.tier),
        }),
      ),
    },
    {
      title: words.tasks,
      lines: branch.tasks.map(
        ({ customer, agreement, state, managerId }): Line => ({
          name: nameOf(customer),
          why: `${words.by(describeDay(agreement.on, locale, today))} · ${of(managerId)}`,
          right: words.taskStates[state],
          ...(state === 'late'
            ? { tone: 'Attention' as const }
            : state === 'done'
              ? { tone: 'Accent' as const }
              : {}),
        }),
      ),
    },
    {
      title: words.promises,
      lines: branch.broken.map(
        ({ customer, workingDaysLate, managerId }): Line => ({
          name: nameOf(customer),
          why: `${words.lateSince(workingDaysLate)} · ${of(managerId)}`,
          right: '',
        }),
      ),
    },
    {
      title: words.raised,
      lines: branch.raised.map(
        ({ productName, from, to, concerned, above, left }): Line => ({
          name: productName,
          why: words.raisedTo(from, to, concerned, above),
          right: words.raisedLeft(left),
        }),
      ),
    },
    {
      title: planWordsFor(locale).listTitle,
      lines: branch.plans.map(
        ({ customer, plan, exceptions, overdueSteps, managerId }): Line => ({
          name: nameOf(customer),
          why: `${planMarks(plan.state, exceptions, locale)} · ${of(managerId)}`,
          right: overdueSteps === 0 ? '' : planWordsFor(locale).lateSteps(overdueSteps),
        }),
      ),
    },
  ]
}

function planMarks(state: PlanState, exceptions: readonly PlanException[], locale: Locale): string {
  const own = planWordsFor(locale)
  return exceptions.length === 0 ? own.states[state] : exceptions.map((one) => own.exceptions[one]).join('、')
}

function coverageRows({ branch, names, locale }: BranchCardInput): readonly (readonly [string, string])[] {
  const { tierLine } = dayWordsFor(locale).branch
  return [
    ...branch.byTier.map(({ tier, covered, of }) => [tierLine(tier), share(covered, of)] as const),
    ...branch.byManager.map(
      ({ managerId, covered, of }) => [names.get(managerId) ?? managerId, share(covered, of)] as const,
    ),
  ]
}

function contactRows({
  branch,
  names,
  locale,
  period,
}: BranchCardInput): readonly (readonly [string, string])[] {
  if (period === undefined) return []
  const words = dayWordsFor(locale).branch
  return branch.contacts.map(({ managerId, reached, attempts }) => [
    names.get(managerId) ?? managerId,
    words.week(reached, attempts),
  ])
}

/** `18/20 · 90%`; nobody with a cadence is nothing to cover. */
function share(covered: number, of: number): string {
  return of === 0 ? '–' : `${covered}/${of} · ${Math.floor((covered / of) * 100)}%`
}

/** The same as data: ids and numbers, sums in yuan. */
function dataOf(branch: BranchDay) {
  return {
    day: branch.day,
    tasks: branch.tasks.map(({ managerId, customer, agreement, state, doneOn, workingDaysLate }) => ({
      managerId,
      customerId: customer.id,
      agreementId: agreement.id,
      by: agreement.assigned.by,
      on: agreement.on,
      state,
      doneOn: doneOn ?? null,
      overdueWorkingDays: workingDaysLate,
    })),
    movements: branch.movements.map((m) => ({
      managerId: m.managerId,
      customerId: m.customer.id,
      on: m.on,
      net: m.netFen / 100,
    })),
    uncontacted: branch.uncontacted.map((m) => ({
      managerId: m.managerId,
      customerId: m.customer.id,
      holdingId: m.holding.id,
      maturesOn: m.maturesOn,
    })),
    overdue: branch.overdue.map((o) => ({
      managerId: o.managerId,
      customerId: o.customer.id,
      tier: o.due.tier,
      overdueWorkingDays: o.due.overdueWorkingDays,
    })),
    broken: branch.broken.map((b) => ({
      managerId: b.managerId,
      customerId: b.customer.id,
      agreementId: b.promise.id,
      workingDaysLate: b.workingDaysLate,
    })),
    raised: branch.raised,
    plans: branch.plans.map(({ managerId, ...progress }) => ({ managerId, ...planJson(progress) })),
    coverage: { byTier: branch.byTier, byManager: branch.byManager },
    contacts: branch.contacts,
  }
}
