import type { Locale } from '../../../domain/manager/manager.js'
import type { Reply } from '../../../ports/reply.js'
import { ASKED_TABLES } from '../../../usecases/exports/export-table.js'
import { exportWordsFor } from '../../wording/lists/export-words.js'
import { buttons, card, line, openButton, press } from '../parts/elements.js'

/** Which of the three tables, one button each; `lead` where another list was asked for. */
export function whichTableReply(locale: Locale, version: string, isOther: boolean): Reply {
  const words = exportWordsFor(locale)
  const lead = isOther ? words.otherThan : words.which
  const text = [lead, ...ASKED_TABLES.map((table) => `  ${words.tables[table]}`)].join('\n')
  const choices = ASKED_TABLES.map((table) =>
    press(words.tables[table], 'export.table', { table, once: version }),
  )
  return { text, summary: words.summary, card: card([line(lead), buttons(choices)], text) }
}

/** A file that is fetched at an address. */
export function fileLinkReply(
  file: { readonly name: string; readonly rows: number; readonly url: string; readonly minutes: number },
  locale: Locale,
): Reply {
  const words = exportWordsFor(locale)
  const lead = words.ready(file.name, words.rows(file.rows))
  const hint = words.linkHint(file.minutes)
  const text = [lead, file.url, hint].join('\n')
  const body = [
    line(lead, { weight: 'Bolder' }),
    line(hint, { isSubtle: true, size: 'Small' }),
    buttons([openButton(words.open, file.url)]),
  ]
  return { text, summary: words.summary, card: card(body, text) }
}
