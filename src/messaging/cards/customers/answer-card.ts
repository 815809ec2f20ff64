import { cadence } from '../../../domain/cadence/cadence.js'
import {
  type Attribute,
  type AttributeQuery,
  attributesOf,
  holdsKind,
} from '../../../domain/customer/attribute-query.js'
import type { Customer } from '../../../domain/customer/customer.js'
import type { Detail } from '../../../domain/customer/facts/detail.js'
import type { Day } from '../../../domain/day.js'
import type { Holding } from '../../../domain/ledger/holding.js'
import { isRunning } from '../../../domain/ledger/running.js'
import type { Locale } from '../../../domain/manager/manager.js'
import type { Policy } from '../../../domain/policy.js'
import type { WorkingCalendar } from '../../../domain/working-days.js'
import { type Reply, shows } from '../../../ports/reply.js'
import { customerWordsFor } from '../../wording/customers/customer-words.js'
import { wordingFor } from '../../wording/wording.js'
import { buttons, card, line, press } from '../parts/elements.js'
import { shortName } from '../parts/names.js'
import { detailText, holdingText, type ProfileInput } from './customer-profile.js'

export interface AnswerInput {
  readonly customer: Customer
  readonly policy: Policy
  readonly calendar: WorkingCalendar
  readonly locale: Locale
  readonly today: Day
  /** The one thing that was asked. */
  readonly detail?: Detail
  /** What was asked to be true, and whether it is. */
  readonly is?: AttributeQuery
  readonly isTrue?: boolean
}

/** The answer to a question about one thing in one line, the profile behind a button; undefined where it says nothing. */
export function answerReply(input: AnswerInput): Reply | undefined {
  const said = input.is === undefined ? undefined : truthLine(input, input.is)
  const text = said ?? (input.detail === undefined ? undefined : detailLine(input, input.detail))
  if (text === undefined) return undefined
  const { customer, locale, detail } = input
  const words = wordingFor(locale)
  return {
    text,
    summary: words.intents['customer.show'],
    shows: shows('customers', [customer]),
    data: {
      customerId: customer.id,
      ...(input.isTrue === undefined || said === undefined ? {} : { is: input.isTrue }),
      ...(detail === undefined ? {} : { detail, value: detailText(detail, profileOf(input)) ?? null }),
    },
    card: card(
      [
        line(text, { size: 'Large', weight: 'Bolder', color: 'Accent' }),
        buttons([
          press(words.brief.see, 'customer.show', { customerId: customer.id }),
          press(words.brief.log, 'contact.log', { customerId: customer.id }),
        ]),
      ],
      text,
    ),
  }
}

function profileOf({ customer, policy, calendar, locale, today }: AnswerInput): ProfileInput {
  return { customer, cadence: cadence(customer, policy, calendar, today), policy, locale, today }
}

function detailLine(input: AnswerInput, detail: Detail): string {
  const { customer, locale } = input
  const own = customerWordsFor(locale).card
  const value = detailText(detail, profileOf(input))
  if (value === undefined) return own.detailUnknown(shortName(customer), own.detail[detail])
  return `${shortName(customer)} · ${own.detail[detail]}: ${value}`
}

/** Which part of the profile shows whether it is true. */
const SHOWN_BY: Partial<Record<Attribute['of'], Detail>> = {
  risk: 'risk',
  assessment: 'risk',
  'may-buy': 'risk',
  tier: 'tier',
  card: 'card',
  vip: 'aum',
  assets: 'aum',
  idle: 'holdings',
  'only-current': 'holdings',
  held: 'holdings',
  product: 'holdings',
  'do-not-contact': 'permission',
  'marketing-consent': 'consent',
  age: 'birthday',
  born: 'birthday',
  'birthday-month': 'birthday',
  birthday: 'birthday',
  occupation: 'occupation',
  trade: 'occupation',
  company: 'company',
  hobby: 'hobbies',
  family: 'family',
  address: 'address',
}

/** `不是。蒲阿姨 · 风险等级: C2`; undefined where no part of the profile shows it. */
function truthLine(input: AnswerInput, query: AttributeQuery): string | undefined {
  const { customer, locale, isTrue } = input
  const own = customerWordsFor(locale).card
  const [attribute] = attributesOf(query)
  const detail = attribute === undefined ? undefined : SHOWN_BY[attribute.of]
  if (attribute === undefined || detail === undefined) return undefined
  const held = attribute.of === 'held' || attribute.of === 'product' ? heldOf(input, attribute) : undefined
  if (held !== undefined) {
    const answer = held.length > 0 ? own.hasIt : own.hasNot
    return [`${answer}${shortName(customer)}`, ...held.map((h) => holdingText(h, locale, input.today))].join(
      ' · ',
    )
  }
  const value = detailText(detail, profileOf(input))
  if (value === undefined) return own.detailUnknown(shortName(customer), own.detail[detail])
  return `${isTrue === true ? own.itIs : own.itIsNot}${detailLine(input, detail)}`
}

function heldOf(
  { customer, today }: AnswerInput,
  attribute: Extract<Attribute, { of: 'held' | 'product' }>,
): readonly Holding[] {
  return customer.holdings.filter(
    (h) =>
      isRunning(h, today) &&
      (attribute.of === 'product'
        ? h.productId === attribute.id || h.productName === attribute.name
        : holdsKind(attribute, h)),
  )
}
