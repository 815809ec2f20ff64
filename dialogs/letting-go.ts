import type { DialogContext, DialogInstance } from 'botbuilder-dialogs'
import { type Book, findCustomer } from '../src/domain/book.js'
import { shortName } from '../src/messaging/cards/names.js'
import { wordingFor } from '../src/messaging/wording/wording.js'
import { whenPut } from './ask.js'
import { ChangeCustomers, type ChangeCustomersOptions } from './change-customers.js'
import { DidYouMean, type DidYouMeanOptions } from './did-you-mean.js'
import { LogContact, type LogContactOptions } from './log-contact.js'
import type { Session } from './session.js'
import type { Threads } from './thread.js'

/** Lets the questions go that were put too long ago to be answered by what is said now, and says what was not written. */
export type LetGo = (dialogs: DialogContext, session: Session) => Promise<void>

export interface LettingGoDeps {
  readonly threads: Pick<Threads, 'isFresh'>
  readonly bookOf: (managerId: string) => Promise<Book>
}

export function createLettingGo({ threads, bookOf }: LettingGoDeps): LetGo {
  return async (dialogs, session) => {
    for (let open = dialogs.activeDialog; open !== undefined; open = dialogs.activeDialog) {
      const put = whenPut(open)
      const from = dialogs.stack.findLastIndex(({ id }) => id in UNWRITTEN)
      const write = dialogs.stack[from]
      if (put === undefined || threads.isFresh(put, session) || write === undefined) return
      // Only the question of that very write, not one of something else that was begun over it.
      if (!dialogs.stack.slice(from + 1, -1).every(({ id }) => id in UNWRITTEN)) return
      const said = unwrittenIn(write, await bookOf(session.manager.id))
      dialogs.stack.splice(from)
      if (said !== undefined) await session.reply({ text: wordingFor(session.locale).letGo(shortened(said)) })
    }
  }
}

/** What each flow that ends in a write was told; undefined where nothing would be written. */
const UNWRITTEN: Readonly<Record<string, (options: unknown, book: Book) => string | undefined>> = {
  // Each flow keeps its own options in its state.
  [LogContact.id]: (options, book) => {
    const told = options as LogContactOptions
    if (!('customerId' in told)) return told.text
    return shortName(findCustomer(book, told.customerId) ?? { name: told.customerId })
  },
  [ChangeCustomers.id]: (options) => (options as ChangeCustomersOptions).reading.text,
  [DidYouMean.id]: (options) => {
    const { text, passing } = options as DidYouMeanOptions
    return passing === true ? undefined : text
  },
}

function unwrittenIn({ id, state }: DialogInstance, book: Book): string | undefined {
  return UNWRITTEN[id]?.((state as { options: unknown }).options, book)
}

const LONGEST = 24

function shortened(said: string): string {
  return said.length <= LONGEST ? said : `${said.slice(0, LONGEST)}…`
}
