import type { Edit } from '../change.js'
import { makeAgreement } from '../customer/agree.js'
import type { Agreement } from '../customer/contact.js'
import type { Customer } from '../customer/customer.js'
import { recordContact, type Told } from '../customer/record-contact.js'
import { addDays } from '../day.js'
import type { Holding } from '../ledger/holding.js'
import type { Product } from '../ledger/product.js'
import type { Policy } from '../policy.js'
import { levelOf } from '../suitability/suitability.js'
import type { WorkingCalendar } from '../working-days.js'
import { type AfterSales, planAfterSales } from './after-sales.js'
import type { Opportunity } from './opportunity.js'

export interface Sale {
  readonly customer: Customer
  readonly holding: Holding
  readonly care: readonly Agreement[]
  readonly edits: readonly Edit[]
}

/**
 * What a sale leaves in the book (Handbook §5, step 7): the contact in which it was closed, a row of the ledger, and
 * the contacts that follow it. The ledger gets no rate: a benchmark is none.
 *
 * @param about what each of those contacts is for, in the manager's language
 */
export function bookSale(
  customer: Customer,
  won: Extract<NonNullable<Opportunity['outcome']>, { kind: 'won' }>,
  product: Product,
  by: Told,
  rules: { readonly policy: Policy; readonly calendar: WorkingCalendar },
  about: Readonly<Record<AfterSales, string>>,
): Sale {
  const { amountFen, currency, startsOn } = won
  const contact = recordContact(
    customer,
    { reached: true, outcome: 'closed', amountFen, currency },
    { ...by, key: `${by.key}-sale` },
  )
  const riskLevel = levelOf(product)
  const holding: Holding = {
    id: `${by.key}-holding`,
    productId: product.id,
    productName: product.name,
    kind: product.kind,
    amountFen,
    currency,
    startsOn,
    ...(product.termDays === undefined ? {} : { maturesOn: addDays(startsOn, product.termDays) }),
    ...(riskLevel === undefined ? {} : { riskLevel }),
    autoRenew: false,
  }
  const noticeDays = Math.min(...rules.policy.maturityHeadsUpDays)
  let now: Customer = { ...contact.customer, holdings: [...contact.customer.holdings, holding] }
  const care: Agreement[] = []
  const edits: Edit[] = [
    ...contact.edits,
    { kind: 'holding-added', customerId: customer.id, holdingId: holding.id },
  ]
  for (const { what, on } of planAfterSales(startsOn, holding.maturesOn, noticeDays, rules.calendar)) {
    const task = { kind: 'task', when: { day: on }, about: `${product.name} ${about[what]}` } as const
    const made = makeAgreement(now, task, { key: `${by.key}-${what}`, today: by.today })
    now = made.customer
    care.push(made.agreement)
    edits.push(made.edit)
  }
  return { customer: now, holding, care, edits }
}
