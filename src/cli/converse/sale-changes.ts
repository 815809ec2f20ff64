import { isDeepStrictEqual } from 'node:util'
import type { ToldOfSale } from '../../domain/change.js'
import type { Customer } from '../../domain/customer/customer.js'
import { yuanOf } from '../../domain/money.js'
import {
  MAN_QUESTIONS,
  type ManAnswer,
  type NamedProduct,
  type Opportunity,
} from '../../domain/opportunity/opportunity.js'
import type { CustomerContext } from './customer-context.js'
import { type KnownAnswer, type SaleFacts, undone, type WriteRecord, written } from './records.js'

export interface SaleChanges {
  readonly records: readonly WriteRecord[]
  /** Contacts and agreements that came or went with a sale that was won. */
  readonly partOf: ReadonlySet<string>
}

export function saleChanges(before: Customer, after: Customer, context: CustomerContext): SaleChanges {
  const then = new Map((before.opportunities ?? []).map((one) => [one.id, one]))
  const now = after.opportunities ?? []
  const ids = new Set(now.map(({ id }) => id))
  const pairs = [
    ...now.map((is) => ({ was: then.get(is.id), is })),
    ...[...then.values()].filter(({ id }) => !ids.has(id)).map((was) => ({ was, is: undefined })),
  ].filter(({ was, is }) => was !== is)
  const partOf = pairs.flatMap(({ was, is }) =>
    was?.state === 'won' || is?.state === 'won' ? [...context.sales.writtenWith((is ?? was)!.id)] : [],
  )
  return {
    records: pairs.flatMap(({ was, is }) =>
      is === undefined
        ? takenAway(after.id, was!)
        : context.sales.takenBack.has(is.id) && was !== undefined
          ? wentBack(after.id, was, is, context)
          : wentOn(after.id, was, is, context),
    ),
    partOf: new Set(partOf),
  }
}

/** One that is not there any more was opened by mistake. */
function takenAway(customer: string, was: Opportunity): readonly WriteRecord[] {
  const facts = factsBetween(undefined, was)
  return [
    undone('sale.start', { customer }),
    ...(was.step === 1 && Object.keys(facts).length === 0
      ? []
      : [undone('sale.step', { customer, step: was.step, facts })]),
  ]
}

function wentBack(
  customer: string,
  was: Opportunity,
  is: Opportunity,
  context: CustomerContext,
): readonly WriteRecord[] {
  if (was.state !== is.state && was.outcome !== undefined)
    return [ended(undone, customer, was.outcome, context)]
  const facts = factsBetween(is, was)
  return was.step === is.step && Object.keys(facts).length === 0
    ? []
    : [undone('sale.step', { customer, step: was.step, facts })]
}

function wentOn(
  customer: string,
  was: Opportunity | undefined,
  is: Opportunity,
  context: CustomerContext,
): readonly WriteRecord[] {
  const start = was === undefined ? [written('sale.start', { customer })] : []
  if (is.outcome !== undefined && !isDeepStrictEqual(was?.outcome, is.outcome))
    return [...start, ended(written, customer, is.outcome, context)]
  const facts = { ...factsBetween(was, is), ...factsTold(context.sales.toldOf(is.id)) }
  const isMoved = (was?.step ?? 1) !== is.step
  const isTold = Object.keys(facts).length > 0 || (was !== undefined && hasMetOrNeed(was, is))
  return isMoved || isTold ? [...start, written('sale.step', { customer, step: is.step, facts })] : start
}

function ended(
  how: typeof written | typeof undone,
  customer: string,
  outcome: NonNullable<Opportunity['outcome']>,
  { lossReason }: CustomerContext,
): WriteRecord {
  switch (outcome.kind) {
    case 'won':
      return how('sale.won', {
        customer,
        product: nameOf(outcome.product),
        amount: yuanOf(outcome.amountFen),
      })
    case 'lost':
      return how('sale.lost', { customer, reason: lossReason(outcome.reason) })
    case 'postponed':
      return how('sale.postponed', { customer, when: { day: outcome.until } })
  }
}

/** What `is` knows and `was` did not, or knew otherwise. What the book told at the opening was not said. */
function factsBetween(was: Opportunity | undefined, is: Opportunity): SaleFacts {
  const shown = is.shown.findLast((one) => !was?.shown.some((other) => isDeepStrictEqual(one, other)))
  const objection = is.objections.findLast(
    (one) => !was?.objections.some((other) => isDeepStrictEqual(one, other)),
  )
  const isOtherProduct = is.product !== undefined && !isDeepStrictEqual(was?.product, is.product)
  const product = isOtherProduct ? is.product : shown
  const when =
    is.appointment !== undefined && !isDeepStrictEqual(was?.appointment, is.appointment)
      ? is.appointment
      : is.nextOn !== undefined && was?.nextOn !== is.nextOn
        ? { day: is.nextOn }
        : undefined
  const answers = MAN_QUESTIONS.flatMap((question) =>
    was === undefined || was.man[question] === is.man[question] ? [] : [[question, known(is.man[question])]],
  )
  return {
    ...(product === undefined ? {} : { product: nameOf(product) }),
    ...(is.amountFen === undefined || is.amountFen === was?.amountFen
      ? {}
      : { amount: yuanOf(is.amountFen) }),
    ...Object.fromEntries(answers),
    ...(shown?.interest === undefined ? {} : { interest: shown.interest }),
    ...(objection === undefined ? {} : { objection: objection.kind }),
    ...(when === undefined ? {} : { when }),
  }
}

/** What the message told, also what stood so before. */
function factsTold({
  productId,
  amountFen,
  man = {},
  interest,
  objections = [],
  when,
}: ToldOfSale): SaleFacts {
  const objection = objections.at(-1)
  const answers = MAN_QUESTIONS.flatMap((question) => {
    const answer = man[question]
    return answer === undefined ? [] : [[question, known(answer)]]
  })
  return {
    ...(productId === undefined ? {} : { product: productId }),
    ...(amountFen === undefined ? {} : { amount: yuanOf(amountFen) }),
    ...Object.fromEntries(answers),
    ...(interest === undefined ? {} : { interest }),
    ...(objection === undefined ? {} : { objection }),
    ...(when === undefined ? {} : { when }),
  }
}

/** To be asked is not to be known. */
function known(answer: ManAnswer): KnownAnswer {
  return answer === 'ask' ? 'unknown' : answer
}

function hasMetOrNeed(was: Opportunity, is: Opportunity): boolean {
  return was.need !== is.need || was.metOn !== is.metOn || was.reachedOn !== is.reachedOn
}

function nameOf({ productId, productName }: NamedProduct): string {
  return productId ?? productName
}
