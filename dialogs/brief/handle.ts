import {
  type Attribute,
  type AttributeQuery,
  attributesOf,
  onlyAttributes,
} from '../../src/domain/customer/attribute-query.js'
import { dueContactsReply } from '../../src/messaging/cards/contacts/due-contacts-card.js'
import { describeQuery } from '../../src/messaging/cards/customers/found-card.js'
import { customerWordsFor } from '../../src/messaging/wording/customers/customer-words.js'
import { keepersFor } from '../../src/usecases/branch/seen-books.js'
import { listDueContacts } from '../../src/usecases/contacts/list-due-contacts.js'
import type { Finding } from '../customers/finding.js'
import type { Deps } from '../deps.js'
import type { Handlers } from '../handler.js'
import { withLeftOut } from '../lists/left-out.js'
import type { Session } from '../session.js'
import type { BriefCards } from './brief-cards.js'

/** What narrows no list of due contacts: sums come with the reading, and when somebody was spoken with is the list itself. */
const NO_NARROWING: ReadonlySet<Attribute['of']> = new Set([
  'assets',
  'not-contacted-since',
  'contacted-since',
  'contact-due',
  'maturing',
])

/** The day's list, and who is due by the rhythm of their tier. */
export function briefHandlers(
  deps: Pick<Deps, 'books' | 'journal' | 'managers' | 'policy' | 'calendar'>,
  briefs: BriefCards,
  finding: Finding,
  askWhetherSame: (session: Session) => Promise<void>,
): Handlers {
  const dueContacts = listDueContacts(deps)
  return {
    async 'brief.show'({ session, reading }) {
      const day = reading.slots.period?.from ?? session.today
      const { at, manager } = session
      await deps.journal.append({ at, managerId: manager.id, act: 'brief.view', detail: day })
      await briefs.show(session, day)
      await askWhetherSame(session)
      return undefined
    },

    async 'contact.due'({ session, reading }) {
      const { manager, locale, today } = session
      const { query: question, onlyLong } = reading.asked ?? {}
      const asked = question?.query
      const fields = asked === undefined ? [] : attributesOf(asked).map((a) => a.of)
      // "Not contacted for three months" names a span of its own, whatever the rhythm is.
      if (fields.includes('not-contacted-since') && onlyLong !== true) {
        await finding.byAttributes(reading, session)
        return undefined
      }
      const by = reading.slots.period?.to ?? today
      const query = asked && onlyAttributes(asked, (of) => !NO_NARROWING.has(of))
      const isBranch = manager.role === 'head' && session.bookId === manager.id
      const { ids, names } = isBranch
        ? keepersFor(deps.managers, manager)
        : { ids: [session.bookId], names: undefined }
      const due = await dueContacts(ids, by, today, reading.slots.amount, query)
      await deps.journal.append({ at: session.at, managerId: manager.id, act: 'contact.due' })
      await session.reply(
        withLeftOut(dueContactsReply(due, locale, today, describe(query), names), reading, locale),
      )
      return undefined

      function describe(of: AttributeQuery | undefined): string | undefined {
        return of === undefined ? undefined : describeQuery(of, customerWordsFor(locale).find)
      }
    },
  }
}
