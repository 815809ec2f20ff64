import type { Customer } from '../../domain/customer/customer.js'
import { defer, type Put } from '../../domain/customer/defer.js'
import { screenNote } from '../../domain/customer/facts/screen-note.js'
import type { SensitiveKind, SensitiveWords } from '../../domain/customer/facts/sensitive-note.js'
import type { Day } from '../../domain/day.js'
import { type WriteChangeDeps, writeChange } from '../changes/write-change.js'

export interface PutOffCustomersDeps extends WriteChangeDeps {
  readonly sensitiveWords: SensitiveWords
}

export interface PutOffCustomersInput {
  readonly changeId: string
  readonly managerId: string
  readonly customerIds: readonly string[]
  /** A snooze is to a day after today. */
  readonly put: Put
  /** Stands for a reason whose words may not be kept. */
  readonly plainReason: string
  readonly today: Day
  /** ISO 8601 instant. */
  readonly at: string
}

export interface PutOff {
  readonly customer: Customer
  readonly put: Put
  readonly withheld?: SensitiveKind
}

/** Puts customers off to a day, or skips them this time with a reason (Handbook §2), as one change. */
export function putOffCustomers(deps: PutOffCustomersDeps) {
  return ({ put, plainReason, today, ...input }: PutOffCustomersInput) =>
    writeChange<PutOff>(deps, { ...input, kind: 'contact.snooze' }, (customer, key) => {
      const screened = put.kind === 'skip' ? screenNote(put.reason, customer, deps.sensitiveWords) : undefined
      const kept: Put = put.kind === 'skip' ? { kind: 'skip', reason: screened?.note ?? plainReason } : put
      const deferred = defer(customer, kept, { key, today })
      return {
        customer: deferred.customer,
        edits: [deferred.edit],
        result: {
          customer: deferred.customer,
          put: kept,
          ...(screened?.withheld === undefined ? {} : { withheld: screened.withheld }),
        },
      }
    })
}

export type PutOffCustomers = ReturnType<typeof putOffCustomers>
