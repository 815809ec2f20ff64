import { type Agreed, clashesWith, momentOf, moveAgreement } from '../../domain/customer/agree.js'
import type { Customer } from '../../domain/customer/customer.js'
import type { Day, Moment } from '../../domain/day.js'
import { withOpportunity } from '../../domain/opportunity/in-book.js'
import { noteFacts } from '../../domain/opportunity/note-facts.js'
import type { Policy } from '../../domain/policy.js'
import { type Edited, type WriteChangeDeps, writeChange } from '../changes/write-change.js'

export interface MoveMeetingDeps extends WriteChangeDeps {
  readonly policy: Policy
}

export interface MoveMeetingInput {
  /** The same for every repeat of the message or press. */
  readonly changeId: string
  readonly managerId: string
  readonly customerId: string
  readonly agreementId: string
  readonly to: Moment
  readonly today: Day
  /** ISO 8601 instant. */
  readonly at: string
}

export type MeetingMoved =
  | {
      readonly status: 'moved'
      readonly changeId: string
      readonly moved: Agreed
      /** When it was before; absent where it had no day. */
      readonly from?: Moment
      /** Other meetings and calls at nearly the new time. */
      readonly clashes: readonly Agreed[]
    }
  | { readonly status: 'repeated' }
  /** No open meeting of that id in this manager's book, or it stands at that time already. */
  | { readonly status: 'not-open' }

/** Moves a meeting or a call to another day or time; a sale that waits for it waits for the new time. */
export function moveMeeting(deps: MoveMeetingDeps) {
  return async (input: MoveMeetingInput): Promise<MeetingMoved> => {
    const { changeId, managerId, customerId, agreementId, to, today, at } = input
    const before = await deps.books.read(managerId)
    const change = { changeId, kind: 'appointment.move', managerId, at, customerIds: [customerId] } as const
    const written = await writeChange<Moved | undefined>(deps, change, (customer) =>
      moved(customer, agreementId, to, today),
    )
    if (written.status === 'repeated') return { status: 'repeated' }
    const result = written.status === 'written' ? written.results[0] : undefined
    if (result === undefined) return { status: 'not-open' }
    const clashes = clashesWith(before, to, deps.policy.appointmentMinutes)
    const { from, ...agreed } = result
    return {
      status: 'moved',
      changeId,
      moved: agreed,
      ...(from === undefined ? {} : { from }),
      clashes: clashes.filter(({ agreement }) => agreement.id !== agreementId),
    }
  }
}

interface Moved extends Agreed {
  readonly from?: Moment
}

function moved(customer: Customer, agreementId: string, to: Moment, today: Day): Edited<Moved | undefined> {
  const move = moveAgreement(customer, agreementId, to, today)
  if (move === undefined) return { customer, edits: [], result: undefined }
  const old = customer.agreements.find(({ id }) => id === agreementId)
  const from = old && momentOf(old)
  const waiting = move.customer.opportunities?.find(
    ({ state, appointment }) =>
      state === 'open' &&
      appointment !== undefined &&
      appointment.day === from?.day &&
      appointment.time === from.time,
  )
  const follows =
    waiting === undefined
      ? { customer: move.customer, edits: [] }
      : withOpportunity(move.customer, noteFacts(waiting, { appointment: to }, today))
  return {
    customer: follows.customer,
    edits: [move.edit, ...follows.edits],
    result: {
      customer: follows.customer,
      agreement: move.agreement,
      ...(from === undefined ? {} : { from }),
    },
  }
}
