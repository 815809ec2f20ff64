import { contactsUpTo, type Objection } from '../customer/contact.js'
import type { Customer } from '../customer/customer.js'
import type { Day } from '../day.js'
import type { ProductKind } from '../ledger/holding.js'
import { type FilledLine, type LineRequest, rankLines } from './choose-line.js'
import { fill, type LineValues } from './line.js'
import { addressee } from './phone-words.js'
import type { Playbook } from './playbook.js'
import { type Situation, SOLD_KINDS } from './situations.js'

/** What to answer to an objection, and what to ask after it. */
export interface ObjectionAnswers {
  readonly objection: Objection
  /** It was raised before, by this customer or as the manager says. */
  readonly repeated: boolean
  /** At most two, the better first. Empty where the customer may not be addressed. */
  readonly answers: readonly FilledLine[]
  readonly question?: FilledLine
  /** The answer after which this customer last let the same objection go. */
  readonly worked?: FilledLine
}

export interface ObjectionAsked {
  readonly objection: Objection
  /** Absent: answers to anyone. */
  readonly customer?: Customer
  readonly productKind?: ProductKind
  /** The manager says that it is not the first time. */
  readonly repeated: boolean
  readonly values: LineValues
  readonly lastUsed: readonly string[]
  readonly today: Day
}

const ANSWERS = 2

/** The one thing worth knowing after each objection. */
const ASK_BACK = {
  competitor: 'expectation',
  yield: 'expectation',
  risk: 'risk',
  liquidity: 'horizon',
  timing: 'horizon',
  authority: 'authority',
  trust: 'contact',
  need: 'need',
} as const satisfies Record<Objection, Situation<'question'>>

export function objectionAnswers(playbook: Playbook, asked: ObjectionAsked): ObjectionAnswers {
  const { objection, customer, productKind, values, lastUsed, today } = asked
  const repeated = asked.repeated || (customer !== undefined && isRaisedBefore(customer, objection, today))
  const request = {
    customer: customer === undefined ? ANYONE : addressee(playbook, customer),
    ...(productKind === undefined ? {} : { productKind }),
    values,
    lastUsed,
    day: today,
  }
  // Where no product is named, what is said of any comes after what is said of none.
  const kinds = productKind === undefined ? [undefined, ...SOLD_KINDS] : [productKind]
  const ask = (round: NonNullable<LineRequest['round']>) =>
    bySaid(
      kinds.flatMap((kind) =>
        rankLines(playbook, {
          ...request,
          kind: 'objection',
          situation: objection,
          round,
          ...(kind === undefined ? {} : { productKind: kind }),
        }),
      ),
      lastUsed,
    )
  // A line for the second time speaks of the first; a line for the first time may still be said later.
  const ranked = repeated ? [...ask('repeated'), ...ask('first')] : ask('first')
  const [question] = rankLines(playbook, { ...request, kind: 'question', situation: ASK_BACK[objection] })
  const worked = customer && workedBefore(playbook, customer, objection, values)
  const others = ranked.filter(({ line }) => line.id !== worked?.line.id)
  return {
    objection,
    repeated,
    answers: distinct(others).slice(0, ANSWERS),
    ...(question === undefined || others.length === 0 ? {} : { question }),
    ...(worked === undefined ? {} : { worked }),
  }
}

const ANYONE: LineRequest['customer'] = { id: '', permission: 'any' }

function isRaisedBefore({ contacts, opportunities = [] }: Customer, kind: Objection, today: Day): boolean {
  return (
    contactsUpTo(contacts, today).some(({ objection }) => objection === kind) ||
    opportunities.some(({ objections }) => objections.some((raised) => raised.kind === kind))
  )
}

function workedBefore(
  { lines }: Playbook,
  { opportunities = [] }: Customer,
  kind: Objection,
  values: LineValues,
): FilledLine | undefined {
  const answered = opportunities
    .flatMap(({ objections }) => objections)
    .findLast((raised) => raised.kind === kind && raised.reaction !== 'open' && raised.answeredWith)
  const line = lines.find(({ id }) => id === answered?.answeredWith)
  return line && { line, text: fill(line.text, values) }
}

function bySaid(ranked: readonly FilledLine[], lastUsed: readonly string[]): readonly FilledLine[] {
  return ranked.toSorted((a, b) => lastUsed.lastIndexOf(a.line.id) - lastUsed.lastIndexOf(b.line.id))
}

function distinct(ranked: readonly FilledLine[]): readonly FilledLine[] {
  return ranked.filter(({ line }, at) => ranked.findIndex((other) => other.line.id === line.id) === at)
}
