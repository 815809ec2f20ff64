import { type Book, findCustomer, withCustomers } from '../../domain/book.js'
import type { Customer } from '../../domain/customer/customer.js'
import type { Day } from '../../domain/day.js'
import { withoutTakenOver, withTakenOver } from '../../domain/manager/customers-taken-over.js'
import type { Manager } from '../../domain/manager/manager.js'
import type { TakenOver } from '../../domain/manager/taken-over.js'
import { takeOut } from '../../imports/move-customer.js'
import type { Bank, BankDraft } from '../../ports/ports.js'

export interface HandOverInput {
  readonly from: string
  readonly to: string
  /** Absent: the whole book. */
  readonly customerIds?: readonly string[]
  /** Who does it: a branch head, or the operator. */
  readonly by: string
  /** Says what would be moved and moves nothing. */
  readonly dryRun?: boolean
  readonly today: Day
  /** ISO 8601 instant. */
  readonly at: string
}

export type HandOverRefusal =
  | { readonly status: 'unknown-manager'; readonly managerId: string }
  /** A customer is shown to their own branch only. */
  | { readonly status: 'same-manager' | 'other-branch' }
  /** A branch head keeps no book. */
  | { readonly status: 'no-book'; readonly managerId: string }
  /** Nothing was moved. */
  | { readonly status: 'not-in-book'; readonly customerIds: readonly string[] }

export type HandOverResult =
  | { readonly status: 'handed-over'; readonly id: string; readonly customers: readonly Customer[] }
  | HandOverRefusal

/**
 * Moves customers from one manager's book to another's of the same branch, with holdings, history, promises and
 * everything else that is theirs; all of them or none. The old manager sees nothing of them from then on, and cannot
 * undo what was written of them. The new one is told of it: the notice and the line of the journal belong to the move.
 */
export function handOver(deps: { readonly bank: Bank }) {
  return (input: HandOverInput): Promise<HandOverResult> =>
    deps.bank.transact<HandOverResult>(async (draft) => {
      const { from, to, customerIds, by, dryRun, today, at } = input
      const refused = refusal(draft.managers(), from, to)
      if (refused !== undefined) return refused
      const book = await draft.book(from)
      const ids = customerIds ?? book.customers.map((customer) => customer.id)
      const missing = ids.filter((id) => findCustomer(book, id) === undefined)
      if (missing.length > 0) return { status: 'not-in-book', customerIds: missing }
      const id = `${at} ${from}`
      if (dryRun === true) return { status: 'handed-over', id, customers: customersOf(book, ids) }

      const customers = await move(draft, ids, to)
      const moved = customers.map((customer) => customer.id)
      if (moved.length > 0) {
        const notice: TakenOver = { id, from, on: today, customerIds: moved, by }
        await draft.changeDesk(to, (desk) => ({ desk: withTakenOver(desk, notice), result: undefined }))
      }
      draft.record({
        at,
        managerId: by,
        act: 'customers.handed-over',
        customerIds: moved,
        detail: `${from} ${to}`,
      })
      return { status: 'handed-over', id, customers }
    })
}

export interface TakeBackHandOverInput {
  readonly from: string
  readonly to: string
  /** Which handing over; absent: the last of today between the two. */
  readonly id?: string
  readonly by: string
  readonly today: Day
  /** ISO 8601 instant. */
  readonly at: string
}

export type HandOverTakenBack =
  | {
      readonly status: 'taken-back'
      readonly customers: readonly Customer[]
      /** Who has gone on to somebody else since, and stays there. */
      readonly gone: readonly string[]
    }
  /** None of today: an earlier one is handed back as a move of its own. */
  | { readonly status: 'nothing' }

/** Takes back a handing over of the same day: the customers return with everything written of them since. */
export function takeBackHandOver(deps: { readonly bank: Bank }) {
  return ({ from, to, id, by, today, at }: TakeBackHandOverInput): Promise<HandOverTakenBack> =>
    deps.bank.transact<HandOverTakenBack>(async (draft) => {
      const notice = await draft.changeDesk(to, (desk) => {
        const found = desk.takenOver?.findLast(
          (one) => one.from === from && one.on === today && (id === undefined || one.id === id),
        )
        return { desk: found === undefined ? desk : withoutTakenOver(desk, found.id), result: found }
      })
      if (notice === undefined) return { status: 'nothing' }
      const book = await draft.book(to)
      const still = notice.customerIds.filter((customerId) => findCustomer(book, customerId) !== undefined)
      const customers = await move(draft, still, from)
      draft.record({
        at,
        managerId: by,
        act: 'customers.handed-back',
        customerIds: still,
        detail: `${to} ${from}`,
      })
      const gone = notice.customerIds.filter((customerId) => !still.includes(customerId))
      return { status: 'taken-back', customers, gone }
    })
}

function refusal(
  managers: readonly Manager[],
  from: string,
  to: string,
): Exclude<HandOverRefusal, { status: 'not-in-book' }> | undefined {
  if (from === to) return { status: 'same-manager' }
  const [giver, receiver] = [from, to].map((id) => managers.find((manager) => manager.id === id))
  if (giver === undefined) return { status: 'unknown-manager', managerId: from }
  // Nobody is given customers whom nothing is told to any more.
  if (receiver === undefined || receiver.leftOn !== undefined)
    return { status: 'unknown-manager', managerId: to }
  if (giver.branchId !== receiver.branchId) return { status: 'other-branch' }
  return receiver.role === 'head' ? { status: 'no-book', managerId: to } : undefined
}

async function move(draft: BankDraft, ids: readonly string[], to: string): Promise<readonly Customer[]> {
  const taken = await takeOut(
    draft,
    ids.map((customerId) => ({ customerId, to })),
  )
  const customers = [...taken.values()].map(({ customer }) => customer)
  await draft.putBook(withCustomers(await draft.book(to), customers))
  return customers
}

function customersOf(book: Book, ids: readonly string[]): readonly Customer[] {
  return ids.flatMap((id) => findCustomer(book, id) ?? [])
}
