import type { Customer } from '../customer/customer.js'
import type { Line } from './line.js'
import type { LineKind, Situation } from './situations.js'

/**
 * What a customer may be addressed with (Handbook §1, §9): anything; no marketing; nothing but a service notice, where
 * they asked not to be contacted.
 */
export type Permission = 'any' | 'care' | 'service'

export function permissionOf({
  doNotContact,
  marketingConsent,
}: Pick<Customer, 'doNotContact' | 'marketingConsent'>): Permission {
  if (doNotContact) return 'service'
  return marketingConsent ? 'any' : 'care'
}

type Marked = LineKind | { [K in LineKind]: `${K}/${Situation<K>}` }[LineKind]

/** Kinds and situations that speak of buying to someone who has not asked. */
const MARKETING: ReadonlySet<string> = new Set<Marked>([
  'pitch',
  'benefit',
  'referral',
  'pretext/investment',
  'first-call/vip-without-card',
  'invitation/event',
  'occasion/launch',
  'occasion/idle',
  'occasion/money-in',
  'occasion/event',
  'occasion/vip-without-card',
  'occasion/opportunity',
])

export function isPermitted(line: Line, permission: Permission): boolean {
  if (line.service || permission === 'any') return true
  if (permission === 'service') return false
  return !MARKETING.has(line.kind) && !MARKETING.has(`${line.kind}/${line.situation}`)
}
