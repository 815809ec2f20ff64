import type { LossReason } from './records.js'
import type { TouchedSales } from './touched-sales.js'

export interface CustomerContext {
  readonly sales: TouchedSales
  readonly lossReason: (words: string) => LossReason
}
