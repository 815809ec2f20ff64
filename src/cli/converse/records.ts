import type { Channel, Objection, Outcome } from '../../domain/customer/contact.js'
import type { Day, Moment } from '../../domain/day.js'

/** Of a contact, as it stands; sums in yuan. */
export interface ContactFields {
  readonly customer: string
  readonly channel?: Channel
  readonly reached: boolean
  readonly outcome?: Outcome
  /** The appointment or the next contact that was agreed in it. */
  readonly when?: Moment
  readonly amount?: number
  readonly objection?: Objection
  readonly promise?: { readonly due?: Day }
}

/** Of a step of a sale: what was told in it. */
export interface SaleFacts {
  /** Id of the product, or its name where the catalogue has none. */
  readonly product?: string
  readonly amount?: number
  readonly money?: KnownAnswer
  readonly authority?: KnownAnswer
  readonly need?: KnownAnswer
  readonly interest?: number
  readonly objection?: Objection
  readonly when?: Moment
}

export type KnownAnswer = 'yes' | 'no' | 'unknown'

/** What has come into the stored state: the acts and their fields, of one customer each where they have one. */
interface FieldsOf {
  'contact.log': ContactFields
  'customer.update': { readonly customer: string; readonly field: string; readonly value: string }
  'task.add': { readonly customer: string; readonly when?: Moment; readonly repeats?: string }
  'appointment.add': { readonly customer: string; readonly when?: Moment }
  'appointment.move': { readonly customer: string; readonly from?: Moment; readonly when?: Moment }
  'appointment.cancel': { readonly customer: string; readonly when?: Moment }
  'contact.snooze': { readonly customer: string; readonly until: Day }
  'contact.skip': { readonly customer: string }
  'do-not-contact.set': { readonly customer: string }
  'consent.withdraw': { readonly customer: string }
  'settings.change': { readonly setting: string; readonly value: unknown }
  'sale.start': { readonly customer: string }
  'sale.step': { readonly customer: string; readonly step: number; readonly facts: SaleFacts }
  'sale.won': { readonly customer: string; readonly product: string; readonly amount: number }
  'sale.lost': { readonly customer: string; readonly reason: LossReason }
  'sale.postponed': { readonly customer: string; readonly when: Moment }
}

export const LOSS_REASONS = [
  'competitor',
  'yield',
  'risk',
  'liquidity',
  'timing',
  'authority',
  'trust',
  'need',
  'other',
] as const satisfies readonly (Objection | 'other')[]
export type LossReason = (typeof LOSS_REASONS)[number]

export type Act = keyof FieldsOf

/** One thing that was written: new, taken away (`undo`), or another than it was (`amend`). */
export type WriteRecord = {
  readonly [A in Act]:
    | ({ readonly act: A } & FieldsOf[A])
    | ({ readonly act: 'undo'; readonly of: A } & FieldsOf[A])
    | ({ readonly act: 'amend'; readonly of: A; readonly was: FieldsOf[A] } & FieldsOf[A])
}[Act]

export function written<A extends Act>(act: A, fields: FieldsOf[A]): WriteRecord {
  return { act, ...fields } as WriteRecord // the compiler does not follow a union over a type parameter
}

export function undone<A extends Act>(of: A, fields: FieldsOf[A]): WriteRecord {
  return { act: 'undo', of, ...fields } as WriteRecord // as above
}

export function amended<A extends Act>(of: A, now: FieldsOf[A], was: FieldsOf[A]): WriteRecord {
  return { act: 'amend', of, ...now, was } as WriteRecord // as above
}
