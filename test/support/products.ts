import type { Product } from '../../src/domain/ledger/product.js'

/** Suits whoever is rated C2 and above. */
export const CALM: Product = {
  id: 'W115',
  name: '稳盈115天',
  kind: 'wealth',
  riskLevel: 'R2',
  termDays: 115,
  currency: 'CNY',
}

/** Suits whoever is rated C4 and above. */
export const BOLD: Product = { id: 'F900', name: '锐进成长', kind: 'fund', riskLevel: 'R4', currency: 'CNY' }
