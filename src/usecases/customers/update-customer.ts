import type { Edit } from '../../domain/change.js'
import type { Customer } from '../../domain/customer/customer.js'
import { checkFact, type FactRefusal, type StatedFact } from '../../domain/customer/facts/check-fact.js'
import { recordFact } from '../../domain/customer/facts/record-fact.js'
import type { RecordedFact } from '../../domain/customer/facts/recorded-fact.js'
import type { SensitiveWords } from '../../domain/customer/facts/sensitive-note.js'
import type { Day } from '../../domain/day.js'
import { type WriteChangeDeps, writeChange } from '../changes/write-change.js'

export interface UpdateCustomerDeps extends WriteChangeDeps {
  readonly sensitiveWords: SensitiveWords
}

export interface UpdateCustomerInput {
  readonly changeId: string
  readonly managerId: string
  readonly customerIds: readonly string[]
  readonly fact: StatedFact
  readonly today: Day
  /** ISO 8601 instant. */
  readonly at: string
}

/** What became of the fact for one customer. */
export type Update =
  | {
      readonly status: 'recorded'
      readonly customer: Customer
      readonly fact: RecordedFact
      readonly maskedNumbers: number
    }
  | {
      readonly status: 'known'
      readonly customer: Customer
      readonly field: RecordedFact['field']
      readonly value: string
    }
  | { readonly status: 'refused'; readonly customer: Customer; readonly because: FactRefusal }

/** Records a fact that a manager states, after it was checked; what may not be kept is refused with the reason. */
export function updateCustomer(deps: UpdateCustomerDeps) {
  return ({ fact: stated, today, ...input }: UpdateCustomerInput) =>
    writeChange<Update>(deps, { ...input, kind: 'customer.update' }, (customer, key) => {
      const untouched = (result: Update) => ({ customer, edits: [] as Edit[], result })
      const checked = checkFact(stated, customer, deps.sensitiveWords, today)
      if (checked.status === 'refused')
        return untouched({ status: 'refused', customer, because: checked.because })
      const by = { key, managerId: input.managerId, today, at: input.at }
      const recorded = recordFact(customer, checked.fact, by)
      if (recorded === undefined) return untouched({ status: 'known', customer, ...checked.fact })
      return {
        customer: recorded.customer,
        edits: [recorded.edit],
        result: {
          status: 'recorded',
          customer: recorded.customer,
          fact: recorded.fact,
          maskedNumbers: checked.maskedNumbers,
        },
      }
    })
}

export type UpdateCustomer = ReturnType<typeof updateCustomer>

export interface ConsentInput {
  readonly changeId: string
  readonly managerId: string
  readonly customerId: string
  readonly today: Day
  /** ISO 8601 instant. */
  readonly at: string
}

/** Notes that the customer gave separate consent to keep sensitive data (PIPL art. 29); can be taken back. */
export function noteSensitiveConsent(deps: WriteChangeDeps) {
  return ({ customerId, today, ...input }: ConsentInput) =>
    writeChange<Customer>(
      deps,
      { ...input, kind: 'customer.update', customerIds: [customerId] },
      (customer, key) => {
        const told = { field: 'sensitiveConsent', how: 'set', value: 'true' } as const
        const recorded = recordFact(customer, told, { key, managerId: input.managerId, today, at: input.at })
        return {
          customer: recorded?.customer ?? customer,
          edits: recorded === undefined ? [] : [recorded.edit],
          result: customer,
        }
      },
    )
}
