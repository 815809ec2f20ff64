import type { Reading } from '../../src/language/reading.js'
import type { ExportRequest } from '../../src/usecases/exports/export-table.js'
import type { Handlers } from '../handler.js'
import type { Exporting } from './exporting.js'

/** A table as a file, narrowed by what the words narrow it to. */
export function exportHandlers(exporting: Exporting): Handlers {
  return {
    async 'export.request'({ session, reading }) {
      const { table } = reading.asked ?? {}
      if (table === undefined || table === 'other') await exporting.askWhich(session, table === 'other')
      else await exporting.offer(narrowed(table, reading), session)
      return undefined
    },
  }
}

function narrowed(table: ExportRequest['table'], { slots, asked }: Reading): ExportRequest {
  const { customers, amount, productKinds } = slots
  const shared = {
    table,
    ...(customers === undefined ? {} : { customerIds: customers }),
    ...(amount === undefined ? {} : { amount }),
  }
  if (table !== 'ledger') return shared
  // A bare Friday is the next one where something matures on it.
  const period = asked?.ahead ?? slots.period
  return {
    ...shared,
    ...(period === undefined ? {} : { period }),
    ...(productKinds === undefined ? {} : { kinds: productKinds }),
  }
}
