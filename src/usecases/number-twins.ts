/** Digits of the longest id that a number may have been. */
const LONGEST_ID = 32

/** The ids that a number may have been before a spreadsheet took its leading zeros away, the shortest first. */
export function paddedForms(id: string): readonly string[] {
  if (!/^\d+$/.test(id)) return []
  return Array.from({ length: Math.max(0, LONGEST_ID - id.length) }, (_, at) => id.padStart(id.length + at + 1, '0'))
}
