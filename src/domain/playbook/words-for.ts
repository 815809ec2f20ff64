import type { Customer } from '../customer/customer.js'
import type { Day, Moment } from '../day.js'
import type { Product } from '../ledger/product.js'
import type { Reason } from '../occasions/reason.js'
import { chooseLine, type LineChoice, type LineRequest } from './choose-line.js'
import type { LineValues } from './line.js'
import type { LineFacts } from './line-facts.js'
import { occupationOf } from './occupation.js'
import { permissionOf } from './permission.js'
import type { Playbook } from './playbook.js'
import { wordsWanted } from './words-wanted.js'

/** For whom and when words are wanted, besides the reason. */
export interface WordsAbout {
  readonly customer: Customer
  readonly manager: LineFacts['manager']
  readonly products: readonly Product[]
  readonly slots: readonly [Moment, Moment]
  readonly today: Day
  readonly channel?: NonNullable<LineRequest['channel']>
  readonly lastUsed?: readonly string[]
  readonly worth?: NonNullable<LineRequest['worth']>
}

/** The words for one reason on the brief, filled with this customer's facts; `word` puts facts into the playbook's language. */
export function wordsFor(
  playbook: Playbook,
  reason: Reason,
  about: WordsAbout,
  word: (facts: LineFacts) => LineValues,
): LineChoice {
  const { customer, manager, products, slots, today, channel, lastUsed, worth } = about
  const { kind, situation, productKind, facts } = wordsWanted(reason, customer, products, today)
  const occupation = occupationOf(playbook.occupations, customer.occupation)
  return chooseLine(playbook, {
    kind,
    situation,
    customer: {
      id: customer.id,
      permission: permissionOf(customer),
      ...(occupation === undefined ? {} : { occupation }),
      ...(customer.familiarity === undefined ? {} : { familiarity: customer.familiarity }),
    },
    ...(productKind === undefined ? {} : { productKind }),
    ...(channel === undefined ? {} : { channel }),
    ...(lastUsed === undefined ? {} : { lastUsed }),
    ...(worth === undefined ? {} : { worth }),
    values: word({ ...facts, customer, manager, slots }),
    day: today,
  })
}
