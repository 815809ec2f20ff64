import type { Customer } from '../customer/customer.js'
import { addDays, type Day, daysBetween } from '../day.js'
import { idleMoney } from '../ledger/idle-money.js'
import type { Product } from '../ledger/product.js'
import { reachesMaturity } from '../ledger/running.js'
import { type Fen, fen } from '../money.js'
import type { Policy } from '../policy.js'

/** How well a suitable product fits (Handbook §7): never by its benchmark. */
export interface Fit {
  /** What comes free soonest, where it covers the minimum. */
  readonly maturing?: { readonly on: Day; readonly amountFen: Fen; readonly productName: string }
  /** Idle money that covers the minimum. */
  readonly idleFen?: Fen
  /** The product itself, or its kind, is or was held. */
  readonly heldBefore?: 'product' | 'kind'
  /** Days between its term and the term of what comes free; absent where either is not known. */
  readonly termGapDays?: number
  /** What is free now or soon, in the product's currency. */
  readonly freeFen: Fen
}

/** How well a product fits a customer whom it suits; `amountFen` is money the manager knows to be free. */
export function fitOf(
  product: Product,
  customer: Customer,
  policy: Policy,
  today: Day,
  amountFen?: Fen,
): Fit {
  const least = product.minAmountFen ?? fen(0)
  const upTo = addDays(today, policy.maturityContactWindowDays)
  const soon = customer.holdings
    .filter((h) => policy.maturingKinds.includes(h.kind) && h.currency === product.currency)
    .filter(reachesMaturity)
    .filter((h) => h.maturesOn !== undefined && today <= h.maturesOn && h.maturesOn <= upTo)
    .filter((h) => h.amountFen >= least)
    .sort((a, b) => ((a.maturesOn ?? '') < (b.maturesOn ?? '') ? -1 : 1))[0]
  const idle = product.currency === 'CNY' ? idleMoney(customer, policy, today)?.amountFen : undefined
  const free = fen(Math.max(soon?.amountFen ?? 0, idle ?? 0, amountFen ?? 0))
  const term =
    soon?.startsOn === undefined || soon.maturesOn === undefined
      ? undefined
      : daysBetween(soon.startsOn, soon.maturesOn)
  const held = heldBefore(product, customer, today)
  return {
    ...(soon?.maturesOn === undefined
      ? {}
      : { maturing: { on: soon.maturesOn, amountFen: soon.amountFen, productName: soon.productName } }),
    ...(idle === undefined || idle < least ? {} : { idleFen: idle }),
    ...(held === undefined ? {} : { heldBefore: held }),
    ...(term === undefined || product.termDays === undefined
      ? {}
      : { termGapDays: Math.abs(term - product.termDays) }),
    freeFen: free,
  }
}

function heldBefore(product: Product, { holdings }: Customer, today: Day): Fit['heldBefore'] {
  if (holdings.some((h) => h.productId === product.id)) return 'product'
  return holdings.some((h) => h.kind === product.kind && (h.startsOn === undefined || h.startsOn <= today))
    ? 'kind'
    : undefined
}

/** The better fit first: money that matures, then idle money, then what was held, the nearer term, the larger sum. */
export function betterFit(a: Fit, b: Fit): number {
  return (
    sourceRank(a) - sourceRank(b) ||
    heldRank(a) - heldRank(b) ||
    termRank(a) - termRank(b) ||
    b.freeFen - a.freeFen
  )
}

function sourceRank({ maturing, idleFen }: Fit): number {
  if (maturing !== undefined) return 0
  return idleFen !== undefined ? 1 : 2
}

function heldRank({ heldBefore: held }: Fit): number {
  if (held === 'product') return 0
  return held === 'kind' ? 1 : 2
}

/** In steps of a month: a day more or less decides nothing. */
function termRank({ termGapDays }: Fit): number {
  return termGapDays === undefined ? Number.MAX_SAFE_INTEGER : Math.floor(termGapDays / 30)
}
