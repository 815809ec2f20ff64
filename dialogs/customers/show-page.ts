import type { AttributeQuery } from '../../src/domain/customer/attribute-query.js'
import type { Detail } from '../../src/domain/customer/facts/detail.js'
import type { Session } from '../session.js'

export type CustomerPage = 'profile' | 'history'

export type ShowPage = (
  page: CustomerPage,
  customerId: string,
  session: Session,
  about?: PageAbout,
) => Promise<void>

export interface PageAbout {
  /** The one thing that was asked: it is answered alone, and the rest is a button. */
  readonly detail?: Detail
  /** Whether this is true of the customer. */
  readonly is?: AttributeQuery
  /** Name of the colleague who handed the customer over. */
  readonly handedOverBy?: string
}
