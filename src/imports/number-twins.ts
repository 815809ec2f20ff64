import type { ImportKind, ReadRow } from './import-rows.js'
import type { ImportRun } from './import-run.js'

/** Digits of the longest id that a number may have been. */
const LONGEST_ID = 32

/** The ids that a number may have been before a spreadsheet took its leading zeros away, the shortest first. */
export function paddedForms(id: string): readonly string[] {
  if (!/^\d+$/.test(id)) return []
  return Array.from({ length: Math.max(0, LONGEST_ID - id.length) }, (_, at) =>
    id.padStart(id.length + at + 1, '0'),
  )
}

/** Whom or what the ids of a row name, of what is looked up by id alone. */
const NAMED: Readonly<Record<string, 'customer' | 'manager' | 'product' | 'branch'>> = {
  customerId: 'customer',
  otherId: 'customer',
  managerId: 'manager',
  productId: 'product',
  branchId: 'branch',
}
const NAMED_BY_KEY: Readonly<Partial<Record<ImportKind, 'customer' | 'manager' | 'product'>>> = {
  customers: 'customer',
  managers: 'manager',
  products: 'product',
}

/** Leaves out the rows with an id that a workbook kept as a number where the bank knows one with leading zeros. */
export function withoutTwins<K extends ImportKind>(
  run: ImportRun<K>,
  rows: readonly ReadRow<K>[],
): readonly ReadRow<K>[] {
  if (rows.every((row) => row.numberIds === undefined)) return rows
  const { draft } = run
  const managers = draft.managers()
  const known = {
    customer: (id: string) => draft.ownerOf(id) !== undefined,
    manager: idsOf(managers.map(({ id }) => id)),
    branch: idsOf(managers.map(({ branchId }) => branchId)),
    product: idsOf(draft.products().map(({ id }) => id)),
  }
  return rows.filter((row) => {
    for (const field of row.numberIds ?? []) {
      const named = field === 'id' ? NAMED_BY_KEY[run.table.kind] : NAMED[field]
      if (named === undefined) continue
      const id = String((row.row as unknown as Readonly<Record<string, unknown>>)[field]) // a field of the row
      const twin = paddedForms(id).find(known[named])
      if (twin === undefined) continue
      run.rejectTwin(row, field, twin)
      return false
    }
    return true
  })
}

function idsOf(ids: readonly string[]): (id: string) => boolean {
  const set = new Set(ids)
  return (id) => set.has(id)
}
