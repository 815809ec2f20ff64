import { gone, NOTHING, type PressHandlers } from '../handler.js'
import { requestIn } from './export-data.js'
import type { Exporting } from './exporting.js'

/** Which table, and whether it may be put into the manager's drive. */
export function exportButtons(exporting: Exporting): PressHandlers {
  return {
    'export.table': async ({ data }, session) => {
      const request = requestIn(data)
      if (request === undefined) return gone(session)
      await exporting.offer(request, session)
      return NOTHING
    },

    'file.accept': ({ data }, session) => exporting.accepted(data, session),

    'file.decline': async (_press, session) => exporting.declined(session),
  }
}
