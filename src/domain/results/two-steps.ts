import type { Contact, Outcome } from '../customer/contact.js'
import type { Customer } from '../customer/customer.js'
import { isWithin, type Period } from '../day.js'
import { percentOf } from '../percent.js'

/** From a service contact to a sales chance in two steps: the need is found, the meeting asked for (Handbook §8.13). */
export interface TwoSteps {
  /** Effective contacts that belonged to no sale. */
  readonly service: number
  readonly needFound: number
  /** Those of them in which a meeting was asked for. */
  readonly asked: number
  /** Per cent of those with a need; null where none was found. */
  readonly rate: number | null
}

/** Outcomes that tell of a need. A closing needs no meeting any more. */
const NEEDS: readonly Outcome[] = ['appointment', 'interested', 'considering']

/** Contacts that the manager logged in the period. */
export function twoStepsOf(customers: readonly Customer[], managerId: string, period: Period): TwoSteps {
  const found = customers.flatMap((customer) =>
    customer.contacts.flatMap((contact) => {
      const { managerId: by, reached, withdrawn, on, outcome } = contact
      const isOwn = by === managerId && reached && !withdrawn && isWithin(period, on)
      if (!isOwn || outcome === 'closed' || isOfASale(customer, contact)) return []
      const hasNeed = isNeed(customer, contact)
      return [{ hasNeed, isAsked: hasNeed && asksToMeet(customer, contact) }]
    }),
  )
  return addTwoSteps([
    {
      service: found.length,
      needFound: found.filter(({ hasNeed }) => hasNeed).length,
      asked: found.filter(({ isAsked }) => isAsked).length,
    },
  ])
}

export function addTwoSteps(all: readonly Omit<TwoSteps, 'rate'>[]): TwoSteps {
  const sum = (of: (one: Omit<TwoSteps, 'rate'>) => number) => all.reduce((total, one) => total + of(one), 0)
  const needFound = sum((one) => one.needFound)
  const asked = sum((one) => one.asked)
  return { service: sum((one) => one.service), needFound, asked, rate: percentOf(asked, needFound) }
}

/** A sale was under way before the day of the contact, and was not over before it. */
function isOfASale({ opportunities = [] }: Customer, { on }: Contact): boolean {
  return opportunities.some(
    ({ openedOn, outcome }) => openedOn < on && (outcome === undefined || outcome.on >= on),
  )
}

function isNeed({ opportunities = [] }: Customer, { on, outcome }: Contact): boolean {
  return (
    (outcome !== undefined && NEEDS.includes(outcome)) ||
    opportunities.some(({ openedOn }) => openedOn === on)
  )
}

function asksToMeet({ agreements }: Customer, { id, outcome, askedToMeet }: Contact): boolean {
  return (
    outcome === 'appointment' ||
    askedToMeet === true ||
    agreements.some(
      ({ kind, contactId, state }) => kind === 'appointment' && contactId === id && state !== 'withdrawn',
    )
  )
}
