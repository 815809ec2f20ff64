import { notReadLine } from '../src/messaging/wording/not-read-words.js'
import { wordingFor } from '../src/messaging/wording/wording.js'
import type { Conversation } from '../src/ports/conversation.js'
import { createCapabilities } from './capabilities.js'
import { createPeople } from './people-of.js'
import type { Session } from './session.js'
import { openTurn, type TurnDeps } from './turn.js'
import { turnJournal } from './turn-journal.js'

export interface AssistantDeps extends Omit<TurnDeps, 'turnJournal'> {
  /** Told when the manager was shown the day's brief on joining. */
  readonly briefShown: (session: Pick<Session, 'manager' | 'today' | 'now' | 'at'>) => Promise<void>
}

/** The conversation with one manager: each message and each press is one turn over the state that is kept of it. */
export function createAssistant(given: AssistantDeps): Conversation {
  const journal = turnJournal(given.journal)
  const deps = { ...given, journal, turnJournal: journal }
  const capabilities = createCapabilities(deps)
  const peopleOf = createPeople(() => deps.tools().understanding)
  return {
    async onMessage(turn) {
      const open = await openTurn(deps, capabilities, peopleOf, turn)
      await open.hear(turn.text)
      await open.keep()
    },

    async onPress(turn, press) {
      const open = await openTurn(deps, capabilities, peopleOf, turn, press)
      const answered = await open.press(press)
      await open.keep()
      return answered
    },

    async onNotRead(turn, what) {
      const { session } = await openTurn(deps, capabilities, peopleOf, turn)
      await session.reply({ text: notReadLine(what, turn.text !== '', session.locale) })
    },

    async onJoin(turn) {
      const open = await openTurn(deps, capabilities, peopleOf, turn)
      const { session } = open
      await session.reply({ text: wordingFor(session.locale).welcome(session.manager.name) })
      await capabilities.briefs.show(session, session.today)
      await deps.briefShown(session)
      await open.keep()
    },
  }
}
