import { draftReply } from '../../src/messaging/cards/draft-card.js'
import { whichPracticeReply } from '../../src/messaging/cards/practice-card.js'
import { practiceWordsFor } from '../../src/messaging/wording/practice-words.js'
import { Practice } from '../practice.js'
import type { Handled, HandlerDeps, Request } from './handler.js'

/** Does what is asked for besides the intents, where the message asks for it. */
export async function handleOwnRequest(
  deps: Pick<HandlerDeps, 'claims' | 'journal'>,
  { dialogs, session }: Pick<Request, 'dialogs' | 'session'>,
): Promise<Handled | undefined> {
  const { request, locale, at, manager } = session
  if (request === undefined) return undefined
  if (request.kind === 'practice') {
    if (request.topic === undefined) {
      await session.reply(whichPracticeReply(locale))
      return 'answered'
    }
    await Practice.begin(dialogs, { topic: request.topic, round: 0, locale })
    return 'begun'
  }
  const { draft } = request
  if (draft === '') {
    await session.reply({ text: practiceWordsFor(locale).draft.paste })
    return 'answered'
  }
  const { findings } = deps.claims()(draft, locale)
  await deps.journal.append({
    at,
    managerId: manager.id,
    act: 'claim.check',
    detail: findings.map(({ rule }) => rule).join(' '),
  })
  await session.reply(draftReply(draft, findings, locale))
  return 'answered'
}
