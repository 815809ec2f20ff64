import { findCustomer, withCustomers } from '../../domain/book.js'
import type { LinkQuestion } from '../../domain/customer/link.js'
import { type LinkToAsk, linkToAsk, withLinkQuestion } from '../../domain/customer/links/link-questions.js'
import type { Day } from '../../domain/day.js'
import type { Policy } from '../../domain/policy.js'
import type { Books, Journal } from '../../ports/ports.js'

export interface AskLinkDeps {
  readonly books: Books
  readonly journal: Journal
  readonly policy: Pick<Policy, 'links'>
}

/** The question of the day about two customers who may belong together, remembered so that it is put once. */
export function askLink({ books, journal, policy }: AskLinkDeps) {
  return {
    async next(managerId: string, today: Day): Promise<LinkToAsk | undefined> {
      return books.change(managerId, (book) => {
        const ask = linkToAsk(book.customers, policy, today)
        if (ask === undefined) return { book, result: undefined }
        const { one, other, because, common } = ask
        const noted = withLinkQuestion(one, { otherId: other.id, because, common, on: today, managerId })
        return { book: withCustomers(book, [noted]), result: ask }
      })
    },

    /** False where the question is not known. */
    async answer(managerId: string, { customerId, otherId, answer, at }: AnswerToLink): Promise<boolean> {
      const isKnown = await books.change(managerId, (book) => {
        const customer = findCustomer(book, customerId)
        const asked = customer?.linkQuestions?.find((one) => one.otherId === otherId)
        if (customer === undefined || asked === undefined) return { book, result: false }
        const answered = withLinkQuestion(customer, { ...asked, answer })
        return { book: withCustomers(book, [answered]), result: true }
      })
      if (isKnown)
        await journal.append({
          at,
          managerId,
          act: 'link.answer',
          customerIds: [customerId, otherId],
          detail: answer,
        })
      return isKnown
    },
  }
}

export interface AnswerToLink {
  readonly customerId: string
  readonly otherId: string
  readonly answer: NonNullable<LinkQuestion['answer']>
  /** ISO 8601 instant. */
  readonly at: string
}
