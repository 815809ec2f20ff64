import type { Contact } from '../../src/domain/customer/contact.js'
import type { Customer } from '../../src/domain/customer/customer.js'
import { day } from '../../src/domain/day.js'
import type { Holding } from '../../src/domain/ledger/holding.js'
import { fenOfYuan } from '../../src/domain/money.js'

/** A customer of tier A whom nobody has contacted yet. */
export function aCustomer(id: string, over: Partial<Customer> = {}): Customer {
  return {
    id,
    name: '陈立群',
    doNotContact: false,
    marketingConsent: true,
    aumFen: fenOfYuan(3_000_000),
    assignedOn: day('2026-11-02'),
    holdings: [],
    contacts: [],
    agreements: [],
    flows: [],
    ...over,
  }
}

export function aContact(on: string, over: Partial<Contact> = {}): Contact {
  return {
    id: `k-${on}`,
    on: day(on),
    managerId: 'M1',
    reached: true,
    channel: 'call',
    outcome: 'info',
    ...over,
  }
}

export function aHolding(maturesOn: string, over: Partial<Holding> = {}): Holding {
  return {
    id: `h-${maturesOn}`,
    productName: '稳享120天',
    kind: 'wealth',
    amountFen: fenOfYuan(1_000_000),
    currency: 'CNY',
    maturesOn: day(maturesOn),
    autoRenew: false,
    ...over,
  }
}
