import { askedTable, isOfMaturity } from '../../src/language/particulars/asked-table.js'
import type { ExportRequest } from '../../src/usecases/export-table.js'
import type { Exporting } from '../exporting.js'
import type { HandlerDeps, Handlers, Request } from './handler.js'

/** A table as a file, narrowed by what the words narrow it to. */
export function exportHandlers(deps: HandlerDeps, exporting: Exporting): Handlers {
  return {
    async 'export.request'(request) {
      const { session, dialogs, reading } = request
      const table = askedTable(deps.particulars().fold(reading.text), reading.slots)
      if (table === undefined || table === 'other') await exporting.askWhich(session, table === 'other')
      else await exporting.offer(narrowed(table, request, deps), session, dialogs.context)
      return 'answered'
    },
  }
}

function narrowed(
  table: ExportRequest['table'],
  { reading, session }: Request,
  { particulars }: HandlerDeps,
): ExportRequest {
  const { customers, amount, productKinds } = reading.slots
  const shared = {
    table,
    ...(customers === undefined ? {} : { customerIds: customers }),
    ...(amount === undefined ? {} : { amount }),
  }
  if (table !== 'ledger') return shared
  const period = isOfMaturity(particulars().fold(reading.text)) ? ahead() : reading.slots.period
  return {
    ...shared,
    ...(period === undefined ? {} : { period }),
    ...(productKinds === undefined ? {} : { kinds: productKinds }),
  }

  /** A bare Friday is the next one where something matures on it. */
  function ahead() {
    const { fold, days } = particulars()
    const [said] = days
      .read(fold(reading.text), session.today, 'ahead', session.now)
      .filter((d) => !d.dayless)
    return said === undefined ? undefined : { from: said.sense.from, to: said.sense.to }
  }
}
