import type { Day } from '../domain/day.js'
import { takeCustomers } from './import-customers.js'
import { takeEvents, takeGifts, takeNews, takePrices } from './import-handed-in.js'
import { takeManagers, takeProducts } from './import-managers.js'
import { takeContacts, takeHoldings } from './import-parts.js'
import { addEntry, importLog, nextNumber, putUndoSteps } from './import-record.js'
import type { ImportKind, ImportTable, Rejection, Remark } from './import-rows.js'
import { type ImportRules, ImportRun, inBatchesOf, type RowOutcome, type Taker } from './import-run.js'
import { takeTransactions } from './import-transactions.js'
import { notingFirstSeen } from './note-first-seen.js'
import type { Bank, BankDraft } from './ports.js'

export interface ImportOptions {
  /** The day of the import: nothing that has happened is later, and transactions are kept a year back from it. */
  readonly today: Day
  /** Reports the same and writes nothing. */
  readonly dryRun?: boolean
  /** Takes the good rows of a file that has rejected ones. */
  readonly partial?: boolean
}

export interface ImportReport extends Readonly<Record<RowOutcome, number>> {
  /** Absent where nothing was applied. */
  readonly number?: number
  readonly kind: ImportKind
  readonly file: string
  readonly encoding: string
  /** In the order of the file. */
  readonly rejected: readonly Rejection[]
  /** What was taken and is worth telling, in the order of the file. */
  readonly remarks: readonly Remark[]
  readonly unknownColumns: readonly string[]
  readonly applied: boolean
}

/** Rows of each kind that are held in memory together: about 50 MB of any. */
const TAKERS: { readonly [K in ImportKind]: (run: ImportRun<K>) => Taker<K> } = {
  managers: inBatchesOf(10_000, takeManagers),
  customers: inBatchesOf(30_000, takeCustomers),
  holdings: inBatchesOf(100_000, takeHoldings),
  products: inBatchesOf(10_000, takeProducts),
  transactions: inBatchesOf(300_000, takeTransactions),
  contacts: inBatchesOf(100_000, takeContacts),
  gifts: inBatchesOf(10_000, takeGifts),
  events: inBatchesOf(10_000, takeEvents),
  news: inBatchesOf(10_000, takeNews),
  prices: inBatchesOf(100_000, takePrices),
}

/**
 * Takes one file of a bank into the books: all of it or nothing, unless rows that are broken may be left out. The
 * books, the record of imports and what an undo needs become visible together.
 */
export function importFile(bank: Bank, rules: ImportRules) {
  return async <K extends ImportKind>(
    table: ImportTable<K>,
    options: ImportOptions,
  ): Promise<ImportReport> => {
    try {
      return await bank.transact(async (draft) => {
        const noting = notingFirstSeen(draft, rules.policy, options.today)
        const { report, mayApply } = await takeTable(noting, rules, table, options)
        if (!mayApply) throw new NotApplied(report)
        return report
      })
    } catch (error) {
      if (error instanceof NotApplied) return error.report
      throw error
    }
  }
}

/** Leaves a transaction with nothing changed. */
class NotApplied extends Error {
  constructor(readonly report: ImportReport) {
    super('nothing was applied')
  }
}

async function takeTable<K extends ImportKind>(
  draft: BankDraft,
  rules: ImportRules,
  table: ImportTable<K>,
  { today, dryRun = false, partial = false }: ImportOptions,
): Promise<{ readonly report: ImportReport; readonly mayApply: boolean }> {
  const log = await importLog(draft)
  const number = nextNumber(log)
  const hasEarlier = log.some((entry) => entry.kind === table.kind)
  const run = new ImportRun<K>(draft, table, number, today, rules, hasEarlier)
  const taker = TAKERS[table.kind](run)
  let isReadable = true
  for await (const batch of table.batches()) {
    run.rejected.push(...batch.rejected)
    if (batch.isUnreadable) isReadable = false
    await taker.take(batch.rows)
  }
  await taker.finish()
  const rejected = run.rejected.sort((a, b) => a.line - b.line)
  const mayApply = !dryRun && isReadable && (partial || rejected.length === 0)
  const report: ImportReport = {
    ...(mayApply && { number }),
    kind: table.kind,
    file: table.file,
    encoding: table.encoding,
    ...run.counts,
    rejected,
    remarks: run.remarks.sort((a, b) => a.line - b.line),
    unknownColumns: table.unknownColumns,
    applied: mayApply,
  }
  if (mayApply) {
    await putUndoSteps(draft, number, run.steps)
    const { kind, file } = table
    await addEntry(draft, { number, kind, file, on: today, ...run.counts, rejected: rejected.length })
  }
  return { report, mayApply }
}
