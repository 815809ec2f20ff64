import { z } from 'zod'
import { PRODUCT_KINDS, RISK_LEVELS } from '../domain/ledger/holding.js'
import type { Product } from '../domain/ledger/product.js'
import { LOCALES, type Manager } from '../domain/manager.js'
import { schemaOf } from './same-type.js'
import { optionalDay, optionalFen, optionalText, optionalWordOf, text, wordOf } from './value-schemas.js'

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
