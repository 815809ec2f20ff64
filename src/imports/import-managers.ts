import type { Product } from '../domain/ledger/product.js'
import type { Manager } from '../domain/manager/manager.js'
import { CNY } from '../domain/money.js'
import type { ManagerRow, ProductRow } from './import-rows.js'
import type { TakeBatch } from './import-run.js'
import { mergeRow } from './merge-row.js'
import { noteRaisedLevels } from './note-raised-levels.js'
import { takeInto } from './take-into.js'

/** How a manager is reached where the bank's file does not say. */
const NEW_MANAGER = {
  role: 'manager',
  briefTime: '08:30',
  locale: 'zh-CN',
} as const satisfies Partial<Manager>

/** A manager's settings are the manager's own: an empty cell leaves them. Who comes back has left no more. */
const CLEARED_OF_MANAGER: ReadonlySet<keyof Manager> = new Set(['leftOn'] as const)

const CLEARED_OF_PRODUCT: ReadonlySet<keyof Product> = new Set([
  'riskLevel',
  'issuerRiskLevel',
  'termDays',
  'minAmountFen',
  'benchmark',
  'saleFrom',
  'saleTo',
  'audience',
  'sellingPoints',
] as const)

/** Takes the roster: one row a manager, by manager id. */
export const takeManagers: TakeBatch<'managers'> = async (run, rows) => {
  const merge = (current: Manager | undefined, row: ManagerRow): Manager =>
    mergeRow(
      current ?? {
        ...NEW_MANAGER,
        timeZone: run.rules.timeZone,
        id: row.id,
        name: row.name,
        branchId: row.branchId,
      },
      row,
      CLEARED_OF_MANAGER,
    )
  const before = run.draft.managers()
  const after = takeInto(before, rows, merge, (made, current) =>
    made === undefined
      ? run.count('unchanged')
      : run.changed({ of: 'manager', id: made.id, before: current }, made),
  )
  if (after !== before) await run.draft.putManagers(after)
}

/** Takes the catalogue: one row a product, by product id. The bank owns all of it. */
export const takeProducts: TakeBatch<'products'> = async (run, rows) => {
  const merge = (current: Product | undefined, row: ProductRow): Product =>
    mergeRow(
      current ?? { id: row.id, name: row.name, kind: row.kind, currency: CNY },
      { ...row, currency: row.currency === null ? CNY : row.currency },
      CLEARED_OF_PRODUCT,
    )
  const before = run.draft.products()
  const after = takeInto(before, rows, merge, (made, current) =>
    made === undefined
      ? run.count('unchanged')
      : run.changed({ of: 'product', id: made.id, before: current }, made),
  )
  if (after === before) return
  await run.draft.putProducts(after)
  await noteRaisedLevels(run, before, after)
}
