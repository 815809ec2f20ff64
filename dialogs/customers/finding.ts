import type { Reading } from '../../src/language/reading.js'
import {
  figureReply,
  foundByAttributesReply,
  foundByWordsReply,
} from '../../src/messaging/cards/customers/found-card.js'
import { customerWordsFor } from '../../src/messaging/wording/customers/customer-words.js'
import { searchCustomers } from '../../src/usecases/customers/search-customers.js'
import type { Deps } from '../deps.js'
import type { Handlers } from '../handler.js'
import { withLeftOut } from '../lists/left-out.js'
import type { Session } from '../session.js'
import type { ShowPage } from './show-page.js'

/** Customers looked for by words: shown at once where one fits, as a list where several do. */
export interface Finding {
  /** Whether anybody was found; otherwise nothing was said. */
  byWords(sought: string, session: Session): Promise<boolean>
  /** The same for a message that may be nothing but a name, a number or initials; of the last two it is said that nobody was found. */
  byBareWords(reading: Reading, session: Session): Promise<boolean>
  byAttributes(reading: Reading, session: Session): Promise<void>
}

export function createFinding(
  deps: Pick<Deps, 'books' | 'journal' | 'policy' | 'calendar' | 'scores' | 'spell'>,
  showPage: ShowPage,
): Finding {
  const search = searchCustomers({ ...deps, spell: (text, as) => deps.spell()(text, as) })

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

    async byBareWords({ text, asked }, session) {
      if (asked?.bareSearch === undefined) return false
      if (await byWords(asked.sought ?? '', session)) return true
      if (asked.bareSearch !== 'only') return false
      await session.reply({ text: customerWordsFor(session.locale).find.none(text.trim()) })
      return true
    },

    async byAttributes(reading, session) {
      const { asked, slots } = reading
      const { bookId, manager, locale, today, at } = session
      const question = asked?.query
      if (question === undefined) {
        if (await byWords(asked?.sought ?? '', session)) return
        const text = customerWordsFor(locale).find.notUnderstood
        await session.reply(withLeftOut({ text }, reading, locale))
        return
      }
      const { customers: among = [] } = slots
      const scores = await deps.scores(manager.id, today)
      const found = await search.byAttributes(
        bookId,
        question,
        today,
        among.length > 1 ? among : undefined,
        scores,
      )
      const customerIds = found.customers.map((c) => c.id)
      await deps.journal.append({ at, managerId: manager.id, act: 'customer.find', customerIds })
      const list = foundByAttributesReply(question, found, { scores, policy: deps.policy, locale, today })
      const isFigure = asked?.sum === true && found.customers.length > 1
      const answer = isFigure ? figureReply(list, question, found, locale) : list
      await session.reply(withLeftOut(answer, reading, locale))
    },
  }
}

export function findingHandlers(finding: Finding): Handlers {
  return {
    async 'customer.find'({ session, reading }) {
      await finding.byAttributes(reading, session)
      return undefined
    },
  }
}
