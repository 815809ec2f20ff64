import type { Locale } from '../../../domain/manager/manager.js'
import type { TakenFile } from '../../../imports/take-inbox.js'
import { wordingFor } from '../../wording/wording.js'

/** What the administrator hears of the files that were dropped: one line a file. */
export function inboxReply(
  results: readonly TakenFile[],
  locale: Locale,
): { readonly text: string; readonly summary: string } {
  const { inbox } = wordingFor(locale)
  const failed = results.filter((r) => !r.taken)
  const summary = inbox.title(results.length - failed.length, failed.length)
  const lines = results.map(
    (r) => `${r.taken ? '✓' : '✗'} ${r.taken ? r.summary : `${r.name} ${inbox.failed}: ${r.summary}`}`,
  )
  return { summary, text: [summary, ...lines, ...(failed.length === 0 ? [] : [inbox.where])].join('\n\n') }
}
