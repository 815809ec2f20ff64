import type { Customer } from '../../domain/customer/customer.js'
import type { ToldField } from '../../domain/customer/facts/completeness.js'
import { factText } from '../../domain/customer/facts/record-fact.js'
import type { RecordedFact } from '../../domain/customer/facts/recorded-fact.js'
import type { Day } from '../../domain/day.js'
import { type WriteChangeDeps, writeChange } from '../changes/write-change.js'

export interface FactToConfirm {
  readonly changeId: string
  readonly managerId: string
  readonly customerId: string
  readonly field: ToldField
  readonly today: Day
  /** ISO 8601 instant. */
  readonly at: string
}

/** Records that a fact still holds: it is as new as today. */
export function confirmFact(deps: WriteChangeDeps) {
  return ({ customerId, field, today, ...input }: FactToConfirm) =>
    writeChange<{ readonly customer: Customer; readonly value: string | undefined }>(
      deps,
      { ...input, kind: 'customer.update', customerIds: [customerId] },
      (customer, key) => {
        const value = factText(customer, field)
        if (value === undefined) return { customer, edits: [], result: { customer, value } }
        const fact: RecordedFact = {
          id: key,
          on: today,
          at: input.at,
          managerId: input.managerId,
          field,
          how: 'set',
          before: value,
          after: value,
        }
        const after = { ...customer, facts: [...(customer.facts ?? []), fact] }
        return {
          customer: after,
          edits: [{ kind: 'fact-recorded', customerId, factId: key }],
          result: { customer: after, value },
        }
      },
    )
}
