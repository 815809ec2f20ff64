import type { Locale } from '../../../domain/manager/manager.js'
import type { Reply } from '../../../ports/reply.js'
import { wordingFor } from '../../wording/wording.js'
import { buttons, card, line, sayButton } from '../parts/elements.js'

/** What one can say, as buttons that say it. `lead` stands above, where the card answers something not understood. */
export function helpReply(locale: Locale, lead?: string): Reply {
  const words = wordingFor(locale)
  const title = lead ?? words.help.title
  const text = [
    title,
    ...words.help.groups.flatMap((g) => [`${g.title}:`, ...g.examples.map((e) => `  ${e}`)]),
    words.help.leave,
  ].join('\n')
  return {
    text,
    summary: words.help.title,
    data: { examples: words.help.groups.flatMap((g) => g.examples) },
    card: card(
      [
        line(title, { weight: 'Bolder' }),
        ...words.help.groups.flatMap((g) => [
          line(g.title, { isSubtle: true, size: 'Small' }),
          ...g.examples.map((e) => buttons([sayButton(e, e)])),
        ]),
        line(words.help.leave, { isSubtle: true, size: 'Small' }),
      ],
      text,
    ),
  }
}
