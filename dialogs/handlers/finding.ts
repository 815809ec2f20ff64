import { isBareSearch, isOnlySearch, soughtWords } from '../../src/language/particulars/sought-words.js'
import { foundByAttributesReply, foundByWordsReply } from '../../src/messaging/cards/found-card.js'
import { customerWordsFor } from '../../src/messaging/wording/customer-words.js'
import { searchCustomers } from '../../src/usecases/search-customers.js'
import type { Session } from '../session.js'
import type { ShowPage } from './customers.js'
import type { HandlerDeps, Handlers } from './handler.js'

/** Customers looked for by words: shown at once where one fits, as a list where several do. */
export interface Finding {
  /** Whether anybody was found; otherwise nothing was said. */
  byWords(sought: string, session: Session): Promise<boolean>
  /** The same for a message that may be nothing but a name, a number or initials; of the last two it is said that nobody was found. */
  byBareWords(text: string, session: Session): Promise<boolean>
  byAttributes(text: string, session: Session): Promise<void>
}

export function createFinding(deps: HandlerDeps, showPage: ShowPage): Finding {
  const search = searchCustomers({ ...deps, spell: (text, as) => deps.particulars().spell(text, as) })

  async function byWords(sought: string, session: Session): Promise<boolean> {
    const { manager, locale, today, at } = session
    if (sought === '') return false
    const found = await search.byWords(manager.id, sought)
    const [only, ...others] = found
    if (only === undefined) return false
    if (others.length === 0) {
      await showPage('profile', only.customer.id, session)
      return true
    }
    const customerIds = found.map((f) => f.customer.id)
    await deps.journal.append({ at, managerId: manager.id, act: 'customer.find', customerIds })
    const scores = await deps.scores(manager.id, today)
    await session.reply(foundByWordsReply(sought, found, { scores, policy: deps.policy, locale, today }))
    return true
  }

  return {
    byWords,

    async byBareWords(text, session) {
      const folded = deps.particulars().fold(text)
      if (!isBareSearch(folded)) return false
      if (await byWords(soughtWords(folded), session)) return true
      if (!isOnlySearch(folded)) return false
      await session.reply({ text: customerWordsFor(session.locale).find.none(text.trim()) })
      return true
    },

    async byAttributes(text, session) {
      const { manager, locale, today, at } = session
      const { attributes, fold } = deps.particulars()
      const question = attributes(text, today)
      if (question === undefined) {
        if (await byWords(soughtWords(fold(text)), session)) return
        await session.reply({ text: customerWordsFor(locale).find.notUnderstood })
        return
      }
      const found = await search.byAttributes(manager.id, question, today)
      const customerIds = found.customers.map((c) => c.id)
      await deps.journal.append({ at, managerId: manager.id, act: 'customer.find', customerIds })
      const scores = await deps.scores(manager.id, today)
      await session.reply(
        foundByAttributesReply(question, found, { scores, policy: deps.policy, locale, today }),
      )
    },
  }
}

export function findingHandlers(finding: Finding): Handlers {
  return {
    async 'customer.find'({ session, reading }) {
      await finding.byAttributes(reading.text, session)
      return 'answered'
    },
  }
}
