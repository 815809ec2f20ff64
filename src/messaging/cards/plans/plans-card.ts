import type { Day } from '../../../domain/day.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { planJson, proposalJson } from '../../../domain/plan/plan-json.js'
import { type Reply, shows } from '../../../ports/reply.js'
import type { ManagerPlans, ManagerProposals } from '../../../usecases/plans/list-plans.js'
import { formatDay } from '../../wording/days/format.js'
import { planWordsFor } from '../../wording/plans/plan-words.js'
import { listReply } from '../lists/list-reply.js'
import { press } from '../parts/elements.js'
import { nameOf } from '../parts/names.js'
import { goalText, metricText, reasonText } from './plan-text.js'

/** What a list of plans is made with. @property names by manager id, of several books; absent: one's own */
export interface PlansCardInput {
  readonly locale: Locale
  readonly today: Day
  readonly names?: ReadonlyMap<string, string>
}

/** Plans with where they stand; `due` where those to be looked at were asked for. */
export function plansReply(
  all: readonly ManagerPlans[],
  isDue: boolean,
  { locale, today, names }: PlansCardInput,
): Reply {
  const own = planWordsFor(locale)
  const rows = all.flatMap(({ managerId, plans }) => plans.map((progress) => ({ ...progress, managerId })))
  const data = { plans: rows.map((row) => ({ managerId: row.managerId, ...planJson(row) })) }
  if (rows.length === 0) return { text: isDue ? own.nothingDue : own.none, summary: own.notification, data }
  const drafts = rows.filter(({ plan }) => plan.state === 'draft').length
  return listReply({
    title: isDue ? own.dueTitle : own.listTitle,
    counts: names !== undefined && drafts > 0 ? own.waiting(drafts) : '',
    rows: rows.map(({ plan, customer, start, value, exceptions, steps, managerId }) => ({
      ...(names === undefined ? {} : { group: names.get(managerId) ?? managerId }),
      title: nameOf(customer),
      right: metricText(plan.metric, value, locale),
      lines: [
        goalText(plan.metric, start ?? value, plan.target, locale),
        [
          plan.closed === undefined
            ? own.states[plan.state]
            : own.closedAs(own.results[plan.closed.result], plan.closed.reason),
          formatDay(plan.due, locale, today),
          `${steps.filter(({ done }) => done !== undefined).length}/${steps.length}`,
        ].join(' · '),
        ...(exceptions.length === 0
          ? []
          : [{ text: exceptions.map((one) => own.exceptions[one]).join(' · '), tone: 'urgent' as const }]),
      ],
      buttons: [press(own.buttons.see, 'plan.show', { customerId: customer.id })],
    })),
    more: own.more,
    summary: own.notification,
    data,
    shows: shows('customers', rows),
  })
}

/** Whom a plan is proposed for, and why. */
export function proposalsReply(all: readonly ManagerProposals[], { locale, names }: PlansCardInput): Reply {
  const own = planWordsFor(locale)
  const rows = all.flatMap(({ managerId, proposals }) => proposals.map((one) => ({ ...one, managerId })))
  const data = { proposals: rows.map((row) => ({ managerId: row.managerId, ...proposalJson(row) })) }
  if (rows.length === 0) return { text: own.nobodyProposed, summary: own.notification, data }
  const more = all.reduce((sum, one) => sum + one.more, 0)
  return listReply({
    title: own.proposedTitle,
    rows: rows.map(({ customer, metric, value, target, reasons, managerId }) => ({
      ...(names === undefined ? {} : { group: names.get(managerId) ?? managerId }),
      title: nameOf(customer),
      right: metricText(metric, value, locale),
      lines: [
        reasons.map((reason) => reasonText(reason, locale)).join(' · '),
        goalText(metric, value, target, locale),
      ],
      buttons: [press(own.buttons.draft, 'plan.draft', { customerId: customer.id })],
    })),
    more: own.more,
    ...(more === 0 ? {} : { notes: [own.more(more)] }),
    summary: own.notification,
    data,
    shows: shows('customers', rows),
  })
}
