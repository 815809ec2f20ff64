import type { CellKind } from '../text/records.js'

/** A row of a sheet, cells as the text that Excel shows, without the empty ones at its end. */
export interface WorkbookRow {
  /** From 1. */
  readonly line: number
  readonly cells: readonly string[]
  /** By position, with gaps. */
  readonly kinds: readonly (CellKind | undefined)[]
  /** Left out of sight, by a filter or by hand. */
  readonly isHidden: boolean
}
