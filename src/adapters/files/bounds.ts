import type { RejectionCode } from '../../imports/import-rows.js'

/**
 * What a workbook may cost, held while it is unpacked and not after: it is a packed file from outside, and a few
 * hundred kilobytes of it can unpack to gigabytes.
 */
export const BOUNDS = {
  /** Bytes of one part. */
  unpacked: 2 ** 30,
  /** Times the size it is packed to. */
  ratio: 200,
  /** Bytes of one cell, of one tag with its attributes, of one comment. */
  cell: 2 ** 20,
  /** Number of the last row of a sheet. */
  rows: 2_000_000,
  /** Columns that hold anything. */
  columns: 500,
  /** Bytes of all texts that the cells of a workbook share, and how many they are: they are held in memory. */
  sharedText: 128 * 2 ** 20,
  sharedTexts: 8_000_000,
  /** Files in the package. */
  parts: 10_000,
  /** Tags within tags. */
  depth: 64,
} as const

/** Why a file cannot be read any further. Whatever else is thrown while it is read means that it is damaged. */
export class FileFault extends Error {
  constructor(
    readonly code: RejectionCode,
    /** What would have been right, where the sentence needs it. */
    readonly expected?: string,
  ) {
    super(code)
  }
}
