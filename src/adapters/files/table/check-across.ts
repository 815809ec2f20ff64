import type { ImportKind, RejectionCode } from '../../../imports/import-rows.js'

interface CrossProblem {
  /** The field whose cell is reported. */
  readonly field: string
  readonly code: RejectionCode
}

/** What the cells of one row say against each other. */
export function checkAcross(
  kind: ImportKind,
  row: Readonly<Record<string, unknown>>,
): readonly CrossProblem[] {
  if (kind === 'holdings')
    return inOrder(row['startsOn'], row['maturesOn'], 'maturesOn', 'maturity-before-start')
  if (kind === 'products') return inOrder(row['saleFrom'], row['saleTo'], 'saleTo', 'sale-ends-before-start')
  if (kind === 'gifts') return inOrder(row['from'], row['to'], 'to', 'gift-ends-before-start')
  return NONE
}

const NONE: readonly CrossProblem[] = []

function inOrder(from: unknown, to: unknown, field: string, code: RejectionCode): readonly CrossProblem[] {
  // days compare as their text
  return typeof from === 'string' && typeof to === 'string' && to < from ? [{ field, code }] : []
}
