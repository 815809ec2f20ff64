import { contactsUpTo } from '../customer/contact.js'
import type { Customer } from '../customer/customer.js'
import type { Day } from '../day.js'
import { metricValue } from './metric-value.js'
import type { PlanStep, StepTest, ValuePlan } from './plan.js'

/** A step of a plan, and the day on which it was done; absent: open. */
export interface TickedStep extends PlanStep {
  readonly done?: Day
}

/** The steps of a plan by day, with what ticked them up to `today`. */
export function tickedSteps(plan: ValuePlan, customer: Customer, today: Day): readonly TickedStep[] {
  const steps = plan.steps.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const since = plan.started?.on
  if (since === undefined) return steps
  const until = plan.closed === undefined || plan.closed.on > today ? today : plan.closed.on
  const done = new Map<string, Day>()
  for (const step of steps) {
    const on = step.toldOn ?? ownDay(step, plan, customer, until)
    if (on !== undefined && on <= until) done.set(step.id, on)
  }
  // One fact ticks one step: the earliest open one that it fits.
  for (const { on, fits } of factsOf(customer, since, until)) {
    const step = steps.find(({ id, test }) => !done.has(id) && fits(test))
    if (step !== undefined) done.set(step.id, on)
  }
  return steps.map((step) => {
    const on = done.get(step.id)
    return on === undefined ? step : { ...step, done: on }
  })
}

/** A value or a fact that a step waits for: held since it was first seen to hold, at the earliest from the first day on. */
function ownDay(step: PlanStep, plan: ValuePlan, customer: Customer, today: Day): Day | undefined {
  const first = plan.started?.on ?? today
  const noted = customer.firstSeen?.[stepKey(plan, step)]
  if (noted !== undefined && noted <= today) return noted < first ? first : noted
  if (!holds(step.test, plan, customer, today)) return undefined
  if (step.test.what !== 'fact') return today
  const { field } = step.test
  const recorded = customer.facts?.findLast((one) => one.field === field && one.withdrawn === undefined)?.on
  if (recorded === undefined || recorded > today) return today
  return recorded < first ? first : recorded
}

/** Under which a step's value or fact is noted as seen. */
export function stepKey(plan: Pick<ValuePlan, 'id'>, step: Pick<PlanStep, 'id'>): string {
  return `plan ${plan.id} ${step.id}`
}

/** The steps of running plans that a value or a fact has ticked as of `today`; once ticked they stay so. */
export function heldSteps(customer: Customer, today: Day): readonly string[] {
  return (customer.plans ?? []).flatMap((plan) =>
    plan.state !== 'running'
      ? []
      : plan.steps
          .filter(
            (step) =>
              customer.firstSeen?.[stepKey(plan, step)] !== undefined ||
              holds(step.test, plan, customer, today),
          )
          .map((step) => stepKey(plan, step)),
  )
}

function holds(test: StepTest, plan: ValuePlan, customer: Customer, today: Day): boolean {
  if (test.what === 'value') return (metricValue(customer, plan.metric, today) ?? -1) >= test.value
  if (test.what !== 'fact') return false
  const known =
    test.field === 'birthday'
      ? (customer.birthday ?? customer.birthdayMonthDay ?? customer.lunarBirthday)
      : customer[test.field]
  return known !== undefined && known !== ''
}

interface Fact {
  readonly on: Day
  readonly id: string
  readonly fits: (test: StepTest) => boolean
}

/** Contacts, appointments made and holdings begun, from the first day of the plan on, in the order of their days. */
function factsOf(customer: Customer, since: Day, today: Day): readonly Fact[] {
  const contacts = contactsUpTo(customer.contacts, today)
  const agreed = customer.agreements.filter(
    ({ kind, state }) => kind === 'appointment' && (state === 'open' || state === 'kept'),
  )
  const booked = new Set(agreed.map(({ contactId }) => contactId))
  const facts: Fact[] = [
    ...contacts
      .filter(({ reached }) => reached)
      .map(
        ({ on, id, channel, outcome }): Fact => ({
          on,
          id,
          fits: ({ what }) =>
            what === 'contact' ||
            (what === 'visit' && channel === 'visit') ||
            (what === 'appointment' && outcome === 'appointment' && !booked.has(id)),
        }),
      ),
    ...agreed.map(({ madeOn, id }): Fact => ({ on: madeOn, id, fits: ({ what }) => what === 'appointment' })),
    ...customer.holdings.flatMap(({ startsOn, id, kind }): Fact[] =>
      startsOn === undefined
        ? []
        : [{ on: startsOn, id, fits: (test) => test.what === 'holding' && test.kind === kind }],
    ),
  ]
  return facts
    .filter(({ on }) => since <= on && on <= today)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1))
}
