import type { Book } from '../../src/domain/book.js'
import type { Contact } from '../../src/domain/customer/contact.js'
import type { Customer } from '../../src/domain/customer/customer.js'
import { day } from '../../src/domain/day.js'
import type { Holding } from '../../src/domain/ledger/holding.js'
import { fen } from '../../src/domain/money.js'

export function aContact(over: Partial<Contact> = {}): Contact {
  return { id: 'k1', on: day('2026-11-20'), managerId: 'M1', reached: true, channel: 'call', ...over }
}

export function aHolding(over: Partial<Holding> = {}): Holding {
  return {
    id: 'h1',
    productName: '安稳半年',
    kind: 'wealth',
    amountFen: fen(50_000_000),
    currency: 'CNY',
    startsOn: day('2026-06-01'),
    maturesOn: day('2026-12-01'),
    ratePercent: 2.75,
    riskLevel: 'R2',
    autoRenew: false,
    ...over,
  }
}

export function aCustomer(id: string, over: Partial<Customer> = {}): Customer {
  return {
    id,
    name: '秦望舒',
    doNotContact: false,
    marketingConsent: true,
    holdings: [],
    contacts: [],
    agreements: [],
    flows: [],
    ...over,
  }
}

export function aBook(managerId: string, customerIds: readonly string[]): Book {
  return { managerId, customers: customerIds.map((id) => aCustomer(id)), changes: [] }
}

/** The book with one more contact of one customer. */
export function withContact(book: Book, customerId: string, contact: Contact): Book {
  return {
    ...book,
    customers: book.customers.map((customer) =>
      customer.id === customerId ? { ...customer, contacts: [...customer.contacts, contact] } : customer,
    ),
  }
}

export function contactIds(book: Book): readonly string[] {
  return book.customers.flatMap((customer) => customer.contacts.map((contact) => contact.id))
}

/** A book as a busy manager's is: ten contacts and three holdings each. */
export function aBigBook(managerId: string, customers: number): Book {
  const ids = Array.from({ length: customers }, (_, at) => `c${String(at).padStart(5, '0')}`)
  const each = <T>(count: number, make: (at: number) => T) =>
    Array.from({ length: count }, (_, at) => make(at))
  return {
    managerId,
    changes: [],
    customers: ids.map((id, nth) =>
      aCustomer(id, {
        phone: '13900000000',
        occupation: '个体工商户',
        company: '城南五金建材经营部',
        aumFen: fen(30_000_000 + nth * 100_000),
        riskRating: 'C3',
        riskAssessedOn: day('2026-03-02'),
        assignedOn: day('2025-01-06'),
        holdings: each(3, (at) => aHolding({ id: `${id}-h${at}` })),
        contacts: each(10, (at) =>
          aContact({
            id: `${id}-k${at}`,
            on: day(`2026-0${1 + (at % 9)}-1${(nth + at) % 10}`),
            managerId,
            loggedAt: '2026-09-14T02:30:00.000Z',
            outcome: 'considering',
            ...(at % 2 === 0 ? { note: '谈了到期以后的安排，想先和家里商量。' } : {}),
          }),
        ),
      }),
    ),
  }
}
