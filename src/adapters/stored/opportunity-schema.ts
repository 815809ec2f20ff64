import { z } from 'zod'
import type { ToldOfSale } from '../../domain/change.js'
import { OBJECTIONS } from '../../domain/customer/contact.js'
import type { Moment } from '../../domain/day.js'
import { PRODUCT_KINDS } from '../../domain/ledger/holding.js'
import {
  INTERESTS,
  MAN_ANSWERS,
  type Man,
  MOVE_KINDS,
  type Move,
  type NamedProduct,
  OPPORTUNITY_STATES,
  type Opportunity,
  type Outcome,
  type RaisedObjection,
  REACTIONS,
  type ShownProduct,
  STEPS,
} from '../../domain/opportunity/opportunity.js'
import { schemaOf } from './same-type.js'
import { day, fen, optionalDay, optionalFen, optionalText, text } from './value-schemas.js'

const step = z.literal([...STEPS])
const answer = z.enum(MAN_ANSWERS)
const man = schemaOf<Man>()(z.strictObject({ money: answer, authority: answer, need: answer }))
export const moment = schemaOf<Moment>()(z.strictObject({ day, time: optionalText }))

/** What one message told of an opportunity. */
export const toldOfSale = schemaOf<ToldOfSale>()(
  z.strictObject({
    productId: optionalText,
    amountFen: optionalFen,
    man: z
      .strictObject({
        money: answer.exactOptional(),
        authority: answer.exactOptional(),
        need: answer.exactOptional(),
      })
      .exactOptional(),
    interest: z.literal([...INTERESTS]).exactOptional(),
    objections: z.array(z.enum(OBJECTIONS)).exactOptional(),
    when: moment.exactOptional(),
  }),
)

const productFields = {
  productId: optionalText,
  productName: text,
  kind: z.enum(PRODUCT_KINDS).exactOptional(),
}
const product = schemaOf<NamedProduct>()(z.strictObject(productFields))
const shown = schemaOf<ShownProduct>()(
  z.strictObject({ ...productFields, on: day, interest: z.literal([...INTERESTS]).exactOptional() }),
)

const objection = schemaOf<RaisedObjection>()(
  z.strictObject({
    kind: z.enum(OBJECTIONS),
    on: day,
    answeredWith: optionalText,
    reaction: z.enum(REACTIONS),
  }),
)

const move = schemaOf<Move>()(z.strictObject({ kind: z.enum(MOVE_KINDS), on: day, from: step, to: step }))

const outcome = schemaOf<Outcome>()(
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('won'),
      on: day,
      product,
      amountFen: fen,
      currency: text,
      startsOn: day,
    }),
    z.strictObject({ kind: z.literal('lost'), on: day, reason: text }),
    z.strictObject({ kind: z.literal('postponed'), on: day, until: day, reason: optionalText }),
  ]),
)

/** An opportunity as it is kept with its customer. */
export const opportunity = schemaOf<Opportunity>()(
  z.strictObject({
    id: text,
    customerId: text,
    flowVersion: z.number(),
    openedOn: day,
    need: optionalText,
    product: product.exactOptional(),
    step,
    state: z.enum(OPPORTUNITY_STATES),
    paused: z.literal(true).exactOptional(),
    man,
    amountFen: optionalFen,
    currency: optionalText,
    reachedOn: optionalDay,
    appointment: moment.exactOptional(),
    nextOn: optionalDay,
    metOn: optionalDay,
    shown: z.array(shown),
    objections: z.array(objection),
    outcome: outcome.exactOptional(),
    history: z.array(move),
    progressOn: day,
  }),
)
