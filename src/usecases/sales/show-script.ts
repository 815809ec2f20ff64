import { type Book, findCustomer } from '../../domain/book.js'
import { customerDay } from '../../domain/brief/customer-day.js'
import type { Contact } from '../../domain/customer/contact.js'
import type { Customer } from '../../domain/customer/customer.js'
import type { Day } from '../../domain/day.js'
import { nextMaturity } from '../../domain/ledger/next-maturity.js'
import { occasionContext } from '../../domain/occasions/occasion.js'
import type { Reason } from '../../domain/occasions/reason.js'
import type { FilledLine } from '../../domain/playbook/choose-line.js'
import type { LineValues } from '../../domain/playbook/line.js'
import type { LineFacts } from '../../domain/playbook/line-facts.js'
import { lineAbout, type PhoneWords, phoneWords } from '../../domain/playbook/phone-words.js'
import type { Playbook } from '../../domain/playbook/playbook.js'
import { termFacts } from '../../domain/playbook/product-facts.js'
import type { LineKind, Situation } from '../../domain/playbook/situations.js'
import { twoTimes } from '../../domain/playbook/two-times.js'
import type { Policy } from '../../domain/policy.js'
import { sharesOf, whatWorks } from '../../domain/results/what-works.js'
import type { WorkingCalendar } from '../../domain/working-days.js'
import type { Books, OccasionSources, Products } from '../../ports/ports.js'

export interface ShowScriptDeps {
  readonly books: Books
  readonly products: Products
  readonly sources: OccasionSources
  readonly policy: Policy
  readonly calendar: WorkingCalendar
}

export interface ShowScriptInput {
  readonly manager: { readonly id: string } & LineFacts['manager']
  readonly customerId: string
  readonly playbook: Playbook
  readonly today: Day
  /** `HH:mm` of the manager. */
  readonly now: string
  /** Ids of lines shown for this customer before, newest last. */
  readonly lastUsed: readonly string[]
  /** Words for one situation rather than for today's reasons. */
  readonly topic?: { readonly kind: LineKind; readonly situation: Situation }
  /** Puts facts into the words of the playbook's language. */
  readonly word: (facts: LineFacts) => LineValues
}

export interface Script extends PhoneWords {
  readonly customer: Customer
}

/** What to say to one customer of the manager's own book; undefined where there is none of that id. */
export function showScript(deps: ShowScriptDeps) {
  return async (input: ShowScriptInput): Promise<Script | undefined> => {
    const { manager, customerId, playbook, today, now, lastUsed, topic, word } = input
    const { policy, calendar } = deps
    const book = await deps.books.read(manager.id)
    const customer = findCustomer(book, customerId)
    if (customer === undefined) return undefined
    const context = occasionContext(policy, calendar, today, await deps.sources.for(manager.id))
    const about = {
      customer,
      manager,
      products: deps.products.all(),
      slots: twoTimes(today, now, calendar),
      today,
      // What was used in a contact is tried on this customer, also where the talk of it is forgotten.
      lastUsed: [...customer.contacts.flatMap(({ lines = [] }) => lines), ...lastUsed],
      worth: sharesOf(whatWorks(contactsWithLines(book), policy)),
    }
    const words = phoneWords(playbook, reasonsOf(customer, context), about, word)
    if (topic === undefined || words.permission === 'service') return { customer, ...words }
    const line = topicLine(topic, customer, about)
    return { customer, ...words, said: line === undefined ? [] : [{ line }] }

    function topicLine(
      { kind, situation }: NonNullable<ShowScriptInput['topic']>,
      who: Customer,
      whom: Parameters<typeof lineAbout>[3],
    ): FilledLine | undefined {
      const holding = situation.includes('maturity') ? nextMaturity(who, policy, today) : undefined
      if (holding === undefined) return lineAbout(playbook, kind, situation, whom, word)
      const { productName, amountFen, currency, maturesOn } = holding
      const facts = { productName, sum: { amountFen, currency }, on: maturesOn, ...termFacts(holding) }
      return lineAbout(playbook, kind, situation, whom, word, holding.kind, facts)
    }
  }
}

function contactsWithLines({ customers }: Book): readonly Contact[] {
  return customers.flatMap(({ contacts }) => contacts.filter(({ lines }) => lines !== undefined))
}

function reasonsOf(customer: Customer, context: ReturnType<typeof occasionContext>): readonly Reason[] {
  const day = customerDay(customer, context)
  if (day.listed) return day.reasons
  return day.because === 'deferred' ? day.reasons : []
}

/** The ids of everything that was shown, in its order. */
export function shownLines({ said, invitation, voicemail }: PhoneWords): readonly string[] {
  return [...said.map(({ line }) => line), invitation, voicemail].flatMap((one) => one?.line.id ?? [])
}

/** The ids of what is said where the customer is reached: everything but what is left on a voicemail. */
export function spokenLines({ said, invitation }: PhoneWords): readonly string[] {
  return [...said.map(({ line }) => line), invitation].flatMap((one) => one?.line.id ?? [])
}
