import { helpReply } from '../../src/messaging/cards/settings/help-card.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import type { Handler, Handlers } from '../handler.js'
import type { Session } from '../session.js'

/** The words of conversation. */
export function talkHandlers(): Handlers {
  return {
    async help({ session }) {
      await session.reply(helpReply(session.locale))
      return undefined
    },
    greet: say(({ locale, manager }) => wordingFor(locale).greet(manager.name)),
    thanks: say(({ locale }) => wordingFor(locale).thanks),
    confirm: say(({ locale }) => wordingFor(locale).confirmedNothing),
    deny: say(({ locale }) => wordingFor(locale).confirmedNothing),
    cancel: say(({ locale }) => wordingFor(locale).nothingToCancel),
  }
}

function say(sentence: (session: Session) => string): Handler {
  return async ({ session }) => {
    await session.reply({ text: sentence(session) })
    return undefined
  }
}
