import type { Detail } from '../../src/domain/customer/detail.js'
import type { Session } from '../session.js'

export type CustomerPage = 'profile' | 'history'

export type ShowPage = (
  page: CustomerPage,
  customerId: string,
  session: Session,
  about?: PageAbout,
) => Promise<void>

export interface PageAbout {
  /** The one thing that was asked, answered first. */
  readonly detail?: Detail
  /** Name of the colleague who handed the customer over. */
  readonly handedOverBy?: string
}
