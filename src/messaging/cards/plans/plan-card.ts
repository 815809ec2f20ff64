import type { ToldField } from '../../../domain/customer/facts/completeness.js'
import type { Day } from '../../../domain/day.js'
import { fingerprint } from '../../../domain/fingerprint.js'
import type { Locale } from '../../../domain/manager/manager.js'
import { planJson } from '../../../domain/plan/plan-json.js'
import type { PlanProgress } from '../../../domain/plan/progress.js'
import { type Reply, shows } from '../../../ports/reply.js'
import { customerWordsFor } from '../../wording/customers/customer-words.js'
import { formatDay } from '../../wording/days/format.js'
import { planWordsFor } from '../../wording/plans/plan-words.js'
import { heading, section } from '../lists/list-elements.js'
import { type Action, block, buttons, card, type Element, facts, line, press } from '../parts/elements.js'
import { shortName } from '../parts/names.js'
import { goalText, metricText, testText } from './plan-text.js'

export interface PlanCardInput {
  readonly progress: PlanProgress
  readonly locale: Locale
  readonly today: Day
  /** Who looks at it: the head alone may agree. */
  readonly isHead: boolean
  /** What was just done, above the rest, with the change that takes it back. */
  readonly done?: { readonly text: string; readonly changeId?: string }
  /** The one fact to ask, where the plan is over. */
  readonly toAsk?: ToldField
}

/** One value plan: where it stands, its steps, and what may be done with it. */
export function planReply(input: PlanCardInput): Reply {
  const { progress, locale, today, done, toAsk } = input
  const { plan, customer } = progress
  const own = planWordsFor(locale)
  const name = shortName(customer)
  const title = own.title(name)
  const goal = goalText(plan.metric, progress.start ?? progress.value, plan.target, locale)
  const state =
    plan.closed === undefined
      ? own.states[plan.state]
      : own.closedAs(own.results[plan.closed.result], plan.closed.reason)
  const marks = progress.exceptions.map((one) => own.exceptions[one])
  const rows: (readonly [string, string])[] = [
    [own.state, state],
    [own.now, metricText(plan.metric, progress.value, locale)],
    ...(progress.expected === null || plan.state !== 'running'
      ? []
      : [[own.expected, metricText(plan.metric, progress.expected, locale)] as const]),
    [own.due, formatDay(plan.due, locale, today)],
  ]
  const steps = progress.steps.map((step) => ({
    text: `${own.cares[step.care]} · ${testText(step.test, plan.metric, locale)}`,
    mark:
      step.done === undefined
        ? `${formatDay(step.on, locale, today)}${plan.state === 'running' && step.on < today ? ` · ${own.late}` : ''}`
        : own.done(formatDay(step.done, locale, today)),
    isDone: step.done !== undefined,
  }))
  const ask = toAsk === undefined ? undefined : own.ask(name, customerWordsFor(locale).card.ask[toAsk])
  const text = [
    ...(done === undefined ? [] : [done.text]),
    `${title}:${goal}`,
    ...rows.map((row) => row.join(' ')),
    ...(marks.length === 0 ? [] : [marks.join(' · ')]),
    ...steps.map(({ text: said, mark, isDone }, at) => `${isDone ? '✓' : `${at + 1}.`} ${said} · ${mark}`),
    ...(ask === undefined ? [] : [ask]),
  ].join('\n')
  const actions = actionsOf(input)
  const body: Element[] = [
    ...(done === undefined
      ? []
      : [
          line(done.text, { color: 'Accent' }),
          ...(done.changeId === undefined
            ? []
            : [buttons([press(own.buttons.undo, 'undo', { changeId: done.changeId, once: done.changeId })])]),
        ]),
    heading(title, formatDay(today, locale), goal),
    facts(rows),
    ...(marks.length === 0 ? [] : [line(marks.join(' · '), { color: 'Attention', weight: 'Bolder' })]),
    section(own.steps),
    ...steps.map(({ text: said, mark, isDone }, at) =>
      block(
        [
          line(`${isDone ? '✓' : `${at + 1}.`} ${said}`, isDone ? { color: 'Accent' } : {}),
          line(mark, { size: 'Small', isSubtle: true, spacing: 'None' }),
        ],
        { spacing: 'Small' },
      ),
    ),
    ...(ask === undefined || toAsk === undefined
      ? []
      : [
          line(ask, { spacing: 'Medium' }),
          buttons([
            press(customerWordsFor(locale).card.fillIn, 'know.ask', {
              customerId: customer.id,
              field: toAsk,
            }),
          ]),
        ]),
    ...(actions.length === 0 ? [] : [buttons(actions)]),
  ]
  return {
    text,
    summary: own.notification,
    data: planJson(progress),
    shows: shows('customers', [customer]),
    card: card(body, text),
  }
}

/** What may be done with the plan as it stands; an older card's press is not done twice. */
function actionsOf({ progress, locale, isHead }: PlanCardInput): readonly Action[] {
  const { plan, customer, steps } = progress
  const own = planWordsFor(locale).buttons
  const once = fingerprint(plan)
  const move = (title: string, kind: string, data: Readonly<Record<string, string | number>> = {}) =>
    press(title, 'plan.move', {
      customerId: customer.id,
      planId: plan.id,
      kind,
      ...data,
      once: `${plan.id} ${once} ${kind} ${Object.values(data).join(' ')}`,
    })
  switch (plan.state) {
    case 'draft':
      return [...(isHead ? [move(own.agree, 'agree')] : []), move(own.stop, 'close')]
    case 'agreed':
      return [move(own.start, 'start'), move(own.stop, 'close')]
    case 'running': {
      const open = steps.find(({ done }) => done === undefined)
      return [
        move(own.onTrack, 'on-track'),
        move(own.adjust, 'adjust'),
        move(own.stop, 'stop'),
        ...(open === undefined
          ? []
          : [move(own.told(testText(open.test, plan.metric, locale)), 'told', { stepId: open.id })]),
      ]
    }
    case 'closed':
      return []
  }
}
