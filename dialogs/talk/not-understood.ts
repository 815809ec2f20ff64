import { type Intent, isTalk } from '../../src/language/intents.js'
import type { Reading } from '../../src/language/reading.js'
import { helpReply } from '../../src/messaging/cards/settings/help-card.js'
import { unclearReply } from '../../src/messaging/cards/settings/unclear-card.js'
import { wordingFor } from '../../src/messaging/wording/wording.js'
import type { Unclear } from '../../src/ports/ports.js'
import type { Session } from '../session.js'

/** The readings that were offered for words that were not understood. */
export interface Offered {
  readonly id: string
  readonly text: string
  readonly intents: readonly Intent[]
}

/**
 * Says that words were not understood: offers the nearest readings, and keeps the words without names for whoever
 * teaches the assistant. Gives what was offered.
 */
export async function sayNotUnderstood(
  reading: Reading,
  session: Session,
  unclear: Unclear,
  withoutNames: (text: string) => string,
): Promise<Offered | undefined> {
  const { text, intent, nearest = [], language } = reading
  const { locale, today, turnId: id } = session
  const ranked = [intent, ...nearest.map((one) => one.intent)].filter((one) => !isTalk(one))
  const intents = ranked.slice(0, 2)
  if (!/[\p{L}\p{N}]/u.test(text) || intents.length === 0) {
    await session.reply(helpReply(locale, wordingFor(locale).notUnderstood))
    return undefined
  }
  await unclear.note({ text: withoutNames(text), language, nearest: intents }, today)
  await session.reply(unclearReply(id, intents, locale))
  return { id, text, intents }
}
