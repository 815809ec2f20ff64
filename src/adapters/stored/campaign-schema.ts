import { z } from 'zod'
import {
  type BranchCampaigns,
  CAMPAIGN_STATES,
  type Campaign,
  type LeftMember,
  type Member,
  type Offer,
  OUT_REASONS,
} from '../../domain/campaign/campaign.js'
import { GOAL_KINDS, type Goal } from '../../domain/campaign/goals.js'
import type { Attribute, AttributeQuery } from '../../domain/customer/attribute-query.js'
import { CHANNELS, OUTCOMES } from '../../domain/customer/contact.js'
import { PRODUCT_KINDS, RISK_LEVELS } from '../../domain/ledger/holding.js'
import { TIERS } from '../../domain/policy.js'
import { SEGMENTS } from '../../domain/rfm/rfm.js'
import { schemaOf } from './same-type.js'
import { day, fen, optionalDay, optionalText, text, wordOf } from './value-schemas.js'

const number = z.number()
const range = z.strictObject({
  min: number.exactOptional(),
  max: number.exactOptional(),
  currency: optionalText,
})
const periods = z.array(z.strictObject({ from: day, to: day }))
const kinds = z.array(wordOf(PRODUCT_KINDS))

const attribute = schemaOf<Attribute>()(
  z.union([
    z.strictObject({
      of: wordOf(['occupation', 'trade', 'company', 'hobby', 'name', 'address', 'family']),
      words: z.array(text),
    }),
    z.strictObject({ of: z.literal('gender'), is: wordOf(['male', 'female']) }),
    z.strictObject({ of: z.literal('type'), is: wordOf(['person', 'micro']) }),
    z.strictObject({ of: z.literal('tier'), in: z.array(wordOf(TIERS)) }),
    z.strictObject({ of: z.literal('risk'), in: z.array(wordOf(['C1', 'C2', 'C3', 'C4', 'C5'])) }),
    z.strictObject({ of: z.literal('card'), in: z.array(wordOf(['none', 'gold', 'platinum'])) }),
    z.strictObject({ of: wordOf(['vip', 'idle', 'do-not-contact', 'marketing-consent', 'never-contacted']) }),
    z.strictObject({
      of: z.literal('assessment'),
      is: wordOf(['none', 'valid', 'expired', 'expiring']),
    }),
    z.strictObject({ of: z.literal('assets'), range }),
    z.strictObject({
      of: z.literal('held'),
      kinds,
      range: range.exactOptional(),
      named: z.array(text).exactOptional(),
    }),
    z.strictObject({ of: z.literal('product'), id: text, name: text }),
    z.strictObject({ of: z.literal('maturing'), in: periods }),
    z.strictObject({ of: z.literal('not-renewed'), in: periods }),
    z.strictObject({ of: z.literal('birthday'), in: periods }),
    z.strictObject({
      of: z.literal('moved'),
      in: periods,
      direction: wordOf(['in', 'out']).exactOptional(),
    }),
    z.strictObject({
      of: z.literal('contacted'),
      in: periods,
      channel: wordOf(CHANNELS).exactOptional(),
      reached: z.boolean().exactOptional(),
    }),
    z.strictObject({ of: z.literal('last-outcome'), in: z.array(wordOf(OUTCOMES)) }),
    z.strictObject({ of: wordOf(['contact-due', 'contact-overdue']) }),
    z.strictObject({ of: z.literal('may-buy'), level: wordOf(RISK_LEVELS) }),
    z.strictObject({ of: z.literal('familiarity'), is: wordOf(['unknown', 'known', 'familiar']) }),
    z.strictObject({ of: z.literal('segment'), in: z.array(wordOf(SEGMENTS)) }),
    z.strictObject({ of: z.literal('only-current') }),
    z.strictObject({ of: z.literal('birthday-month'), month: number }),
    z.strictObject({
      of: z.literal('unknown'),
      field: wordOf(['phone', 'email', 'address', 'birthday', 'occupation', 'company', 'assets']),
    }),
    z.strictObject({ of: z.literal('prefers'), channel: wordOf(CHANNELS) }),
    z.strictObject({ of: z.literal('age'), from: number.exactOptional(), to: number.exactOptional() }),
    z.strictObject({ of: z.literal('born'), from: number, to: number }),
    z.strictObject({ of: z.literal('not-contacted-since'), since: day }),
    z.strictObject({ of: z.literal('contacted-since'), since: day }),
  ]),
)

/** A stored query; also the form in which a file may state one. */
export const attributeQuerySchema: z.ZodType<AttributeQuery> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('is'), attribute, said: text }),
    z.strictObject({ kind: z.literal('not'), query: attributeQuerySchema }),
    z.strictObject({ kind: z.enum(['all', 'any']), queries: z.array(attributeQuerySchema) }),
  ]),
)

const goal = schemaOf<Goal>()(z.strictObject({ kind: wordOf(GOAL_KINDS), target: number }))
const offer = schemaOf<Offer>()(z.strictObject({ fromFen: fen, kinds, words: text }))
const member = schemaOf<Member>()(z.strictObject({ customerId: text, depositsFen: fen, since: day }))
const left = schemaOf<LeftMember>()(z.strictObject({ customerId: text, on: day, why: wordOf(OUT_REASONS) }))

const campaign: z.ZodType<Campaign> = z.strictObject({
  id: text,
  name: text,
  source: optionalText,
  from: day,
  to: day,
  query: attributeQuerySchema.exactOptional(),
  asked: optionalText,
  way: optionalText,
  offers: z.array(offer),
  goals: z.array(goal),
  state: wordOf(CAMPAIGN_STATES),
  draftedOn: day,
  startsOn: optionalDay,
  firstDay: optionalDay,
  closedOn: optionalDay,
  members: z.array(member),
  left: z.array(left),
})

export const branchCampaignsSchema: z.ZodType<BranchCampaigns> = z.strictObject({
  branchId: text,
  campaigns: z.array(campaign),
})
