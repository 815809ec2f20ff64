import { withCustomers } from '../domain/book.js'
import type { Customer } from '../domain/customer/customer.js'
import type { Holding } from '../domain/ledger/holding.js'
import { daysOfDecision, recordAmount } from '../domain/ledger/past-maturity.js'
import type { ImportRun } from './import-run.js'

/**
 * Ends what a full file of holdings does not hold, from the day of the import on. What a manager wrote down of a sale
 * and the bank's files have not brought yet stays.
 */
export async function endOthers(run: ImportRun<'holdings'>, held: ReadonlySet<string>): Promise<void> {
  for (const { id: managerId } of run.draft.managers()) {
    const book = await run.draft.book(managerId)
    const written = new Set(
      book.changes.flatMap(({ edits }) =>
        edits.flatMap((edit) => (edit.kind === 'holding-added' ? [edit.holdingId] : [])),
      ),
    )
    const changed = book.customers.flatMap((customer) => {
      const ending = customer.holdings.filter(
        ({ id, endedOn }) => endedOn === undefined && !held.has(id) && !written.has(id),
      )
      return ending.length === 0 ? [] : [endAll(run, customer, new Set(ending))]
    })
    if (changed.length > 0) await run.draft.putBook(withCustomers(book, changed))
  }
}

function endAll(run: ImportRun<'holdings'>, customer: Customer, ending: ReadonlySet<Holding>): Customer {
  const holdings = customer.holdings.map((holding) => {
    if (!ending.has(holding)) return holding
    const asked = daysOfDecision(customer, run.rules.policy)
    const ended = recordAmount(holding, { ...holding, endedOn: run.today }, asked, run.today)
    run.ended({ of: 'holding', id: holding.id, customerId: customer.id, before: holding }, ended)
    return ended
  })
  return { ...customer, holdings }
}
