import type { Day } from '../domain/day.js'
import type { Bank, BankDraft } from '../ports/ports.js'
import { erasedCustomers } from './erased-customers.js'
import { takeCustomers } from './import-customers.js'
import { takeEvents, takeGifts, takeNews, takePrices } from './import-handed-in.js'
import { takeLinks } from './import-links.js'
import { takeManagers, takeProducts } from './import-managers.js'
import { holdingsTaker, takeAgreements, takeContacts, takeFacts, takeFavours } from './import-parts.js'
import { addEntry, importLog, nextNumber, putUndoSteps } from './import-record.js'
import type { ImportKind, ImportTable, Rejection, Remark, SheetSeen } from './import-rows.js'
import { type ImportRules, ImportRun, inBatchesOf, type RowOutcome, type Taker } from './import-run.js'
import { transactionsTaker } from './import-transactions.js'
import { notingFirstSeen } from './note-first-seen.js'
import { withoutTwins } from './number-twins.js'
import { OPERATOR } from './operator.js'

export interface ImportOptions {
  /** The day of the import: nothing that has happened is later, and transactions are kept a year back from it. */
  readonly today: Day
  /** Reports the same and writes nothing. */
  readonly dryRun?: boolean
  /** Takes the good rows of a file that has rejected ones. */
  readonly partial?: boolean
  /** Of holdings: the file has all there are, and what it does not have has ended. */
  readonly complete?: boolean
  /** ISO 8601 instant at which it is journalled; absent: it is not. */
  readonly at?: string
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
  /** Holdings that ended, by an amount of 0 or by not being in a full file. */
  readonly ended: number
  /** Rows that were taken though they are out of sight in the workbook. */
  readonly hiddenRows: number
  /** Of a workbook: the sheet that was read. */
  readonly sheet?: string
  /** Of a workbook: the other sheets that hold rows. */
  readonly otherSheets?: readonly SheetSeen[]
  readonly applied: boolean
}

/** Rows of each kind that are held in memory together: about 50 MB of any. */
const TAKERS: { readonly [K in ImportKind]: (run: ImportRun<K>) => Taker<K> } = {
  managers: inBatchesOf(10_000, takeManagers),
  customers: inBatchesOf(30_000, takeCustomers),
  holdings: holdingsTaker,
  products: inBatchesOf(10_000, takeProducts),
  transactions: transactionsTaker,
  contacts: inBatchesOf(100_000, takeContacts),
  links: inBatchesOf(10_000, takeLinks),
  facts: inBatchesOf(100_000, takeFacts),
  agreements: inBatchesOf(100_000, takeAgreements),
  favours: inBatchesOf(100_000, takeFavours),
  gifts: inBatchesOf(10_000, takeGifts),
  events: inBatchesOf(10_000, takeEvents),
  news: inBatchesOf(10_000, takeNews),
  prices: inBatchesOf(100_000, takePrices),
}

/**
 * Takes one file of a bank into the books: all of it or nothing, unless rows that are broken may be left out. The
 * books, the record of imports, what an undo needs and the line of the journal become visible together.
 */
export function importFile(bank: Bank, rules: ImportRules) {
  return async <K extends ImportKind>(
    table: ImportTable<K>,
    options: ImportOptions,
  ): Promise<ImportReport> => {
    const overtaken = new Map<number, Rejection>()
    for (;;) {
      try {
        return await bank.transact(async (draft) => {
          const noting = notingFirstSeen(draft, rules.policy, options.today)
          const { report, mayApply } = await takeTable(noting, rules, table, options, overtaken)
          if (!mayApply) throw new NotApplied(report)
          return report
        })
      } catch (error) {
        if (error instanceof NotApplied) return error.report
        if (!(error instanceof Overtaken)) throw error
        for (const rejection of error.rows) overtaken.set(rejection.line, rejection)
      }
    }
  }
}

/** Leaves a transaction with nothing changed. */
class NotApplied extends Error {
  constructor(readonly report: ImportReport) {
    super('nothing was applied')
  }
}

/** Leaves a transaction in which rows were taken that something below them makes wrong: it is done again without them. */
class Overtaken extends Error {
  constructor(readonly rows: readonly Rejection[]) {
    super('rows were overtaken')
  }
}

/** A file in which more is wrong is not what it is taken for; each wrong row is remembered until the file is done. */
const MOST_REJECTED = 100_000

function tooManyRejected(): Rejection {
  return { line: 1, column: '', value: '', code: 'too-many-rejected', expected: String(MOST_REJECTED) }
}

async function takeTable<K extends ImportKind>(
  draft: BankDraft,
  rules: ImportRules,
  table: ImportTable<K>,
  { today, dryRun = false, partial = false, complete = false, at }: ImportOptions,
  known: ReadonlyMap<number, Rejection>,
): Promise<{ readonly report: ImportReport; readonly mayApply: boolean }> {
  const log = await importLog(draft)
  const number = nextNumber(log)
  const hasEarlier = log.some((entry) => entry.kind === table.kind)
  const erased = new Set((await erasedCustomers(draft)).map(({ id }) => id))
  const run = new ImportRun<K>(draft, table, number, today, rules, hasEarlier, complete, erased)
  const taker = TAKERS[table.kind](run)
  const overtaken: Rejection[] = []
  let isReadable = true
  let hiddenRows = 0
  for await (const batch of table.batches(known)) {
    run.rejected.push(...batch.rejected)
    run.remarks.push(...(batch.remarks ?? []))
    overtaken.push(...(batch.overtaken ?? []))
    hiddenRows += batch.hiddenRows ?? 0
    if (batch.isUnreadable) isReadable = false
    await taker.take(withoutTwins(run, batch.rows))
    if (run.rejected.length > MOST_REJECTED) {
      isReadable = false
      run.rejected.splice(0, run.rejected.length, tooManyRejected(), ...run.rejected.slice(0, MOST_REJECTED))
      break
    }
    await run.breathe()
  }
  if (isReadable && overtaken.length > 0) throw new Overtaken(overtaken)
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
    ended: run.endedCount,
    hiddenRows,
    ...(table.sheet !== undefined && { sheet: table.sheet }),
    ...(table.otherSheets !== undefined && { otherSheets: table.otherSheets }),
    applied: mayApply,
  }
  if (mayApply) {
    await putUndoSteps(draft, number, run.steps)
    const { kind, file } = table
    await addEntry(draft, { number, kind, file, on: today, ...run.counts, rejected: rejected.length })
    if (at !== undefined)
      draft.record({ at, managerId: OPERATOR, act: `import.${kind}`, detail: `import ${number}` })
  }
  return { report, mayApply }
}
