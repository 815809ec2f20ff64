import type { Bank } from '../ports/ports.js'
import { type ImportEntry, importLog } from './import-record.js'

/** All imports that were applied, the oldest first, with the day they were undone where they were. */
export function listImports(bank: Bank) {
  return (): Promise<readonly ImportEntry[]> => bank.transact(importLog)
}
