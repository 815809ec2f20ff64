import type { Locale } from '../../../domain/manager/manager.js'
import type { Intent } from '../../../language/reading.js'
import type { Reply } from '../../../ports/reply.js'
import { wordingFor } from '../../wording/wording.js'
import { buttons, card, line, press } from '../parts/elements.js'

/** The readings that words were nearest to, to choose from by button or number. @param id of the words */
export function unclearReply(id: string, intents: readonly Intent[], locale: Locale): Reply {
  const words = wordingFor(locale)
  const { which, neither } = words.unclear
  const text = [which, ...intents.map((intent, at) => `${at + 1}. ${words.intents[intent]}`), neither].join(
    '\n',
  )
  return {
    text,
    summary: which,
    data: { question: 'reading', choices: intents },
    card: card(
      [
        line(which, { weight: 'Bolder' }),
        buttons(intents.map((intent) => press(words.intents[intent], 'read.as', { id, intent }))),
        line(neither, { size: 'Small', isSubtle: true }),
      ],
      text,
    ),
  }
}
