import type { Day } from '../../../domain/day.js'
import type { Locale } from '../../../domain/manager/manager.js'
import type { FunnelStep, Sums } from '../../../domain/opportunity/funnel.js'
import type { StepGuide } from '../../../domain/playbook/playbook.js'
import { type Reply, shows } from '../../../ports/reply.js'
import type { Pipeline } from '../../../usecases/sales/show-pipeline.js'
import { formatAmount } from '../../wording/days/format.js'
import { describeDay } from '../../wording/days/when.js'
import { type SalesSteps, salesStepsFor } from '../../wording/sales/sales-steps.js'
import { chartOf } from '../brief/chart.js'
import { block, buttons, card, leftRight, line, press } from '../parts/elements.js'
import { nameOf } from '../parts/names.js'

const STUCK_SHOWN = 8
/** Full blocks of the longest bar. */
const BAR = 12

export interface PipelineCardInput {
  readonly pipeline: Pipeline
  readonly steps: readonly StepGuide[]
  /** Only some were asked for. */
  readonly isNarrowed: boolean
  readonly locale: Locale
  readonly today: Day
}

/** The funnel: how many stand where, how many go on, and whom to give a push. */
export function pipelineReply({ pipeline, steps, isNarrowed, locale, today }: PipelineCardInput): Reply {
  const own = salesStepsFor(locale).pipeline
  const { funnel, count, stuck } = pipeline
  if (count === 0) return { text: isNarrowed ? own.noneSuch : own.none, data: pipeline }
  const title = `${own.title} · ${own.counts(count)}`
  const most = Math.max(1, ...funnel.phases.map((phase) => phase.count))
  const phases = funnel.phases.map((phase) => ({
    name: own.phases[phase.phase],
    count: phase.count,
    sums: sums(phase.amounts, locale),
    bar: '█'.repeat(Math.ceil((phase.count / most) * BAR)),
    facts: [own.pieces(phase.count), ...sums(phase.amounts, locale)].join(' · '),
  }))
  const rates = funnel.steps
    .filter(({ reached }) => reached > 0)
    .map((step) => stepLine(step, steps[step.step - 1]?.name ?? '', own))
  const closed =
    funnel.winRate === undefined
      ? []
      : [`${own.closed(funnel.won, funnel.lost)} · ${own.winRate(percent(funnel.winRate))}`]
  const waiting = stuck.slice(0, STUCK_SHOWN).map(({ customer, attention, next }) => ({
    id: customer.id,
    name: nameOf(customer),
    facts: [
      attention.kind === 'stuck'
        ? own.stuck(attention.days)
        : own.due(describeDay(attention.until, locale, today)),
      ...(next === undefined ? [] : [`→ ${own.next[next.what]}`]),
    ].join(' · '),
  }))
  const more = stuck.length > STUCK_SHOWN ? [own.more(stuck.length - STUCK_SHOWN)] : []
  const text = [
    title,
    ...phases.map(({ name, facts }) => `${name} ${facts}`),
    ...rates,
    ...closed,
    ...(waiting.length === 0 ? [] : [`${own.stuckTitle}:`]),
    ...waiting.map(({ name, facts }) => `${name} · ${facts}`),
    ...more,
  ].join('\n')
  const small = (words: string) => line(words, { size: 'Small', isSubtle: true, spacing: 'None' })
  return {
    text,
    summary: own.title,
    ...(waiting.length === 0 ? {} : { shows: shows('customers', stuck.slice(0, STUCK_SHOWN)) }),
    data: { funnel, stuck: stuck.map(({ customer, attention }) => ({ customerId: customer.id, attention })) },
    card: card(
      [
        line(title, { weight: 'Bolder', size: 'Medium' }),
        chartOf(
          phases.map(({ name, count: value, sums: said }) => ({ x: [name, ...said].join(' · '), y: value })),
          block(
            phases.map(({ name, bar, facts }) =>
              leftRight(
                [
                  line(name),
                  ...(bar === '' ? [] : [line(bar, { color: 'Accent', spacing: 'None', size: 'Small' })]),
                ],
                [line(facts, { horizontalAlignment: 'Right' })],
              ),
            ),
          ),
        ),
        block([...rates, ...closed].map(small), { separator: true, spacing: 'Medium' }),
        ...(waiting.length === 0 ? [] : [line(own.stuckTitle, { weight: 'Bolder', spacing: 'Medium' })]),
        ...waiting.map(({ id, name, facts }) =>
          leftRight(
            [line(name), small(facts)],
            [buttons([press(salesStepsFor(locale).button, 'sales.start', { customerId: id })])],
          ),
        ),
        ...more.map(small),
      ],
      text,
    ),
  }
}

function stepLine(
  { step, conversion, medianDays }: FunnelStep,
  name: string,
  own: SalesSteps['pipeline'],
): string {
  return [
    own.step(step, name),
    ...(conversion === undefined ? [] : [own.conversion(percent(conversion))]),
    ...(medianDays === undefined ? [] : [own.days(medianDays)]),
  ].join(' · ')
}

function sums(amounts: Sums, locale: Locale): readonly string[] {
  return amounts.map(({ amountFen, currency }) => formatAmount(amountFen, currency, locale))
}

function percent(share: number): number {
  return Math.round(share * 100)
}
