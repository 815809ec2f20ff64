import { z } from 'zod'
import { PRODUCT_KINDS, RISK_LEVELS } from '../../domain/ledger/holding.js'
import type { Product } from '../../domain/ledger/product.js'
import type { KnownSince } from '../../domain/ledger/transaction-feed.js'
import { LOCALES, type Manager } from '../../domain/manager/manager.js'
import type { HandedIn } from '../../domain/occasions/handed-in.js'
import { TIERS } from '../../domain/policy.js'
import { schemaOf } from './same-type.js'
import { day, optionalDay, optionalFen, optionalText, optionalWordOf, text, wordOf } from './value-schemas.js'

export const managersSchema = z.array(
  schemaOf<Manager>()(
    z.strictObject({
      id: text,
      name: text,
      branchId: text,
      role: wordOf(['manager', 'head']),
      aadObjectId: optionalText,
      briefTime: text,
      timeZone: text,
      locale: wordOf(LOCALES),
      leftOn: optionalDay,
    }),
  ),
)

export const productsSchema = z.array(
  schemaOf<Product>()(
    z.strictObject({
      id: text,
      name: text,
      kind: wordOf(PRODUCT_KINDS),
      riskLevel: optionalWordOf(RISK_LEVELS),
      issuerRiskLevel: optionalWordOf(RISK_LEVELS),
      termDays: z.number().exactOptional(),
      minAmountFen: optionalFen,
      currency: text,
      benchmark: optionalText,
      saleFrom: optionalDay,
      saleTo: optionalDay,
      audience: optionalText,
      sellingPoints: optionalText,
    }),
  ),
)

export const feedSchema = z.array(schemaOf<KnownSince>()(z.strictObject({ on: day, until: day })))

const audience = { branchId: optionalText, tiers: z.array(wordOf(TIERS)).exactOptional() }

export const handedInSchema = schemaOf<HandedIn>()(
  z.strictObject({
    gifts: z.array(z.strictObject({ id: text, name: text, from: day, to: day, ...audience })),
    events: z.array(z.strictObject({ id: text, name: text, on: day, place: optionalText, ...audience })),
    news: z.array(
      z.strictObject({
        id: text,
        title: text,
        on: day,
        productIds: z.array(text),
        productKinds: z.array(wordOf(PRODUCT_KINDS)),
        topics: z.array(text),
        ...audience,
      }),
    ),
    prices: z.array(
      z.strictObject({ productId: text, on: day, value: z.number(), dividend: z.number().exactOptional() }),
    ),
  }),
)
