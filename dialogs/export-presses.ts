import { wordingFor } from '../src/messaging/wording/wording.js'
import { requestIn } from './export-data.js'
import type { Exporting } from './exporting.js'
import type { PressHandler } from './presses.js'

/** Which table, and whether it may be put into the manager's drive. */
export function exportPresses(exporting: Exporting): Readonly<Record<string, PressHandler>> {
  return {
    'export.table': async ({ data }, dialogs, session) => {
      const request = requestIn(data)
      if (request === undefined) return { kind: 'line', text: wordingFor(session.locale).promptGone }
      await exporting.offer(request, session, dialogs.context)
      return { kind: 'none' }
    },

    'file.accept': ({ data }, dialogs, session) => exporting.accepted(data, session, dialogs.context),

    'file.decline': async (_press, _dialogs, session) => exporting.declined(session),
  }
}
